"""Three-way merge by message: both sides' independent edits stay, and true conflicts wait for a person.

Texts are matched by key, never by place, so a changed msgid is another message and cannot come by an old msgstr.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from l10n.model.catalog import Catalog
from l10n.model.conflict import with_conflict
from l10n.model.message import FUZZY, Message, MessageKey, Previous
from l10n.model.state import State, is_record_line, judged, standing
from l10n.steps.merge_header import merge_header
from l10n.steps.merge_reworded import follow_reworded
from l10n.steps.no_ones_work import is_no_ones_work

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What came out, and which of its messages a person must look at."""

    catalog: Catalog
    conflicts: tuple[Message, ...] = ()
    """Translated differently on the two sides; see model/conflict.py for the form."""
    kept_obsolete: tuple[Message, ...] = ()
    """Changed on one side and removed on the other: kept as obsolete, so that no work is lost."""


def merge(base: Catalog, ours: Catalog, theirs: Catalog) -> Merged:
    """The catalog that holds what both sides did since `base`, in the order of ours. Never fails.

    Where only one side touched a part of a message (its text and what is said of it; its notes; its flags), that side
    wins. A person's text wins over a machine's draft. Where people wrote different texts, the message is a conflict.
    """
    was, us, them = _by_key(base), _by_key(ours), _by_key(theirs)
    merged: dict[MessageKey, Message] = {}
    conflicts, kept_obsolete = [], []
    for key in _order(list(us), list(them)):
        before, our, their = was.get(key), us.get(key), them.get(key)
        if our is None or their is None:
            one = our or their
            if one is None or one == before:
                continue
            if before is not None and one.has_text and not one.obsolete:
                one = replace(one, obsolete=True)
                kept_obsolete.append(one)
            elif before is not None and not one.has_text:
                continue
            merged[key] = one
            continue
        message, is_conflict = _merge_message(before or Message(msgid=our.msgid), our, their)
        merged[key] = message
        if is_conflict:
            conflicts.append(message)
    merged |= {message.key: message for message in follow_reworded(merged, was)}
    header = merge_header(base.header, ours.header, theirs.header)
    return Merged(
        catalog=Catalog(header=header, messages=tuple(merged.values())),
        conflicts=tuple(conflicts),
        kept_obsolete=tuple(kept_obsolete),
    )


def _by_key(catalog: Catalog) -> dict[MessageKey, Message]:
    """Messages by key in file order; the live one where an obsolete one has the same key."""
    found: dict[MessageKey, Message] = {}
    for message in catalog.messages:
        if not message.obsolete or message.key not in found:
            found[message.key] = message
    return found


def _order(ours: list[MessageKey], theirs: list[MessageKey]) -> Iterable[MessageKey]:
    """All keys in our order, each of theirs that we lack after the one that it follows there."""
    followers: dict[MessageKey | None, list[MessageKey]] = {}
    known, last = set(ours), None
    for key in theirs:
        if key in known:
            last = key
        else:
            followers.setdefault(last, []).append(key)
    yield from followers.get(None, ())
    for key in ours:
        yield key
        yield from followers.get(key, ())


def _merge_message(before: Message, our: Message, their: Message) -> tuple[Message, bool]:
    """The message, and whether it is a conflict."""
    if our == their or their == before:
        return our, False
    if our == before:
        return their, False
    from_side, is_conflict = _side_of_text(before, our, their)
    other = their if from_side is our else our
    message = replace(
        from_side,
        obsolete=_pick(before, our, their, lambda m: m.obsolete),
        extracted=_pick(before, our, their, lambda m: m.extracted),
        references=_pick(before, our, their, lambda m: m.references),
        msgid_plural=_pick(before, our, their, lambda m: m.msgid_plural),
        flags=_union(_flags(before), _flags(from_side), _flags(other), fuzzy=from_side.is_fuzzy),
        comments=(*_record_lines(from_side), *_union(*map(_notes, (before, from_side, other)))),
    )
    if is_conflict:
        return with_conflict(replace(message, msgid_plural=our.msgid_plural), their), True
    if message.msgid_plural != from_side.msgid_plural and message.has_text:
        message = _made_stale(message, from_side)
    return message, False


def _side_of_text(before: Message, our: Message, their: Message) -> tuple[Message, bool]:
    """The side whose text, and what is said of it, is taken; and whether the other's is a loss that nobody decided."""
    if _text(our) == _text(their) or _text(their) == _text(before):
        return our, False
    if _text(our) == _text(before):
        return their, False
    if (our.msgid_plural is None) != (their.msgid_plural is None):
        return our, our.msgstr != their.msgstr
    if our.msgstr == their.msgstr:
        return _same_text_side(our, their), False
    # a text that only the other side has rewritten answers to no verdict on the old one
    for side, other in ((our, their), (their, our)):
        if is_no_ones_work(other) or (other.msgstr == before.msgstr and not is_no_ones_work(side)):
            return side, False
    return our, True


def _same_text_side(our: Message, their: Message) -> Message:
    """Of two opinions on one text: a rejection, then whatever vouches for it most."""
    ours, theirs = standing(our).state, standing(their).state
    if State.REJECTED in (ours, theirs):
        return our if ours is State.REJECTED else their
    return their if theirs.rank > ours.rank else our


def _made_stale(message: Message, written_for: Message) -> Message:
    """One side changed the plural source, the other the translation: nobody has seen them together.

    The seal does not cover the plural source, so the old judgement must go, or it would count again unfuzzied.
    """
    previous = message.previous or Previous(None, written_for.msgid, written_for.msgid_plural)
    origin = standing(message).origin
    return judged(replace(message, previous=previous), State.STALE, by=None, at="", origin=origin)


def _text(message: Message) -> object:
    """The translation, and everything that is said of it."""
    return message.msgstr, message.is_fuzzy, message.previous, _record_lines(message)


def _record_lines(message: Message) -> tuple[str, ...]:
    return tuple(line for line in message.comments if is_record_line(line))


def _notes(message: Message) -> tuple[str, ...]:
    return tuple(line for line in message.comments if not is_record_line(line))


def _flags(message: Message) -> tuple[str, ...]:
    return tuple(flag for flag in message.flags if flag != FUZZY)


def _pick(before: Message, our: Message, their: Message, part: Callable[[Message], T]) -> T:
    """The part from the side that changed it; ours where both did."""
    return part(their) if part(our) == part(before) else part(our)


def _union(
    before: tuple[str, ...], first: tuple[str, ...], second: tuple[str, ...], *, fuzzy: bool = False
) -> tuple[str, ...]:
    """Lines that one side removed are gone, lines that one side added are there; first's order."""
    removed = set(before) - (set(first) & set(second))
    lines = [line for line in first if line not in removed]
    lines += (line for line in second if line not in removed and line not in first)
    return (FUZZY, *lines) if fuzzy else tuple(lines)
