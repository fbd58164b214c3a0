"""What in a text must not change unseen: its numbers, dates, currencies, names and negations.

Used to compare two versions of one source text in one language, so the tables need no grammar: a word that both
versions have cancels out, and a false alarm costs a look where silence could cost a falsehood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

# ruff: noqa: SIM905 - word lists read better as running text

_MONTHS = (
    "january february march april may june july august september october november december "
    "januar februar mars april mai juni juli august september oktober november desember marts maj december "
    "januari februari augusti"
).split()
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow "
    "mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag i-går i-dag i-morgen"
).split()
_CURRENCIES = (
    "yen dollar dollars euro euros pound pounds krone kroner kronor kr yuan won rupee rupees franc francs "
    "usd eur gbp jpy nok sek dkk cny krw inr chf"
).split()
_NEGATIONS = (
    "not no never without none nobody nothing neither nor cannot hardly unless "
    "ikke ikkje ingen inga intet ingenting aldri uten utan verken inte aldrig uden utan"
).split()
_NUMBER_WORDS = (
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions trillion trillions dozen half double twice percent per-cent "
    "tre fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten "
    "tjue tretti førti femti seksti sytti åtti nitti hundre tusen millioner milliard milliarder billion billioner "
    "trillioner millionar milliardar billionar trillionar prosent dusin halv halvparten"
).split()

_PREFIXES = frozenset({"un", "in", "im", "il", "ir", "dis", "non", "non-", "u", "mis"})
_LEAST_STEM = 4
"""Letters of a word that a prefix can negate: "under" is no opposite of "der"."""

NEGATION, NUMBER, CURRENCY, DATE, NAME = "negation", "number", "currency", "date", "name"
"""Kinds of facts, the gravest first."""
WORD = "word"
"""What is neither a number nor a date."""

_KIND_OF = (
    dict.fromkeys(_NUMBER_WORDS, NUMBER)
    | dict.fromkeys(_CURRENCIES, CURRENCY)
    | dict.fromkeys(_NEGATIONS, NEGATION)
    | dict.fromkeys(_DAYS, DATE)
)
_MONTH = "|".join(sorted({month.capitalize() for month in _MONTHS} | set(_MONTHS) - {"may", "mars", "march"}))
_DATE = re.compile(
    rf"\b(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?"
    rf"|\b\d{{1,2}}(?:\.|st|nd|rd|th)? (?:{_MONTH})\b(?:,? \d{{4}})?|\b(?:{_MONTH})\b(?: \d{{4}})?"
    r"|\b\d{4}-\d\d-\d\d\b|\b(?:1[5-9]|20)\d\d\b"
)
_TOKEN = re.compile(r"[$€£¥]|[-+]?\d+(?:[.,:]?\d+)*(?:\s?[%‰])?|[^\W\d_]+(?:['’\-.][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['\"”’)»]*\s+)['\"“‘(«]*$")


def facts(text: str) -> Counter[tuple[str, str]]:
    """(kind, fact) → how often. A capitalised word counts as a name unless it begins a sentence."""
    found: Counter[tuple[str, str]] = Counter((DATE, match[0]) for match in _DATE.finditer(text))
    found.update(_in_words(_DATE.sub(lambda match: "\0" * len(match[0]), text)))
    return found


def words_and_figures(text: str) -> Iterator[tuple[str, str]]:
    """The text as it runs: (kind, token) for its dates, numbers in digits, and words."""
    at = 0
    for date in [*_DATE.finditer(text), None]:
        for match in _TOKEN.finditer(text, at, date.start() if date else len(text)):
            yield (NUMBER if match[0][-1].isdigit() or match[0][-1] in "%‰" else WORD), match[0]
        if date:
            yield DATE, date[0]
            at = date.end()


def negated_words(before: Counter[str], after: Counter[str]) -> Iterator[tuple[str, str]]:
    """(old, new) for words that a prefix turned into their opposite, or back: safe → unsafe, ulovlig → lovlig."""
    for word in before - after:
        for other in after - before:
            shorter, longer = sorted((word.casefold(), other.casefold()), key=len)
            if len(shorter) >= _LEAST_STEM and longer.endswith(shorter) and longer[: -len(shorter)] in _PREFIXES:
                yield word, other


def _in_words(text: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(text):
        word = match[0]
        lowered = word.casefold()
        if word[0].isdigit() or word[0] in "+-":
            yield NUMBER, word
        elif word in "$€£¥":
            yield CURRENCY, word
        elif lowered.endswith(("n't", "n’t")) or lowered == "cannot":
            yield NEGATION, "not"
        elif lowered in _KIND_OF:
            yield _KIND_OF[lowered], lowered
        elif word[0].isupper() and ((len(word) > 1 and word.isupper()) or not _begins_sentence(text, match.start())):
            yield NAME, word.removesuffix("'s").removesuffix("’s")


def _begins_sentence(text: str, at: int) -> bool:
    return bool(_SENTENCE_START.search(text, max(0, at - 6), at)) or not text[:at].strip("'\"“‘(« ")
