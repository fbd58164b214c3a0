"""Where a person stopped reviewing, so that they go on there: `.l10n/review.json`.

A cache: it may be deleted at any time, and one that cannot be read is one that knows nothing.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import StorageError
from l10n.workspace import files
from l10n.workspace.project import Workspace

_FILE = Path(".l10n") / "review.json"
_MOST = 1000
"""Places that are remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The message that was on the screen last, in one locale and article."""

    locale: str
    scope: str
    """The domain of the article that was gone through; `chrome` for the chrome alone."""
    domain: str
    """Where the message stands: the article's own domain, or `chrome`."""
    message: str
    """What the message is called, whatever its text."""


@dataclass
class Bookmarks:
    """One bookmark for each locale and article, the latest last."""

    root: Path
    marks: list[Bookmark]

    @classmethod
    def load(cls, workspace: Workspace) -> Bookmarks:
        try:
            found = json.loads(files.read_bytes(workspace.root / _FILE, str(_FILE)) or b"[]")
            marks = [Bookmark(*map(str, row)) for row in found if isinstance(row, list)]
        except (ValueError, TypeError):
            marks = []
        return cls(workspace.root, marks)

    @property
    def last_locale(self) -> str:
        """Where this person worked last; empty where nobody knows."""
        return self.marks[-1].locale if self.marks else ""

    def latest(self, locale: str, scopes: Collection[str]) -> Bookmark | None:
        """Where they stopped in one of these articles."""
        return next((one for one in reversed(self.marks) if one.locale == locale and one.scope in scopes), None)

    def put(self, mark: Bookmark) -> None:
        """Move the article's bookmark. A disk that has no room for it costs only the place."""
        others = [one for one in self.marks if (one.locale, one.scope) != (mark.locale, mark.scope)]
        self.marks = [*others, mark][-_MOST:]
        rows = [[one.locale, one.scope, one.domain, one.message] for one in self.marks]
        with contextlib.suppress(StorageError):
            files.write_atomic(self.root / _FILE, (json.dumps(rows, indent=0) + "\n").encode(), str(_FILE))
