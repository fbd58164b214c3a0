"""What can be said of numbers by looking up tokens: which texts need no reading, and which do."""

from __future__ import annotations

import pytest

from l10n.checks.number_marks import are_alike, marks
from tests.checks.judging import findings


def _are_alike(source: str, target: str, locale: str = "nb") -> bool:
    return are_alike(marks(source.split(), "en"), marks(target.split(), locale))


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("It costs NOK 4.2 billion, or 18%.", "Det koster 4,2 milliarder kroner, eller 18 prosent.", "nb"),
        ("It moved 1,300 people.", "Det flyttet 1300 mennesker.", "nb"),
        ("It moved 90,000 people (in 2025).", "Det flyttet 90 000 mennesker (i 2025).", "nb"),
        ("It opens on December 15, 2025.", "Det åpner 15. desember 2025.", "nb"),
        ("The 34-year-old led the G7 in the 1980s.", "34-åringen ledet G7 på 1980-tallet.", "nb"),
        ("Two of the nine won 3-1.", "To av de ni vant 3–1.", "nb"),
        ("Both lost $1.50.", "De to tapte 1,5 dollar.", "nb"),
        ("I’m 1,300 meters up.", "Je suis à 1300 mètres.", "fr"),
    ],
)
def test_alike(source: str, target: str, locale: str) -> None:
    assert _are_alike(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It costs NOK 4.2 billion.", "Det koster 4,2 billioner kroner."),
        ("It rose by 18%.", "Det steg med 18."),
        ("70% of output and 90% of sales", "90 % av produksjonen og 70 % av salget"),
        ("It opens at 7.45 p.m.", "Det åpner 7.45."),
        ("It opens on May 5.", "Det åpner 5. juni."),
        ("Release 1.2.3 is out.", "Utgave 1.2.3 er her."),
        ("It is 50 miles long.", "Den er 50 kilometer lang."),
        ("The G7 met.", "G20 møttes."),
        ("Some 5 million-dollar homes", "Rundt 5 hus"),
    ],
)
def test_others_are_read(source: str, target: str) -> None:
    assert not _are_alike(source, target)


def test_an_english_month_is_told_as_such_and_not_as_missing() -> None:
    found = findings("The forum opens on December 15.", "Forumet åpner 15 December.", "nb", "paragraph")
    assert [finding.message for finding in found] == ["“December” is no month's name in this language."]
