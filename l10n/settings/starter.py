"""The `l10n.toml` that a new project begins with: what must be said, and beside it what may be."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from l10n.model.locale import facts, gettext_name

_HEAD = """\
# What this project holds, and where it goes. Every key but the locales has a default.
article_language = {article}  # the language that articles are written in
chrome_language = {chrome}  # that of the words around them: buttons, labels, the cookie notice

[site]
name = {name}
# url = "https://example.org/news"  # where it will be served: builds then hold feeds and a sitemap
"""
_OPTIONS = """\
# gate = { state = "reviewed", percent = 100 }  # what may go out; without it, all that people wrote or vouched for
# fallback = "draft"  # what stands where a text is not good enough; without it, the source
# reviewers = ["Ola Nordmann <ola@example.org>"]  # who may review; without it, everyone
"""


def starter(*, name: str, article_language: str, chrome_language: str, locales: Sequence[str]) -> str:
    """The text of `l10n.toml` for canonical tags; `parse_settings` understands it."""
    head = _HEAD.format(article=_quoted(article_language), chrome=_quoted(chrome_language), name=_quoted(name))
    options = [_OPTIONS, *[""] * len(locales)]  # said once, under the first locale
    tables = [
        f"\n[locales.{tag}]  # {facts(tag).english_name}\n{_drafting(tag, article_language, locales)}{more}"
        for tag, more in zip(locales, options, strict=False)
    ]
    return head + "".join(tables)


_ADOPTING = """\
# gettext catalogs that other tools made. l10n works on them where they lie, and moves none of them.
"""


def adopting_starter(tables: Sequence[str], locales: Sequence[str]) -> str:
    """The text of `l10n.toml` for catalogs that were found; `tables` are those of `adopted_table`."""
    options = ['# engine = "argos"  # who drafts it; without it, people write every text\n' + _OPTIONS]
    head = "\n".join((_ADOPTING, *tables))
    return head + "".join(
        f"\n[locales.{tag}]  # {facts(tag).english_name}\n{more}"
        for tag, more in zip(locales, [*options, *[""] * len(locales)], strict=False)
    )


def adopted_table(
    name: str, *, catalogs: str, template: str, language: str, spelling: Mapping[str, str], tool: str
) -> str:
    """The `[adopted.<name>]` table of catalogs that were found. Spellings that gettext has anyway are left out."""
    odd = {tag: said for tag, said in spelling.items() if said != gettext_name(tag)}
    lines = [
        f"[adopted.{_key(name)}]  # {tool}",
        f"catalogs = {_quoted(catalogs)}",
        f"template = {_quoted(template)}"
        if template
        else "# template: none was found, so the catalogs say what there is to translate",
        f"language = {_quoted(language)}  # of the msgids",
    ]
    if odd:
        lines.append(f"spelling = {{ {', '.join(f'{_key(tag)} = {_quoted(said)}' for tag, said in odd.items())} }}")
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    """A TOML key, bare where it can be."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _drafting(tag: str, article_language: str, locales: Sequence[str]) -> str:
    """Who drafts a locale: Apertium where it has the pair from Bokmål that the project has too, and else Argos."""
    if tag == article_language:
        return "# the articles as they are written; only the words around them are translated\n"
    if tag in ("nn", "da") and "nb" in (article_language, *locales):
        pivot = '  # from the Bokmål that is reviewed\npivot = "nb"' if article_language != "nb" else ""
        return f'engine = "apertium"{pivot}\n'
    return 'engine = "argos"  # who drafts it; without it, people write every text\n'


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
