"""Bounds, rough counts, results and half days: what was turned into its contrary, and what is only told otherwise."""

from __future__ import annotations

import pytest

from l10n.model.finding import Severity
from tests.checks.judging import findings

_WRONG = [
    ("Anyone earning less than 400,000 kroner gets it.", "Alle som tjener over 400.000 kroner får den."),
    ("The hall holds no more than 200 people.", "Salen har plass til minst 200 mennesker."),
    ("It took almost nine hours.", "Det tok over ni timer."),
    ("Households of five or more get a discount.", "Husholdninger på fem eller færre får rabatt."),
    ("Hundreds of thousands of hens were put down.", "Flere millioner høner ble avlivet."),
    ("The loss runs to several billion kronor.", "Tapet beløper seg til flere millioner kroner."),
    ("Half a million liters leaked out.", "En halv milliard liter lakk ut."),
    ("About three dozen cows were sold.", "Rundt tolv kyr ble solgt."),
    ("He made his fortune in the sixties.", "Han tjente formuen sin på 1970-tallet."),
    ("The keeper came fifth in the final.", "Keeperen ble nummer seks i finalen."),
    ("It was the first time the lake froze.", "Det var andre gang sjøen frøs."),
    ("Lyn won 4-2 away.", "Lyn vant 2–4 på bortebane."),
    ("Lyn won 4-2 away.", "Lyn vant 4–1 på bortebane."),
    ("The motion passed 31-29 in a late vote.", "Forslaget ble vedtatt med 29 mot 31 stemmer."),
    ("The bar shuts at 11 p.m.", "Baren stenger klokken 11."),
    ("The bakery opens at 5:30 a.m.", "Bakeriet åpner klokken 17.30."),
]
_RIGHT = [
    ("It is not known if more than 20 were on board.", "Det er uvisst om flere enn 20 var om bord."),
    ("The hall holds no more than 200 people.", "Salen har plass til høyst 200 mennesker."),
    ("The hall holds no more than 200 people.", "Salen har ikke plass til flere enn 200 mennesker."),
    ("Fewer than ten remain.", "Det er høyst ni igjen."),
    ("The sculpture stands above a small lake.", "Under en liten bro ligger skulpturen."),
    ("Hundreds of thousands of hens were put down.", "Flere hundre tusen høner ble avlivet."),
    ("A million and a half liters leaked out.", "Halvannen million liter lakk ut."),
    ("A quarter of a million people came.", "250.000 mennesker kom."),
    ("About three dozen cows were sold.", "Rundt 35 kyr ble solgt."),
    ("She lost 6-2, 6-4.", "Hun tapte 2–6, 4–6."),
    ("Lyn won 4-2 away against Frigg.", "Frigg tapte 2–4 for Lyn."),
    ("The motion was rejected 31-29.", "Forslaget ble nedstemt med 29 mot 31 stemmer."),
    ("City came from two down to win 4-2.", "City snudde 0–2 til 4–2-seier."),
    ("The bar shuts at 11 p.m.", "Baren stenger klokken 11 om kvelden."),
    ("He was seen at 2 a.m. on Friday.", "Han ble sett klokken 2 natt til fredag."),
    ("The match starts at 7 p.m. in New York.", "Kampen starter klokken 1 norsk tid."),
    ("They wait for fourteen days.", "De venter i to uker."),
    ("It costs 75 cents.", "Det koster 0,75 dollar."),
    ("Call 22 66 90 50.", "Ring 226 69 050."),
    ("It is due at the end of April.", "Det forfaller 30. april."),
    ("Nearly 90 percent agreed.", "Nesten ni av ti var enige."),
]


def _said(source: str, target: str) -> list[str]:
    return [one.message for one in findings(source, target) if one.check == "numbers" and one.severity != Severity.HINT]


@pytest.mark.parametrize(("source", "target"), _WRONG)
def test_what_was_turned_round_is_told(source: str, target: str) -> None:
    assert _said(source, target)


@pytest.mark.parametrize(("source", "target"), _RIGHT)
def test_what_is_told_otherwise_is_left_alone(source: str, target: str) -> None:
    assert _said(source, target) == []
