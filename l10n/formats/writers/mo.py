"""Compiled catalogs (.mo), as the gettext manual lays them out in "The Format of GNU MO Files".

Written here because what may be in one is our decision: only texts that somebody vouches for, never a fuzzy one.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from itertools import accumulate, chain

from l10n.formats import po
from l10n.formats.po.pairs import clear_pairs, pair
from l10n.model.catalog import Catalog
from l10n.model.message import Message
from l10n.model.state import State, standing

_MAGIC = 0x950412DE
_HEAD = 28
_CHARSET = re.compile(r"(?im)^(content-type:[^\n]*charset=)[^\s;]+")

Publishes = Callable[[State], bool]


def encode(catalog: Catalog, publishes: Publishes) -> bytes:
    """The catalog's messages whose state `publishes` says yes to, sorted by their bytes, little-endian, no hash table.

    The same messages are the same bytes. The header is kept, its charset set to the UTF-8 that is written.
    """
    return _laid_out(dict(map(pair, _published(catalog, publishes))), catalog.header.text)


def compile_po(data: bytes, publishes: Publishes) -> bytes:
    """`encode` of a PO file's catalog: the same bytes, in half the time where all that is clear may be published.

    Raises InvalidInputError, with its line, for a file that cannot be understood.
    """
    is_plain = all(publishes(state) is (state.rank >= State.TRANSLATED.rank) for state in State)
    pairs = clear_pairs(data) if is_plain else None
    if pairs is None:
        return encode(po.decode(data).catalog, publishes)
    return _laid_out(pairs, pairs.pop(b"", b"").decode())


def _laid_out(pairs: dict[bytes, bytes], header: str) -> bytes:
    pairs[b""] = _with_utf8(header).encode()
    originals = sorted(pairs)
    texts = [*originals, *(pairs[original] for original in originals)]
    lengths = [len(text) for text in texts]
    start = _HEAD + 8 * len(texts)
    places = accumulate((length + 1 for length in lengths), initial=start)
    tables = chain.from_iterable(zip(lengths, places, strict=False))
    head = [_MAGIC, 0, len(originals), _HEAD, _HEAD + 8 * len(originals), 0, start]
    return b"\0".join((struct.pack(f"<{len(head) + 2 * len(texts)}I", *head, *tables) + texts[0], *texts[1:], b""))


def _published(catalog: Catalog, publishes: Publishes) -> Iterator[Message]:
    """Where a policy says the same of all that is translated or better, no seal needs to be held against its text."""
    of_clear = {publishes(state) for state in State if state.rank >= State.TRANSLATED.rank}
    for message in catalog.live:
        if len(of_clear) == 1 and message.has_text and not message.is_fuzzy:
            if True in of_clear:
                yield message
        elif publishes(standing(message).counted):
            yield message


def _with_utf8(header: str) -> str:
    text, found = _CHARSET.subn(r"\1UTF-8", header)
    return text if found else f"{text}Content-Type: text/plain; charset=UTF-8\n"
