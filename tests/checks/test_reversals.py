"""One word changed, and a text says the reverse, or another thing of the same kind: found, and its right twin not."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings

PAIRS = [
    ("negation", "He never apologised.", "Han ba aldri om unnskyldning.", "Han ba om unnskyldning."),
    ("negation", "Nothing was stolen.", "Ingenting ble stjålet.", "Ofrene ble bestjålet."),
    ("numbers", "Two thirds voted in favour.", "To tredeler stemte for.", "En tredjedel stemte for."),
    ("numbers", "Half of the seats were empty.", "Halvparten av setene sto tomme.", "En tredel av setene sto tomme."),
    ("units", "It rose 0.25 percentage points.", "Den steg 0,25 prosentpoeng.", "Den steg 0,25 prosent."),
    ("units", "Turnout fell by 5%.", "Oppslutningen falt 5 %.", "Oppslutningen falt 5 prosentpoeng."),
    ("units", "The baby weighed six pounds.", "Babyen veide seks pund.", "Babyen veide seks kilo."),
    ("opposites", "The paper comes out monthly.", "Avisen utgis månedlig.", "Avisen utgis ukentlig."),
    ("opposites", "Profits doubled.", "Overskuddet ble doblet.", "Overskuddet ble tredoblet."),
    ("opposites", "The nurse was arrested.", "Sykepleieren ble pågrepet.", "Legen ble pågrepet."),
    ("opposites", "They met on Friday morning.", "De møttes fredag morgen.", "De møttes fredag kveld."),
    ("repeats", "He lives in a flat in town.", "Han bor i en leilighet i byen.", "Han bor i en leilighet i i byen."),
    ("language", "We know too little.", "Vi vet for lite.", "Me veit for lite."),
    ("language", "He comes tomorrow.", "Han kommer i morgen.", "Han kjem ikkje før i morgon."),
    ("language", "What does he think?", "Hva mener han?", "Hvad mener han?"),
    ("language", "The workers demand more.", "Arbeiderne krever mer.", "Die Arbeiter fordern und streiken."),
    ("abbreviations", "It starts at 7 p.m.", "Det begynner kl. 19.", "Det begynner kl 19."),
    ("names", "The coach praised Haaland.", "Treneren roste Haaland.", "Treneren roste Messi."),
    ("attribution", "Two died, according to police.", "Ifølge politiet døde to.", "To mennesker døde."),
    ("opposites", "Hundreds fled.", "Hundrevis flyktet.", "Tusenvis flyktet."),
    ("opposites", "It ends next year.", "Det slutter neste år.", "Det slutter neste måned."),
    ("negation", "Hardly anyone came.", "Nesten ingen kom.", "Nesten alle kom."),
    ("negation", "Rescuers failed to reach it.", "Redningsfolkene nådde ikke fram.", "Redningsfolkene nådde fram."),
    ("negation", "The team is unbeaten.", "Laget er ubeseiret.", "Laget er slått."),
    ("opposites", "The mayor left.", "Ordføreren gikk.", "Biskopen gikk."),
    ("opposites", "He sold his stake.", "Han solgte andelen sin.", "Han kjøpte en andel."),
    ("opposites", "It destroyed a mosque.", "En moské ble ødelagt.", "En synagoge ble ødelagt."),
    ("opposites", "Only members vote.", "Bare medlemmer stemmer.", "Også medlemmer stemmer."),
    ("opposites", "They must pay.", "De må betale.", "De kan betale."),
    ("opposites", "Log in to comment.", "Logg inn for å kommentere.", "Logg ut for å kommentere."),
    ("negation", "The plan failed.", "Planen mislyktes.", "Planen lyktes."),
    ("compounds", "It needs more nurses.", "Det trenger flere sykepleiere.", "Det trenger flere syke pleiere."),
    ("quotes", '"We agree," he said.', "«Vi er enige», sa han.", '"Vi er enige", sa han.'),
]


@pytest.mark.parametrize(("check", "source", "right", "wrong"), PAIRS, ids=[pair[3] for pair in PAIRS])
def test_a_reversal_is_more_than_a_hint_and_its_right_twin_is_left_alone(
    check: str, source: str, right: str, wrong: str
) -> None:
    assert [finding.message for finding in findings(source, right)] == []
    assert check in {finding.check for finding in findings(source, wrong) if finding.severity != "hint"}


def test_a_doubled_word_may_be_right() -> None:
    found = findings("He still has the house he lived in in town.", "Han har fortsatt huset han bodde i i byen.")
    assert all(finding.severity == "hint" for finding in found)


def test_a_manual_of_another_tool_may_be_typed_with_straight_marks() -> None:
    found = findings('Choose "Save".', 'Velg "Lagre".', role="")
    assert {finding.severity for finding in found} == {"hint"}


@pytest.mark.needs("/usr/share/hunspell/nb_NO.dic")
def test_a_compound_in_two_words_is_more_than_a_hint() -> None:
    (finding,) = findings("The defense minister left.", "Forsvars ministeren gikk.")
    assert (finding.check, finding.severity) == ("compounds", "warning")


@pytest.mark.needs("/usr/share/hunspell/nb_NO.dic")
def test_an_acronym_is_joined_to_its_noun_and_to_no_other() -> None:
    (finding,) = findings("The NATO summit begins today.", "Nato toppmøtet begynner i dag.")
    assert (finding.check, finding.severity) == ("compounds", "warning")
    assert findings("NATO supported the agreement.", "Avtalen ble støttet av Nato. I dag fikk Nato avtalen.") == []


@pytest.mark.needs("/usr/share/hunspell/nb_NO.dic")
@pytest.mark.parametrize("danish", ["Man bygger jernbanerne.", "Hun spiste maden på vejen."])
def test_short_danish_is_told_by_its_spelling(danish: str) -> None:
    assert "language" in {finding.check for finding in findings("They are building it.", danish)}


def test_nurses_may_be_ill() -> None:
    assert findings("Two nurses are ill.", "To syke pleiere er hjemme.") == []


def test_a_title_may_be_in_nynorsk() -> None:
    assert findings("She wrote “Eg veit”.", "Hun skrev «Eg veit».") == []


@pytest.mark.needs("/usr/share/hunspell/nb_NO.dic")
def test_a_word_of_two_small_ones_is_spelled_right() -> None:
    assert findings("It is bigger than ever.", "Det er større enn noensinne.") == []
