"""XLIFF 2.1, the exchange format of translation tools.

    text = xliff2.serialize(exchange)     one domain in one locale → a document
    files = xliff2.parse(file)            bytes → what each `file` element of a document holds

A message is a `unit`, or a `group` of one unit for each plural form. Markup, placeholders and addresses are inline
codes that a tool protects; their text stands in `originalData`, so what was read is exactly what was written. States
are XLIFF's own, with `subState` for those that it has no word for; how the catalog stood is in `mda:metadata`.
Source: XLIFF Version 2.1, OASIS Standard, 13 February 2018.
"""

from l10n.formats.xliff2.parse import parse
from l10n.formats.xliff2.serialize import serialize

__all__ = ["parse", "serialize"]
