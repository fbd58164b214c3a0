"""Dates are written as the locale writes them: “15. desember” with its point, the day before the month.

December 15   → 15. desember    right
December 15   → 15 desember     wrong
December 15   → desember 15     wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from l10n.checks.clues import vocabulary
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.house_styles import house_style
from l10n.model.finding import Category, Edit, Severity
from l10n.model.locale import babel_locale


def find(subject: Subject) -> Iterable[Fault]:
    """A day of the month without its point, or behind the month."""
    style = house_style(subject.locale, subject.background.profile)
    if not style.ordinal_days or subject.source == subject.target:
        return
    match = _date(subject.languages[1]).search(subject.target_prose)
    if match is None or match[0] in subject.source:
        return
    if match["bare"]:
        at = match.end("bare")
        fix = (Edit(at, at, "."),)
        advice = f"Write {match['bare']}. {match['month']}."
        yield Fault(Severity.WARNING, f"“{match[0]}” lacks the point of the day.", advice, match.span(), fix=fix)
    else:
        advice = f"Write {match['day']}. {match['before']}."
        yield Fault(Severity.WARNING, f"“{match[0]}” has the day behind the month.", advice, match.span())


@lru_cache
def _month_names(language: str) -> frozenset[str]:
    return frozenset(name.lower() for name in babel_locale(language).months["format"]["wide"].values())


@lru_cache
def _date(language: str) -> re.Pattern[str]:
    months = "|".join(map(re.escape, babel_locale(language).months["format"]["wide"].values()))
    bare = rf"(?<![\d.,:–-])(?P<bare>[1-9]|[12]\d|3[01]) (?P<month>{months})\b"
    ends = r"(?=[,;)]|\.?$|,? (?:19|20)\d\d)"
    behind = rf"(?<![\d.] )\b(?P<before>{months}) (?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d){ends}"
    return re.compile(f"{bare}|{behind}", re.IGNORECASE)


check = Check(
    "date-format",
    "Dates are written as the locale writes them.",
    find,
    clues=Clues(target=vocabulary(lambda pair: _month_names(pair.target))),
    category=Category.DATE_FORMAT,
    about=(
        "Norwegian, Danish, German, Finnish and Icelandic set a point behind the day of the month, as CLDR's long "
        "date "
        "has it, and the day before the month. What a date says is the business of `numbers`."
    ),
    examples=(
        Example(source="It opens on December 15.", target="Det åpner 15. desember.", right=True),
        Example(source="It opens on December 15.", target="Det åpner 15 desember.", right=False),
        Example(source="It opens on December 15.", target="Det åpner desember 15.", right=False),
        Example(source="It opens on December 15.", target="Den öppnar 15 december.", right=True, locale="sv"),
        Example(source="It opens on December 15.", target="Es öffnet am 15 Dezember.", right=False, locale="de"),
    ),
)
