"""Morning and evening: 6 a.m. is klokken 6, and not klokken 18; 11:30 p.m. is 23.30, or half past eleven at night."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.model.finding import Severity

_ENGLISH = re.compile(r"(?<![\d:.])(1[0-2]|[1-9])(?:[:.]([0-5]\d))?\s?([ap])\.?m\b", re.IGNORECASE)
_SCANDINAVIAN = re.compile(
    r"\b(?:kl\.?|klokken|klokka|klockan)\s(2[0-4]|1\d|0?\d)(?:[.:]([0-5]\d))?(?![\d.:]*\d)", re.IGNORECASE
)
_LATE = re.compile(r"kveld|ettermiddag|eftermiddag|aften|kväll|midnatt", re.IGNORECASE)
_NIGHT = re.compile(r"\bnatt|natt\b|\bnat\b", re.IGNORECASE)
_EARLY = re.compile(r"om morgen|\w*morgen(?:en)?\b|formiddag|morgon", re.IGNORECASE)
_OUR_ZONE = re.compile(r"\b(?:norsk|svensk|dansk|sentraleuropeisk)\b", re.IGNORECASE)
_THEIR_EVENING = frozenset({"afternoon", "evening", "night", "tonight", "midnight"})
_NOON = 12


def turned_round(subject: Subject) -> Iterator[Fault]:
    """The only time of each text has the same hour on the dial, on the other side of noon."""
    vocabulary = subject.source_vocabulary
    if vocabulary.isdisjoint(("am", "pm", "m")):
        return
    theirs = list(_ENGLISH.finditer(subject.source_prose))
    ours = list(_SCANDINAVIAN.finditer(subject.target_prose))
    if len(theirs) != 1 or len(ours) != 1 or _OUR_ZONE.search(subject.target_prose):
        return
    said, hour = theirs[0], int(ours[0][1])
    is_late = said[3].lower() == "p"
    if (hour - int(said[1])) % _NOON or (said[2] or "00") != (ours[0][2] or "00") or hour % _NOON == 0:
        return
    if is_late == _is_late(hour, subject.target_prose):
        return
    if hour <= _NOON and not is_late and not _THEIR_EVENING.isdisjoint(vocabulary):
        return  # an evening of the source itself: “moved to 9:30 a.m. because of winds in the afternoon”
    side = "after" if is_late else "before"
    text = f"“{said[0]}” is {side} noon, “{ours[0][0]}” is not."
    yield Fault(Severity.ERROR, text, f"Write the time that “{said[0]}” is.", ours[0].span())


def _is_late(hour: int, text: str) -> bool:
    """Hours go to 24 in news, unless an evening is named beside them."""
    if _NIGHT.search(text):
        return hour > _NOON / 2
    return hour > _NOON or (_LATE.search(text) is not None and _EARLY.search(text) is None)
