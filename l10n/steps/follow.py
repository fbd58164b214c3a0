"""Verdicts that follow their text when its source changes and reads the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.source_change import SourceChange
from l10n.model.state import seal


def resealings(changes: Iterable[SourceChange], before: Catalog, after: Catalog) -> dict[str, Message]:
    """Old seal → the message under its new key, for those whose translation and review were carried over."""
    found: dict[str, Message] = {}
    for change in changes:
        if change.grade.carries_review and change.previous:
            old = before.by_key.get(change.previous[0]) or before.obsolete_by_key.get(change.previous[0])
            if old is not None:
                found[seal(old)] = after.by_key[change.key]
    return found


def follow(ledger: Iterable[LedgerEntry], resealed: dict[str, Message]) -> list[LedgerEntry]:
    """Entries to add, so that the ledger knows under the new seal what it knew under the old one.

    Without them a writer could review their own text once a quotation mark had changed in the source. Who and when
    stay as they were; what the ledger has already is not added again.
    """
    if not resealed:
        return []
    by_seal: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in ledger:
        by_seal[entry.seal].append(entry)
    added: list[LedgerEntry] = []
    for old_seal, message in resealed.items():
        new_seal = seal(message)
        for entry in by_seal.get(old_seal, ()):
            carried = replace(entry, seal=new_seal, context=message.msgctxt, msgid=message.msgid)
            if carried not in by_seal[new_seal]:
                by_seal[new_seal].append(carried)
                added.append(carried)
    return added
