"""`manifest.json`, schema `l10n/manifest/1`: the promise of a folder of bundles."""

from __future__ import annotations

import re

import msgspec

from l10n.errors import InvalidInputError
from l10n.model.manifest import Manifest

SCHEMA = "l10n/manifest/1"
_NAME = r"[A-Za-z0-9_-][A-Za-z0-9._-]*"
_SHA256 = re.compile("[0-9a-f]{64}")
_SAFE_PATH = re.compile(rf"{_NAME}(?:/{_NAME})*")


def serialize(manifest: Manifest) -> str:
    """Sorted by path, and by article and locale; the schema stands first."""
    ordered = Manifest(
        tool=manifest.tool,
        source=manifest.source,
        files=tuple(sorted(manifest.files, key=lambda file: file.path)),
        bundles=tuple(sorted(manifest.bundles, key=lambda bundle: (bundle.article, bundle.locale))),
        catalogs=tuple(sorted(manifest.catalogs, key=lambda catalog: catalog.path)),
    )
    document = {"schema": SCHEMA, **msgspec.to_builtins(ordered)}
    if not manifest.catalogs:
        del document["catalogs"]
    if not manifest.source:
        del document["source"]
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def parse(data: bytes) -> Manifest:
    """The manifest. Raises InvalidInputError for another document, and for a path that could leave its folder."""
    try:
        document = msgspec.json.decode(data)
        schema = document.pop("schema", None) if isinstance(document, dict) else None
        if schema != SCHEMA:
            raise InvalidInputError(
                "manifest-unreadable",
                "this is not a manifest of l10n: its schema is {schema!r}, not {ours!r}.",
                schema=schema,
                ours=SCHEMA,
            )
        manifest = msgspec.convert(document, Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise InvalidInputError("manifest-unreadable", "the manifest cannot be read: {error}.", error=error) from None
    except RecursionError:
        raise InvalidInputError("nested-too-deeply", "the manifest cannot be read: it is nested too deeply.") from None
    folders = [bundle.folder[:-1] for bundle in manifest.bundles]
    for path in [*(file.path for file in manifest.files), *(one.path for one in manifest.catalogs), *folders]:
        if not is_safe_path(path):
            raise InvalidInputError(
                "path-climbs-out",
                "the manifest names the path {file!r}, which could lead out of its folder.",
                file=path,
            )
    if not all(_SHA256.fullmatch(file.sha256) for file in manifest.files):
        raise InvalidInputError("manifest-unreadable", "the manifest gives a file a sha256 that is none.")
    return manifest


def is_safe_path(path: str) -> bool:
    """True for plain names joined by `/`: none is empty, starts with a dot, or says a drive or a root."""
    return _SAFE_PATH.fullmatch(path) is not None
