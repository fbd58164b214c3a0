"""Names of the article in drafts: kept, put back where the machine can be brought to it, said where they are lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from l10n.engines.apertium import ApertiumEngine
from l10n.engines.contract import Draft
from l10n.errors import EngineError
from l10n.steps.kept_names import kept_names, lost_names, respelled

APERTIUM = pytest.mark.needs("apertium", "/usr/share/apertium/modes/nob-dan.mode")
NAMES = ["Sanae Takaichi", "Rapidus", "Hormuz", "NEC", "Yasutaka Nakasone"]


@pytest.mark.parametrize(
    ("locale", "source", "draft", "lost"),
    [
        ("nb", "Takaichi’s plan", "Takaichis plan", []),
        ("nb", "Takaichi and NEC said no.", "Takaichi og Nec sa nei.", []),
        ("nb", "the Takaichi government, the Strait of Hormuz", "Takaichi-regjeringen, Hormuzstredet", []),
        ("fi", "Takaichi visited Rapidus.", "Takaichi vieraili Rapiduksessa.", []),
        ("ru", "Takaichi visited Rapidus.", "Такаити посетила Rapidus.", []),
        ("lv", "Takaichi visited Rapidus.", "Takaiči apmeklēja Rapidus.", []),
        ("nb", "Takaichi visited Rapidus.", "Takaichii besøkte firmaet.", ["Takaichi", "Rapidus"]),
        ("nb", "NEC joins.", "Selskapet deltar.", ["NEC"]),
        ("nb", "It is rapid.", "Det er raskt.", []),
    ],
)
def test_endings_and_compounds_are_right_and_a_slip_is_not(
    locale: str, source: str, draft: str, lost: list[str]
) -> None:
    assert lost_names(source, draft, NAMES, locale=locale, language="en") == lost


def test_a_respelled_name_is_told_from_a_missing_one() -> None:
    assert respelled("Takaichi", "Statsminister Takaichii sa nei.", locale="nb") == "Takaichii"
    assert respelled("Rapidus", "Statsminister Takaichii sa nei.", locale="nb") == ""


def apertium(texts: Sequence[str], names: Sequence[str]) -> list[Draft]:
    engine = ApertiumEngine()
    try:

        def translate(some: Sequence[str], keep: Sequence[str]) -> list[Draft]:
            return engine.translate(some, "nb", "da", keep=keep)

        return kept_names(texts, translate(texts, ()), names, translate, locale="da", language="nb")
    finally:
        engine.close()


@APERTIUM
def test_a_name_that_apertium_takes_for_a_word_is_put_back() -> None:
    texts = ["Bakken er leder, og Dahl er nestleder.", "Selskapet Glad Mat selger fisk.", "Hanne Kleven kjøper aksjer."]
    drafts = apertium(texts, ["Bakken", "Dahl", "Glad Mat", "Hanne Kleven"])
    assert [draft.text for draft in drafts] == [
        "Bakken er leder, og Dahl er souschef.",
        "Selskabet Glad Mat sælger fisk.",
        "Hanne Kleven køber aktier.",
    ]
    assert [draft.notes for draft in drafts] == [
        ("name kept as it is: Bakken; check the grammar beside it",),
        ("name kept as it is: Mat; check the grammar beside it",),
        (),
    ]


def test_only_texts_that_lost_a_name_are_asked_again_and_a_worse_answer_is_not_taken() -> None:
    asked: list[tuple[list[str], list[str]]] = []

    def stubborn(texts: Sequence[str], keep: Sequence[str]) -> list[Draft]:
        asked.append((list(texts), list(keep)))
        return [Draft(text="") for _ in texts]

    texts = ["Takaichi said no.", "Rapidus grows.", "Nothing."]
    drafts = [Draft(text="Hun sa nei."), Draft(text="Rapidus vokser."), Draft(text="")]
    assert kept_names(texts, drafts, NAMES, stubborn, locale="nb", language="en") == drafts
    assert asked == [
        (["Takaichi said no."], ["Sanae Takaichi", "Sanae Takaichis", "Takaichi", "Takaichis"]),
    ]


def test_an_engine_that_gives_up_meanwhile_leaves_the_first_drafts() -> None:
    def gone(texts: Sequence[str], keep: Sequence[str]) -> list[Draft]:
        raise EngineError("engine-failed", "Gone.")

    drafts = [Draft(text="Hun sa nei.")]
    assert kept_names(["Takaichi said no."], drafts, NAMES, gone, locale="nb", language="en") == drafts
