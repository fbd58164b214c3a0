"""PO files, read and written so that what did not change keeps every byte (law 4).

    document = po.decode(data)                     bytes → Document (lossless)
    catalog = document.catalog                     Document → model
    data = po.encode(catalog, base=document)       model → bytes; unchanged messages byte for byte
    data = po.change_message(data, key, change)    bytes → bytes; one message, without parsing the others
    text = po.canonical(document)                  Document → text, the one way to write it

GNU gettext's manual, "The Format of PO Files", is the source for the grammar.
"""

from l10n.formats.po.block import share
from l10n.formats.po.canonical import canonical
from l10n.formats.po.document import Document, decode, parse
from l10n.formats.po.single import change_message
from l10n.formats.po.write import encode, serialize

__all__ = ["Document", "canonical", "change_message", "decode", "encode", "parse", "serialize", "share"]
