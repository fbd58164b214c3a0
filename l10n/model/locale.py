"""Locales as BCP 47 tags: one canonical spelling, and what CLDR knows of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.errors import UsageError

if TYPE_CHECKING:
    from babel import Locale as BabelLocale

# Babel refuses `no_NO`, and negotiates `nb` against `nb_NO` to nothing. In Norway, "Norwegian" means Bokmål.
_ALIASES = {"no": "nb", "no-no": "nb", "nb-no": "nb", "nn-no": "nn", "da-dk": "da", "sv-se": "sv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleFacts:
    """What a page, a catalog header or a status table needs to know of a locale."""

    tag: str
    name: str
    """Its own name, as its readers write it: `norsk bokmål`."""
    english_name: str
    direction: str
    """`ltr` or `rtl`."""
    plural_forms: str
    """The gettext header value: `nplurals=2; plural=(n != 1);`."""
    plural_count: int


@lru_cache
def canonical(tag: str) -> str:
    """The BCP 47 tag for any spelling of a locale: `no`, `nb_NO`, `nb-no` are all `nb`.

    Raises UsageError for something that CLDR has no language for.
    """
    parts = tag.strip().replace("_", "-").split("-")
    lowered = "-".join(parts).lower()
    if lowered in _ALIASES:
        return _ALIASES[lowered]
    language, rest = parts[0].lower(), [_cased(part) for part in parts[1:]]
    canonical_tag = "-".join([language, *rest])
    babel_locale(canonical_tag)
    return canonical_tag


def _cased(subtag: str) -> str:
    """Subtags by length, as RFC 5646 section 2.1.1 writes them: Latn, NO, valencia."""
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == 2 else subtag.lower()


@lru_cache
def babel_locale(tag: str) -> BabelLocale:
    """Babel's locale for a tag; for one that CLDR has no file for (`en-XA`), that of its language."""
    from babel import Locale, UnknownLocaleError

    tag = _ALIASES.get(tag.lower(), tag)
    language = tag.partition("-")[0]
    for candidate in (tag, language):
        try:
            return Locale.parse(candidate, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    raise UsageError(
        "no-such-language",
        "{tag!r} is not a locale that CLDR knows.",
        tag=tag,
        hint="Write a BCP 47 tag such as nb, nn or pt-BR.",
    )


@lru_cache
def facts(tag: str) -> LocaleFacts:
    """CLDR's facts about a canonical tag."""
    from babel.messages.plurals import get_plural

    tag = canonical(tag)
    known = babel_locale(tag)
    plural = get_plural(str(known))
    return LocaleFacts(
        tag=tag,
        name=known.get_display_name(known) or tag,
        english_name=known.english_name or tag,
        direction=known.text_direction,
        plural_forms=str(plural),
        plural_count=plural.num_plurals,
    )


def gettext_name(locale: str) -> str:
    """What gettext calls a locale, in headers and folders: `pt_BR`."""
    return locale.replace("-", "_")
