"""Post-edit effort over many texts, and chrF as sacreBLEU counts it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.model.catalog import Catalog
from l10n.model.change import Change
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged
from l10n.steps.chrf import chrf
from l10n.steps.diff import diff
from l10n.steps.effort_totals import effort_totals

PAIRS = [
    ("Ferga gikk klokka tolv.", "Ferga gikk klokka tolv."),
    ("Kina står for 70 % av produksjonen.", "Kina står for omtrent 70 prosent av verdens produksjon."),
    ("Ferga dro", "Ferga gikk"),
    ("A", "B"),
    ("Noe", "Helt annet her."),
    ("Hi", "Hello there"),
]
SCORES = [100.0, 43.102168898558006, 34.59436147788737, 0.0, 3.0303030303030303, 5.952380952380952]


@pytest.mark.parametrize(
    ("pair", "score"),
    list(
        zip(
            PAIRS,
            [100.0, 43.102168898558006, 34.59436147788737, 0.0, 3.0303030303030303, 5.952380952380952],
            strict=True,
        )
    ),
)
def test_chrf_is_what_sacrebleu_2_6_says_of_a_text(pair: tuple[str, str], score: float) -> None:
    assert chrf([pair]) == pytest.approx(score, abs=1e-9)


def test_chrf_is_what_sacrebleu_2_6_says_of_all_of_them() -> None:
    assert chrf(PAIRS) == pytest.approx(47.23602085750463, abs=1e-9)


def test_chrf_of_nothing_is_nothing() -> None:
    assert chrf([]) == chrf([("", "")]) == 0.0


def changed(source: str, machine: str, final: str, *, by: str, state: State = State.REVIEWED) -> Change:
    draft = judged(Message(msgid=source, msgstr=(machine,)), State.DRAFT, by=None, at="", origin=Origin(engine="argos"))
    signed = judged(replace(draft, msgstr=(final,)), state, by=Actor(name=by), at="2026-01-05T10:11Z", origin=HUMAN)
    sides = (Catalog(messages=(message,)) for message in (draft, signed))
    return diff(*sides, locale="nb", source_language="en", domain="articles/harbour")[0]


def drafted(source: str, machine: str, engine: str = "argos en_nb 1.9") -> LedgerEntry:
    return LedgerEntry(
        seal="", domain="articles/harbour", state=State.DRAFT, by=engine, at="", origin=engine, msgid=source,
        text=machine,
    )  # fmt: skip


def test_engines_and_people_are_counted_apart() -> None:
    changes = [
        changed("One", "En ferge gikk.", "En ferge gikk.", by="Ola"),
        changed("Two", "To ferge gikk.", "To ferger gikk.", by="Ola"),
        changed("Three", "Tre ferge gikk.", "Tre ferger dro.", by="Kari"),
        changed("Four", "Fire", "Fire", by="Kari", state=State.REJECTED),
    ]
    ledger = [
        drafted("One", "En ferge gikk."),
        drafted("Two", "To ferge gikk."),
        drafted("Three", "Tre ferge gikk.", "openai gpt"),
        drafted("Four", "Fire"),
    ]
    totals = effort_totals(changes, {"nb": ledger})
    assert [(t.engine, t.person, t.texts, t.untouched, t.edits, t.words) for t in totals] == [
        ("argos en_nb 1.9", "", 2, 1, 1, 8),
        ("openai gpt", "", 1, 0, 2, 4),
        ("", "Ola", 2, 1, 1, 8),
        ("", "Kari", 1, 0, 2, 4),
    ]
    assert totals[0].rate == 1 / 8


def test_a_draft_of_another_source_does_not_count() -> None:
    assert effort_totals([changed("One", "En", "Ett", by="Ola")], {"nb": [drafted("Another", "En")]}) == []
