"""Results and votes: who won 3–1 did not win 1–3, and 52–48 are not 48–52.

beat Viking 3-1             → slo Viking 3–1              right
lost 4-1                    → tapte 1–4                   right: Norwegians name the own goals first
beat Viking 3-1             → slo Viking 3–2, 1–3         wrong
voted 52-48 to confirm      → med 48 mot 52 stemmer       wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.number_marks import MEASURED, TIMES
from l10n.checks.prose import word_set
from l10n.model.finding import Severity

_PAIR = re.compile(
    r"(?<![\w.,:–/-])(\d{1,3})(?:\s?[-–]\s?|\s(?:to|votes to|votes against|mot|stemmer mot)\s)(\d{1,3})"
    r"(?![\w:/]|[-–]\d|[.,]\d)"
)
_WON = {
    "en": word_set("beat beats beating won win wins winning victory defeats"),
    "nb": word_set("slo slår vant vinner vinne vunnet seier seieren seiret beseiret"),
}
_LOST = {
    "en": word_set("lost lose loses losing loss beaten defeat defeated fell"),
    "nb": word_set("tapte taper tape tapt tap tapet nederlag nederlaget røk"),
}
_REJECTED = {
    "en": word_set("rejected rejects against defeated failed blocked down"),
    "nb": word_set("imot nedstemt nedstemte avvist avviste forkastet forkastes felt falt nei"),
}


def other_scores(subject: Subject) -> Iterator[Fault]:
    """The only result of a text that became another one, or was turned round."""
    source, target = subject.languages
    theirs, ours = _PAIR.findall(subject.source_prose), _PAIR.findall(subject.target_prose)
    if len(theirs) != len(ours) or not theirs or target not in _WON or source not in _WON:
        return
    if not (MEASURED | TIMES).isdisjoint(subject.source_vocabulary):
        return
    lost = [pair for pair in theirs if pair not in ours and pair[::-1] not in ours]
    new = [pair for pair in ours if pair not in theirs and pair[::-1] not in theirs]
    if len(lost) == len(new) == 1:
        text = f"“{'–'.join(lost[0])}” has become “{'–'.join(new[0])}”."
        yield Fault(Severity.ERROR, text, f"Write {'–'.join(lost[0])}.")
    elif len(theirs) == 1 and theirs[0][::-1] == ours[0] != theirs[0] and _is_turned(theirs[0], subject):
        text = f"“{'–'.join(theirs[0])}” has been turned round."
        yield Fault(Severity.ERROR, text, f"Write {'–'.join(theirs[0])}.")


def _is_turned(pair: tuple[str, str], subject: Subject) -> bool:
    """Do both texts tell it from the same side? A victory may be told as the other's defeat."""
    sides = [(_says(_WON, subject, at), _says(_LOST, subject, at)) for at in (0, 1)]
    if sides[0] != sides[1] or all(sides[0]):
        return False
    if sides[0][1]:
        return int(pair[0]) < int(pair[1])
    if sides[0][0]:
        return int(pair[0]) > int(pair[1])
    return not _says(_REJECTED, subject, 0) and not _says(_REJECTED, subject, 1)


def _says(words: dict[str, frozenset[str]], subject: Subject, side: int) -> bool:
    vocabulary = subject.target_vocabulary if side else subject.source_vocabulary
    return not words[subject.languages[side]].isdisjoint(vocabulary)
