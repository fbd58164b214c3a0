"""What is surely wrong with a draft, and what is not."""

from __future__ import annotations

import pytest

from l10n.checks.contract import Subject
from l10n.model.message import Message
from l10n.steps.hard_flags import hard_flags, repeated
from tests.checks.right import RIGHT


def flags(source: str, target: str, *, source_language: str = "en", locale: str = "nb") -> list[str]:
    message = Message(msgctxt="paragraph", msgid=source)
    subject = Subject(
        source=source,
        target=target,
        source_language=source_language,
        locale=locale,
        domain="articles/x",
        message=message,
    )
    return hard_flags(subject, ["Sanae Takaichi", "Rapidus"])


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("The ferry left at noon.", "The ferry left at noon.", ["untranslated: the draft is its source"]),
        (
            "The ferry left at noon. It carried many cars.",
            "Ferga gikk klokka tolv. It carried many cars.",
            ["untranslated: It carried many cars."],
        ),
        ("Google and Microsoft buy power.", "og Microsoft kjøper strøm.", ["begins with a small letter: og"]),
        ("Phones are sold.", "iPhone og andre telefoner selges.", []),
        ("The mayor thanked the crews.", "Ordføreren takket og og og og mannskapene.", ["repeats itself: og"]),
        (
            "The mayor thanked the crews.",
            "Ordføreren takket alle som var med, takket alle som var med.",
            ["repeats itself: takket alle som var med"],
        ),
        ("It carried 40 cars.", "Den hadde 40 biler og 3 busser om bord.", ["number added: 3"]),
        ("It carried 40 cars.", "Den hadde 40 biler på 62,5 meter.", ["number added: 62,5"]),
        (
            "It cost ¥1.8 trillion.",
            "Det kostet 1,8 trillioner yen.",
            ["number: The source says “1.8 trillion”, the translation “1,8 trillioner”, a million times as much."],
        ),
        ("Takaichi left.", "Takaichii gikk.", ["name respelled: Takaichi is written Takaichii"]),
        ("Rapidus grows.", "Selskapet vokser.", ["name missing: Rapidus"]),
        ("The bridge is not safe.", "Broen er trygg.", ["negation missing: not"]),
        ("They didn’t agree.", "De var enige.", ["negation missing: n’t"]),
    ],
)
def test_what_is_surely_wrong_is_said(source: str, target: str, expected: list[str]) -> None:
    assert flags(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Sony Group Corp.", "Sony Group Corp."),
        ("It is very, very cold.", "Det er veldig, veldig kaldt."),
        ("Ha ha ha!", "Ha ha ha!"),
        ("Not only the mayor came.", "Både ordføreren og andre kom."),
        ("It is not possible.", "Det er umulig."),
        ("It carried 1,200 cars.", "Den hadde 1 200 biler om bord."),
        ("Call 22 22 22 22.", "Ring 22 22 22 22."),
    ],
)
def test_what_is_right_is_not_flagged(source: str, target: str) -> None:
    assert flags(source, target) == []


def test_correct_translations_of_news_are_not_flagged() -> None:
    found = [(flag, target) for locale, _, source, target in RIGHT for flag in flags(source, target, locale=locale)]
    assert found == []


def test_a_loop_without_blanks() -> None:
    assert repeated("日本は日本は日本は日本は日本は日本は日本は") == "日本は"
    assert repeated("2026 2026 2026, ………………") == ""
