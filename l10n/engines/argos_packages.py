"""Argos packages on this machine: listed, installed, checked against their hashes, removed.

Models are no part of a project, so they lie outside the workspace: a folder for each package, and beside it
`<package>.sha256` with the hash of every file, in the form that `sha256sum --check` reads.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from l10n.engines.argos_archive import open_archive, unpack
from l10n.engines.argos_library import models_folder
from l10n.errors import EngineError, StorageError, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An installed model for one direction."""

    source: str
    target: str
    version: str
    path: Path
    prefix: str = ""
    """A token that must begin every translation, for models of many languages."""

    @property
    def name(self) -> str:
        return f"{self.source}_{self.target}"

    @property
    def hashes(self) -> Path:
        return self.path.with_name(f"{self.path.name}.sha256")


def installed() -> list[Package]:
    """All packages that can be read, by name, older versions first. Folders that hold none are passed over."""
    folder = models_folder()
    if not folder.is_dir():
        return []
    folders = [path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    found = [package for path in folders if (package := _read(path))]
    return sorted(found, key=lambda package: (package.name, version_numbers(package.version)))


def _read(path: Path) -> Package | None:
    try:
        metadata = json.loads((path / "metadata.json").read_text(encoding="utf-8"))
        package = Package(
            source=str(metadata["from_code"]), target=str(metadata["to_code"]),
            version=str(metadata.get("package_version", "")), path=path, prefix=str(metadata.get("target_prefix", "")),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return package if (path / "model").is_dir() else None


def version_numbers(version: str) -> tuple[int, ...]:
    """`1.10` is newer than `1.9`."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def install(archive: Path) -> Package:
    """Unpack an .argosmodel and record its hashes; a package of the same name is replaced.

    Raises InvalidInputError for an archive that is not a model or would write outside its folder, and
    StorageError where the disk refuses. Nothing is left half installed.
    """
    folder = models_folder()
    with open_archive(archive) as content:
        place = folder / content.root
        try:
            folder.mkdir(parents=True, exist_ok=True)
            fresh = unpack(content, folder)
            try:
                hashes = hash_lines(fresh, place.name)
                if place.exists():
                    shutil.rmtree(place)
                fresh.rename(place)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
            place.with_name(f"{place.name}.sha256").write_text(hashes, encoding="utf-8")
        except OSError as error:
            raise StorageError(
                "cannot-install",
                "Cannot install into {folder}: {reason}.",
                folder=folder,
                reason=error.strerror or error,
                hint="Free some space, or name another folder in ARGOS_PACKAGES_DIR.",
            ) from None
    package = _read(place)
    if package is None:  # open_archive has looked at the metadata, so only another process can bring us here
        raise EngineError(
            "model-changed", "{place} was changed while it was being installed.", place=place, hint="Install it again."
        )
    return package


def verify(package: Package) -> list[str]:
    """What is not as it was when the package was installed, a sentence each; empty where all is well."""
    if not package.hashes.is_file():
        return [f"{package.name}: no hashes were recorded; install it again with l10n models install."]
    recorded = dict(_split(line) for line in package.hashes.read_text(encoding="utf-8").splitlines() if line)
    present = dict(_split(line) for line in hash_lines(package.path, package.path.name).splitlines())
    changed = [name for name in recorded if name in present and recorded[name] != present[name]]
    missing = [name for name in recorded if name not in present]
    added = [name for name in present if name not in recorded]
    return [
        f"{package.name}: {name} {what}."
        for names, what in ((changed, "has changed"), (missing, "is missing"), (added, "was added"))
        for name in names
    ]


def remove(source: str, target: str) -> list[Package]:
    """Delete every package of a direction. Raises UsageError where there is none."""
    packages = [package for package in installed() if (package.source, package.target) == (source, target)]
    if not packages:
        names = ", ".join(package.name for package in installed()) or "none"
        raise UsageError(
            "model-not-installed",
            "No model from {source} to {target} is installed.",
            source=source,
            target=target,
            names=names,
            hint="Installed: {names}.",
        )
    for package in packages:
        try:
            shutil.rmtree(package.path)
            for beside in (".sha256", ".masks.json"):
                package.path.with_name(package.path.name + beside).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(
                "cannot-remove", "Cannot remove {path}: {reason}.", path=package.path, reason=error.strerror or error
            ) from None
    return packages


def hash_lines(folder: Path, name: str) -> str:
    """Every file of a folder with its hash, sorted, as `sha256sum` writes it."""
    lines = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        lines.append(f"{digest}  {name}/{path.relative_to(folder).as_posix()}\n")
    return "".join(lines)


def _split(line: str) -> tuple[str, str]:
    digest, _, name = line.partition("  ")
    return name, digest
