"""Every sentence of the source has been translated.

A fire broke out. Nobody was hurt. The cause is unknown.  → Det brøt ut brann, men ingen ble skadd. Årsaken er ukjent.
A fire broke out. Nobody was hurt. The cause is unknown.  → Det brøt ut brann. Årsaken er ukjent.    wrong

Two sentences may become one: then that one is about as long as both. It is not where one was dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import log

from l10n.checks.clauses import lost_alternative, lost_item, lost_part, lost_sentence
from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.long_names import without_long_names
from l10n.checks.prose import is_technical
from l10n.checks.sentence_pairs import both
from l10n.checks.told_words import may_have_lost
from l10n.model.finding import Category, Severity

_CLEAR, _LIKELY = 0.73, 0.78
"""A sentence made of two has at least this share of their length: so it is in nearly 3,000 texts of reviewed prose."""
_CUT, _CUT_BRIEF = 0.55, 0.5
"""One that has less than this of its own sentence has lost a part of it."""
_TELLING, _LONG, _BRIEF = 14, 60, 100
"""Characters from which on a sentence is worth asking for, and from which on its length says something."""
_PART = 25
"""Characters from which on a text may have lost a part."""
_SHORTER = 0.97
_MOST = 60
"""A text of more sentences is no paragraph."""
_ROUGH = re.compile(r"[.!?][”»\"’)]?\s")
_RELATIVES = {"nb": "nb", "nn": "nb", "no": "nb"}
_JOINING, _JOINING_HERE = frozenset({"and", "or"}), frozenset({"og", "eller", "samt"})
"""No list without one of them before its last item."""
_ALIKE_IN_LENGTH = frozenset({"nb", "nn", "da", "sv", "de", "nl", "fr", "es", "it", "pt", "ca", "en"})


def find(subject: Subject) -> Iterable[Fault]:
    """A sentence without a counterpart, half a sentence, or a question that is gone."""
    source, target = subject.languages
    if source == "en" and target in _RELATIVES and len(subject.source) >= _PART:
        yield from _parts(subject)
    if source == target or not {source, target} <= _ALIKE_IN_LENGTH or len(subject.source) < _LONG:
        return
    if _is_surely_whole(subject.source_prose, subject.target_prose):
        return
    theirs, ours = both(subject)
    if not 0 < len(ours) <= len(theirs) <= _MOST or is_technical(subject.source):
        return
    theirs = tuple(without_long_names(text, subject.target_prose) for text in theirs)
    before, after = ([len(" ".join(text.split())) for text in texts] for texts in (theirs, ours))
    groups = _groups(before, after)
    more = [after[at] - sum(before[first:last]) for first, last, at in groups]
    for first, last, at in groups:
        length = sum(before[first:last])
        share = after[at] / length
        if max(more[max(0, at - 1) : at + 2]) > -more[at] / 2:
            continue  # what this one lacks stands beside it: “…,” he said. “…” told as one speech
        if last - first == 1 and length >= _LONG and share < (_CUT if length >= _BRIEF else _CUT_BRIEF):
            yield _fault(Severity.WARNING, f"Only a part of “{_excerpt(theirs[first])}” is translated.")
        elif last - first > 1 and share < _LIKELY:
            lost = _unsaid(theirs[first:last], ours[at])
            if len(lost) >= _TELLING:
                severity = Severity.WARNING if share < _CLEAR else Severity.HINT
                yield _fault(severity, f"The sentence “{_excerpt(lost)}” has no translation.")


def _parts(subject: Subject) -> Iterator[Fault]:
    """Parts and list items that are gone, in sentences that stand side by side."""
    known = _RELATIVES[subject.languages[1]]
    if len(subject.target) > _SHORTER * len(subject.source) or subject.source == subject.target:
        return
    has_list = (
        "," in subject.source_signs
        and not _JOINING.isdisjoint(subject.source_vocabulary)
        and not _JOINING_HERE.isdisjoint(subject.target_vocabulary)
    )
    if "or" in subject.source_vocabulary and (lost := lost_alternative(subject.source_prose, subject.target_prose)):
        yield _fault(Severity.WARNING, f"“{_excerpt(lost)}” has no translation.")
        return
    may_have = may_have_lost(subject.source_vocabulary, subject.target_vocabulary, known)
    if not may_have and not has_list:
        return
    if is_technical(subject.source):
        return
    theirs, ours = both(subject)
    if len(theirs) > len(ours):
        if may_have and (sentence := lost_sentence(theirs, subject.target_prose, known)):
            yield _fault(Severity.WARNING, f"The sentence “{_excerpt(sentence)}” has no translation.")
        return
    if len(theirs) < len(ours):
        return
    for sentence, translation in zip(theirs, ours, strict=True):
        if may_have and (part := lost_part(sentence, translation, known)):
            yield _fault(Severity.WARNING, f"“{_excerpt(part)}” has no translation.")
        elif has_list and (items := lost_item(sentence, translation)):
            yield _fault(Severity.WARNING, f"Of “{_excerpt(items)}” one has no translation.")


def _is_surely_whole(source: str, target: str) -> bool:
    """A rough cut at marks before capitals, alike on both sides: as many pieces, and none much shorter."""
    theirs, ours = _ROUGH.split(source), _ROUGH.split(target)
    if len(theirs) != len(ours):
        return False
    return all(
        len(second) > 0.7 * len(first) for first, second in zip(theirs, ours, strict=True) if len(first) >= _LONG
    )


def _groups(theirs: Sequence[int], ours: Sequence[int]) -> list[tuple[int, int, int]]:
    """Which sentences [first, last) of the source each one of the translation stands for, by their lengths alone.

    Of all ways to lay them side by side in order, the one whose worst pair is the least bad.
    """
    more = len(theirs) - len(ours)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for at, length in enumerate(ours):
        step: dict[int, tuple[float, int]] = {}
        for first, (worst, _) in best[-1].items():
            for last in range(first + 1, min(at + 1 + more, len(theirs)) + 1):
                strain = max(worst, abs(log(length / sum(theirs[first:last]))))
                if last not in step or strain < step[last][0]:
                    step[last] = (strain, first)
        best.append(step)
    groups: list[tuple[int, int, int]] = []
    last = len(theirs)
    for at in range(len(ours) - 1, -1, -1):
        first = best[at + 1][last][1]
        groups.append((first, last, at))
        last = first
    return groups[::-1]


def _unsaid(theirs: Sequence[str], ours: str) -> str:
    """The one without which the others come nearest to the translation's length."""
    whole = sum(map(len, theirs))
    return min(theirs, key=lambda sentence: abs(whole - len(sentence) - len(ours)))


