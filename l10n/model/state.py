"""The state of a message, and the seal that keeps it from lying (law 3).

A state is written in the PO file itself, as translator comments that every gettext tool carries along:

    # l10n-state: reviewed
    # l10n-seal: 70973b569d1c
    # l10n-by: Ola Nordmann <ola@example.org> 2026-01-05T10:11Z
    # l10n-origin: argos en_nb 1.9

The seal is a hash of what was judged. Text edited in any tool, or a comment that msgmerge carried to another
message, no longer fits its seal, so the judgement no longer counts. `fuzzy` is the one word that every gettext
tool understands, so it always wins: what is fuzzy is never published as translated.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from l10n.model.message import FUZZY, Message
from l10n.model.provenance import HUMAN, Actor, Origin

_PREFIX = "l10n-"
CHANGED, CARRIED = "l10n-changed: ", "l10n-carried: "
"""Remarks that sync adds: what changed in the source, or where the text was taken from. True until a verdict."""
_UNIQUE = ("l10n-state: ", "l10n-seal: ")
CONFLICT_PREFIX = "l10n-theirs"
"""Begins the lines that hold the other text of a merge conflict (conflict.py)."""
SUGGESTION_PREFIX = "l10n-suggestion"
"""Begins the lines that hold a machine's suggestion beside a stale text (suggestion.py)."""
SEAL_LENGTH = 12
DRAFT_NOTE_LINE = "l10n-note: draft: "
"""What a machine lost or did not know, in a draft's `extra` lines."""
PIVOT_LINE = "l10n-pivot: "
"""`l10n-pivot: nb 70973b569d1c`: the pivot's text that a draft was made from, by its seal."""


class State(StrEnum):
    """What may be done with a translation; the names are XLIFF 2.1's where it has one."""

    NEW = "new"
    """No translation yet."""
    DRAFT = "draft"
    """Machine output that nobody vouches for."""
    STALE = "stale"
    """The source has changed in meaning since this was written."""
    REJECTED = "rejected"
    """A reviewer said no."""
    TRANSLATED = "translated"
    """A person wrote or accepted it; no second person has reviewed it."""
    REVIEWED = "reviewed"
    FINAL = "final"
    """Signed off for print; nothing ranks higher."""

    __hash__ = str.__hash__
    """An enumeration's own hash takes five times as long, and very many texts are counted by their states."""

    @property
    def is_fuzzy(self) -> bool:
        return self in (State.DRAFT, State.STALE, State.REJECTED)

    @property
    def rank(self) -> int:
        """How good, for gates: new < rejected < stale < draft < translated < reviewed < final."""
        return _RANKS[self]


_RANKS = {
    State.NEW: 0, State.REJECTED: 1, State.STALE: 2, State.DRAFT: 3,
    State.TRANSLATED: 4, State.REVIEWED: 5, State.FINAL: 6,
}  # fmt: skip


