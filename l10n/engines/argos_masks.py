"""The masks that a package was found to keep: measured once, and remembered beside the package by its hash."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from l10n.engines.argos_packages import Package, hash_lines
from l10n.engines.calibration import FORMS


def masks_of(package: Package, measure: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """Names of masks, best first: as remembered for this very package, else measured now.

    Where the models folder cannot be written, every run measures anew.
    """
    place, model = masks_file(package), _fingerprint(package)
    known = _read(place, model)
    if known is not None:
        return known
    names = measure()
    with contextlib.suppress(OSError):
        place.write_text(json.dumps({"package": model, "masks": names}) + "\n", encoding="utf-8")
    return names


def masks_file(package: Package) -> Path:
    return package.path.with_name(f"{package.path.name}.masks.json")


def _read(place: Path, model: str) -> tuple[str, ...] | None:
    """What was remembered for this model; None where that is nothing, or another model's, or damaged."""
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
        names = tuple(found["masks"])
        is_ours = found["package"] == model and all(name in FORMS for name in names)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return names if is_ours else None


def _fingerprint(package: Package) -> str:
    """The hash of the package's hashes: those recorded when it was installed, else of its files."""
    try:
        lines = package.hashes.read_text(encoding="utf-8")
    except OSError:
        lines = hash_lines(package.path, package.path.name)
    return hashlib.sha256(lines.encode()).hexdigest()
