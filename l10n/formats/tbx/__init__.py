"""TBX-Basic, the exchange format of glossaries: version 3 (ISO 30042:2019) out, versions 2 and 3 in.

A term to keep as it is has the same words in both languages. What it may also be called is an admitted term; what it
must not be called is a deprecated one.
"""

from l10n.formats.tbx.parse import parse
from l10n.formats.tbx.serialize import serialize

__all__ = ["parse", "serialize"]
