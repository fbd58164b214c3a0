"""XLIFF 1.2, for tools that do not read version 2: the same two verbs, the same texts.

    text = xliff1.serialize(exchange)     one domain in one locale → a document
    files = xliff1.parse(file)            bytes → what each `file` element of a document holds

Inline codes hold their own text (`ph`, `bpt`, `ept`); a character that XML cannot hold is a `ph` of the type `x-cp`.
How the catalog stood is in `extradata`. `approved` is for what a reviewer signed, as the standard has it.
Source: XLIFF Version 1.2, OASIS Standard, 1 February 2008.
"""

from l10n.formats.xliff1.parse import parse
from l10n.formats.xliff1.serialize import serialize

__all__ = ["parse", "serialize"]
