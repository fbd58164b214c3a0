"""One message that comes back from another tool, against the one that stands in the catalog: a merge by seal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from l10n.checks.contract import Check
from l10n.errors import InvalidInputError
from l10n.model.arrival import UNSIGNED, Arrival, Fate, Reception
from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts, with_conflict
from l10n.model.finding import Severity
from l10n.model.ledger import LedgerEntry
from l10n.model.message import FUZZY, Message
from l10n.model.provenance import Actor
from l10n.model.state import State, seal, standing
from l10n.steps.check import check
from l10n.steps.edit import edit
from l10n.steps.export_units import source_of
from l10n.steps.judge import Judging, judge
from l10n.steps.no_ones_work import is_no_ones_work


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who imports, and by which rules."""

    domain: str
    source_language: str
    locale: str
    actor: Actor
    at: str
    checks: Sequence[Check] = ()
    """A text in which one of them finds a new error is not taken."""
    may_review: Callable[[Message, Sequence[LedgerEntry]], str | None] | None = None
    """Whether the person may sign a review, given what was signed just now; None where reviews are not signed."""
    why: str = ""
    """Why drafts may pass as they are, for the ledger."""
    is_finished: bool = False
    """Every text that was edited counts as translated, whatever state the file gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The message after an import, what to add to the ledger, and what became of the arrival."""

    message: Message
    reception: Reception
    entries: tuple[LedgerEntry, ...] = ()


def import_message(message: Message, arrival: Arrival, desk: Desk, *, exported: Message | None = None) -> Received:
    """Take a text from a file where the catalog still stands as exported. What is newer is never overwritten.

    `exported` is the message under the source that it was exported with, where that reads the same and is spelled
    differently. A text nobody changed in the file changes nothing. Where both sides changed it, theirs is put beside
    ours as a conflict, as `merge` does; beside a reviewed text it is not put. The state in the file counts where it
    was changed there: fuzzy to translated is a confirmation, anything to fuzzy is unfinished work.
    """
    if arrival.fault:
        return _left(message, Fate.SKIPPED, arrival.fault)
    if len(arrival.texts) != len(message.msgstr):
        forms = f"{len(arrival.texts)} plural forms in the file, and {len(message.msgstr)} in the catalog"
        return _left(message, Fate.SKIPPED, f"it has {forms}.")
    if _is_copied_source(message, arrival):
        return _left(message, Fate.UNCHANGED)
    under = exported or message
    stands = arrival.base is not None and seal(replace(under, msgstr=message.msgstr)) == arrival.base.seal
    was_edited = arrival.base is None or seal(replace(under, msgstr=arrival.texts)) != arrival.base.seal
    if arrival.texts == message.msgstr or (stands and not was_edited):
        return _confirmed(message, arrival, desk)
    if not was_edited:
        return _left(message, Fate.UNCHANGED)
    if not all(text.strip() for text in arrival.texts):
        is_blank = not any(text.strip() for text in arrival.texts)
        why = "its text was emptied in the file." if is_blank else "a plural form of it is empty."
        return _left(message, Fate.SKIPPED, why)
    try:
        edited = edit(
            Catalog(messages=(message,)), message.key, arrival.texts,
            domain=desk.domain, actor=desk.actor, at=desk.at,
        )  # fmt: skip
    except InvalidInputError as error:
        return _left(message, Fate.SKIPPED, error.bare_message)
    theirs = edited.catalog.by_key[message.key]
    if theirs.msgstr == message.msgstr:
        return _left(message, Fate.UNCHANGED)
    fault = _new_fault(message, theirs, desk)
    if fault:
        return _left(message, Fate.SKIPPED, fault)
    is_known = theirs.msgstr in conflicting_texts(message)
    if is_known or (not stands and not is_no_ones_work(message)) or _was_signed_since(message, arrival, desk):
        return _disputed(message, theirs)
    return _taken(message, edited, arrival, desk)


def _is_copied_source(message: Message, arrival: Arrival) -> bool:
    """True for what went out untranslated, and came back as its own source without anyone calling that done."""
    was_open = arrival.base is not None and arrival.base.state is State.NEW
    sources = tuple(source_of(message, form) for form in range(len(arrival.texts)))
    return was_open and arrival.texts == sources and arrival.state in (None, State.NEW)


def _was_signed_since(message: Message, arrival: Arrival, desk: Desk) -> bool:
    """True where a verdict of a person is newer than the file: a review, or an acceptance that the file would undo."""
    if arrival.base is None:
        return False
    now = standing(message).state
    if now.rank < State.TRANSLATED.rank or now.rank <= arrival.base.state.rank:
        return False
    return now.rank >= State.REVIEWED.rank or _is_unfinished(arrival, desk)


def _is_unfinished(arrival: Arrival, desk: Desk) -> bool:
    return arrival.state is not None and arrival.state.is_fuzzy and not desk.is_finished


