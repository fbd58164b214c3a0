"""What is paid or done in a month is not paid or done in a year: 300 euros a month, 300 euro i året."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.model.finding import Severity

PERIOD_SIGNS = frozenset(("hour", "day", "week", "month", "year"))
_PERIODS = {
    "en": re.compile(
        r"\d[^.;!?]{0,30}?\s(?:a|an|per|each|every)\s(?:(?P<hour>hour)|(?P<day>day)|(?P<week>week)|(?P<month>month)|"
        r"(?P<year>year))(?!\w)(?! ago| later| after| before| earlier)"
    ),
    "nb": re.compile(
        r"\d[^.;!?]{0,30}?\s(?:(?P<hour>(?:i |per )?timen?)|(?P<day>(?:om|per|hver) dag(?:en)?|i døgnet|dagen)|"
        r"(?P<week>(?:i|per|hver) uk(?:e|a|en)|uka|uken)|(?P<month>(?:i|per|hver) måned(?:en)?|måneden|månedlig)|"
        r"(?P<year>i året|per år|hvert år|om året|året|årlig))(?!\w)"
    ),
}  # fmt: skip


def other_period(subject: Subject) -> Iterator[Fault]:
    """The only period that the source reckons by, and another one, of as many."""
    if subject.languages != ("en", "nb"):
        return
    theirs = list(_PERIODS["en"].finditer(subject.source_prose))
    ours = list(_PERIODS["nb"].finditer(subject.target_prose)) if len(theirs) == 1 else []
    if len(theirs) != 1 or len(ours) != 1 or theirs[0].lastgroup == ours[0].lastgroup:
        return
    if _digits(theirs[0][0]) == _digits(ours[0][0]):
        text = f"“{theirs[0][0]}” has become “{ours[0][0]}”."
        yield Fault(Severity.ERROR, text, f"Reckon by the {theirs[0].lastgroup}.", ours[0].span())


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
