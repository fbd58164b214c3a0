"""What a number counts is the source's: metres stay metres, euros euros.

340 meters      → 340 meter          right
340 meters      → 340 kilometer      wrong
€850 million    → 850 millioner euro, 850 millioner dollar (wrong)

Currencies and units have CLDR's names in every locale. Only a number that stands in both texts is asked what it
counts; a measure that was converted has another number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.number_words import counting_words
from l10n.checks.periods import PERIOD_SIGNS, other_period
from l10n.checks.tokens import Learnt, is_bare_number
from l10n.checks.unit_names import NAMES
from l10n.model.finding import Category, Severity
from l10n.model.locale import babel_locale

_DIGIT = re.compile(r"\d")
_UNITS = {
    "millimeter": "length-millimeter", "centimeter": "length-centimeter", "meter": "length-meter",
    "kilometer": "length-kilometer", "gram": "mass-gram", "kilogram": "mass-kilogram", "liter": "volume-liter",
    "second": "duration-second", "minute": "duration-minute", "hour": "duration-hour", "day": "duration-day",
    "week": "duration-week", "month": "duration-month", "year": "duration-year",
    "watt": "power-watt", "kilowatt": "power-kilowatt", "megawatt": "power-megawatt", "gigawatt": "power-gigawatt",
    "hectare": "area-hectare", "square_meter": "area-square-meter", "square_kilometer": "area-square-kilometer",
    "square_mile": "area-square-mile", "square_foot": "area-square-foot", "cubic_meter": "volume-cubic-meter",
}  # fmt: skip
_DIMENSIONS = ({"millimeter", "centimeter", "meter", "kilometer", "mil"}, {"gram", "kilogram", "ton"},
               {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"},
               {"cubic_meter", "liter", "gallon"}, {"kilogram", "ton", "liter"},
               {"square_meter", "square_kilometer", "square_mile", "square_foot", "hectare", "acre", "dekar"},
               {"pound", "stone", "ounce", "gram", "kilogram", "ton"}, {"percent", "points"},
               {"fahrenheit", "celsius"}, {"mile", "foot", "inch", "yard", "centimeter", "meter", "kilometer", "mil"},
               {"watt", "kilowatt", "megawatt", "gigawatt"}, {"hectare", "acre", "dekar"}, {"liter", "gallon", "pint"},
               {"pound", "USD", "EUR", "JPY", "NOK", "SEK", "DKK", "CHF", "CNY", "RUB", "INR", "krone"},
               {"USD", "EUR", "GBP", "JPY", "NOK", "SEK", "DKK", "CHF", "CNY", "RUB", "INR", "krone"})  # fmt: skip
_CURRENCIES = ("USD", "EUR", "GBP", "JPY", "NOK", "SEK", "DKK", "CHF", "CNY", "RUB", "INR")
_CROWNS = frozenset({"NOK", "SEK", "DKK", "krone"})
_DIGITS = r"\d(?<![\w.,].)(?:[\d.,\u00a0\u202f ]{0,16}\d)?"
_NUMBER = re.compile(_DIGITS)
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"((?:US)?\$|[€£¥]|NOK|SEK|DKK)\s?$", re.IGNORECASE)
_POINT = re.compile(r"\d[.,](?:\d{1,2}|\d{4,})(?!\d)")
"""A number with decimals."""
_NO_UNIT = frozenset("().,;:!?“”«»")
"""Right before or behind a number they part it from whatever may be its unit."""
_CODES = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "NOK": "NOK", "SEK": "SEK", "DKK": "DKK"}


def find(subject: Subject) -> Iterable[Fault]:
    """A number that counts something else than in the source."""
    source, target = subject.languages
    if source == target:
        return
    named = _named(subject.source_tokens, source)
    if named and not PERIOD_SIGNS.isdisjoint(subject.source_vocabulary):
        yield from other_period(subject)
    if not named or not _may_differ(named, _named(subject.target_tokens, target)):
        return
    spelled = _number_words(subject.source_vocabulary, source)
    if not spelled and not _DIGIT.search(subject.source_signs):
        return
    theirs = _counted(subject.source_prose, spelled, source)
    if not theirs:
        return
    ours = _counted(subject.target_prose, _number_words(subject.target_vocabulary, target), target)
    for digits, (unit, raw, _) in theirs.items():
        other = ours.get(digits)
        if other and bool(_POINT.search(raw)) != bool(_POINT.search(other[1])):
            continue  # 1.93 metres, 193 centimetres
        if other and other[0] != unit and not {unit, other[0]} <= _CROWNS and _is_one_dimension(unit, other[0]):
            yield Fault(Severity.ERROR, f"“{raw}” has become “{other[1]}”.", "Count what the source counts.", other[2])
            return


def _named(tokens: Iterable[str], language: str) -> str:
    """The units that the text may name, in their order and with a blank behind each; of most texts none."""
    return "".join(map(_named_within(language).__getitem__, tokens))


@lru_cache
def _named_within(language: str) -> Learnt[str]:
    """The units that a token names, or whose names end with it: `$4.2`, `kilometer-long`, `grader`."""
    patterns = {
        name: re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(_last_word, words))})s?(?![^\W\d_])", re.IGNORECASE)
        for name, words in _unit_names(language).items()
        if words
    }

    def look(token: str) -> str:
        if is_bare_number(token):
            return ""
        found = {name for name, pattern in patterns.items() if pattern.search(token)}
        found |= {code for sign, code in _CODES.items() if sign in token.upper()}
        return "".join(f"{name} " for name in sorted(found))

    return Learnt(look)


def _last_word(pattern: str) -> str:
    """Of a name of several words; a group of a pattern is left as it is."""
    return pattern if "(?:" in pattern else pattern.rpartition(" ")[2]


@lru_cache(maxsize=4096)
def _may_differ(theirs: str, ours: str) -> bool:
    """Is there a unit on one side, and on the other one another that could stand in its place?"""
    pairs = {(unit, other) for unit in theirs.split() for other in ours.split() if unit != other}
    return any(not {unit, other} <= _CROWNS and _is_one_dimension(unit, other) for unit, other in pairs)


def _number_words(vocabulary: frozenset[str], language: str) -> frozenset[str]:
    """The language's words from two on that stand in the text, perhaps as a part of another word: two-year."""
    return frozenset(chain.from_iterable(map(_numbers_within(language).__getitem__, vocabulary)))


