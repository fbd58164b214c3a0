"""Words for nations in English and Bokmål: their names in CLDR, their people, adjectives and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from l10n.checks.nation_table import NATIONS
from l10n.checks.tokens import Learnt
from l10n.model.locale import babel_locale

Codes = frozenset[str]
NOBODY: Codes = frozenset()
_ANY = frozenset({"?"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"(?<![\w.])([A-Z])\.([A-Z])\.(?![A-Z])")
_PEOPLE = re.compile(r"(?:isk|sk|er|ar)\w{0,4}|ia\w*|land\w*")
"""How a word goes on that begins with the name of a people."""
_FEWEST = 2
"""Letters that each beginning has."""
_LONG = 5
"""Letters of a country's name from which on a compound may begin with it: Indiahavet, Ukraina-krigen."""
_MANY = {"korea": "KR KP", "korean": "KR KP", "koreans": "KR KP", "congo": "CD CG", "guinea": "GN GQ PG GW"}
_KINGDOM = "GB ENG SCT WLS"
"""Who is British may be called English, Scottish or Welsh, and the other way round."""
_PAIRS = {
    "south korea": "KR", "south korean": "KR", "south koreans": "KR", "north korea": "KP", "north korean": "KP",
    "north koreans": "KP", "south sudan": "SS", "south sudanese": "SS", "south africa": "ZA", "south african": "ZA",
    "south africans": "ZA", "united kingdom": "GB", "united states": "US", "central african": "CF",
    "dominican republic": "DO", "ivory coast": "CI", "costa rica": "CR", "costa rican": "CR", "sri lanka": "LK",
    "sri lankan": "LK", "sierra leone": "SL", "hong kong": "HK", "equatorial guinea": "GQ", "new guinea": "PG GN",
    "northern ireland": "NIR IE", "new zealand": "NZ", "latin american": "", "latin america": "",
    "south american": "", "south america": "", "north american": "", "north america": "", "central america": "",
    "native american": "", "native americans": "", "african american": "", "african americans": "",
}  # fmt: skip
"""Two English words in small letters, and whose they are; with no code, nobody's."""
_FIRST = frozenset(pair.split()[0] for pair in _PAIRS)
_HINTS = {"kremlin": "RU", "pentagon": "US", "westminster": "GB", "bundestag": "DE", "hague": "NL"}
"""What tells of a nation without being it, besides capitals."""


class Named(NamedTuple):
    word: str
    codes: Codes
    """Whose the word is, or may be."""
    start: int
    is_sure: bool
    """It is the nation itself, and no capital or compound of it."""


def in_english(text: str) -> Iterator[Named]:
    text = _DOTTED.sub(r" \1\2 ", text)
    words = list(_PART.finditer(text))
    taken = set()
    for first, second in pairwise(words):
        pair = f"{first[0]} {second[0]}".lower() if first[0][0].isupper() and first[0].lower() in _FIRST else ""
        if pair in _PAIRS:
            taken |= {first.start(), second.start()}
            yield Named(f"{first[0]} {second[0]}", _codes(_PAIRS[pair]), first.start(), _PAIRS[pair] != "")
    for word in words:
        if word.start() not in taken and (codes := _of_english(word[0])):
            yield Named(word[0], codes, word.start(), word[0].lower() in english_names())


def in_bokmal(text: str) -> Iterator[Named]:
    for match in _WORD.finditer(text):
        sure = sure_in_bokmal(match[0])
        if codes := sure or perhaps_in_bokmal(match[0]):
            yield Named(match[0], codes, match.start(), bool(sure))


def _of_english(word: str) -> Codes:
    """Whose an English word is; a word without a capital is nobody's."""
    return (
        english_names().get(word.lower()) or _english_hints().get(word.lower(), NOBODY) if word[0].isupper() else NOBODY
    )


@lru_cache(maxsize=32768)
def sure_in_bokmal(word: str) -> Codes:
    """Whose a word of Bokmål is as it stands, inflected, or before a hyphen."""
    if word[0].isupper() and (own := countries(word)):
        return own
    found: set[str] = set()
    for part in (word, *word.split("-")) if "-" in word else (word,):
        if part[0].isupper() and (own := countries(part)):
            found |= own
        lower = part.lower()
        found.update(code for stem, code in _stems().get(lower[:_FEWEST], ()) if _begins(lower, stem))
    return frozenset(found) | _codes(_KINGDOM) if "GB" in found else frozenset(found)


