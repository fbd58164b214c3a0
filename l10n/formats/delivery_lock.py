"""A lock file, schema `l10n/lock/1`: the files of a delivery by path, each with the sha256 it had."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from l10n.errors import InvalidInputError

SCHEMA = "l10n/lock/1"
_SHA256 = re.compile("[0-9a-f]{64}")


def serialize(files: Mapping[str, str]) -> str:
    """One file a line, sorted, so that a change of one is a diff of one line."""
    return json.dumps({"schema": SCHEMA, "files": dict(sorted(files.items()))}, indent=2, ensure_ascii=False) + "\n"


def parse(text: str) -> dict[str, str]:
    """Paths and their sha256. Raises InvalidInputError for another document."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError("not-a-lock", "the lock file cannot be read: {error}.", error=error) from None
    files = document.get("files") if isinstance(document, dict) and document.get("schema") == SCHEMA else None
    if not isinstance(files, dict) or not all(_SHA256.fullmatch(str(sha256)) for sha256 in files.values()):
        raise InvalidInputError(
            "not-a-lock",
            "this is no lock file of l10n.",
            hint="Write one by pulling without --frozen, and keep it in git.",
        )
    return files
