"""The manifest that a server sent last, so that it need not send it again while it is the same (RFC 9110, 13.1.2)."""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import L10nError
from l10n.workspace.files import write_atomic


@dataclass(frozen=True, slots=True)
class SeenManifest:
    """A cache in the user's own cache folder; without it everything works, and costs one longer answer."""

    place: Path
    etag: str = ""
    data: bytes = b""

    @classmethod
    def of(cls, url: str) -> SeenManifest:
        home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        place = Path(home) / "l10n" / "manifests" / hashlib.sha256(url.encode()).hexdigest()
        try:
            etag, digest, data = place.read_bytes().split(b"\n", 2)
        except (OSError, ValueError):
            return cls(place)
        is_whole = digest.decode("ascii", "replace") == hashlib.sha256(data).hexdigest()
        return cls(place, etag.decode("latin-1"), data) if is_whole else cls(place)

    def keep(self, etag: str, data: bytes) -> None:
        """For the next time, where the server gave it a name and the disk has room."""
        if etag and etag.isascii() and etag.isprintable():
            digest = hashlib.sha256(data).hexdigest()
            with contextlib.suppress(L10nError):
                write_atomic(self.place, b"\n".join([etag.encode(), digest.encode(), data]), str(self.place))
