"""What a depot promises. The manifest is the whole protocol: a folder of files behind any web server is a depot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from l10n.model.manifest import ManifestFile

MANIFEST_LIMIT = 128 * 1024 * 1024
"""Bytes. A manifest of 100,000 bundles is about half of it."""
SIGNATURE_LIMIT = 64 * 1024
PIECE = 256 * 1024
"""Bytes read at a time."""


class Depot(Protocol):
    """Bytes by name. Nothing it says is believed: whoever fetches holds each file against the manifest."""

    @property
    def shown(self) -> str:
        """What messages call it: a path or an address."""

    def manifest(self) -> bytes | None:
        """The manifest, or None where there is none. Raises EngineError where nobody answers."""

    def signature(self) -> bytes | None:
        """The signature on the manifest, or None where nobody signed it."""

    def pieces(self, file: ManifestFile, start: int) -> Iterator[bytes]:
        """A file's bytes from `start` on. Raises InvalidInputError where it is not there, EngineError where the
        depot gave up on the way; what was yielded before that stays good for another try."""
