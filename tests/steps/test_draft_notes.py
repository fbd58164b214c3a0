"""What a note says that a draft lost."""

from __future__ import annotations

import pytest

from l10n.engines.contract import Draft
from l10n.steps.draft_notes import draft_notes


def notes(source: str, draft: str) -> list[str]:
    return draft_notes(Draft(text=draft), source, source=source, terms=[])


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        ("Well done 👍🏿!", "Bra!", ["sign missing: 👍🏿"]),
        ("The flag 🇳🇴 of 👩🏽‍🔬", "Flagget til 👩🏽‍🔬", ["sign missing: 🇳🇴"]),
        ("Well done 👍🏿!", "Bra 👍🏿!", []),
        ("Tokyo is 東京 there.", "Tokyo heter noe annet der.", ["sign missing: 東京"]),
        ("Tokyo is 東京 there.", "Токио там.", []),
        ("東京は日本の首都です。", "Tokyo er hovedstaden i Japan.", []),
        ("The _private name", "Navnet private", ["sign missing: _"]),
        ("Read **more** now.", "Les nå.", ["lost **, **"]),
        ("Salt & pepper, 5 > 3", "Salt og pepper, 5 > 3", []),
    ],
)
def test_what_is_missing_is_said(source: str, draft: str, expected: list[str]) -> None:
    assert notes(source, draft) == expected
