"""A unit of translation memory: a text and what somebody made of it, wherever that stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from l10n.model.catalog import Catalog
from l10n.model.provenance import Origin
from l10n.model.state import State, standing


class Languages(NamedTuple):
    """Which way a unit translates, in canonical tags."""

    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryUnit:
    """Two texts that say the same, and what is known of them."""

    languages: Languages
    source: str
    target: str
    role: str | None = None
    """The msgctxt it was translated in; None where nobody said."""
    before: str = ""
    """The fingerprint of the text that stood before it; empty where nobody said."""
    state: State = State.TRANSLATED
    origin: Origin | None = None
    at: str = ""
    """When it was last judged, as records write it: `2026-01-05T10:11Z`."""
    place: str = ""
    """The file of the project that it was read from, `catalogs/nb/chrome.po` or `memory/old.tmx`."""


def fingerprint(text: str) -> str:
    """Twelve hex digits that stand for a neighbouring text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def units_of(catalog: Catalog, languages: Languages) -> Iterator[MemoryUnit]:
    """What a catalog gives to the memory: fresh texts that a person wrote or accepted, in the catalog's order.

    Of a plural message, the singular and the last form go with the source's two forms.
    """
    before = ""
    for message in catalog.live:
        found = standing(message)
        if found.state.rank >= State.TRANSLATED.rank and found.is_fresh:
            pairs = [(message.msgid, message.msgstr[0])]
            if message.msgid_plural is not None:
                pairs.append((message.msgid_plural, message.msgstr[-1]))
            for source, target in pairs:
                yield MemoryUnit(
                    languages=languages,
                    source=source,
                    target=target,
                    role=message.msgctxt,
                    before=before,
                    state=found.state,
                    origin=found.origin,
                    at=found.record.at if found.is_untouched else "",
                )
        before = fingerprint(message.msgid)
