"""Deliveries that can be had again: what was delivered is written down, and nothing else is taken for it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from l10n.errors import ConflictError, InvalidInputError, UsageError
from l10n.formats import delivery_lock
from l10n.model.manifest import Manifest
from l10n.workspace import files


def write_lock(place: Path, manifest: Manifest, paths: Iterable[str]) -> bool:
    """Write down what these files are now; True if that is something new."""
    hashes = _hashes(manifest, paths)
    return files.write_atomic(place, delivery_lock.serialize(hashes).encode(), str(place))


def hold_against(place: Path, manifest: Manifest, paths: Iterable[str]) -> None:
    """Raises ConflictError where the files are not exactly those that were written down."""
    data = files.read_bytes(place, str(place))
    if data is None:
        raise UsageError(
            "no-lock-file",
            "There is no lock file {place}.",
            place=place,
            hint="Write it by pulling without --frozen, once.",
        )
    try:
        frozen = delivery_lock.parse(files.decode_utf8(data, str(place)))
    except InvalidInputError as error:
        raise error if error.path else error.at(str(place)) from None
    found = _hashes(manifest, paths)
    differing = sorted(path for path in frozen.keys() | found.keys() if frozen.get(path) != found.get(path))
    if differing:
        others = f" and {len(differing) - 1} more" if len(differing) > 1 else ""
        raise ConflictError(
            "lock-differs",
            "What the source has is not what {place} says: {differing}{others}.",
            place=place,
            differing=differing[0],
            others=others,
            hint=("Nothing was delivered. Pull without --frozen to take what there is now, and look at the diff."),
        )


def _hashes(manifest: Manifest, paths: Iterable[str]) -> dict[str, str]:
    wanted = set(paths)
    return {file.path: file.sha256 for file in manifest.files if file.path in wanted}
