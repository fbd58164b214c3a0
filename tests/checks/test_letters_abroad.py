"""One organization for another, in the letters that each language has for them."""

from __future__ import annotations

import pytest

from l10n.checks.letters_abroad import letters_of
from tests.checks.judging import findings

SOURCE = "The EU has asked the UN for help."
RIGHT_AND_WRONG = [
    ("de", "Die EU hat die Uno um Hilfe gebeten.", "Die Nato hat die Uno um Hilfe gebeten."),
    ("fr", "L’UE a demandé l’aide de l’ONU.", "L’UE a demandé l’aide de l’Otan."),
    ("es", "La UE ha pedido ayuda a la ONU.", "La OMS ha pedido ayuda a la ONU."),
    ("it", "L’Ue ha chiesto aiuto all’Onu.", "L’UE ha chiesto aiuto all’Oms."),
    ("pt", "A UE pediu ajuda à ONU.", "A UE pediu ajuda à OTAN."),
    ("nl", "De EU heeft de VN om hulp gevraagd.", "De EU heeft de NAVO om hulp gevraagd."),
    ("sv", "EU har bett FN om hjälp.", "EU har bett IMF om hjälp."),
    ("da", "EU har bedt FN om hjælp.", "EU har bedt WHO om hjælp."),
    ("nn", "EU har bede FN om hjelp.", "EU har bede IMF om hjelp."),
    ("fi", "EU on pyytänyt YK:lta apua.", "EU on pyytänyt WHO:lta apua."),
    ("pl", "UE poprosiła ONZ o pomoc.", "UE poprosiła MFW o pomoc."),
    ("cs", "EU požádala OSN o pomoc.", "MMF požádal OSN o pomoc."),
    ("ru", "ЕС попросил ООН о помощи.", "ЕС попросил НАТО о помощи."),
    ("uk", "ЄС попросив ООН про допомогу.", "ЄС попросив ВООЗ про допомогу."),
    ("ja", "EUは国連に支援を要請した。", "NATOは国連に支援を要請した。"),
    ("ko", "EU는 유엔에 도움을 요청했다.", "NATO는 유엔에 도움을 요청했다."),
]


def _said(source: str, target: str, locale: str) -> list[str]:
    return [str(one.severity) for one in findings(source, target, locale) if one.check == "acronyms"]


@pytest.mark.parametrize(("locale", "right", "wrong"), RIGHT_AND_WRONG, ids=[row[0] for row in RIGHT_AND_WRONG])
def test_another_organization_is_an_error(locale: str, right: str, wrong: str) -> None:
    assert _said(SOURCE, right, locale) == []
    assert _said(SOURCE, wrong, locale) == ["error"]


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("fr", "The US told the world body to wait.", "Les États-Unis ont demandé à l’ONU d’attendre."),
        ("fr", "U.S. GDP rose 2%.", "Le PIB américain a progressé de 2 %."),
        ("es", "The US and the UK signed.", "EE. UU. y el Reino Unido firmaron."),
        ("it", "The IMF warned Europe.", "Il Fondo monetario internazionale ha avvertito l’UE."),
        ("de", "The WHO and the European Central Bank agree.", "Die WHO und die EZB sind sich einig."),
        ("fi", "NATO and the EU met.", "Nato ja EU tapasivat."),
        ("pl", "The UN envoy arrived.", "Przybył wysłannik ONZ-u."),
    ],
)
def test_letters_for_what_the_source_says_in_words_are_left_alone(locale: str, source: str, target: str) -> None:
    assert _said(source, target, locale) == []


def test_english_letters_are_right_in_every_language_that_has_its_own() -> None:
    assert "IMF" in letters_of("fr")["IMF"]
    assert letters_of("xx") == {}
