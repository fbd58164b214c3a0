"""Texts in the columns of a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from l10n.commands.review.layout import Span, columns, fitted, shown, wrapped
from l10n.commands.review.reading import Place, from_bookmark
from l10n.model.message import MessageKey

TEXTS = st.lists(st.text(alphabet="ab -港é\u0301\u00a0…👩", max_size=40).map(shown), max_size=5)


@given(TEXTS, st.integers(2, 20))
def test_no_line_is_too_wide_and_no_word_is_lost(texts: list[str], width: int) -> None:
    lines = wrapped([Span(text, "red" if at % 2 else "") for at, text in enumerate(texts)], width)
    assert all(sum(columns(span.text) for span in line) <= width for line in lines)
    written = "".join(span.text for line in lines for span in line)
    assert written.replace(" ", "") == "".join(texts).replace(" ", "")


@given(st.text(alphabet="ab 港", max_size=30), st.integers(1, 20))
def test_a_fitted_text_fits(text: str, width: int) -> None:
    assert columns(fitted(text, width)) <= width


def test_a_no_break_space_breaks_no_line() -> None:
    lines = wrapped([Span("det er 1,8\u00a0billioner")], 12)
    assert ["".join(span.text for span in line) for line in lines] == ["det er", "1,8\u00a0billione", "r"]


def test_wide_signs_take_two_columns_and_marks_none() -> None:
    assert (columns("港湾"), columns("e\u0301"), columns("ab")) == (4, 1, 2)


def test_the_queue_turns_to_the_bookmark_and_begins_the_article_anew_where_its_message_is_gone() -> None:
    places = [Place(f"articles/{name}", f"articles/{name}", MessageKey("p", str(n))) for name in "ab" for n in range(3)]
    mark = places[4].bookmark("nb")
    assert from_bookmark(places, places, mark) == [*places[4:], *places[:4]]
    assert from_bookmark(places, places[:2], mark) == places[:2]
    gone = Place("articles/b", "articles/b", MessageKey("p", "gone")).bookmark("nb")
    assert from_bookmark(places, places, gone) == [*places[3:], *places[:3]]
    assert from_bookmark(places, places, None) == places
