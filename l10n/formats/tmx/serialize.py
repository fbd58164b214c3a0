"""Memory units → TMX 1.4b."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n import __version__
from l10n.formats.tmx.props import BEFORE, ORIGIN, ROLE, STATE
from l10n.model.memory_unit import MemoryUnit
from l10n.model.state import State

_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="l10n" creationtoolversion="{__version__}" segtype="block" o-tmf="gettext" adminlang="en" \
srclang="*all*" datatype="plaintext"/>
<body>
"""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no way to write, not even as a reference (section 2.2)."""


def is_writable(unit: MemoryUnit) -> bool:
    """False for a unit with a character that XML cannot hold, and for one that a reader would pass over as empty."""
    texts = (unit.source, unit.target, unit.role or "")
    return bool(unit.source.strip() and unit.target.strip()) and not any(map(_UNWRITABLE.search, texts))


def serialize(units: Iterable[MemoryUnit]) -> Iterator[str]:
    """The file in pieces, one unit a `tu`, in the order given; the same units give the same bytes.

    Every unit must be writable.
    """
    yield _HEAD
    for unit in units:
        yield _tu(unit)
    yield "</body>\n</tmx>\n"


def _tu(unit: MemoryUnit) -> str:
    from xml.sax.saxutils import quoteattr  # brings urllib along, and most commands write no TMX

    state = "" if unit.state is State.TRANSLATED else unit.state
    origin = str(unit.origin) if unit.origin else ""
    props = ((ROLE, unit.role), (BEFORE, unit.before or None), (STATE, state or None), (ORIGIN, origin or None))
    date = f' changedate="{re.sub("[-:]", "", unit.at).removesuffix("Z")}00Z"' if unit.at else ""
    lines = [
        f"<tu srclang={quoteattr(unit.languages.source)}{date}>",
        *(f'<prop type="{name}">{_text(value)}</prop>' for name, value in props if value is not None),
        f"<tuv xml:lang={quoteattr(unit.languages.source)}><seg>{_text(unit.source)}</seg></tuv>",
        f"<tuv xml:lang={quoteattr(unit.languages.target)}><seg>{_text(unit.target)}</seg></tuv>",
        "</tu>\n",
    ]
    return "\n".join(lines)


def _text(text: str) -> str:
    from xml.sax.saxutils import escape

    # a carriage return that is not a reference is read as a line feed (XML 1.0, section 2.11)
    return escape(text, {"\r": "&#13;"})
