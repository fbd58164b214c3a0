"""The front matter of an article for site generators, in YAML."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import groupby
from typing import Any

import yaml

from l10n.formats.writers.contract import Publication
from l10n.formats.writers.disclosure import Disclosure
from l10n.formats.writers.head import label, plain
from l10n.formats.writers.portable_markdown import JOINER
from l10n.model.dateline import iso
from l10n.model.message import MessageKey

_NEVER = frozenset(
    {
        "aliases", "build", "cascade", "eleventyComputed", "eleventyImport", "markup", "myst", "outputs", "pagination",
        "permalink", "redirect", "redirect_from", "resources", "substitutions", "template", "templateEngineOverride",
        "url",
    }
)  # fmt: skip
"""What would decide where a generator writes, or what it runs: a text from outside has no say in that."""
_RUN = re.compile(r"(?<=<)(?=[A-Za-z/!?])|(?<=\{)(?=[{%#<])|(?<=\})(?=`)")
"""Where a tag, a template tag or a role would begin, in a theme or a generator that escapes nothing."""

_PROSE = ("title", "description")
_WORDS = re.compile(r"[^\W\d_][^\s:#]*(?: [^\s:#]+)+")
"""Several words, of which the first begins with a letter, and no sign that ends a text in YAML: it stands as it is."""


def write(publication: Publication, told: Disclosure) -> str:
    """`---`, the fields, `---`. What the article's own front matter says besides is passed on behind ours."""
    ours = _fields(publication, told)
    names = {name.lower() for name in ours} | {name.lower() for name in _NEVER}
    others = {name: value for name, value in publication.bundle.source.extra.items() if name.lower() not in names}
    return f"---\n{lines({name: _unrun(value) for name, value in {**ours, **others}.items()})}---\n"


def lines(fields: dict[str, Any]) -> str:
    """The fields in YAML. Title and description are most of a front matter, and nearly always such that YAML lets
    them stand as they are: finding that out sign by sign, as its writer does, takes longer than all the rest."""
    runs = groupby(fields.items(), key=_stands)
    return "".join(
        "".join(f"{name}: {text}\n" for name, text in run) if stands else _dumped(dict(run)) for stands, run in runs
    )


def _fields(publication: Publication, told: Disclosure) -> dict[str, Any]:
    bundle, days = publication.bundle, publication.dateline
    source = bundle.source
    share = told.unchecked_share + told.accepted_share
    lead = bundle.passages[MessageKey("lead", source.lead)] if source.lead else None
    fields = {
        "title": plain(publication, bundle.passages[MessageKey("title", source.title)]),
        "description": plain(publication, lead) if lead else "",
        "lang": bundle.locale,
        "slug": bundle.slug,
        "translationKey": bundle.slug,
        "date": days.published,
        "lastmod": days.last,
        "authors": list(days.authors),
        "canonical": publication.address() if publication.site.url else "",
        "machine_made_share": round(share, 4),
        "machine_made_label": label(publication) if told.has_machine_mark else "",
    }
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _unrun(value: Any) -> Any:
    if isinstance(value, str):
        return _RUN.sub(JOINER, value)
    if isinstance(value, dict):
        return {_unrun(name): _unrun(each) for name, each in value.items()}
    return [_unrun(each) for each in value] if isinstance(value, list | tuple) else value


def _stands(field: tuple[str, Any]) -> bool:
    name, text = field
    return name in _PROSE and text.isprintable() and _WORDS.fullmatch(text) is not None


def _dumped(fields: dict[str, Any]) -> str:
    text: str = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return text


class _Dumper(yaml.SafeDumper):
    """Dates as every YAML parser reads them, lists indented under their key, and each value where it belongs: not
    every generator knows what an alias is."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _day(dumper: yaml.SafeDumper, day: date | datetime) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", iso(day))


_Dumper.add_representer(date, _day)
_Dumper.add_representer(datetime, _day)
