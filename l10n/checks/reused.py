"""Different labels have different translations: two buttons that say the same are two riddles.

Lukk, Avvis  → Close, Dismiss    right
Lukk, Avvis  → Close, Close      worth a look
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from l10n.checks.contract import CollectionCheck, Example, Fault, Subject
from l10n.model.finding import Category, Severity

_LABELS = frozenset({"button", "label", "badge", "title", "card headline"})
"""Texts that a reader tells apart by what they say."""


def find(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Fault]]:
    """Each label whose translation another label of its role has, too."""
    groups: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.role in _LABELS and subject.form == 0:
            groups[subject.role, " ".join(subject.target.split()).casefold()].append(subject)
    for group in groups.values():
        sources = {" ".join(subject.source.split()).casefold().rstrip(".!:") for subject in group}
        if len(sources) < 2:
            continue
        for subject in group:
            other = next(one.source for one in group if one.source != subject.source)
            text = f"“{' '.join(other.split())}” has the same translation."
            yield subject, Fault(Severity.HINT, text, "See that readers can tell the two apart.")


check = CollectionCheck(
    "reused",
    "Different labels and headlines have different translations.",
    find,
    category=Category.MISTRANSLATION,
    about=(
        "Two buttons, badges or headlines with different sources and one translation: often a text pasted into "
        "the wrong place. A hint, for a language may have one word where the source has two."
    ),
    examples=(
        Example(source="Dismiss", target="Avvis", right=True, role="button", beside=(("Close", "Lukk"),)),
        Example(source="Dismiss", target="Lukk", right=False, role="button", beside=(("Close", "Lukk"),)),
    ),
)
