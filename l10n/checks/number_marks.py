"""What the tokens of a text say of numbers, in a shorthand that is the same in all languages.

    4.2 billion, 18%, by December 15      4.2 ^9 18 % m12 15
    4,2 milliarder, 18 prosent, innen 15. desember      4.2 ^9 18 % 15 m12

Most translations have their source's shorthand, and need no reading. Each token is looked up, not searched, and what is
not plain (a time of day, a measure that may be converted, digits among letters) is marked to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from l10n.checks.bounds import LOWER_SIGNS, UPPER_SIGNS
from l10n.checks.fractions import names_part
from l10n.checks.multiples import MULTIPLE_SIGNS
from l10n.checks.number_reading import NumberReading, reading_of, value_of
from l10n.checks.number_words import counting_words
from l10n.checks.prose import word_set
from l10n.checks.quantities import PERCENT_BEHIND
from l10n.checks.spoken_times import time_words
from l10n.checks.tokens import Learnt, words

UNCLEAR, PART, TIME_WORD, CLOCK_WORD, ROUGH, MULTIPLE = "?", "p", "t", "c", "r", "x"
BOUNDS = frozenset("lu")
"""For bounds from below and from above."""
MEASURED = word_set("mile miles feet foot ft inch inches pounds lbs acres gallons yards fahrenheit ounces mph degrees")
_CLOCK_WORDS = word_set("klokken klokka kl klockan uhr")
TIMES = word_set("p.m a.m pm am century centuries") | _CLOCK_WORDS
_OTHERWISE = word_set("hundred hundre hundra hundrede hundert grand basis basispunkt basispunkter cent ciento couple")
"""Words that change what a number beside them says in a way of their own."""
_ROUGH = word_set("several dozens tens hundreds thousands millions billions trillions")
"""One of them stands in each English count that is only named."""
_AROUND = ".,;:!?()[]{}“”‘’\"'«»„…*_—"
_CURRENCY_SIGNS = "$€£¥"
_SIGNS = frozenset("%‰°")
_UNCERTAIN = re.compile(r"[wo]\d+ |[ptcrlux] |^\^1000 ")
"""What may be told otherwise: a number word, a part of a whole, thousands without a number before them."""
_MONTH = re.compile(r"m\d+ ")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\d\d?\.\d\d")
_ENDING = re.compile(r"st|nd|rd|th|-[^\W\d_]+(?:-[^\W\d_]+)*")
"""What may stand behind digits without a blank and leaves their value: 21st, 34-year-old, 34-åring."""
_OTHER_ENDING = re.compile(r"tid|tall|år[ae]n?|cent|pro[sz]ent|per", re.IGNORECASE)
"""The endings of decades, of about a time, and of percentages."""
_RANGE = re.compile(r"(\d{1,4})[-–](\d{1,4})")
_DECADE = re.compile(r"(\d{3}0)(?:s|-(?:tallet|talet|årene|åra))")
_NAME = re.compile(r"([A-Za-z]+|[A-Z]{1,6}-|Covid-)(\d{1,4})")
_CHRISTMAS = "jul"
"""Hardly ever July without a point; and where the source has a month, the texts differ and are read."""
_LONGEST = 15
"""Digits of a number; what has more is none."""


def marks(tokens: Iterable[str], locale: str) -> str:
    """The shorthand of a text: numbers, percent signs, names of large numbers, months and number words in order."""
    return "".join(map(_table(locale).__getitem__, tokens))


def are_alike(theirs: str, ours: str) -> bool:
    """Do two shorthands say the same, and leave nothing to be read? Months and numbers are each in their order."""
    if UNCLEAR in theirs or UNCLEAR in ours or CLOCK_WORD in theirs:
        return False
    return theirs == ours or _certain(theirs) == _certain(ours)


def _certain(marks: str) -> tuple[str, list[str]]:
    """What a translation must have: number words may be left out, or be digits."""
    marks = _UNCERTAIN.sub("", marks)
    return (_MONTH.sub("", marks), _MONTH.findall(marks)) if "m" in marks else (marks, [])


@lru_cache
def _table(locale: str) -> Learnt[str]:
    language = locale.partition("-")[0]
    reading = reading_of(locale)
    marked = _marked_words(language, reading)
    has_parts = language == "en"

    def look(token: str) -> str:
        bare = token.strip(_AROUND)
        if bare.isdecimal():
            return _amount(bare)
        if any(map(str.isdecimal, bare)):
            return _digits(bare, reading, marked) or f"0{UNCLEAR} "
        if bare != _CHRISTMAS and reading.month.fullmatch(bare):
            return f"m{reading.months[bare.casefold()]} "
        word = bare.lower()
        if word in marked:
            found = marked[word]
        elif PERCENT_BEHIND.match(f" {bare}"):
            found = "% "
        else:
            found = "" if bare.isalpha() else _compound(bare, reading, marked)
        return f"{found}{PART} " if has_parts and names_part(frozenset((word,))) else found

    return Learnt(look)


def _marked_words(language: str, reading: NumberReading) -> dict[str, str]:
    """The words that say a number, or change the number beside them, in lower case."""
    cardinals, ordinals = counting_words(language)
    found = {word: f"w{value} " for word, value in cardinals.items()}
    found |= {word: f"o{value} " for word, value in ordinals.items()}
    for name, size in reading.scales.items():
        if len(name) > 1:
            is_one = len(name) > 2 and " " not in name
            found |= dict.fromkeys(name.split(), f"^{size} " if is_one else UNCLEAR)
    found |= dict.fromkeys(time_words(language), f"{TIME_WORD} ")
    found |= dict.fromkeys((MEASURED - {"degrees"}) | TIMES | _OTHERWISE, UNCLEAR)
    if language == "en":
        found |= {word: f"{found.get(word, '')}{ROUGH} " for word in _ROUGH}
        found |= {word: f"{found.get(word, '')}{MULTIPLE} " for word in MULTIPLE_SIGNS}
    found |= dict.fromkeys(LOWER_SIGNS.get(language, ()), "l ") | dict.fromkeys(UPPER_SIGNS.get(language, ()), "u ")
    return found | dict.fromkeys(_CLOCK_WORDS, f"{CLOCK_WORD} ")


def _compound(bare: str, reading: NumberReading, marked: dict[str, str]) -> str:
    """A token of several words: what is a month or a measure within it wants reading, a large number is one."""
    found = ""
    for word in words((bare,)):
        for part in (word,) if word in marked else _LETTERS.findall(word):
            mark = marked.get(part, "") if len(part) > 2 else ""  # I'm
            if mark == UNCLEAR or part in reading.months:
                return UNCLEAR
            if mark.startswith("^") or part == word:
                found += mark
    return found if _SIGNS.isdisjoint(bare) and bare.lower() not in TIMES else UNCLEAR


def _digits(bare: str, reading: NumberReading, marked: dict[str, str]) -> str:
    """The shorthand of a token with digits: $4.2, 70%, 34-year-old, 15–20, G7; empty where it is none of these."""
    bare = bare.lstrip(_CURRENCY_SIGNS)
    number = bare.removesuffix("%")
    percent = "" if number == bare else "% "
    if name := _NAME.fullmatch(number):
        return f"{name[1].upper()}{name[2]} {percent}"
    if (range_ := _RANGE.fullmatch(number)) and not (len(range_[1]) == 4 and len(range_[2]) == 2):
        return f"{_amount(range_[1])}{_amount(range_[2])}{percent}"
    if decade := _DECADE.fullmatch(bare):
        return _amount(decade[1])
    match = reading.number.match(number)
    if match is None:
        return ""
    ending = number[match.end() :]
    if not ending:
        is_clock = reading.decimal == "," and _CLOCK.fullmatch(number)
        return "" if is_clock else f"{_amount(_value(number, reading))}{percent}"
    parts = _LETTERS.findall(ending.lower())
    if percent or not match[0].isdecimal() or not _ENDING.fullmatch(ending) or _OTHER_ENDING.search(ending):
        return ""
    return "" if any(marked.get(part, "")[:1] in ("?", "^") for part in parts) else _amount(match[0])


def _value(number: str, reading: NumberReading) -> str:
    return number if number.isdecimal() else f"{value_of(number, reading.decimal).normalize():f}"


def _amount(digits: str) -> str:
    """In groups of three, for some languages write a blank between them."""
    whole, point, decimals = digits.partition(".")
    if len(whole) > _LONGEST:
        return f"0{UNCLEAR} "
    grouped = whole if len(whole) <= 3 else f"{int(whole):,}".replace(",", " ")
    return f"{grouped}{point}{decimals} "