@lru_cache
def _stems() -> dict[str, list[tuple[str, str]]]:
    """The beginnings by their first letters, with whose they are."""
    found: dict[str, list[tuple[str, str]]] = {}
    for nation in NATIONS:
        for stem in nation.stems:
            found.setdefault(stem.lstrip("=")[:_FEWEST], []).append((stem, nation.code))
    return found


def countries(word: str) -> Codes:
    names = _bokmal_names()
    return names.get(word) or names.get(word.removesuffix("s")) or NOBODY


def _begins(word: str, stem: str) -> bool:
    """A row's beginning: `dansk`, with an ending `russ+`, the whole word `=usa`."""
    if stem[0] == "=":
        return word.removesuffix("s") == stem[1:].removesuffix("s")
    if stem[-1] == "+":
        return word.startswith(stem[:-1]) and _PEOPLE.fullmatch(word, len(stem) - 1) is not None
    return word.startswith(stem)


@lru_cache(maxsize=32768)
def perhaps_in_bokmal(word: str) -> Codes:
    """Capitals, and compounds that begin with a country."""
    own = _bokmal_hints().get(word) or _bokmal_hints().get(word.removesuffix("s")) or NOBODY
    begun = [codes for name, codes in _bokmal_names().items() if len(name) >= _LONG and word.startswith(name)]
    begun += [
        _codes(nation.code)
        for nation in NATIONS
        for stem in nation.stems
        if stem[-1] == "?" and word.lower().startswith(stem[:-1])
    ]
    return own.union(*begun)


def _codes(text: str) -> Codes:
    return frozenset(text.split())


@lru_cache
def english_names() -> dict[str, Codes]:
    """Countries of one word, their people and adjectives, in small letters."""
    found = {name.lower(): _codes(code) for code, name in _territories("en")}
    found |= {word: _codes(nation.code) for nation in NATIONS for word in nation.english}
    found |= {word: _codes(_KINGDOM) for word, codes in found.items() if codes == {"GB"}}
    return found | {word: _codes(codes) for word, codes in _MANY.items()}


@lru_cache
def _english_hints() -> dict[str, Codes]:
    found = {name.lower(): codes for name, codes in _bokmal_hints().items()}
    return found | {word: _codes(codes) for word, codes in _HINTS.items()}


@lru_cache
def _bokmal_names() -> dict[str, Codes]:
    found = {name: _codes(code) for code, name in _territories("nb") if name != "Man"}
    return found | {"Storbritannia": _codes(_KINGDOM), "Kongo": _codes("CD CG"), "Guinea": _codes(_MANY["guinea"])}


@lru_cache
def _bokmal_hints() -> dict[str, Codes]:
    """Capitals by their last word: whose they are, and with `@` that they are one."""
    return {name.split()[-1]: _codes(f"{nation.code} @{nation.code}") for nation in NATIONS for name in nation.capitals}


def _territories(language: str) -> Iterator[tuple[str, str]]:
    """CLDR's codes and names of countries, as far as each is one word."""
    for code, name in babel_locale(language).territories.items():
        if len(code) == 2 and code not in ("EU", "EZ", "UN", "ZZ") and _WORD.fullmatch(name):
            yield code, name


def _told_in_english(token: str) -> Codes:
    """Whose the words of a token may be; “South” and “Korea” make the whole text worth reading."""
    words = _PART.findall(_DOTTED.sub(r"\1\2", token))
    many = any(word.lower() in _MANY or (word.lower() in _FIRST and word[0].isupper()) for word in words)
    return _ANY if many else NOBODY.union(*map(_of_english, words))


def _told_in_bokmal(token: str) -> Codes:
    """Whose the words of a token are; of capitals, that they are one."""
    words = _WORD.findall(token)
    capitals = (code for word in words for code in perhaps_in_bokmal(word) if code[0] == "@")
    return NOBODY.union(*map(sure_in_bokmal, words), capitals)


ENGLISH: Learnt[Codes] = Learnt(_told_in_english, sees_numbers=False)
BOKMAL: Learnt[Codes] = Learnt(_told_in_bokmal, sees_numbers=False)
