"""A picture's file, as it comes with a bundle."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

MEDIA_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
"""Pictures that browsers show, by the end of their name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A file that an article shows: its bytes as they are, and so with all the metadata that they hold."""

    ending: str
    """One of MEDIA_TYPES."""
    data: bytes

    @property
    def name(self) -> str:
        """Where it lies in a bundle: named by its content, so that no name is unsafe and none is used twice."""
        return f"images/{hashlib.sha256(self.data).hexdigest()[:16]}.{self.ending}"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.ending]
