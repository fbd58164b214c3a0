"""Which edits of a text move a fact, and which only look as if they did."""

from __future__ import annotations

import pytest

from l10n.steps.moved_facts import moved_facts


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Hun solgte 70 biler.", "Hun solgte 90 biler.", "number: “70” → “90”"),
        ("Prisen er 1,8 billioner yen.", "Prisen er 1,8 trillioner yen.", "number: “billioner” → “trillioner”"),
        ("Prisen er 1,8 millioner.", "Prisen er 18 millioner.", "number: “1,8” → “18”"),
        ("Han kommer ikke.", "Han kommer.", "negation: “ikke” → nothing"),
        ("Det er lovlig å gå inn.", "Det er ulovlig å gå inn.", "negation: “lovlig” → “ulovlig”"),
        ("Møtet er 15. desember.", "Møtet er 16. desember.", "date: “15. desember” → “16. desember”"),
        ("Hun betalte i dollar.", "Hun betalte i euro.", "currency: “dollar” → “euro”"),
        ("Derfor møtte Takaichi pressen.", "Derfor møtte Katayama pressen.", "name: “Takaichi” → “Katayama”"),
        ("To ferger gikk.", "Tre ferger gikk.", "number: “2” → “3”"),
        ("Det er 70 prosent.", "Det er 75 %.", "number: “70%” → “75%”"),
        ("Det koster 5 yen.", "Det koster 5 yuan.", "currency: “yen” → “yuan”"),
        ("De møtte US-China-rådet.", "De møtte US-Japan-rådet.", "name"),
        ("Det koster 5 kroner.", "Det koster 5 euro.", "currency: “kroner” → “euro”"),
        ("Det er ikke mulig, sa hun, og ikke lovlig.", "Det er mulig, sa hun, og ulovlig.", "negation"),
        ("Norge vant.", "Danmark vant.", "name: “Norge” → “Danmark”"),
        ("Prisen steg fra 30 til 36 kroner.", "Prisen steg fra 36 til 30 kroner.", "number: “30”, “36” → “36”, “30”"),
        ("Kina utvinner 70 % og raffinerer 90 %.", "Kina utvinner 90 % og raffinerer 70 %.", "number"),
        ("Den åpner 3. mai og stenger 9. juli.", "Den åpner 9. juli og stenger 3. mai.", "date"),
        ("Møtet er kl. 20.00.", "Møtet er kl. 21.00.", "number"),
    ],
)
def test_a_fact_that_moved_is_told(old: str, new: str, told: str) -> None:
    assert str(moved_facts(old, new, language="nb")).startswith(told)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Møtet er 15 December.", "Møtet er 15. desember."),
        ("Her bor Takaichi's mor.", "Her bor Takaichis mor."),
        ("Da sa Statsminister Takaichi nei.", "Da sa statsminister Takaichi nei."),
        ("Der bor 10000 mennesker.", "Der bor 10\u00a0000 mennesker."),
        ("Det var ingen grunn til uro.", "Det var ikke noen grunn til uro."),
        ("Stormen traff kysten.", "Uværet traff kysten."),
        ("Over 70 skip lå i havn.", "Mer enn 70 skip lå i havn."),
        ("Han fant fem skip.", "Han fant 5 skip."),
        ("To av fire kom.", "2 av 4 kom."),
        ("Det er 70 % igjen.", "Det er 70 prosent igjen."),
        ("Det kostet 40 yen.", "Det kostet ¥40."),
        ("Møtet er kl. 14.30.", "Møtet er klokken 14:30."),
        ("Møtet er kl. 20.00.", "Møtet er klokken 20."),
        ("Prisen steg fra 30 til 36 kroner.", "Prisen steg til 36 kroner fra 30."),
        ("De var 12 menn og 14 kvinner.", "De var 14 kvinner og 12 menn."),
        ("Det er ikke mulig.", "Det er umulig."),
        ("Det er ikke uvanlig.", "Det er vanlig."),
        ("Her møtte USAs president pressen.", "Her møtte USA-presidenten pressen."),
        ("Hun sa «ja».", 'Hun sa "ja".'),
    ],
)
def test_other_letters_for_the_same_fact_move_nothing(old: str, new: str) -> None:
    assert str(moved_facts(old, new, language="nb", other="There were over 70 ships.")) == ""


def test_a_german_noun_is_no_name_unless_the_source_has_it() -> None:
    old, new = "Sie kauften das Haus von Merkel.", "Sie kauften das Gebäude von Scholz."
    moved = moved_facts(old, new, language="de", other="They bought it from Merkel.\nThey bought it from Scholz.")
    assert str(moved) == "name: “Merkel” → “Scholz”"
