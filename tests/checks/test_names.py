"""Who and where stays who and where it was: nations, places, people and companies, in the sentences of a newsroom."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings


def said(source: str, target: str, role: str = "paragraph") -> list[str]:
    """What is said of names, without hints."""
    found = findings(source, target, "nb", role, "en")
    return [one.message for one in found if one.check == "names" and one.severity != "hint"]


@pytest.mark.parametrize(
    ("source", "target", "word"),
    [
        ("Niger expelled the French ambassador.", "Nigeria utviste Frankrikes ambassadør.", "Nigeria"),
        ("He was born in Austria in 1951.", "Han ble født i Australia i 1951.", "Australia"),
        ("A Danish soldier was wounded.", "En nederlandsk soldat ble såret.", "nederlandsk"),
        ("The Swiss won gold in the relay.", "Svenskene tok gull i stafetten.", "Svenskene"),
        ("North Korea fired a missile.", "Sør-Korea skjøt opp en rakett.", "Sør-Korea"),
        ("South Africa won.", "Nigeria vant.", "Nigeria"),
        ("U.S. officials visited Iraq.", "Amerikanske embetsfolk besøkte Iran.", "Iran"),
        ("Prices have risen in Sweden.", "Prisene har steget i Stockholm.", "Stockholm"),
    ],
)
def test_another_nation_is_an_error(source: str, target: str, word: str) -> None:
    assert any(f"has become “{word}”" in message for message in said(source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Moscow denies responsibility.", "Russland nekter for å ha stått bak."),
        ("Latin American leaders met in Peru.", "Latinamerikanske ledere møttes i Peru."),
        ("The minister visited Northern Ireland.", "Ministeren besøkte Nord-Irland."),
        ("The Scottish government objected.", "De britiske delstatsmyndighetene i Skottland protesterte."),
        ("The Dutch won; the Danes came second.", "Nederlenderne vant, med danskene på annenplass."),
        ("Michael Jordan played in Turkey.", "Michael Jordan spilte i Tyrkia."),
        ("Fishermen from Papua New Guinea sailed home.", "Fiskere fra Papua Ny-Guinea seilte hjem."),
    ],
)
def test_a_nation_told_otherwise_is_right(source: str, target: str) -> None:
    assert said(source, target) == []
