"""`l10n models`: packages in, checked, verified, out; and what a stranger's archive must not do."""

from __future__ import annotations

import http.server
import json
import stat
import threading
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.engines.tiny_model import build


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("model") / "en_nb.argosmodel", "en", "nb", {"more": "mer"}, version="1.9")


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "models"


def test_install_list_verify_remove(archive: Path, models: Path, run: Run) -> None:
    assert run("models", "list").out == ""
    installed = run("models", "install", archive)
    assert installed.code == 0
    assert f"Installed the model en_nb 1.9 in {models / 'translate-en_nb-1_9'}." in installed.err
    assert run("models", "list").out.split() == ["from", "to", "version", "en", "nb", "1.9"]
    assert json.loads(run("models", "list", "--json").out)["models"][0]["source"] == "en"
    assert run("models", "verify").code == 0
    assert run("models", "remove", "en", "nb").code == 0
    assert list(models.iterdir()) == []
    assert run("models", "remove", "en", "nb").code == 2


def test_installing_again_is_the_same(archive: Path, models: Path, run: Run) -> None:
    run("models", "install", archive)
    before = {path: path.read_bytes() for path in models.rglob("*") if path.is_file()}
    assert run("models", "install", archive).code == 0
    assert {path: path.read_bytes() for path in models.rglob("*") if path.is_file()} == before


def test_verify_sees_every_change(archive: Path, models: Path, run: Run) -> None:
    run("models", "install", archive)
    package = models / "translate-en_nb-1_9"
    (package / "model" / "config.json").write_text("{}", encoding="utf-8")
    (package / "sentencepiece.model").unlink()
    (package / "new.bin").write_bytes(b"x")
    result = run("models", "verify")
    assert result.code == 1
    for fault in ("model/config.json has changed.", "sentencepiece.model is missing.", "new.bin was added."):
        assert f"en_nb: translate-en_nb-1_9/{fault}" in result.err


@pytest.mark.needs("sha256sum")
def test_the_hashes_are_those_of_sha256sum(archive: Path, models: Path, run: Run) -> None:
    import subprocess

    run("models", "install", archive)
    checked = subprocess.run(
        ["sha256sum", "--check", "--quiet", "translate-en_nb-1_9.sha256"], cwd=models, check=False, capture_output=True
    )
    assert checked.returncode == 0


def _add(name: str, data: bytes = b"x", mode: int = 0) -> Callable[[zipfile.ZipFile], None]:
    def change(opened: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        opened.writestr(info, data)

    return change


BAD = {
    "climbs out": (_add("translate-en_nb-1_9/../../evil"), "outside the package's folder"),
    "absolute": (_add("/etc/evil"), "outside the package's folder"),
    "backslashes": (_add("translate-en_nb-1_9\\..\\evil"), "outside the package's folder"),
    "a link": (_add("translate-en_nb-1_9/link", b"/etc/passwd", stat.S_IFLNK | 0o777), "is a link"),
    "two folders": (_add("other/file"), "exactly one folder"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_stranger_s_archive_writes_nothing(name: str, archive: Path, models: Path, run: Run, tmp_path: Path) -> None:
    change, says = BAD[name]
    bad = tmp_path / "bad.argosmodel"
    bad.write_bytes(archive.read_bytes())
    with zipfile.ZipFile(bad, "a") as opened:
        change(opened)
    result = run("models", "install", bad)
    assert result.code == 3
    assert says in result.err
    assert not models.exists() and not (tmp_path / "evil").exists()


def test_what_is_no_package_is_said_so(models: Path, run: Run, archive: Path, tmp_path: Path) -> None:
    text, cut, empty = tmp_path / "a.argosmodel", tmp_path / "b.argosmodel", tmp_path / "c.argosmodel"
    text.write_text("no zip", encoding="utf-8")
    cut.write_bytes(archive.read_bytes()[:-2000])
    with zipfile.ZipFile(empty, "w") as opened:
        opened.writestr("folder/metadata.json", "{}")
    for path, says in (
        (text, "no zip archive"),
        (cut, "no zip archive"),
        (empty, "lacks its model/model.bin"),
    ):
        result = run("models", "install", path)
        assert (result.code, says in result.err) == (3, True), result.err
    damaged = bytearray(archive.read_bytes())
    damaged[5000:5200] = bytes(byte ^ 0xFF for byte in damaged[5000:5200])
    text.write_bytes(bytes(damaged))
    assert run("models", "install", text).code == 3
    assert not models.exists() or list(models.iterdir()) == []
    assert run("models", "install", tmp_path / "none.argosmodel").code == 3
    assert run("models", "install", "en").code == 2


def test_a_package_that_could_not_translate_is_refused(models: Path, run: Run, archive: Path, tmp_path: Path) -> None:
    for missing in ("metadata.json", "model/model.bin", "sentencepiece.model"):
        path = tmp_path / "half.argosmodel"
        with zipfile.ZipFile(archive) as whole, zipfile.ZipFile(path, "w") as half:
            for name in whole.namelist():
                if not name.endswith(missing):
                    half.writestr(name, whole.read(name))
        result = run("models", "install", path)
        assert (result.code, f"lacks its {missing}" in result.err) == (3, True), result.err
        assert not models.exists() or list(models.iterdir()) == []


def test_metadata_must_name_the_languages(models: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.argosmodel"
    for metadata in ("{}", "no json", '{"from_code": "../x", "to_code": "nb"}', "[1]"):
        with zipfile.ZipFile(path, "w") as opened:
            opened.writestr("folder/metadata.json", metadata)
            opened.writestr("folder/model/model.bin", b"x")
            opened.writestr("folder/sentencepiece.model", b"x")
        result = run("models", "install", path)
        assert (result.code, "from which language to which" in result.err) == (3, True)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


def test_install_from_an_index(
    archive: Path, models: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library reads its index address once, at import, so the program runs in a process of its own."""
    import os
    import subprocess
    import sys

    site = tmp_path / "site"
    site.mkdir()
    (site / "en_nb.argosmodel").write_bytes(archive.read_bytes())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    entry = {"from_code": "en", "to_code": "nb", "package_version": "1.9", "links": [address + "en_nb.argosmodel"]}
    (site / "index.json").write_text(json.dumps([entry]), encoding="utf-8")

    def install(*languages: str) -> subprocess.CompletedProcess[str]:
        code = "import sys; from l10n.commands import main; main(['models', 'install', *sys.argv[1:]])"
        environment = {**os.environ, "ARGOS_PACKAGE_INDEX": address}
        return subprocess.run([sys.executable, "-c", code, *languages], env=environment, capture_output=True, text=True,
                              check=False)  # fmt: skip

    try:
        assert install("en", "nb").returncode == 0
        assert run("models", "verify").code == 0
        unknown = install("sv", "nb")
        assert unknown.returncode == 4
        assert "no model from sv to nb" in unknown.stderr and "models from: en." in unknown.stderr
    finally:
        server.shutdown()
        server.server_close()
    offline = install("en", "nb")
    assert offline.returncode == 4
    assert "The Argos index cannot be reached" in offline.stderr and "Traceback" not in offline.stderr
    assert not (tmp_path / "home").exists()
