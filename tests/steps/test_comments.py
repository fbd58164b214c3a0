"""Comments stay with their message, and with the words they are about for as long as those stand there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from l10n.errors import InvalidInputError
from l10n.formats import comments as lines
from l10n.model.comment import Comment, Span
from l10n.model.message import Message, MessageKey, Previous
from l10n.model.provenance import Actor
from l10n.model.source_change import Grade, SourceChange
from l10n.model.state import State
from l10n.steps.carry_comments import carry_comments
from l10n.steps.comment import comment
from l10n.steps.threads import threads

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
DOMAIN = "articles/forum"
MESSAGE = Message(msgctxt="title", msgid="The forum opens", msgstr=("Forumet opnar, og forumet held fram",))


def said(text: str = "Heiter det dette?", message: Message = MESSAGE, at: str = "1", **more: Any) -> Comment:
    return comment(message, text, domain=DOMAIN, actor=OLA, at=at, **more)


def test_a_comment_is_read_as_it_was_written() -> None:
    one = said(quote="Forumet", start=0)
    assert lines.parse(lines.serialize(one).encode()) == [one]
    assert one.span == Span(0, 7)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Forumet opnar, og forumet held fram", Span(18, 25)),
        ("Nå opnar forumet", Span(9, 16)),
        ("Møtet opnar", None),
        ("forumet, forumet", None),
    ],
)
def test_quoted_words_are_found_again_where_they_are_plain_to_find(text: str, span: Span | None) -> None:
    one = said(quote="forumet", start=18)
    (thread,) = threads(replace(MESSAGE, msgstr=(text,)), DOMAIN, [one])
    assert thread.span == span
    assert thread.is_detached is (span is None)


def test_characters_are_counted_whatever_they_need_in_bytes() -> None:
    message = replace(MESSAGE, msgstr=("🎌 Forumet 𝔬pnar",))
    (thread,) = threads(message, DOMAIN, [said(message=message, quote="𝔬pnar", start=10)])
    assert thread.span == Span(10, 15)


def test_a_thread_is_settled_and_opened_again() -> None:
    first = said()
    settled = said("", thread=first.id, resolves=True, at="2")
    again = said("Nei, sjå her", thread=first.id, at="3")
    assert threads(MESSAGE, DOMAIN, [first])[0].is_open
    assert not threads(MESSAGE, DOMAIN, [first, settled])[0].is_open
    # a merge by union may turn lines around, and write them twice
    (thread,) = threads(MESSAGE, DOMAIN, [again, first, settled, first])
    assert thread.answers == (settled, again)
    assert thread.is_open


def test_a_comment_belongs_to_one_message() -> None:
    other = replace(MESSAGE, msgid="Another")
    assert threads(other, DOMAIN, [said()]) == []
    assert threads(MESSAGE, "articles/other", [said()]) == []
    stale = replace(other, previous=Previous("title", MESSAGE.msgid))
    assert len(threads(stale, DOMAIN, [said()])) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "\u202e\x07", "a" * 10_001])
def test_what_says_nothing_or_far_too_much_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError):
        said(text)


@pytest.mark.parametrize("more", [{"quote": "ikkje her"}, {"quote": "o", "start": 3}, {"quote": "Forumet", "form": 4}])
def test_a_quote_must_stand_in_the_text(more: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        said(**more)


def test_only_what_settles_may_be_without_words() -> None:
    assert said("", thread="0", resolves=True).text == ""
    with pytest.raises(InvalidInputError):
        said("", thread="0")


def test_comments_follow_a_source_that_changes_and_are_moved_once() -> None:
    parts = [MessageKey("paragraph", "One."), MessageKey("paragraph", "Two.")]
    changes = [
        SourceChange(grade=Grade.SPLIT, key=key, previous=(MESSAGE.key,), before=State.REVIEWED, after=State.TRANSLATED)
        for key in parts
    ]
    first = said()
    moved = carry_comments([first], DOMAIN, changes)
    assert [one.key for one in moved] == parts
    assert {one.id for one in moved} == {first.id}
    assert carry_comments([first, *moved], DOMAIN, changes) == []
    assert carry_comments([first], "articles/other", changes) == []
