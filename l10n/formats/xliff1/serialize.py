"""The texts of a domain → XLIFF 1.2."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr  # writing only: nothing is parsed with it

from l10n.formats.xliff1.inline import UNWRITABLE, Inline, plain
from l10n.formats.xliff1.states import target_attributes, unit_attributes
from l10n.model.exchange import ExchangeFile, Unit

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">"""


def serialize(exchange: ExchangeFile, *, codes: bool = True) -> str:
    """The document. Without `codes`, markup and placeholders are plain text, for tools that know no inline codes."""
    languages = (
        f"source-language={quoteattr(exchange.source_language)} target-language={quoteattr(exchange.target_language)}"
    )
    lines = [_HEAD, f'<file original={quoteattr(exchange.domain)} {languages} datatype="plaintext">', "<body>"]
    for _, units in groupby(exchange.units, key=lambda unit: unit.message_id):
        lines += _message(list(units), codes)
    return "\n".join([*lines, "</body>", "</file>", "</xliff>", ""])


def _message(units: list[Unit], codes: bool) -> Iterator[str]:
    """A unit; for plural forms a group of them, called as gettext's own XLIFF profile calls it."""
    is_plural = units[0].form is not None
    if is_plural:
        yield f'<group id="{units[0].message_id}" restype="x-gettext-plurals">'
    for unit in units:
        yield from _unit(unit, codes)
    if is_plural:
        yield "</group>"


def _unit(unit: Unit, codes: bool) -> Iterator[str]:
    inline = Inline()
    source = inline.source(unit.source) if codes else plain(unit.source)
    target = inline.target(unit.target) if codes else plain(unit.target)
    base = f' extradata="{unit.base}"' if unit.base else ""
    yield f'<trans-unit id="{unit.id}"{_name(unit)}{_listed(unit_attributes(unit.state))}{base} xml:space="preserve">'
    yield f"<source>{source}</source>"
    if unit.target:
        yield f"<target{_listed(target_attributes(unit.state))}>{target}</target>"
    for note in unit.notes:
        yield f"<note from={quoteattr(note.category)}>{_printable(note.text)}</note>"
    yield "</trans-unit>"


def _listed(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes.items())


def _name(unit: Unit) -> str:
    return "" if unit.role is None or UNWRITABLE.search(unit.role) else f" resname={quoteattr(unit.role)}"


def _printable(note: str) -> str:
    return escape(UNWRITABLE.sub("\ufffd", note), {"\r": "&#13;"})