def _fault(severity: Severity, text: str) -> Fault:
    return Fault(severity, text, "Translate it whole.")


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59].rstrip() + "…"


check = Check(
    "sentences",
    "Every sentence of the source has been translated, and whole.",
    find,
    category=Category.OMISSION,
    about=(
        "Sentences are laid side by side by their lengths. Two may become one, which is then about as long as both; "
        "where it is much shorter, one was dropped. Languages that say the same in fewer characters are left alone. "
        "From English to Norwegian, a clause or an item of a list is missed, too: the translation is shorter by about "
        "as much, and tells no word of it that is known, but those of the rest."
    ),
    examples=(
        Example(
            source="The fire broke out in a warehouse at noon. Nobody was hurt. The cause is still unknown.",
            target="Brannen brøt ut i et lager midt på dagen, og ingen ble skadd. Årsaken er fortsatt ukjent.",
            right=True,
        ),
        Example(
            source="The fire broke out in a warehouse at noon. Nobody was hurt. The cause is still unknown.",
            target="Brannen brøt ut i et lager midt på dagen. Ingen ble skadd.",
            right=False,
        ),
        Example(
            source="The author, who grew up in a small fishing village, has sold millions of books.",
            target="Forfatteren har solgt millioner av bøker.",
            right=False,
        ),
        Example(
            source="The company makes phones, tablets and watches.",
            target="Selskapet lager telefoner og klokker.",
            right=False,
        ),
        Example(
            source="L’incendie est maîtrisé. Les pompiers ont travaillé toute la nuit dans le port.",
            target="Die Feuerwehr hat die ganze Nacht im Hafen gearbeitet.",
            right=False,
            source_language="fr",
            locale="de",
        ),
    ),
)
