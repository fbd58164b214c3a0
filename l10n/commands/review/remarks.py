"""What stands above the translation in the person's editor, as lines of comment."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from l10n.commands.console import one_line
from l10n.commands.review.facts import Facts
from l10n.commands.word_marks import plainly_marked
from l10n.model.conflict import conflicting_texts

_WIDTH = 76


def remarks(facts: Facts) -> list[str]:
    """The source and what a translator must know while writing, without the comment sign."""
    message = facts.message
    head = f"{facts.locale} · {facts.place.name} · {message.msgctxt or 'message'} · {facts.standing.state}"
    lines = [one_line(head), ""]
    for label, text in _texts(facts):
        lead = f"{label:<9}"
        lines += textwrap.wrap(
            one_line(text), _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
        )
    return [*lines, ""]


def _texts(facts: Facts) -> Iterator[tuple[str, str]]:
    message, known = facts.message, facts.knowledge
    yield facts.source_language, message.msgid
    if message.msgid_plural:
        yield "plural", message.msgid_plural
    if known.source_diff:
        yield "changed", plainly_marked(known.source_diff)
    for text in known.pivot.msgstr if known.pivot else ():
        yield known.pivot_locale, text
    for others in conflicting_texts(message):
        yield "other", " / ".join(others)
    for text in known.suggestion.texts if known.suggestion else ():
        yield "suggests", text
    if known.rejection:
        yield "rejected", known.rejection.entry.why
    for finding in facts.findings:
        yield "check", f"{finding.message} {finding.advice}"
    for note in known.notes:
        yield "note", note
    for term in known.terms:
        yield "term", f"{term.source}: {term.wording} ({term.kind})"
