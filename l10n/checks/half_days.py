"""Morning and evening: 6 a.m. is klokken 6, and not klokken 18."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.model.finding import Severity

_MORNING = re.compile(r"(?<![\d:.])(1[01]|[1-9])(?:[:.][0-5]\d)?\s?a\.?m\b", re.IGNORECASE)
_EVENING = re.compile(r"\b(?:kl\.?|klokken|klokka|klockan)\s(1[3-9]|2[0-3])(?!\d)", re.IGNORECASE)


def turned_round(subject: Subject) -> Iterator[Fault]:
    """The only time of the source is before noon, the only one of the translation as many hours after it."""
    vocabulary = subject.source_vocabulary
    if "am" not in vocabulary and "m" not in vocabulary:
        return
    theirs, ours = list(_MORNING.finditer(subject.source_prose)), list(_EVENING.finditer(subject.target_prose))
    if len(theirs) == len(ours) == 1 and int(ours[0][1]) - int(theirs[0][1]) == 12:
        text = f"“{theirs[0][0]}” is before noon, “{ours[0][0]}” after it."
        yield Fault(Severity.ERROR, text, f"Write the time that “{theirs[0][0]}” is.", ours[0].span())
