"""The texts of a domain → XLIFF 2.1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr  # writing only: nothing is parsed with it

from l10n.formats.xliff2.inline import UNWRITABLE, Inline, plain
from l10n.formats.xliff2.states import attributes
from l10n.model.exchange import ExchangeFile, Unit

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"\
"""


def serialize(exchange: ExchangeFile, *, codes: bool = True, version: str = "2.1") -> str:
    """The document; one of version 2.0 differs by that word only.

    Without `codes`, markup and placeholders are plain text, for tools that know no inline codes.
    """
    languages = f"srcLang={quoteattr(exchange.source_language)} trgLang={quoteattr(exchange.target_language)}"
    file_id = re.sub(r"[^A-Za-z0-9._-]", "-", exchange.domain).lstrip("-.") or "file"
    lines = [
        f'{_HEAD} version="{version}" {languages}>',
        f'<file id="{file_id}" original={quoteattr(exchange.domain)} canResegment="no">',
    ]
    for _, units in groupby(exchange.units, key=lambda unit: unit.message_id):
        lines += _message(list(units), codes)
    return "\n".join([*lines, "</file>", "</xliff>", ""])


def _message(units: list[Unit], codes: bool) -> Iterator[str]:
    """A unit; for plural forms a group of them."""
    is_plural = units[0].form is not None
    if is_plural:
        yield f'<group id="{units[0].message_id}"{_name(units[0])} type="l10n:plural">'
    for unit in units:
        yield from _unit(unit, codes)
    if is_plural:
        yield "</group>"


def _unit(unit: Unit, codes: bool) -> Iterator[str]:
    inline = Inline() if codes else None
    source = inline.source(unit.source) if inline else plain(unit.source)
    target = inline.target(unit.target) if inline else plain(unit.target)
    state = "".join(f' {name}="{value}"' for name, value in attributes(unit.state).items())
    yield f'<unit id="{unit.id}"{_name(unit)}>'
    if unit.base:
        yield (
            '<mda:metadata><mda:metaGroup category="l10n">'
            f'<mda:meta type="base">{unit.base}</mda:meta></mda:metaGroup></mda:metadata>'
        )
    if unit.notes:
        yield "<notes>"
        for note in unit.notes:
            yield f"<note category={quoteattr(note.category)}>{_printable(note.text)}</note>"
        yield "</notes>"
    if inline and inline.data:
        yield "<originalData>"
        yield from _data(inline.data.items())
        yield "</originalData>"
    yield f"<segment{state}>"
    yield f'<source xml:space="preserve">{source}</source>'
    if unit.target:
        yield f'<target xml:space="preserve">{target}</target>'
    yield "</segment>"
    yield "</unit>"


def _data(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    for text, its_id in items:
        yield f'<data id="{its_id}" xml:space="preserve">{plain(text)}</data>'


def _name(unit: Unit) -> str:
    return "" if unit.role is None or UNWRITABLE.search(unit.role) else f" name={quoteattr(unit.role)}"


def _printable(note: str) -> str:
    """A note as XML; it has no `cp` there, and is not read back."""
    return plain(UNWRITABLE.sub("\ufffd", note))
