"""A bound is not turned into its contrary: at least is not at most, nearly is not over.

at least 20          → minst 20             right
no more than 50      → høyst 50             right
at least 20          → høyst 20             wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from l10n.checks.contract import Fault, Subject
from l10n.checks.number_reading import reading_of, value_of
from l10n.checks.number_words import number_words
from l10n.checks.prose import word_set
from l10n.model.finding import Severity

_LOWER, _UPPER = "lower", "upper"
# what stands before the number, what stands behind it, and what turns either round
_WORDS: dict[str, dict[str, str]] = {
    "en": {
        _LOWER: r"at (?:the very )?least|(?:a )?minimum(?: of)?|(?:more|greater|older|longer|higher|larger) than|over|"
        r"above|in excess of|upwards of|exceed(?:s|ed|ing)?",
        _UPPER: r"at most|(?:a )?maximum(?: of)?|up to|(?:fewer|less|younger|shorter|lower|smaller) than|under|below|"
        r"nearly|almost|just short of",
        "or more": r"or (?:more|older|higher|above)",
        "or less": r"or (?:less|fewer|younger|lower|below)",
        "not": r"no|not|never|cannot|\w+n['’]t",
    },
    "nb": {
        _LOWER: r"minst|minimum|(?:mer|flere|større|eldre|lenger|høyere) enn|over|drøyt|i overkant av|overst\w+",
        _UPPER: r"høyst|maks(?:imalt|imum)?|(?:mindre|færre|yngre|kortere|lavere) enn|under|opptil|inntil|"
        r"opp (?:til|mot)|nesten|nærmere|snaut|knapt|i underkant av|bortimot",
        "or more": r"eller (?:mer|flere|eldre|høyere|over)",
        "or less": r"eller (?:mindre|færre|yngre|lavere|under)",
        "not": r"ikke|aldri|ingen",
    },
}  # fmt: skip
_RELATIVES = {"no": "nb"}
LOWER_SIGNS = {
    "en": word_set("least minimum more over above excess upwards exceed exceeds exceeded exceeding"),
    "nb": word_set("minst minimum mer flere over drøyt overkant overstiger oversteg overstige"),
}
UPPER_SIGNS = {
    "en": word_set("most maximum fewer less under below up nearly almost short"),
    "nb": word_set("høyst maks maksimalt maksimum færre mindre under opptil inntil opp nesten nærmere snaut knapt "
                   "underkant bortimot"),
}  # fmt: skip
"""One of these stands in each bound, by language."""
_NOT = word_set("no not never cannot ikke aldri ingen")
_ARTICLES = dict.fromkeys(("a", "an", "one", "en", "én", "et", "ett", "ei"), Decimal(1))
_HALVES = dict.fromkeys(("halvparten", "halve"), Decimal("0.5"))
_COUNTED = re.compile(
    r"\s(?:third|quarter|fifth|tenth|week|month|year|day|hour|minute|century|decade|million|billion|kilomet|mile|tredel|"
    r"tredjedel|kvart|firedel|fjerdedel|femdel|femtedel|tidel|uke|måned|år|døgn|time|minutt|tiår|milliard|mil)"
)
"""Before these, “a” is a number: less than a third."""
_NUMBER, _ANY_WORD = r"[$€£¥]?\d[\d.,\u00a0]*(?<=\d)", r"[^\W\d_]+(?:-[^\W\d_]+)?"
_OR = {"en": " or ", "nb": " eller "}
_CONTRARY = {_LOWER: _UPPER, _UPPER: _LOWER}


def may_be_turned(kinds: frozenset[str], subject: Subject) -> bool:
    """Are there both kinds of bounds in the texts, or a “not” that makes one of the other?"""
    said = subject.source_vocabulary | subject.target_vocabulary
    return len(kinds) > 1 or not _NOT.isdisjoint(said)


def turned_bounds(subject: Subject) -> Iterator[Fault]:
    """The same number, with one bound in the source and the contrary one in the translation."""
    source, target = (_RELATIVES.get(language, language) for language in subject.languages)
    if source not in _WORDS or target not in _WORDS:
        return
    theirs, ours = _bounds(subject.source_prose, source), _bounds(subject.target_prose, target)
    for value, (kind, raw, _) in theirs.items():
        other = ours.get(value)
        if (
            other
            and other[0] == _CONTRARY.get(kind)
            and _denies(subject.source_prose, source) == _denies(subject.target_prose, target)
        ):
            text = f"“{other[1]}” is the contrary of “{raw}”."
            yield Fault(Severity.ERROR, text, f"Write the bound that “{raw}” is.", other[2])


def has_bounds(subject: Subject) -> bool:
    """May there be a bound in both texts?"""
    source, target = map(bound_signs, subject.languages)
    return not source.isdisjoint(subject.source_vocabulary) and not target.isdisjoint(subject.target_vocabulary)


@lru_cache
def bound_signs(language: str) -> frozenset[str]:
    """The words one of which stands in each bound; none where we know of none."""
    return LOWER_SIGNS.get(language, frozenset()) | UPPER_SIGNS.get(language, frozenset())


def _bounds(text: str, language: str) -> dict[Decimal, tuple[str, str, tuple[int, int]]]:
    """Each number that has a bound → its kind, the words and where they stand. A number with two bounds has none."""
    found: dict[Decimal, tuple[str, str, tuple[int, int]]] = {}
    for match in _pattern(language, _OR[language] in text).finditer(text):
        number = "number" if match["number"] else "counted"
        value = _value(match[number], language)
        if value is None or (value == 1 and not _COUNTED.match(text, match.end(number))):
            continue
        kind = _LOWER if match["lower"] or match["more"] else _UPPER
        if match["no"]:
            kind = _CONTRARY[kind]
        if value in found and found[value][0] != kind:
            kind = ""
        found[value] = (kind, match[0].strip(), match.span())
    return found


def _value(raw: str, language: str) -> Decimal | None:
    raw = raw.lstrip("$€£¥")
    if raw[0].isdecimal():
        return value_of(raw, reading_of(language).decimal)
    word = raw.lower()
    value = (_ARTICLES | _HALVES).get(word) or number_words(language).get(word)
    return None if value is None else Decimal(value)


def _denies(text: str, language: str) -> bool:
    """Does it say a “not” that belongs to no bound? Less than half said yes, mer enn halvparten sa ikke ja."""
    rest = _pattern(language, _OR[language] in text).sub(" ", text)
    return re.search(rf"(?<!\w)(?:{_WORDS[language]['not']})(?!\w)", rest, re.IGNORECASE) is not None


@lru_cache
def _pattern(language: str, also_behind: bool) -> re.Pattern[str]:
    """A bound and its number; the bound may stand behind it where the text has an “or”."""
    words = _WORDS[language]
    known = "|".join(number_words(language))
    bound = rf"(?:(?P<lower>{words[_LOWER]})|(?P<upper>{words[_UPPER]}))"
    behind = rf"(?:(?P<more>{words['or more']})|(?P<less>{words['or less']}))"
    first = rf"(?:(?P<no>{words['not']})\s(?:\w+\s)?)?{bound}\s(?:the\s|de\s)?(?P<number>{_NUMBER}|{_ANY_WORD})"
    second = rf"(?P<counted>{_NUMBER}|{known})\s(?:\w+\s)?{behind}"
    return re.compile(rf"(?<!\w)(?:{first}|{'' if also_behind else '(?!)'}{second})(?!\w)", re.IGNORECASE)
