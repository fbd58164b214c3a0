"""Compare two states of a catalog, message by message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from l10n.model.catalog import Catalog
from l10n.model.change import Change, Kind, Movement, Side, Witness, Writer
from l10n.model.message import Message, MessageKey
from l10n.model.state import seal, standing
from l10n.segmentation.cosmetic import face
from l10n.steps.likeness import LikenessIndex, best_pairs
from l10n.steps.moved_facts import MovedFacts, moved_facts, movement

_ALIKE = 0.5
"""Two sources of one role that share this much of their words are one, edited."""


class _Names(NamedTuple):
    """What all changes of a catalog have in common."""

    locale: str
    source_language: str
    domain: str


def diff(old: Catalog, new: Catalog, *, locale: str, source_language: str, domain: str) -> list[Change]:
    """What changed, the most important first: see Kind and Movement for the order.

    A message is known by its key. One that is gone and one that is new, in the same role and much alike, are one
    message whose source was edited. Within a kind, the order is that of the new catalog.
    """
    names = _Names(locale, source_language, domain)
    renamed = _renamed(old, new)
    taken = set(renamed.values())
    changes: list[Change] = []
    for key, message in new.by_key.items():
        before = old.by_key.get(key) or old.by_key.get(renamed.get(key, key))
        if before is not message:
            changes += _compared(before, message, names)
    for key, message in old.by_key.items():
        if key not in new.by_key and key not in taken:
            changes += _compared(message, None, names)
    return sorted(changes, key=lambda change: change.importance)


def _renamed(old: Catalog, new: Catalog) -> dict[MessageKey, MessageKey]:
    """New key → the key that its message had before its source was edited."""
    lost = [message for key, message in old.by_key.items() if key not in new.by_key]
    added = [message for key, message in new.by_key.items() if key not in old.by_key]
    found: dict[MessageKey, MessageKey] = {}
    for role in dict.fromkeys(message.msgctxt for message in added):
        askers = [message for message in added if message.msgctxt == role]
        candidates = [message for message in lost if message.msgctxt == role]
        index = LikenessIndex([message.msgid for message in candidates])
        pairs = best_pairs([index.ranked(message.msgid, least=_ALIKE) for message in askers])
        found |= {askers[asker].key: candidates[candidate].key for asker, candidate in pairs.items()}
    return found


def _compared(before: Message | None, after: Message | None, names: _Names) -> Iterator[Change]:
    if before == after:
        return
    old, new = (None if message is None else _side(message) for message in (before, after))
    message = after or before
    if message is None or (old and new and _says(old) == _says(new)):
        return
    kind, moved, source_note, text_note = _judged(old, new, names)
    yield Change(
        kind=kind,
        locale=names.locale,
        source_language=names.source_language,
        domain=names.domain,
        key=message.key,
        before=old,
        after=new,
        movement=moved,
        source_note=source_note,
        text_note=text_note,
    )


def _says(side: Side) -> tuple[object, ...]:
    return side.sources, side.texts, side.state, side.by


def _judged(old: Side | None, new: Side | None, names: _Names) -> tuple[Kind, Movement, str, str]:
    """Its kind, where a fact moved, and which facts of source and translation did."""
    if old is None or new is None:
        return Kind.NEW if old is None else Kind.GONE, Movement.NONE, "", ""
    in_source = moved_facts(old.source, new.source, language=names.source_language, other=f"{old.text}\n{new.text}")
    if bool(old.text) is not bool(new.text):  # a first translation moves no fact, nor does one that was emptied
        return Kind.NEW if new.text else Kind.GONE, Movement.NONE, str(in_source), ""
    in_text = moved_facts(old.text, new.text, language=names.locale, other=f"{old.source}\n{new.source}")
    # where there is no translation yet, no fact of it can be out of date
    moved = movement(in_source if new.text else MovedFacts({}), in_text)
    return _kind(old, new, moved), moved, str(in_source), str(in_text)


def _kind(old: Side, new: Side, moved: Movement) -> Kind:
    if moved is not Movement.NONE:
        return Kind.MEANING
    if old.source == new.source and old.text == new.text:
        return Kind.STATE_ONLY
    if _read_the_same(old.source, new.source) and _read_the_same(old.text, new.text):
        return Kind.TYPOGRAPHY
    return Kind.SOURCE_ONLY if old.text == new.text else Kind.WORDING


def _read_the_same(old: str, new: str) -> bool:
    return old == new or face(old) == face(new)


def _side(message: Message) -> Side:
    believed = standing(message)
    record = believed.record
    by = record.by if believed.is_untouched else None
    machine = believed.origin if believed.is_untouched and believed.origin and believed.origin.is_machine else None
    return Side(
        key=message.key,
        sources=(message.msgid,) if message.msgid_plural is None else (message.msgid, message.msgid_plural),
        texts=message.msgstr,
        state=believed.state,
        seal=seal(message),
        by=by,
        origin=believed.origin,
        writer=Writer(person=by, origin=machine, at=record.at, witness=Witness.RECORD) if by or machine else Writer(),
    )
