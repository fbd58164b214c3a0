"""One source text has one translation in a locale.

“Related articles” → “Relaterte artikler” here, “Relaterte saker” there    worth a look

Long texts are seldom the same by chance and short ones often by necessity, so only texts of the same role are compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from l10n.checks.contract import CollectionCheck, Example, Fault, Subject
from l10n.model.finding import Category, Severity


def find(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Fault]]:
    """Each text whose source is translated otherwise elsewhere; the commonest translation is left alone."""
    groups: dict[tuple[str, str, int], list[Subject]] = defaultdict(list)
    for subject in subjects:
        groups[subject.role, subject.source, subject.form].append(subject)
    for group in groups.values():
        if len(group) < 2:
            continue
        counts = Counter(_plain(subject.target) for subject in group)
        if len(counts) < 2:
            continue
        usual = counts.most_common(1)[0][0]
        shown = next(subject.target for subject in group if _plain(subject.target) == usual)
        for subject in group:
            if _plain(subject.target) != usual:
                text = f"The same text is “{_excerpt(shown)}” elsewhere."
                yield subject, Fault(Severity.HINT, text, "Use one translation, unless the two mean different things.")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59].rstrip() + "…"


check = CollectionCheck(
    "consistency",
    "One source text has one translation in a locale.",
    find,
    category=Category.INCONSISTENT_TERM,
    about=(
        "Texts of one role with the same source, in all articles and the chrome of a locale, are compared. Those that "
        "differ from the commonest translation get a hint: context may ask for it."
    ),
    examples=(
        Example(
            source="Related articles",
            target="Relaterte artikler",
            right=True,
            beside=(("Related articles", "Relaterte artikler"),),
        ),
        Example(
            source="Related articles",
            target="Relaterte saker",
            right=False,
            beside=(("Related articles", "Relaterte artikler"), ("Related articles", "Relaterte artikler")),
        ),
    ),
)
