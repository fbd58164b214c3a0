"""Amounts that are written as most are, are compared without reading the whole text: which, and which not."""

from __future__ import annotations

import pytest

from l10n.checks.contract import Subject
from l10n.checks.plain_amounts import are_same_amounts
from l10n.model.message import Message


def _judged(source: str, target: str, locale: str = "nb") -> bool:
    message = Message(msgid=source, msgstr=(target,))
    return are_same_amounts(
        Subject(source=source, target=target, source_language="en", locale=locale, domain="articles/a", message=message)
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It costs NOK 4.2 billion, or 18%.", "Det koster 4,2 milliarder kroner, eller 18 prosent."),
        ("It moved 1,300 people.", "Det flyttet 1300 mennesker."),
        ("A profit of $1.75 million", "Et overskudd på 1,75 millioner dollar"),
    ],
)
def test_the_same_amounts(source: str, target: str) -> None:
    assert _judged(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It costs NOK 4.2 billion.", "Det koster 4,2 billioner kroner."),
        ("It rose by 18%.", "Det steg med 18."),
        ("70% of output and 90% of sales", "90 % av produksjonen og 70 % av salget"),
        ("It opens at 7.45 p.m.", "Det åpner 7.45."),
        ("It opens on May 5.", "Det åpner 5. mai."),
        ("Release 1.2.3 is out.", "Utgave 1.2.3 er her."),
        ("It is 50 miles long.", "Den er 50 kilometer lang."),
        ("The G7 met.", "G7 møttes."),
    ],
)
def test_others_are_read_in_full(source: str, target: str) -> None:
    assert not _judged(source, target)


def test_a_language_whose_numbers_nobody_described_is_read_in_full() -> None:
    assert not _judged("It moved 1,300 people.", "Il a déplacé 1300 personnes.", "fr")
