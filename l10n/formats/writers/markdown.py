"""An article as Markdown with YAML front matter; `readers.markdown.parse` gives the same article back."""

from __future__ import annotations

import dataclasses
from typing import Any

import yaml

from l10n.model.article import Article


def serialize(article: Article) -> str:
    """The file's text. Empty fields are left out; texts stand on one line, so that diffs are by passage."""
    fields: dict[str, Any] = {"title": article.title, "lang": article.lang}
    if article.lead:
        fields["lead"] = article.lead
    if article.badges:
        fields["badges"] = list(article.badges)
    for name in ("images", "cards"):
        parts = [_filled(part) for part in getattr(article, name)]
        if parts:
            fields[name] = parts
    fields |= article.extra
    front = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"---\n{front}---\n" + (f"\n{article.body}" if article.body else "")


class _Dumper(yaml.SafeDumper):
    """Indents lists under their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _filled(part: Any) -> dict[str, Any]:
    values = dataclasses.asdict(part)
    return {name: list(v) if isinstance(v, tuple) else v for name, v in values.items() if v}
