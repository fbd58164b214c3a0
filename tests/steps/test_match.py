"""Memory matches: the formula, and what goes before what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.model.memory_unit import Languages, MemoryUnit, fingerprint
from l10n.model.provenance import HUMAN, Origin
from l10n.model.state import State
from l10n.steps.match import match

TEXT = "The harbour of Bergen opened on Monday."
UNIT = MemoryUnit(languages=Languages("en", "nb"), source=TEXT, target="Havnen i Bergen åpnet mandag.", role="lead")
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
NOW = "2026-11-24T12:00Z"


@pytest.mark.parametrize(
    ("unit", "role", "score"),
    [
        (UNIT, "lead", 1.0),
        (UNIT, "title", 0.97),
        (UNIT, None, 0.99),
        (replace(UNIT, role=None), "lead", 0.99),
        (replace(UNIT, origin=ARGOS), "lead", 0.90),
        (replace(UNIT, origin=ARGOS, state=State.REVIEWED), "lead", 1.0),
        (replace(UNIT, origin=HUMAN), "lead", 1.0),
        (replace(UNIT, at="2025-11-25T12:00Z"), "lead", 1.0),
        (replace(UNIT, at="2025-11-24T12:00Z"), "lead", 0.99),
        (replace(UNIT, at="2023-01-05T10:11Z"), "lead", 0.97),
        (replace(UNIT, at="1999-01-05T10:11Z"), "lead", 0.95),
        (replace(UNIT, at="2027-01-05T10:11Z"), "lead", 1.0),
        (replace(UNIT, origin=ARGOS, at="1999-01-05"), "title", 0.82),
    ],
)
def test_the_score_is_the_similarity_less_what_the_docs_say(unit: MemoryUnit, role: str | None, score: float) -> None:
    (found,) = match(TEXT, [unit], now=NOW, role=role)
    assert found.score == pytest.approx(score)


def test_one_word_of_seven_changed_is_about_nine_tenths_alike() -> None:
    # 39 letters each; "Mon" → "Sun": one letter of three stays, so 37 are kept: 2·37 / 78
    (found,) = match(TEXT.replace("Monday", "Sunday"), [UNIT], now=NOW, role="lead")
    assert found.similarity == pytest.approx(74 / 78) and not found.is_context


def test_the_same_text_in_the_same_role_goes_before_a_better_score() -> None:
    old = replace(UNIT, target="gammel", at="1999-01-05T10:11Z", origin=ARGOS)
    other = replace(UNIT, target="annen", role="title", state=State.FINAL)
    assert [one.unit.target for one in match(TEXT, [other, old], now=NOW, role="lead")] == ["gammel", "annen"]


def test_the_same_neighbour_makes_a_context_match_and_another_one_does_not() -> None:
    here, elsewhere = (
        replace(UNIT, target=name, before=fingerprint(before))
        for name, before in (("her", "Storm over Bergen"), ("der", "Sol"))
    )
    found = match(TEXT, [elsewhere, here], now=NOW, role="lead", before=fingerprint("Storm over Bergen"))
    assert [(one.unit.target, one.is_context) for one in found] == [("her", True), ("der", False)]


def test_what_says_the_same_is_shown_once_as_the_best_of_them() -> None:
    reviewed = replace(UNIT, state=State.REVIEWED, place="b")
    (found,) = match(TEXT, [UNIT, reviewed, replace(UNIT, role="title")], now=NOW, role="lead")
    assert found.unit == reviewed


def test_the_penalty_counts_against_the_least_score() -> None:
    assert match(TEXT, [replace(UNIT, origin=ARGOS)], now=NOW, role="lead", least=0.95) == []
