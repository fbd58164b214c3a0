"""A country, city, company or person that has become another one: Germany, Frankrike. Names of places are CLDR's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from l10n.checks.contract import Fault, Subject
from l10n.checks.kept_names import KEPT
from l10n.checks.prose import word_set
from l10n.model.finding import Severity
from l10n.model.locale import babel_locale

_ONE_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[’-]){3,}")
_CONTINENTS = ("Europe/", "Africa/", "Asia/", "America/", "Australia/")
_NO_CITIES = word_set("Center Easter Eastern Central Mountain Pacific Vatican Troll Reunion Nome Knox Oral Kiev")
_CAPITALIZED = re.compile(r"[A-ZÀ-ÖØ-Þ](?<!\w.)[\w’-]{3,}")
_KEPT_CITIES = word_set(
    """
    Berlin Budapest Chicago Denver Hanoi Istanbul Jakarta Lagos Madrid Minsk Montreal Nairobi Oslo Paris Riga Sarajevo
    Shanghai Stockholm Sydney Tallinn Toronto Vancouver Vilnius Zagreb
    Aberdeen Amsterdam Atlanta Baltimore Barcelona Belfast Birmingham Bordeaux Boston Bristol Cardiff Dallas Edinburgh
    Frankfurt Glasgow Hamburg Houston Leeds Liverpool Manchester Melbourne Miami Milwaukee Mumbai Nottingham Oxford
    Philadelphia Pittsburgh Rotterdam Salzburg Seattle Sheffield Southampton Stuttgart Toulouse
    Bergen Bodø Drammen Fredrikstad Haugesund Kristiansand Lillehammer Skien Stavanger Tromsø Trondheim Ålesund
    """
)
"""Cities that languages call alike, besides those of the time zones."""


_PEOPLES = {"Netherlands": "Dutch", "Greece": "Hellenic", "United Kingdom": "British"}


def swapped_places(subject: Subject) -> Iterator[Fault]:
    """One place of the source that is gone, where one has come that the source has no word for."""
    if subject.languages[0] != "en":
        return
    source, target = subject.source_prose, subject.target_prose
    theirs, ours = _known("en"), _known(subject.languages[1])
    named = {theirs[word] for word in map(_bare, _CAPITALIZED.findall(source)) if word in theirs}
    if not named:
        return
    written = {
        ours[form]: match for match in _CAPITALIZED.finditer(target) for form in _forms(match[0]) if form in ours
    }
    lost = {place for place in named if place not in written and not _is_hinted_at(place, target.split(), 3, subject)}
    others = _CAPITALIZED.findall(source)
    new = {place for place in written if place not in named and not _is_hinted_at(place, others, 2, subject)}
    if len(lost) != 1 or len(new) != 1:
        return
    gone, come = lost.pop(), new.pop()
    if gone.partition(":")[0] == come.partition(":")[0]:
        text = f"“{gone.partition(':')[2]}” has become “{written[come][0]}”."
        yield Fault(Severity.ERROR, text, "Name what the source names.", written[come].span())


def names_a_place(token: str) -> bool:
    """Is one of a token's words a place that English has a name of one word for?"""
    return any(_bare(word) in _known("en") for word in _CAPITALIZED.findall(token))


def _is_hinted_at(place: str, words: list[str], letters: int, subject: Subject) -> bool:
    """Does a word begin as the place does, in either language: a people, an adjective, a form that we do not know?"""
    name = place.partition(":")[2]
    names = {name, *(own for own, known in _known(subject.languages[1]).items() if known == place)}
    beginnings = {name[:letters].casefold() for name in names} | {_PEOPLES.get(name, name)[:letters].casefold()}
    return any(word[:letters].casefold() in beginnings for word in words)


def _forms(word: str) -> tuple[str, ...]:
    """The word, and without a genitive."""
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("’")


@lru_cache
def _known(language: str) -> dict[str, str]:
    """Names of one word in the language → `country:Germany`, `city:Vienna`, by their English names."""
    english, own = babel_locale("en"), babel_locale(language)
    found = {city: f"city:{city}" for city in (*_KEPT_CITIES, *_zone_cities())}
    found |= {name: f"{kind}:{name}" for kind, names in KEPT.items() for name in names}
    for zone, facts in own.time_zones.items():
        city = zone.rpartition("/")[2]
        if language != "en" and city in found and "city" in facts:
            del found[city]
            found[facts["city"]] = f"city:{city}"
    for code, name in english.territories.items():
        if len(code) == 2 and _ONE_WORD.fullmatch(own.territories.get(code, "")):
            found[own.territories[code]] = f"country:{name}"
    return found


@lru_cache
def _zone_cities() -> frozenset[str]:
    """The cities that CLDR names time zones by, as far as they are one English word."""
    zones = {str(zone) for language in ("nb", "de", "fr") for zone in babel_locale(language).time_zones}
    cities = {zone.rpartition("/")[2] for zone in zones if zone.startswith(_CONTINENTS)}
    return frozenset(city for city in cities if _ONE_WORD.fullmatch(city)) - _NO_CITIES


def same_place(english: str, own: str, language: str) -> bool:
    """Do both name one country or city, each in its language?"""
    place = _known("en").get(english)
    return place is not None and any(_known(language).get(form) == place for form in _forms(own))
