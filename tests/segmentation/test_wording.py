"""Word-level differences: nothing is lost, and phrases stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.segmentation.wording import Op, Piece, pieces


def sides(words: tuple[Piece, ...]) -> tuple[str, str]:
    old = "".join(piece.text for piece in words if piece.op is not Op.ADDED)
    return old, "".join(piece.text for piece in words if piece.op is not Op.REMOVED)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Kina har 70 prosent.", "Kina har 75 prosent.", [("-", "70"), ("+", "75")]),
        ("Han kommer.", "Han kommer ikke.", [("+", " ikke")]),
        ("De to store bankene tapte.", "De tre små bankene tapte.", [("-", "to store"), ("+", "tre små")]),
        ("1,8 billioner yen", "1,8 billioner yen", []),
    ],
)
def test_only_the_words_that_changed_are_marked(old: str, new: str, changed: list[tuple[str, str]]) -> None:
    assert [(piece.op, piece.text) for piece in pieces(old, new) if piece.op is not Op.KEPT] == changed


def test_a_rewritten_text_is_shown_whole_on_both_sides() -> None:
    old, new = "Stormen traff kysten natt til søndag.", "Hundrevis mistet strømmen da uværet kom inn."
    assert pieces(old, new) == (Piece(Op.REMOVED, old), Piece(Op.ADDED, new))


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_texts_can_be_read_back(old: str, new: str) -> None:
    assert sides(pieces(old, new)) == (old, new)
