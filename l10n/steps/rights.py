"""Who may vouch for a translation, and for which: reviewers that a locale names, not its writer, not unseen."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.model.ledger import LedgerEntry, standing_verdicts
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.model.state import State, read_record, seal, standing
from l10n.steps.unmodified import is_by_machine


def may_review(
    message: Message,
    actor: Actor,
    *,
    reviewers: Iterable[str] = (),
    four_eyes: bool = False,
    ledger: Iterable[LedgerEntry] = (),
) -> str | None:
    """None where `actor` may review or reject the message as it stands; else the sentence that says why not.

    `reviewers` are addresses, or `Name <address>`; none named means that everyone may. With `four_eyes` the writer
    of a text cannot review it: that is who signed this very text as translated, in the message or in `ledger` (a
    later review takes the writer's place in the message, never in the ledger). A text that somebody edited without
    signing has no known writer. Ask with the signer of a review that stands to see whether it counts.
    """
    named = list(reviewers)
    if named and not any(_is_named(entry, actor) for entry in named):
        return f"{actor} is not among the reviewers of this locale: {', '.join(named)}."
    if four_eyes and any(actor.is_same_person(writer) for writer in _writers(message, ledger)):
        return f"{actor} wrote this translation, and the project wants a second pair of eyes."
    return None


def needs_a_look(message: Message) -> bool:
    """True for a text that must not be approved among many: its source changed, someone said no, or two disagree."""
    return standing(message).state in (State.STALE, State.REJECTED)


def is_unseen(message: Message) -> bool:
    """True for a machine's draft as it came: whoever approves many of these at once has read none."""
    found = standing(message)
    return found.state is State.DRAFT and found.is_untouched and is_by_machine(found.origin)


def _is_named(entry: str, actor: Actor) -> bool:
    if "<" not in entry and "@" in entry:
        return entry.strip().casefold() == actor.email.casefold()
    return actor.is_same_person(Actor.parse(entry))


def _writers(message: Message, ledger: Iterable[LedgerEntry]) -> list[Actor]:
    """Whoever signed the text that stands there now as its translator."""
    current = seal(message)
    record = read_record(message)
    about = [entry for entry in ledger if entry.seal == current and entry.state is State.TRANSLATED]
    writers = [Actor.parse(entry.by) for entry in standing_verdicts(about)]
    if record.state is State.TRANSLATED and record.seal == current and record.by is not None:
        writers.append(record.by)
    return writers
