"""Word-level differences: nothing is lost, and phrases stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.segmentation.wording import Op, Piece, is_rewritten, pieces, visible


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


def test_a_rewritten_sentence_among_others_is_replaced_whole() -> None:
    kept = "Ingen ble skadet."
    old = f"Stormen traff kysten natt til søndag med stor kraft. {kept}"
    new = f"Hundrevis mistet strømmen da uværet kom inn fra havet. {kept}"
    assert is_rewritten(old, new)
    assert [piece.op for piece in pieces(old, new)] == [Op.REMOVED, Op.ADDED, Op.KEPT]
    assert pieces(old, new)[-1].text.strip() == kept


def test_texts_too_long_for_words_are_compared_by_sentences() -> None:
    old = "Det blåste hardt i går. " * 2_500
    assert sides(pieces(old, f"{old}Og i dag.")) == (old, f"{old}Og i dag.")
    assert is_rewritten(old, f"{old}Og i dag.")


@pytest.mark.parametrize(
    ("piece", "seen"),
    [
        (Piece(Op.ADDED, "\u00a0"), "⍽"),
        (Piece(Op.REMOVED, " "), "␣"),
        (Piece(Op.ADDED, "to ord"), "to ord"),
        (Piece(Op.KEPT, "\u00a0"), "\u00a0"),
    ],
)
def test_blanks_that_changed_can_be_seen(piece: Piece, seen: str) -> None:
    assert visible(piece) == seen


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_texts_can_be_read_back(old: str, new: str) -> None:
    assert sides(pieces(old, new)) == (old, new)
