"""Words and signs put together from tokens are those of the whole text."""

from __future__ import annotations

import pytest

from l10n.checks.contract import Subject
from l10n.checks.tokens import Learnt
from l10n.model.message import Message


def _subject(target: str) -> Subject:
    message = Message(msgid="x", msgstr=(target,))
    return Subject(source="x", target=target, source_language="en", locale="nb", domain="articles/a", message=message)


@pytest.mark.parametrize(
    ("text", "words", "signs"),
    [
        ("«Takaichi’s EU-kommisjon», sa hun.", ["takaichi’s", "eu-kommisjon", "sa", "hun"], "«’-»,."),
        ("70\u00a0% av 1,8 billioner (1 av 3)", ["av", "billioner", "av"], "70%1,8(13)"),
        ("Se [her](https://example.org/a_b).", ["se", "her"], "[](://./_)."),
        ("探査機は火曜日に到着した。", ["探査機は火曜日に到着した"], "。"),
        ("ΟΔΟΣ ΟΔΟΣ", ["οδος", "οδος"], ""),
        (" \n ", [], ""),
    ],
)
def test_words_and_signs(text: str, words: list[str], signs: str) -> None:
    assert (_subject(text).target_words, _subject(text).target_signs) == (words, signs)


def test_words_are_those_of_the_prose() -> None:
    subject = _subject("Les <b>mer</b> i `kode` {navn}")
    assert subject.target_words == ["les", "mer", "i"]
    assert subject.target_vocabulary == {"les", "mer", "i"}


def test_what_was_learnt_is_forgotten_before_it_fills_the_memory() -> None:
    learnt: Learnt[int] = Learnt(len)
    assert [learnt[str(n)] for n in range(200_000)][-1] == 6
    assert len(learnt) < 100_000
    assert learnt["x" * 1000] == 1000
    assert "x" * 1000 not in learnt


def test_tables_of_words_take_long_numbers_for_one() -> None:
    asked: list[str] = []
    learnt: Learnt[int] = Learnt(lambda token: (asked.append(token), len(token))[1], sees_numbers=False)
    assert learnt["(20001),"] == learnt["20002"] == learnt["0"]
    assert asked == ["0"]
    assert learnt["B20001"] == 6
