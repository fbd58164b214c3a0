"""Parts of a whole in words: two thirds, a fifth, one in five; a fifth is femtedelen, and 20 per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from l10n.checks.prose import word_set
from l10n.checks.quantity import PERCENT, Quantity

_PARTS: dict[str, dict[int, str]] = {
    "en": {2: r"half|halves", 3: r"thirds?", 4: r"quarters?|fourths?", 5: r"fifths?", 6: r"sixths?", 8: r"eighths?",
           10: r"tenths?"},
    "nb": {2: r"halvpart\w*|halvdel\w*", 3: r"tre(?:dje)?del\w*", 4: r"fire?del\w*|fjerdedel\w*|kvart\w*",
           5: r"fem(?:te)?del\w*", 6: r"seks(?:del|tedel|jettedel)\w*|sjettedel\w*", 8: r"åtte(?:nde)?del\w*",
           10: r"ti(?:ende)?del\w*"},
}  # fmt: skip
_RELATIVES = {"nn": "nb", "no": "nb", "da": "nb"}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "nine": 9,
           "en": 1, "én": 1, "ein": 1, "ett": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7,
           "åtte": 8, "ni": 9, "ti": 10}  # fmt: skip
_SIGNS = {
    "en": word_set("half third thirds quarter quarters fourth fifth fifths sixth eighth eighths tenth tenths"),
}
_WHOLES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
OF_SO_MANY = re.compile(
    rf"(?<!\w)(one|{'|'.join(_WHOLES)}|\d\d?)\s(?:in|out\sof)\s(?:every\s)?({'|'.join(_WHOLES)}|\d{{1,3}})(?!\w)",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    r"(?<!\w)(én|en|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|[1-9])\sav\s(to|tre|fire|fem|seks|ti|[1-9]\d?)(?!\w)",
    re.IGNORECASE,
)
_EACH_OF = {"annen": 2, "annet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7,
            "syvende": 7, "åttende": 8, "niende": 9, "tiende": 10}  # fmt: skip
_EACH = re.compile(rf"(?<!\w)hvert?\s({'|'.join(_EACH_OF)})(?!\w)", re.IGNORECASE)
"""As a translation counts them: sju av ti, hver fjerde."""
_HALF = re.compile(
    r"(?P<count>(?!))?(?<![\w-])(?P<p2>half(?=\s(?:of|the)\b)|(?<=\b(?:by|in)\s)half(?![\w-]))", re.IGNORECASE
)
"""A part that needs no number before it."""
_PART_NAMES = {"half": 2, "third": 3, "quarter": 4}
_LARGE = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "century": 100}
_LARGE_PART = re.compile(
    r"(?<!\w)(a|one|two|three)[\s-](half|thirds?|quarters?)\sof\sa\s(million|billion|trillion|century)", re.IGNORECASE
)
"""“A quarter of a million” is 250,000."""
_POINT_PART = re.compile(
    r"(?<!\w)(?:(three)[\s-])?(half|quarter)s?[\s-](?:of\s)?(?:an?\s)?(?:percentage[\s-])?point", re.IGNORECASE
)
"""A quarter of a percentage point is 0.25."""
_CHANGES = (("doblet dobler dobling fordoblet", 100), ("tredoblet tredobler", 200), ("halvert halverer halvering", 50))
_CHANGE_OF = {word: Decimal(share) for words, share in _CHANGES for word in words.split()}
_CHANGE = re.compile(rf"(?<!\w)(?:{'|'.join(_CHANGE_OF)})(?!\w)", re.IGNORECASE)
_TIMES = {"halve": 50, "halved": 50, "halves": 50, "halving": 50, "double": 100, "doubled": 100, "doubles": 100,
          "doubling": 100, "triple": 200, "tripled": 200, "tripling": 200, "quadrupled": 300}  # fmt: skip
"""By how many per cent something changes: “halved” is “kuttet med 50 prosent”."""


def shares(text: str, vocabulary: frozenset[str]) -> Iterator[Quantity]:
    """English parts of a whole as percentages, for a translation that counts so; they claim no span."""
    for word in vocabulary & _TIMES.keys():
        yield Quantity(Decimal(_TIMES[word]), PERCENT, word, (0, 0), is_certain=False)
    for match in OF_SO_MANY.finditer(text) if "in" in vocabulary or "out" in vocabulary else ():
        part, of = (_WHOLES.get(word.lower()) or (1 if word.lower() == "one" else int(word)) for word in match.groups())
        if 0 < part < of:
            share = Decimal(100 * part) / of
            other = Decimal(round(share))
            yield Quantity(share, PERCENT, match[0], match.span(), is_certain=False, other=other)
    if not names_part(vocabulary):
        return
    for match in _POINT_PART.finditer(text) if "point" in vocabulary else ():
        share = Decimal(3 if match[1] else 1) / (2 if match[2].lower() == "half" else 4)
        yield Quantity(share, PERCENT, match[0], match.span(), is_certain=False)
    for match in _LARGE_PART.finditer(text):
        share = (
            Decimal(_COUNTS[match[1].lower()]) * _LARGE[match[3].lower()] / _PART_NAMES[match[2].lower().rstrip("s")]
        )
        yield Quantity(share, "", match[0], match.span(), is_certain=False)
    for match in _pattern("en").finditer(text):
        whole = int(str(match.lastgroup)[1:])
        value = Decimal(100 * _COUNTS[(match["count"] or "a").lower()]) / whole
        yield Quantity(value, PERCENT, match[0], match.span(), is_certain=False, other=Decimal(round(value)))


def named_shares(text: str, language: str) -> Iterator[Decimal]:
    """Parts of a whole that a translation names in words, in per cent: halvparten, to tredeler."""
    known = _RELATIVES.get(language, language)
    for match in _pattern(known).finditer(text) if known in _PARTS else ():
        yield Decimal(100 * _COUNTS[(match["count"] or "a").lower()]) / int(str(match.lastgroup)[1:])
    for match in _OF_SO_MANY.finditer(text) if known == "nb" else ():
        part, of = (_COUNTS.get(word.lower()) or int(word) for word in match.groups())
        yield Decimal(100 * part) / of
    for match in _CHANGE.finditer(text) if known == "nb" else ():
        yield _CHANGE_OF[match[0].lower()]
    for match in _EACH.finditer(text) if known == "nb" else ():
        yield Decimal(100) / _EACH_OF[match[1].lower()]


def changed(source: str, target: str, language: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The only part of a whole that the English source names, and another one that the translation names instead."""
    known = _RELATIVES.get(language, language)
    if known not in _PARTS or known == "en":
        return None
    theirs, ours = (list(_pattern(which).finditer(text)) for which, text in (("en", source), (known, target)))
    theirs = [match for match in theirs if match["count"]] or list(_HALF.finditer(source))
    if len(theirs) != 1 or len(ours) != 1 or _is_same_part(theirs[0], ours[0]):
        return None
    return theirs[0], ours[0]