_STATES = frozenset(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The `l10n-…:` comment lines of a message, as they stand; nothing here has been believed yet."""

    state: State | None = None
    seal: str = ""
    by: Actor | None = None
    at: str = ""
    """When, as ISO 8601 in UTC to the minute: 2026-01-05T10:11Z."""
    origin: Origin | None = None
    extra: tuple[str, ...] = ()
    """Other `l10n-` lines (`l10n-note: …`), kept in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What we believe of a message after its record was held against its text."""

    state: State
    origin: Origin | None = None
    """Who wrote the text that stands there now; None where nobody said."""
    is_fresh: bool = True
    """The translation was made from the source as it is now."""
    is_untouched: bool = False
    """The text is exactly what the record sealed: a draft that no one has edited, a review still valid."""
    record: Record = Record()

    @property
    def counted(self) -> State:
        """The state that a gate believes: a draft or a rejection carried to another source counts as stale."""
        return self.state if self.is_fresh else State.STALE


def seal(message: Message) -> str:
    """The first 12 hex digits of sha256 over NFC(msgctxt EOT msgid NUL msgstr NUL msgstr…).

    EOT before the msgid is how gettext's own .mo files join a context to it.
    """
    context = "" if message.msgctxt is None else message.msgctxt + "\x04"
    judged = context + message.msgid + "\0" + "\0".join(message.msgstr)
    return hashlib.sha256(unicodedata.normalize("NFC", judged).encode()).hexdigest()[:SEAL_LENGTH]


def is_record_line(comment: str) -> bool:
    """True for a translator comment that is l10n's own."""
    return comment.startswith(_PREFIX)


def read_record(message: Message) -> Record:
    """The record in a message's comments; an unknown state or a torn line is kept as `extra`, not believed.

    Two records in one entry, as `msgcat` joins them from two files, vouch for nothing: their seals are not read.
    """
    if not any(line.startswith(_PREFIX) for line in message.comments):
        return Record()
    is_joined = any(len({line for line in message.comments if line.startswith(key)}) > 1 for key in _UNIQUE)
    said: dict[str, Any] = {}
    extra: list[str] = []
    for line in message.comments:
        if not line.startswith(_PREFIX):
            continue
        key, _, value = line[len(_PREFIX) :].partition(": ")
        if key == "state" and value in _STATES:
            said["state"] = State(value)
        elif key == "seal":
            said["seal"] = "" if is_joined else value
        elif key == "by":
            who, _, said["at"] = value.rpartition(" ")
            said["by"] = Actor.parse(who)
        elif key == "origin":
            said["origin"] = Origin.parse(value)
        else:
            extra.append(line)
    return Record(**said, extra=tuple(extra))


def standing(message: Message) -> Standing:
    """Reconcile what the record claims with what the message now says. This never fails and never guesses up.

    record, fuzzy, seal               → state
    any,        any,   no text        → new
    draft,      fuzzy, any            → draft       (edited but still fuzzy: a draft that is no longer untouched)
    rejected,   fuzzy, any            → rejected
    other,      fuzzy, any            → stale       (someone or msgmerge took the vouching back)
    none,       fuzzy, any            → stale with `#|`, else draft of unknown origin
    reviewed/final, not fuzzy, fits   → as recorded, if somebody signed it
    any other,  not fuzzy             → translated  (accepted or edited in some editor, unsigned)
    """
    record = read_record(message)
    if not message.has_text:
        return Standing(state=State.NEW, record=record)
    fits = bool(record.seal) and record.seal == seal(message)
    origin = record.origin if fits or message.is_fuzzy else _edited_origin(record)
    state = _fuzzy_state(message, record) if message.is_fuzzy else _clear_state(record, fits)
    is_moved = state in (State.DRAFT, State.REJECTED) and record.state is state and not fits
    return Standing(
        state=state,
        origin=origin,
        # msgmerge moves what is fuzzy to another msgid and writes no `#|`: only its seal can vouch for its source
        is_fresh=state is not State.STALE and not is_moved,
        is_untouched=fits,
        record=record,
    )


def _fuzzy_state(message: Message, record: Record) -> State:
    if record.state in (State.DRAFT, State.REJECTED) and message.previous is None:
        return record.state
    if record.state is None and message.previous is None:
        return State.DRAFT
    return State.STALE


def _clear_state(record: Record, fits: bool) -> State:
    if fits and record.state in (State.REVIEWED, State.FINAL) and record.by is not None:
        return record.state
    return State.TRANSLATED


def _edited_origin(record: Record) -> Origin | None:
    """A text that no longer fits its seal was last written by someone in an editor."""
    return HUMAN if record.seal else record.origin


def judged(message: Message, state: State, *, by: Actor | None, at: str, origin: Origin | None) -> Message:
    """The message with a new record: sealed over its text as it is now, fuzzy set or cleared to fit the state.

    The record stands first among the comments; comments that are not ours keep their order after it. `#|` is
    dropped when the state says the translation fits its source again. Who vouches for a text settles its merge
    conflict, and answers the notes of a draft.
    """
    lines = [f"l10n-state: {state}"]
    if state is not State.NEW:
        lines.append(f"l10n-seal: {seal(message)}")
    if by is not None:
        lines.append(f"l10n-by: {by} {at}")
    if origin is not None:
        lines.append(f"l10n-origin: {origin}")
    settled = [CHANGED, CARRIED, SUGGESTION_PREFIX]
    settled += [] if state is State.REJECTED else [CONFLICT_PREFIX]
    settled += [] if state.is_fuzzy else [DRAFT_NOTE_LINE, PIVOT_LINE]
    lines += (line for line in read_record(message).extra if not line.startswith(tuple(settled)))
    others = tuple(line for line in message.comments if not line.startswith(_PREFIX))
    flags = tuple(flag for flag in message.flags if flag != FUZZY)
    return replace(
        message,
        comments=(*lines, *others),
        flags=(FUZZY, *flags) if state.is_fuzzy else flags,
        previous=message.previous if state is State.STALE else None,
    )


def resealed(before: Message, after: Message) -> Message:
    """`after`, judged as `before` was: for a source that reads the same and a translation that is the same.

    A seal that did not fit before is left as it stands: a broken seal must not heal.
    """
    record = read_record(before)
    if not record.seal or record.seal != seal(before):
        return after
    old, new = f"{_PREFIX}seal: {record.seal}", f"{_PREFIX}seal: {seal(after)}"
    return replace(after, comments=tuple(new if line == old else line for line in after.comments))


def without_record(message: Message) -> Message:
    """The message as a fresh template has it: no record, not fuzzy, no previous source."""
    return replace(
        message,
        comments=tuple(line for line in message.comments if not line.startswith(_PREFIX)),
        flags=tuple(flag for flag in message.flags if flag != FUZZY),
        previous=None,
    )
