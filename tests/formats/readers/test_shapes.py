"""Data about a page, in the ways that Nordic sites write it; and sentences that only look like it."""

from __future__ import annotations

import pytest

from l10n.formats.readers.page.lines import is_credit
from l10n.formats.readers.page.shapes import page_data


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Publisert 4. mars 2025 kl. 09.12 av Ida Tveit", "date"),
        ("Oppdatert i dag kl. 09.30", "date"),
        ("Offentliggjort 30. januar 2025 kl. 11.04", "date"),
        ("Senast ändrad 17 november 2025, kl. 11:02", "date"),
        ("Publicerad: 17 november 2025, kl. 09:40. Uppdaterad: 17 november 2025, kl. 11:02", "date"),
        ("Læsetid: 2 minutter", "date"),
        ("7 minuters läsning", "date"),
        ("Av: Redaksjonen", "byline"),
        ("Skrevet af Ellen Ravn • Læsetid: 2 minutter", "byline"),
        ("Utgiver: Kystposten AS", "byline"),
        ("TT/Reuters", "byline"),
        ("Telefon: 73 00 00 00", "address"),
        ("By Friday the snow had gone", ""),
        ("Updated rules take effect on May 4, 2025, the ministry said.", ""),
        ("Text messages from the king", ""),
    ],
)
def test_data_about_a_page(text: str, role: str) -> None:
    assert page_data(text) == role


@pytest.mark.parametrize(
    "text", ["Foto: Heiko Junge / NTB", "(Illustrasjonsfoto: Colourbox)", "Privatfoto", "Arkivfoto"]
)
def test_credits(text: str) -> None:
    assert is_credit(text)


@pytest.mark.parametrize("text", ["Photo shows the harbour.", "Privat", "The photographer was Heiko Junge."])
def test_no_credits(text: str) -> None:
    assert not is_credit(text)
