"""What was left in English, or came from a neighbour's language, is told in the middle of a right sentence, too."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings


def said(source: str, target: str) -> list[str]:
    """What is said of the language, without hints."""
    found = findings(source, target, "nb", "paragraph", "en")
    return [one.message for one in found if one.check == "language" and one.severity != "hint"]


@pytest.mark.parametrize(
    ("source", "target", "word"),
    [
        ("However, the company did not say why.", "However, selskapet sa ikke hvorfor.", "However"),
        ("The bridge is safe, according to experts.", "Broen er trygg, according to ekspertene.", "according"),
        ("The bill passed, although nine abstained.", "Loven ble vedtatt, although ni avsto.", "although"),
        ("The airline blamed a technical fault.", "Flyselskapet skyldte på en technical fault.", "technical"),
        ("The minister will not answer today.", "Statsråden vil ikkje svare i dag.", "Nynorsk"),
        ("Many lost their homes, officials say.", "Mange har mistet hjemmene sine, siger myndighetene.", "siger"),
        ("Unemployment is lower than in years.", "Arbetslösheten er lavere enn på mange år.", "Arbetslösheten"),
        ("The patient is recovering.", "Sykehuset opplyser at patienten er på bedringens vei.", "patienten"),
    ],
)
def test_one_word_of_another_language_is_enough(source: str, target: str, word: str) -> None:
    assert any(word in message for message in said(source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("She sang “Although the Sea” in Turin.", "Hun sang «Although the Sea» i Torino."),
        ("Hedge funds and startups meet the deadline.", "Hedgefond og startups rekker deadline."),
        ("Use --before or said_so to sort.", "Bruk --before eller said_so for å sortere."),
        ("He lives in Malmö and works in Jönköping.", "Han bor i Malmö og arbeider i Jönköping."),
        ("Cologne Cathedral was evacuated.", "Kölnerdomen ble evakuert."),
        ("The play “Eg veit ikkje” opens in Bergen.", "Stykket «Eg veit ikkje» har premiere i Bergen."),
    ],
)
def test_titles_loans_options_and_names_are_right(source: str, target: str) -> None:
    assert said(source, target) == []
