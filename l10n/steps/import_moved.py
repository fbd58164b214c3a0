"""Texts that come back from another tool for a source that was edited, or taken away, while they were out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.model.arrival import Arrival, Fate, Reception
from l10n.model.message import Message
from l10n.model.provenance import HUMAN
from l10n.model.state import State, is_record_line, judged, seal, standing, without_record
from l10n.steps.carry import made_stale
from l10n.steps.import_message import Desk, Received, import_message
from l10n.steps.no_ones_work import is_no_ones_work
from l10n.steps.trace import Trace, trace

_GONE = "the article no longer has this text."


def import_moved(arrivals: Iterable[Arrival], waiting: Sequence[Message], desk: Desk) -> dict[str, Received]:
    """Message id → what became of it, for arrivals that go on under another source.

    `waiting` are live messages that the file does not have. One of them continues an arrival where `sync` would say
    so: it reads the same, it was made from that very source, or it is alike and nobody has worked on it yet.
    """
    old = {id(message): (message, arrival) for arrival in arrivals for message in _as_exported(arrival)}
    if all(_is_unedited(message, arrival) for message, arrival in old.values()):
        return {}
    wanted = [replace(message, msgstr=("",) * len(message.msgstr)) for message in waiting]
    lost = [message for message, _ in old.values()]
    traces = trace(wanted, lost, (), source_language=desk.source_language, locale=desk.locale)
    by_key = {message.key: message for message in waiting}
    found: dict[str, Received] = {}
    for key, its_trace in traces.items():
        if its_trace.regrouped is None:
            before, arrival = old[id(its_trace.sources[0])]
            found[arrival.message_id] = _followed(by_key[key], before, arrival, its_trace, desk)
    return found


def _as_exported(arrival: Arrival) -> Iterable[Message]:
    """The message under its old source, with the file's text; nothing for what cannot be followed."""
    if not arrival.is_plural and not arrival.fault and any(arrival.texts):
        yield Message(msgctxt=arrival.role, msgid=arrival.source, msgstr=arrival.texts)


def _followed(message: Message, old: Message, arrival: Arrival, its_trace: Trace, desk: Desk) -> Received:
    if its_trace.grade.carries_review:
        return import_message(message, arrival, desk, exported=old)
    if _is_unedited(old, arrival) or arrival.texts == message.msgstr:
        return _answer(message, Fate.UNCHANGED)
    ours = replace(old, msgstr=message.msgstr)
    if not is_no_ones_work(message) and (arrival.base is None or seal(ours) != arrival.base.seal):
        return _answer(message, Fate.SKIPPED, f"its source was edited ({its_trace.why}), and translated anew here.")
    remarks = tuple(line for line in message.comments if not is_record_line(line))
    theirs = judged(replace(old, comments=remarks), State.TRANSLATED, by=desk.actor, at=desk.at, origin=HUMAN)
    stale = made_stale(theirs, without_record(message), len(message.msgstr), why=its_trace.why)
    why = f"its source was edited meanwhile ({its_trace.why}): the text is stale."
    return _answer(message, Fate.STALE, why, new=stale)


def keep_obsolete(old: Message | None, arrival: Arrival, desk: Desk) -> Received:
    """A text whose source is gone: kept in the obsolete entry that stands as it was exported."""
    known = old or Message(msgctxt=arrival.role, msgid=arrival.source)
    if arrival.fault:
        return _answer(known, Fate.SKIPPED, arrival.fault)
    if not any(arrival.texts) or _is_unedited(replace(known, msgstr=arrival.texts), arrival):
        return _answer(known, Fate.UNCHANGED)
    if old is not None and arrival.texts == old.msgstr:
        return _answer(known, Fate.UNCHANGED)
    if old is None or arrival.base is None or seal(old) != arrival.base.seal or len(arrival.texts) != len(old.msgstr):
        return _answer(known, Fate.SKIPPED, _GONE)
    new = judged(replace(old, msgstr=arrival.texts), State.TRANSLATED, by=desk.actor, at=desk.at, origin=HUMAN)
    return _answer(known, Fate.KEPT, f"{_GONE[:-1]}: its translation is kept as obsolete.", new=new)


def _is_unedited(theirs: Message, arrival: Arrival) -> bool:
    return arrival.base is not None and seal(theirs) == arrival.base.seal


def _answer(message: Message, fate: Fate, why: str = "", *, new: Message | None = None) -> Received:
    after = new or message
    reception = Reception(
        fate=fate, source=message.msgid, key=message.key,
        before=standing(message).state, after=standing(after).state, why=why,
    )  # fmt: skip
    return Received(message=after, reception=reception)
