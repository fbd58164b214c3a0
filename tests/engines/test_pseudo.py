"""Pseudo-translation."""

from __future__ import annotations

import pytest

from l10n.engines.pseudo import PseudoEngine
from l10n.segmentation.placeholders import difference


def pseudo(text: str, target: str = "nb") -> str:
    return PseudoEngine().translate([text], "en", target)[0].text


def test_is_accented_longer_and_in_brackets() -> None:
    text = pseudo("Related articles")
    assert text.startswith("⟦Ŕéļåţéđ") and text.endswith("⟧")
    assert len(text) >= 1.3 * len("Related articles")


@pytest.mark.parametrize(
    "text", ["**[Read more](x)** {n}", "%(name)s <b>bold</b> `code` https://a.b/c_d", "Tokyo _it_"]
)
def test_keeps_what_must_stay(text: str) -> None:
    for target in ("nb", "ar"):
        assert difference(text, pseudo(text, target)) == ([], [])


@pytest.mark.parametrize("text", ["", "  ", "123", "😀", "{n}"[:0]])
def test_leaves_alone_what_has_no_words(text: str) -> None:
    assert pseudo(text) == text


def test_blanks_and_line_ends_stay_outside() -> None:
    assert pseudo(" a\n").startswith(" ⟦") and pseudo(" a\n").endswith("⟧\n")


def test_a_locale_written_right_to_left_is_shown_so() -> None:
    assert "\u202e" in pseudo("Read", "ar")
    assert "\u202e" not in pseudo("Read", "nb")