def _taken(message: Message, edited: Judging, arrival: Arrival, desk: Desk) -> Received:
    before = standing(message).state
    new, entries = edited.catalog.by_key[message.key], edited.entries
    if _is_unfinished(arrival, desk):
        # as a PO editor leaves it: fuzzy, under a seal that no longer fits
        flags = (FUZZY, *(flag for flag in message.flags if flag != FUZZY))
        new, entries = replace(message, msgstr=new.msgstr, flags=flags), ()
    reception = Reception(
        fate=Fate.TAKEN, source=message.msgid, key=message.key, before=before, after=standing(new).state
    )
    received = Received(message=new, reception=reception, entries=entries)
    return _reviewed(received, arrival, desk) if entries else received


def _confirmed(message: Message, arrival: Arrival, desk: Desk) -> Received:
    """The same text: what the file says of it now, and did not say when it was exported."""
    found = standing(message)
    said, before = arrival.state, arrival.base.state if arrival.base else found.state
    unchanged = _left(message, Fate.UNCHANGED)
    if said is None or said is before or State.NEW in (found.state, said):
        return unchanged
    if said.is_fuzzy:
        if found.state.rank < State.TRANSLATED.rank or before.is_fuzzy:
            return unchanged
        return _left(message, Fate.SKIPPED, f"the file calls it unfinished, and it is {found.state} here.")
    if not before.is_fuzzy or found.state.rank >= State.TRANSLATED.rank:
        return _reviewed(unchanged, arrival, desk)
    if found.state is not before:
        return _left(message, Fate.SKIPPED, f"it was {before} when it was exported, and is {found.state} now.")
    signed = judge(
        Catalog(messages=(message,)), [message.key], State.TRANSLATED,
        domain=desk.domain, actor=desk.actor, at=desk.at, why=desk.why,
    )  # fmt: skip
    new = signed.catalog.by_key[message.key]
    reception = Reception(
        fate=Fate.CONFIRMED, source=message.msgid, key=message.key, before=found.state, after=State.TRANSLATED
    )
    return _reviewed(Received(message=new, reception=reception, entries=signed.entries), arrival, desk)


def _reviewed(received: Received, arrival: Arrival, desk: Desk) -> Received:
    """Signed as the file calls it, where the person asks for that and may; a file alone reviews nothing."""
    may, state = desk.may_review, arrival.state
    if state not in (State.REVIEWED, State.FINAL) or (arrival.base and arrival.base.state.rank >= state.rank):
        return received
    if may is None:
        return replace(received, reception=replace(received.reception, why=UNSIGNED))
    key = received.message.key
    signed = judge(
        Catalog(messages=(received.message,)), [key], state, domain=desk.domain, actor=desk.actor, at=desk.at,
        why=desk.why, may=lambda message: may(message, received.entries),
    )  # fmt: skip
    (outcome,) = signed.outcomes
    if not signed.entries:
        return replace(received, reception=replace(received.reception, why=outcome.refused))
    fate = Fate.CONFIRMED if received.reception.fate is Fate.UNCHANGED else received.reception.fate
    return Received(
        message=signed.catalog.by_key[key],
        reception=replace(received.reception, fate=fate, after=outcome.after),
        entries=(*received.entries, *signed.entries),
    )


def _disputed(message: Message, theirs: Message) -> Received:
    """Since the export, both sides changed the text, or one changed it and the other signed it."""
    if theirs.msgstr in conflicting_texts(message):
        return _left(message, Fate.UNCHANGED)
    before = standing(message).state
    if before.rank >= State.REVIEWED.rank:
        return _left(message, Fate.SKIPPED, f"it was changed or signed here after the export, and is {before}.")
    new = with_conflict(message, theirs)
    why = "it was changed or signed here too: both texts stand in the catalog."
    reception = Reception(
        fate=Fate.CONFLICT, source=message.msgid, key=message.key, before=before, after=standing(new).state, why=why
    )
    return Received(message=new, reception=reception)


def _new_fault(message: Message, theirs: Message, desk: Desk) -> str:
    """What is broken in their text and was not broken in ours."""
    ours = {text for text, _ in _errors(message, desk)}
    return next((f"{text} {advice}".strip() for text, advice in _errors(theirs, desk) if text not in ours), "")


def _errors(message: Message, desk: Desk) -> list[tuple[str, str]]:
    findings = check(
        Catalog(messages=(message,)), locale=desk.locale, domain=desk.domain,
        source_language=desk.source_language, checks=desk.checks,
    )  # fmt: skip
    return [(found.message, found.advice) for found in findings if found.severity is Severity.ERROR]


def _left(message: Message, fate: Fate, why: str = "") -> Received:
    state = standing(message).state
    reception = Reception(fate=fate, source=message.msgid, key=message.key, before=state, after=state, why=why)
    return Received(message=message, reception=reception)
