"""What a dictionary of the machine is asked, and what it cannot be asked."""

from __future__ import annotations

from tests.checks.judging import findings


def test_a_word_in_letters_that_the_dictionary_cannot_write_breaks_nothing() -> None:
    found = findings("The word for first is on the sign.", "Ordet pierwszą står på skiltet i byen.")
    assert [finding.message for finding in found] == []
