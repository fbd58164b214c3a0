"""TMX 1.4b, the exchange format of translation memories, as a stream of units both ways.

    for unit in tmx.parse(file):       bytes → units, a piece of the file at a time
    for text in tmx.serialize(units):  units → XML text, a piece at a time

What the standard has no field for stands in `prop` elements of the types below.
Source: TMX 1.4b Specification, Localisation Industry Standards Association, 2005.
"""

from l10n.formats.tmx.parse import parse
from l10n.formats.tmx.serialize import is_writable, serialize

__all__ = ["is_writable", "parse", "serialize"]
