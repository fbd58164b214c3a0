"""What a reviewer should know of a draft: what the machine lost, made up, or did not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.checks.contract import Subject
from l10n.engines.contract import Draft
from l10n.model.glossary import Term, TermKind, breaches, kept_terms
from l10n.segmentation.placeholders import difference
from l10n.segmentation.printable import one_line
from l10n.steps.hard_flags import hard_flags

_LONGEST = 160


def draft_notes(
    draft: Draft, subject: Subject, *, source: str, terms: Sequence[Term], names: Sequence[str] = ()
) -> list[str]:
    """Notes on one draft, a line each, always in the same words and order.

    `subject` is the text that the machine was given, beside what it made of it; `source` is the message's own text,
    which the glossary speaks of; `names` are those of the article.
    """
    return [one_line(" ".join(note.split()), _LONGEST) for note in _notes(draft, subject, source, terms, names)]


def _notes(draft: Draft, subject: Subject, source: str, terms: Sequence[Term], names: Sequence[str]) -> Iterator[str]:
    yield from draft.notes
    broken = list(breaches(terms, source, subject.target))
    inflected = set(kept_terms(terms)) - set(kept_terms(broken))
    lost, added = difference(subject.source, subject.target, kept_terms(terms))
    if lost := [text for text in lost if text not in inflected]:
        yield f"lost {', '.join(lost)}"
    if added := [text for text in added if text not in inflected]:
        yield f"added {', '.join(added)}"
    told = {word for term in terms for word in term.source.split()}
    yield from hard_flags(subject, [name for name in names if told.isdisjoint(name.split())])
    for term in broken:
        if term.kind is TermKind.PREFERRED:
            yield f"glossary: {term.source} is {term.target}"
        elif term.kind is TermKind.FORBIDDEN:
            yield f"glossary: {term.source} is not {term.target}"
        else:
            yield f"glossary: {term.source} stays as it is"
    words = sorted({word for word in draft.unknown if word.islower()})
    if words:  # a name that no dictionary has is no cause for alarm
        yield f"not in the engine's dictionary: {', '.join(words)}"
