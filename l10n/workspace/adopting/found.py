"""What was found: a place of catalogs, as l10n.toml will say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from l10n.errors import UsageError
from l10n.model.locale import canonical

LOCALE, DOMAIN = "{locale}", "{domain}"
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
"""gettext's modifiers that are scripts: `sr@latin`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a tool keeps catalogs, before anybody has looked which languages are there."""

    tool: str
    """`Django`, `Sphinx`, `po4a`, `mdBook` or `gettext`."""
    name: str
    """What the domain is called in l10n."""
    catalogs: str
    """The path from the project, with `{locale}`, and with `{domain}` where one place holds many."""
    template: str = ""
    language: str = ""
    """The language of the msgids; empty where the tool's own files do not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place, and what lies there."""

    place: Place
    spelling: Mapping[str, str]
    """Locale → what stands for it in the paths."""
    paths: frozenset[str]
    """Every catalog in the place."""


def look(place: Place, catalogs: Iterable[str]) -> Found | None:
    """The catalogs that fit a place; None where none does. Of two spellings of one locale, the first counts."""
    pattern = re.compile(_pattern(place.catalogs))
    matches = [match for path in sorted(catalogs) if (match := pattern.fullmatch(path))]
    spelling: dict[str, str] = {}
    for said in dict.fromkeys(match["locale"] for match in matches):
        if tag := locale_of(said):
            spelling.setdefault(tag, said)
    paths = frozenset(match[0] for match in matches if match["locale"] in spelling.values())
    return Found(place=place, spelling=spelling, paths=paths) if paths else None


def _pattern(catalogs: str) -> str:
    """A regular expression; a locale that stands twice is the same one."""
    first = re.escape(catalogs).replace(re.escape(LOCALE), "(?P<locale>[^/]+)", 1)
    return first.replace(re.escape(LOCALE), "(?P=locale)").replace(re.escape(DOMAIN), "(?P<domain>.+)")


@cache
def locale_of(said: str) -> str | None:
    """The canonical tag of what a folder or a file is called; None where that is no language."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*(?:@[a-z]+)?", said):
        return None
    language, _, modifier = said.partition("@")
    try:
        if not modifier:
            return canonical(language)
        first, _, rest = language.partition("_")
        script = _SCRIPTS.get(modifier) or ("valencia" if modifier == "valencia" else "")
        return canonical("-".join(part for part in (first, script, rest) if part)) if script else None
    except UsageError:
        return None
