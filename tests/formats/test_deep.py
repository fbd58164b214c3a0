"""A file nested deeper than any parser goes is refused with a sentence, whatever its format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from l10n.errors import InvalidInputError
from l10n.formats import captured, ledger, manifest
from l10n.formats.readers.markdown import article as markdown
from l10n.settings import parse_settings

DEEP = "[" * 50_000


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_settings, f"x = {DEEP}"),
        (lambda text: manifest.parse(text.encode()), DEEP),
        (captured.parse, f'{{"x": {DEEP}'),
        (lambda text: ledger.parse(text.encode()), f'{{"x": {DEEP}'),
        (lambda text: markdown.parse(text, slug="x"), f"---\nx: {DEEP}\n---\n"),
    ],
    ids=["settings", "manifest", "captured", "ledger", "article"],
)
def test_it_is_said_in_a_sentence(parse: Callable[[str], object], text: str) -> None:
    with pytest.raises(InvalidInputError, match="nested too deeply"):
        parse(text)
