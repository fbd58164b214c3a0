"""Compare two states of a catalog, message by message."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.model.catalog import Catalog
from l10n.model.change import Change, Kind, Side
from l10n.model.message import Message, MessageKey
from l10n.model.source_change import Grade
from l10n.model.state import standing
from l10n.steps.grade import grade
from l10n.steps.likeness import LikenessIndex, best_pairs

_ALIKE = 0.5
"""Two sources of one role that share this much of their words are one, edited."""


def diff(old: Catalog, new: Catalog, *, locale: str, domain: str) -> list[Change]:
    """What changed: meaning first, then sources, wordings, new and gone messages, typography, and states.

    A message is known by its key. One that is gone and one that is new, in the same role and much alike, are one
    message whose source was edited. Within a kind, the order is that of the new catalog.
    """
    renamed = _renamed(old, new)
    taken = set(renamed.values())
    changes: list[Change] = []
    for message in new.live:
        before = old.by_key.get(message.key) or old.by_key.get(renamed.get(message.key, message.key))
        changes += _compared(before, message, locale, domain)
    for message in old.live:
        if message.key not in new.by_key and message.key not in taken:
            changes += _compared(message, None, locale, domain)
    return sorted(changes, key=_importance)


def _renamed(old: Catalog, new: Catalog) -> dict[MessageKey, MessageKey]:
    """New key → the key that its message had before its source was edited."""
    lost = [message for message in old.live if message.key not in new.by_key]
    added = [message for message in new.live if message.key not in old.by_key]
    found: dict[MessageKey, MessageKey] = {}
    for role in dict.fromkeys(message.msgctxt for message in added):
        askers = [message for message in added if message.msgctxt == role]
        candidates = [message for message in lost if message.msgctxt == role]
        index = LikenessIndex([message.msgid for message in candidates])
        pairs = best_pairs([index.ranked(message.msgid, least=_ALIKE) for message in askers])
        found |= {askers[asker].key: candidates[candidate].key for asker, candidate in pairs.items()}
    return found


def _compared(before: Message | None, after: Message | None, locale: str, domain: str) -> Iterator[Change]:
    old, new = (None if message is None else _side(message) for message in (before, after))
    kind, why = _kind(old, new), ""
    if kind is None:
        return
    its_grade = {Kind.NEW: Grade.NEW, Kind.GONE: Grade.GONE}.get(kind, Grade.NONE)
    if old and new and kind is Kind.SOURCE:
        its_grade, why = grade(old.source, new.source)
    elif old and new and kind is Kind.TEXT:
        is_both = old.text and new.text  # a first translation changes no meaning, nor does an emptied one
        its_grade, why = grade(old.text, new.text) if is_both else (Grade.REWORDED, "")
    message = after or before
    if message is not None:
        yield Change(
            kind=kind, locale=locale, domain=domain, key=message.key, before=old, after=new, grade=its_grade, why=why
        )


def _kind(old: Side | None, new: Side | None) -> Kind | None:
    if old is None or new is None:
        return Kind.NEW if old is None else Kind.GONE
    if old.source != new.source:
        return Kind.SOURCE
    if old.text != new.text:
        return Kind.TEXT
    return Kind.STATE if (old.state, old.by) != (new.state, new.by) else None


def _side(message: Message) -> Side:
    believed = standing(message)
    return Side(
        source=message.msgid if message.msgid_plural is None else f"{message.msgid}\n{message.msgid_plural}",
        text="\n".join(message.msgstr).strip("\n") if message.msgid_plural is not None else message.text,
        state=believed.state,
        by=believed.record.by if believed.is_untouched else None,
        origin=believed.origin,
    )


def _importance(change: Change) -> tuple[bool, bool, int]:
    is_cosmetic = change.grade in (Grade.COSMETIC, Grade.MOVED, Grade.NONE)
    kinds = (Kind.SOURCE, Kind.TEXT, Kind.NEW, Kind.GONE, Kind.STATE)
    return not change.is_meaning, is_cosmetic, kinds.index(change.kind)
