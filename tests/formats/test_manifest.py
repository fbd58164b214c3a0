"""The manifest: sorted, read back the same, and no way out of its folder."""

from __future__ import annotations

import json

import pytest

from l10n.errors import InvalidInputError
from l10n.formats.manifest import is_safe_path, parse, serialize
from l10n.model.manifest import Manifest, ManifestFile


def file(path: str) -> ManifestFile:
    return ManifestFile(path=path, sha256="0" * 64, size=1)


def test_order_does_not_matter_and_it_reads_back() -> None:
    one = Manifest(tool="l10n 1", files=(file("b/nb/index.html"), file("a/nb/index.html")))
    other = Manifest(tool="l10n 1", files=one.files[::-1])
    assert serialize(one) == serialize(other)
    assert parse(serialize(one).encode()) == other


@pytest.mark.parametrize(
    "path", ["../x", "a/../../x", "/etc/passwd", "a//b", "", ".", "a/.", ".ssh/x", "a\\..\\b", "C:/x", "a/b\n", "a/\0"]
)
def test_a_path_that_could_lead_out_is_refused(path: str) -> None:
    assert not is_safe_path(path)
    document = json.loads(serialize(Manifest(tool="l10n 1")))
    document["files"] = [{"path": path, "sha256": "0" * 64, "size": 1}]
    with pytest.raises(InvalidInputError, match="lead out of its folder"):
        parse(json.dumps(document).encode())


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"name": "a web app"}', '{"schema": "l10n/manifest/2"}', '{"schema": 3']
)
def test_another_document_is_no_manifest(text: str) -> None:
    with pytest.raises(InvalidInputError, match="manifest"):
        parse(text.encode())