def other_ratio(source: str, target: str, language: str) -> tuple[str, str] | None:
    """One in eight that has become hvert sjette: the only ratio of both texts."""
    if _RELATIVES.get(language, language) != "nb":
        return None
    theirs, ours = list(OF_SO_MANY.finditer(source)), list(_EACH.finditer(target))
    if len(theirs) != 1 or len(ours) != 1:
        return None
    part, of = (_WHOLES.get(word.lower()) or (1 if word.lower() == "one" else int(word)) for word in theirs[0].groups())
    return None if Fraction(part, of or 1) == Fraction(1, _EACH_OF[ours[0][1].lower()]) else (theirs[0][0], ours[0][0])


def _is_same_part(first: re.Match[str], second: re.Match[str]) -> bool:
    """Two thirds and one third are parts of the same name, and not the same part."""
    return _part(first) == _part(second)


def _part(match: re.Match[str]) -> Fraction:
    return Fraction(_COUNTS[(match["count"] or "a").lower()], int(str(match.lastgroup)[1:]))


def part_words(language: str) -> frozenset[str]:
    """The words that parts of a whole are named with; none where we know of none."""
    return _SIGNS.get(language, frozenset())


def names_part(vocabulary: frozenset[str]) -> bool:
    """Has an English text a word that a part of a whole is named with?"""
    if not _SIGNS["en"].isdisjoint(vocabulary):
        return True
    return any(word.rpartition("-")[2] in _SIGNS["en"] for word in vocabulary if "-" in word)  # two-fifths


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    parts = "|".join(rf"(?P<p{whole}>{words})" for whole, words in _PARTS[language].items())
    return re.compile(rf"(?<!\w)(?:(?P<count>{'|'.join(_COUNTS)})[\s-])?(?:{parts})(?!\w)", re.IGNORECASE)
