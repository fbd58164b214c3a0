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


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Yesterday, Ronaldo scored twice.", "I går scoret Messi to mål."),
        ("Beyoncé opens her tour in Stockholm.", "Rihanna åpner turneen sin i Stockholm."),
        ("George Clooney plays the lead.", "Rosemary Clooney spiller hovedrollen."),
        ("Michael and Kirk Douglas never met again.", "Michael og Catherine Douglas møttes aldri igjen."),
        ("The Danube burst its banks near Passau.", "Rhinen gikk over sine bredder ved Passau."),
        ("The summit will be held in Marrakesh.", "Toppmøtet skal holdes i Casablanca."),
        ("Anna Kowalska and Piotr Nowak won.", "Piotr Kowalska og Anna Nowak vant."),
        ("Talks were attended by Merz, Macron, Starmer and Tusk.", "Merz, Macron og Tusk deltok i samtalene."),
        ("Austria, Germany and Italy agreed.", "Østerrike og Italia ble enige."),
        ("Microsoft and OpenAI have renewed their agreement.", "Micorsoft og OpenAI har fornyet avtalen."),
        ("The court rejected Yilmaz's appeal.", "Retten avviste Yilmazs anke."),
        ("Police in Germany have searched 12 homes.", "Politiet i tyskland har ransaket 12 hjem."),
        ("According to Reuters, the talks failed.", "Ifølge reuters har samtalene brutt sammen."),
    ],
)
def test_somebody_else_nobody_and_a_slip_are_told(source: str, target: str) -> None:
    assert said(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Mr. Trump thanked the Duke of Kent.", "Donald Trump takket hertugen av Kent."),
        ("Erling Haaland scored twice.", "Erling Braut Haaland scoret to mål."),
        ("The thief was caught at Copenhagen Airport.", "Tyven ble tatt på Kastrup."),
        ("Bosnia and Herzegovina has voted.", "Bosnia har holdt valg."),
        ("Jews and Muslims prayed together in Sarajevo.", "Jøder og muslimer ba sammen i Sarajevo."),
        ("Harris's running mate grew up in Nebraska.", "Harris’ visepresidentkandidat vokste opp i Nebraska."),
        ("Residents of Vienna and Cologne can take the train.", "Folk i Wien og Köln kan ta toget."),
        ("The telescope has photographed Neptune.", "Teleskopet har fotografert Neptun."),
        ("A Londoner in his thirties was charged.", "En mann fra London i 30-årene er siktet."),
        ("Mr. Trump and Mrs. Clinton shook hands.", "Donald Trump og Hillary Clinton håndhilste."),
        ("The Duke of Sussex lost in court.", "Prins Harry tapte i retten."),
        ("Ivory Coast and Burkina Faso share the trophy.", "Elfenbenskysten og Burkina Faso deler trofeet."),
        ("Ayatollah Ali Khamenei rejected the letter.", "Ayatolla Ali Khamenei avviste brevet."),
    ],
)
def test_names_that_are_told_otherwise_are_right(source: str, target: str) -> None:
    assert said(source, target) == []
