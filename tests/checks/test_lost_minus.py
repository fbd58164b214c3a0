"""Frost is frost in every language, however it says so."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings

SOURCE = "Temperatures fell to -12.5 degrees in Warsaw."
TEXTS = [
    ("fr", "Les températures sont tombées à {}12,5 degrés à Varsovie.", "-"),
    ("de", "In Warschau sanken die Temperaturen auf {}12,5 Grad.", "minus "),
    ("es", "Las temperaturas cayeron a {}12,5 grados en Varsovia.", "−"),
    ("pl", "Temperatura w Warszawie spadła do {}12,5 stopnia.", "-"),
    ("fi", "Lämpötila laski Varsovassa {}12,5 asteeseen.", "-"),
    ("sv", "Temperaturen sjönk till {}12,5 grader i Warszawa.", "–"),
    ("ru", "Температура в Варшаве упала до {}12,5 градуса.", "минус "),
    ("ja", "ワルシャワの気温は{}12.5度まで下がった。", "氷点下"),
    ("zh", "华沙气温降至{}12.5度。", "零下"),
]


def _said(target: str, locale: str) -> list[str]:
    return [one.message for one in findings(SOURCE, target, locale) if "minus" in one.message]


@pytest.mark.parametrize(("locale", "text", "minus"), TEXTS, ids=[row[0] for row in TEXTS])
def test_a_lost_minus_is_found_and_one_that_is_kept_is_left_alone(locale: str, text: str, minus: str) -> None:
    assert _said(text.format(minus), locale) == []
    assert _said(text.format(""), locale) == ["“-12.5 degrees” has lost its minus."]


def test_frost_in_words_needs_no_sign() -> None:
    assert _said("Varsovie a connu un froid de 12,5 degrés sous zéro.", "fr") == []
    assert _said("I Warszawa var det 12,5 graders frost.", "sv") == []
