"""Numbers are written as the locale and the house write them: decimals, thousands, percent.

70% of 1.8 million   → 70 % av 1,8 millioner            right in Norwegian; in NTB's style: 70 prosent
70% of 1.8 million   → 70% av 1.8 millioner             wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.clues import like
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.house_styles import NBSP, HouseStyle, house_style
from l10n.checks.scales import scale_pattern
from l10n.model.finding import Category, Edit, Severity

_MAY_BE_FOREIGN = re.compile(r"%|\d[.,]\d")
_JOINED_PERCENT = re.compile(r"(?<=\d)%(?![\w%])")
_SPACED_PERCENT = re.compile(r"(?<=\d)([ \u00a0\u202f\u2009]+)%(?!\w)")
_DECIMAL = re.compile(r"(?<![\d.,:])\d+([.,])\d{1,2}(?![\d.,:]?\d)")
_POINT = re.compile(r"\d\.\d")
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?![\d.,]?\d)")
_COMMA_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3}){2,}(?![\d.,]?\d)")
"""1,250,000: a decimal comma stands once, so that these are no decimals in any locale."""
_COUNTED = re.compile(
    r"[ \u00a0]?%|[ \u00a0](?:prosent|procent|percent|prozent|kroner|kronor|dollar|euro|pund|yen|grader?|meter|"
    r"kilo\w*|liter|tonn?|ton|km|cm|kg|m|år|timer?|ganger|poeng)\b",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Fault]:
    """Percent signs, decimal signs and thousands in the manner of another language or house."""
    if subject.source == subject.target:
        return
    style = house_style(subject.locale, subject.background.profile)
    if "%" in subject.target_prose:
        yield from _percent(subject, style)
    if style.decimal == "," and _POINT.search(subject.target_prose):
        yield from _decimals(subject)
    if style.groups:
        yield from _groups(subject, style)
    elif (
        style.decimal == "," and subject.target.count(",") > 1 and (match := _COMMA_GROUPS.search(subject.target_prose))
    ):
        right = match[0].replace(",", NBSP)
        fix = tuple(Edit(match.start() + at, match.start() + at + 1, NBSP) for at in _places_of(",", match[0]))
        text = f"“{match[0]}” has commas between thousands."
        yield Fault(Severity.WARNING, text, f"Write {right}.", match.span(), fix=fix)


def _percent(subject: Subject, style: HouseStyle) -> Iterator[Fault]:
    text = subject.target_prose
    if style.percent == "word":
        if match := re.search(r"\d\s?(%)", text):
            advice = f"Write “{style.percent_word}”."
            yield Fault(Severity.HINT, "The house spells the percent sign out.", advice, match.span(1))
        return
    if style.percent == "spaced" and (found := list(_JOINED_PERCENT.finditer(text))):
        fix = tuple(Edit(match.start(), match.start(), NBSP) for match in found)
        yield Fault(
            Severity.WARNING, "There is no blank before the percent sign.", "Put one there.", found[0].span(), fix=fix
        )
    elif style.percent == "joined" and (found := list(_SPACED_PERCENT.finditer(text))):
        fix = tuple(Edit(*match.span(1), "") for match in found)
        yield Fault(
            Severity.WARNING, "There is a blank before the percent sign.", "Take it out.", found[0].span(), fix=fix
        )


def _decimals(subject: Subject) -> Iterator[Fault]:
    """A point before decimals, where what follows shows that it is a number and no version or time of day."""
    for match in _DECIMAL.finditer(subject.target_prose):
        if match[1] == "." and _is_counted(subject.target_prose, match.end(), subject.locale):
            number = match[0].replace(".", ",")
            fix = (Edit(match.start(1), match.end(1), ","),)
            yield Fault(
                Severity.WARNING, f"“{match[0]}” has a decimal point.", f"Write {number}.", match.span(), fix=fix
            )
            return


def _is_counted(text: str, end: int, locale: str) -> bool:
    scale = scale_pattern(locale)
    at = end + 1 if text[end : end + 1] == "\u00a0" else end
    return bool(_COUNTED.match(text, end) or scale.match(text, at))


def _places_of(sign: str, number: str) -> list[int]:
    return [at for at, char in enumerate(number) if char == sign]


def _groups(subject: Subject, style: HouseStyle) -> Iterator[Fault]:
    for match in _GROUPED.finditer(subject.target_prose):
        if match[1] not in style.groups and match[0] not in subject.source:
            blank = NBSP if NBSP in style.groups else next(iter(style.groups))
            fix = tuple(
                Edit(match.start() + at, match.start() + at + 1, blank) for at in _places_of(match[1], match[0])
            )
            text = f"“{match[0]}” has a {'point' if match[1] == '.' else 'comma'} between thousands."
            yield Fault(Severity.WARNING, text, f"Write {match[0].replace(match[1], NBSP)}.", match.span(), fix=fix)
            return


check = Check(
    "numerals",
    "Numbers are written as the locale and the house write them.",
    find,
    clues=Clues(target=like(_MAY_BE_FOREIGN)),
    category=Category.NUMBER_FORMAT,
    about=(
        "The decimal sign and the blank before a percent sign are CLDR's for the locale; thousands are judged only "
        "where "
        "the project names a house style (`profile`), for houses differ: Språkrådet wants blanks, NTB writes points."
    ),
    examples=(
        Example(source="70% of 1.8 million", target="70\u00a0% av 1,8 millioner", right=True),
        Example(source="70% of the votes", target="70 % av stemmene", right=True),
        Example(source="70% of the votes", target="70% av stemmene", right=False),
        Example(source="1.8 million people", target="1.8 millioner mennesker", right=False),
        Example(source="24,500 spectators", target="24.500 tilskuere", right=True, profile="ntb"),
        Example(source="24,500 spectators", target="24.500 tilskuere", right=False, profile="sprakradet"),
        Example(source="70% of the votes", target="70 % av stemmene", right=False, profile="ntb"),
        Example(source="70 % av stemmene", target="70 % of the votes", right=False, source_language="nb", locale="en"),
        Example(source="It starts at 7:45 p.m.", target="Det begynner 19.45.", right=True),
    ),
)
