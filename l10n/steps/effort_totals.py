"""Post-edit effort by engine and by person: the machine's raw texts against those that people vouch for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from l10n.model.change import Change
from l10n.model.comparison import EffortTotal
from l10n.model.ledger import LedgerEntry
from l10n.model.message import MessageKey
from l10n.model.state import State
from l10n.steps.chrf import chrf
from l10n.steps.effort import effort

_NOBODY = "unsigned"


def effort_totals(changes: Iterable[Change], ledgers: Mapping[str, Iterable[LedgerEntry]]) -> list[EffortTotal]:
    """One total for each engine, then one for each person, those with the most texts first.

    Counted are changed messages that count as translated now and that a machine drafted from the very source they
    have now: its raw text is the last draft of the message in the locale's ledger (the third text of ISO 18587). Of
    a plural message it is the first form, which is all that the ledger keeps.
    """
    drafts: dict[tuple[str, MessageKey], LedgerEntry] = {
        (locale, MessageKey(entry.context, entry.msgid)): entry
        for locale, entries in ledgers.items()
        for entry in entries
        if entry.state is State.DRAFT and entry.text
    }
    by_engine: dict[str, list[tuple[str, str]]] = {}
    by_person: dict[str, list[tuple[str, str]]] = {}
    for change in changes:
        draft = drafts.get((change.locale, change.key))
        if draft is None or change.after is None or change.after.state.rank < State.TRANSLATED.rank:
            continue
        pair = draft.text, change.after.texts[0]
        person = change.after.writer.person
        by_engine.setdefault(draft.origin or draft.by, []).append(pair)
        by_person.setdefault(person.name if person else _NOBODY, []).append(pair)
    engines = [_total(pairs, engine=name) for name, pairs in by_engine.items()]
    people = [_total(pairs, person=name) for name, pairs in by_person.items()]
    return sorted(engines, key=_order) + sorted(people, key=_order)


def _total(pairs: list[tuple[str, str]], *, engine: str = "", person: str = "") -> EffortTotal:
    efforts = [effort(machine, final) for machine, final in pairs]
    return EffortTotal(
        engine=engine,
        person=person,
        texts=len(pairs),
        untouched=sum(one.edits == 0 for one in efforts),
        words=sum(one.words for one in efforts),
        edits=sum(one.edits for one in efforts),
        chrf=chrf(pairs),
    )


def _order(total: EffortTotal) -> tuple[int, str, str]:
    return -total.texts, total.engine, total.person
