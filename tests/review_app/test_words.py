"""The page's own words: all in the catalog, all translated, written as our own writer writes them."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO

from babel.messages.extract import extract
from jinja2.ext import babel_extract

from l10n.formats import po

APP = files("l10n") / "review_app"


def words_of_the_page() -> set[str]:
    """Every text that a template or a module asks for."""
    found: set[str] = set()
    for template in (APP / "templates").iterdir():
        for _, _, text, _ in babel_extract(BytesIO(template.read_bytes()), ["_"], [], {}):
            found.add(text if isinstance(text, str) else str(text[0]))
    for module in ("words.py", "bars.py"):
        source = BytesIO((APP / module).read_bytes())
        found |= {str(text) for _, text, _, _ in extract("python", source, keywords={"marked": None})}
    return found


def test_every_word_is_translated_and_none_is_left_over() -> None:
    document = po.decode((APP / "locale" / "en.po").read_bytes())
    assert {message.msgid for message in document.catalog.live if message.has_text} == words_of_the_page()
    assert not any(message.is_fuzzy for message in document.catalog.live)


def test_placeholders_survive() -> None:
    document = po.decode((APP / "locale" / "en.po").read_bytes())
    for message in document.catalog.live:
        assert set(_names(message.msgid)) == set(_names(message.text)), message.msgid


def test_the_catalog_is_canonical() -> None:
    document = po.decode((APP / "locale" / "en.po").read_bytes())
    assert po.canonical(document) == document.text


def _names(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]
