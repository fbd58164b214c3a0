"""Dashes and ranges are the locale's, and lists have its commas.

The talks—the first in years—ended.  → Samtalene – de første på flere år – endte.   right
The talks—the first in years—ended.  → Samtalene—de første på flere år—endte.       wrong in Norwegian
20–50 employees                      → 20–50 ansatte                                right
20–50 employees                      → 20 - 50 ansatte                              wrong
farmers, fishermen, and foresters    → bønder, fiskere, og skogeiere                wrong in Norwegian
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from l10n.checks.clues import like
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.house_styles import house_style
from l10n.checks.prose import is_technical
from l10n.model.finding import Category, Edit, Severity

_BETWEEN_DIGITS = re.compile(r"\d\s?[-–]\s?\d")
_LONG_DASH = re.compile(r"\s?—\s?")
_HYPHEN = re.compile(r"(?<=[\w.,!?»”\")%]) -{1,2} (?=\w)")
_RANGE = re.compile(r"(?<![\d./:-])(\d{1,4})(\s[-–]\s|-)(\d{1,4})(?!\w|[-/]\d|[.,:]\d|\s?[+=*x-])")
_AND = {
    "nb": "og",
    "nn": "og",
    "da": "og",
    "sv": "och",
    "de": "und",
    "nl": "en",
    "fr": "et",
    "es": "y",
    "it": "e",
    "pt": "e",
}
_MAY_BE_FOREIGN = re.compile(r"—|^-{1,2}$|^–$|\d[-–]$|^[-–]\d|\d[-–]\d|,$")
"""A token with a dash or a piece of a range, or the comma before “and”."""
_ITEM = r"[\w-]+(?: [\w-]+)?"


def find(subject: Subject) -> Iterator[Fault]:
    """Long dashes, hyphens that stand for dashes, ranges with hyphens or blanks, serial commas."""
    text = subject.target_prose
    if not _may_have_any(text, subject) or subject.source == subject.target or is_technical(subject.target):
        return
    style = house_style(subject.locale, subject.background.profile)
    if style.dash == "spaced" and (found := list(_LONG_DASH.finditer(text))):
        fix = tuple(Edit(*match.span(), " – ") for match in found if match.start() > 0 and match.end() < len(text))
        yield Fault(
            Severity.WARNING,
            "A long dash (—) is not this language's.",
            "Write – with blanks.",
            found[0].span(),
            fix=fix,
        )
    if style.dash and ("—" in subject.source or "–" in subject.source) and (found := list(_HYPHEN.finditer(text))):
        fix = tuple(Edit(*match.span(), " – ") for match in found)
        yield Fault(Severity.WARNING, "A hyphen stands for a dash.", "Write –.", found[0].span(), fix=fix)
    if style.range_dash:
        yield from _ranges(subject, style.range_dash)
    if style.serial_comma is False and ", " in text:
        yield from _serial_comma(subject)


def _may_have_any(text: str, subject: Subject) -> bool:
    if "—" in text or " - " in text or " -- " in text or _is_between_digits(text, subject.target_signs):
        return True
    return "," in subject.target_signs and f", {_AND.get(subject.languages[1], '?')} " in text


def _is_between_digits(text: str, signs: str) -> bool:
    return ("-" in signs or "–" in signs) and _BETWEEN_DIGITS.search(text) is not None


def _ranges(subject: Subject, dash: str) -> Iterator[Fault]:
    for match in _RANGE.finditer(subject.target_prose):
        is_sum = match[2].strip() == "-" and re.search(rf"{match[1]}\s-\s{match[3]}", subject.source)
        if is_sum or (match[2] == "-" and match[0] in subject.source and not _is_year_range(match)):
            continue
        if match[2] == dash or (match[1] > match[3] and len(match[1]) == len(match[3])):
            continue
        severity = Severity.HINT if match[2] == "-" else Severity.WARNING
        fix = (Edit(match.start(2), match.end(2), dash),)
        advice = f"Write {match[1]}{dash}{match[3]}."
        yield Fault(severity, f"“{match[0]}” is not how a range is written.", advice, match.span(), fix=fix)
        return


def _is_year_range(match: re.Match[str]) -> bool:
    return len(match[1]) == 4 and match[1][0] in "12"


def _serial_comma(subject: Subject) -> Iterator[Fault]:
    """Short items, all alike, right to the end of their clause: a clause of its own may well have its comma."""
    word = _AND.get(subject.languages[1])
    if word is None or f", {word} " not in subject.target_prose:
        return
    for match in _listed(word).finditer(subject.target_prose):
        at = match.start(2) if match[2] else match.start(5)
        if ", and " in subject.source or ", or " in subject.source:
            fix = (Edit(at, at + 1, ""),)
            yield Fault(
                Severity.WARNING, f"There is a comma before “{word}” in a list.", "Take it out.", (at, at + 1), fix=fix
            )
            return


@lru_cache
def _listed(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<=, )({_ITEM})(,) {word} ({_ITEM})(?=[.;:!?)]|$)|(?:^|"
        rf"(?<=[:.] ))(?:{_ITEM}), ({_ITEM})(,) {word} ({_ITEM})(?= )"
    )


check = Check(
    "dashes",
    "Dashes, ranges and lists are written as the locale writes them.",
    find,
    clues=Clues(target=like(_MAY_BE_FOREIGN)),
    category=Category.PUNCTUATION,
    about=(
        "English sets long dashes without blanks and a comma before the last “and” of a list; Norwegian, Danish, "
        "Swedish "
        "and German set a short dash with blanks and no such comma, and the dash of a range without blanks. Phone "
        "numbers, scores and other numbers that the source has with a hyphen, too, are left alone."
    ),
    examples=(
        Example(
            source="The talks—the first in years—ended.",
            target="Samtalene – de første på flere år – endte.",
            right=True,
        ),
        Example(
            source="The talks—the first in years—ended.", target="Samtalene—de første på flere år—endte.", right=False
        ),
        Example(source="20–50 employees", target="20–50 ansatte", right=True),
        Example(source="20–50 employees", target="20 - 50 ansatte", right=False),
        Example(
            source="Farmers, fishermen, and foresters agree.",
            target="Bønder, fiskere og skogeiere er enige.",
            right=True,
        ),
        Example(
            source="Farmers, fishermen, and foresters agree.",
            target="Bønder, fiskere, og skogeiere er enige.",
            right=False,
        ),
        Example(source="It rained, and we left.", target="Det regnet, og vi dro.", right=True),
        Example(
            source="The talks—the first—ended.", target="Die Gespräche—die ersten—endeten.", right=False, locale="de"
        ),
    ),
)