@lru_cache
def _numbers_within(language: str) -> Learnt[list[str]]:
    known = counting_words(language)[0]
    return Learnt(lambda word: [part for part in _LETTERS.findall(word) if part in known])


@lru_cache(maxsize=1024)
def _number(words: frozenset[str]) -> re.Pattern[str]:
    """Digits, or one of the words: of those that are there, for a search for fifty takes four times as long."""
    spelled = "|".join(sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"{_DIGITS}|(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)


def _counted(text: str, spelled: frozenset[str], language: str) -> dict[str, tuple[str, str, tuple[int, int]]]:
    """The digits of each number that counts something → its unit, and the words with their place.

    `spelled` are the numbers that the text has as words.
    """
    found: dict[str, tuple[str, str, tuple[int, int]]] = {}
    twice: set[str] = set()
    unit_of = _unit(language)
    words = counting_words(language)[0]
    numbers = _number(spelled) if spelled else _NUMBER
    for number in numbers.finditer(text):
        start, end = number.span()
        sign = _SIGN.search(text, max(0, start - 5), start) if start and text[start - 1] not in _NO_UNIT else None
        unit = sign or (unit_of.match(text, end) if end < len(text) and text[end] not in _NO_UNIT else None)
        if unit is None:
            continue
        digits = str(words.get(number[0].lower()) or re.sub(r"\D", "", number[0]))
        if digits in found:
            twice.add(digits)
        span = (min(number.start(), unit.start()), max(number.end(), unit.end()))
        found[digits] = (
            _CODES.get(unit[1].upper(), "") if sign else str(unit.lastgroup),
            text[slice(*span)].strip(),
            span,
        )
    return {digits: what for digits, what in found.items() if digits not in twice}


def _is_one_dimension(first: str, second: str) -> bool:
    return any({first, second} <= units for units in _DIMENSIONS)


@lru_cache
def _unit(language: str) -> re.Pattern[str]:
    """What stands right behind a number: perhaps the name of a large number, then a unit as a group of its name."""
    units = "|".join(
        rf"(?P<{name}>{'|'.join(sorted(words, key=len, reverse=True))})"
        for name, words in _unit_names(language).items()
        if words
    )
    scale = r"(?:[\s-](?:mill?i\w+|mill?\.|bill?i\w+|trill?i\w+|tusen|tusind|thousand|mrd\.?|Mio\.?|Mrd\.?))?"
    return re.compile(rf"{scale}[\s-]?(?:{units})s?(?!\w)", re.IGNORECASE)


def _unit_names(language: str) -> dict[str, set[str]]:
    """The patterns of each unit's names: CLDR's, and what newspapers also write."""
    known = babel_locale(language)
    names: dict[str, set[str]] = {}
    for name, cldr in _UNITS.items():
        patterns = known._data["unit_patterns"].get(cldr, {}).get("long", {})
        words = {pattern.replace("{0}", "").strip() for pattern in patterns.values() if isinstance(pattern, str)}
        names[name] = {re.escape(word) for word in words if len(word) > 1}
    for code in _CURRENCIES:
        plurals = known._data["currency_names_plural"].get(code, {})
        names[code] = {re.escape(name.casefold()) for name in plurals.values()}
    for name, more in NAMES.get(language, {}).items():
        names.setdefault(name, set()).add(more)
    return names


check = Check(
    "units",
    "What a number counts is the source's: metres, hours, euros.",
    find,
    category=Category.MISTRANSLATION,
    about=(
        "The same number with another unit of the same kind: metres and kilometres, hours and minutes, euros and "
        "dollars. Names are CLDR's in every locale; a measure that was converted has another number and is left "
        "alone."
    ),
    examples=(
        Example(source="It lost 340 meters.", target="Den mistet 340 meter.", right=True),
        Example(source="It lost 340 meters.", target="Den mistet 340 kilometer.", right=False),
        Example(source="A profit of €850 million", target="Et overskudd på 850 millioner euro", right=True),
        Example(source="A profit of €850 million", target="Et overskudd på 850 millioner dollar", right=False),
        Example(source="It takes 40 minutes.", target="Det tar 40 timer.", right=False),
        Example(source="It rose by two percentage points.", target="Det steg med to prosentpoeng.", right=True),
        Example(source="It rose by two percentage points.", target="Det steg med to prosent.", right=False),
        Example(source="The baby weighed six pounds.", target="Babyen veide seks kilo.", right=False),
        Example(source="It lost 340 meters.", target="Il a perdu 340 kilomètres.", right=False, locale="fr"),
        Example(source="The trail runs for 50 miles.", target="Stien går 80 kilometer.", right=True),
    ),
)
