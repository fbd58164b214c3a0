"""What a pipeline is handed: a manifest that says what it was made from, a zip, a signature."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from l10n.errors import InvalidInputError
from l10n.model.state import State
from l10n.workspace import signature
from tests import bundles
from tests.commands.test_build import tree
from tests.commands.test_build_formats import URL, fill, settings
from tests.conftest import Run

needs_ssh = pytest.mark.needs("ssh-keygen")


@pytest.fixture
def ready(project: Path) -> Path:
    (project / "l10n.toml").write_text(settings(url=URL), encoding="utf-8")
    fill(project)
    return project


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Ola", "-c", "user.email=ola@example.org")
    return subprocess.run(
        ["git", *identity, *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "TZ": "UTC"},
    ).stdout


def committed(root: Path) -> str:
    """The project in git, its output not among its sources; the commit that holds it."""
    git(root, "init", "-q")
    (root / ".gitignore").write_text("dist\n.l10n\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Ferries")
    return git(root, "rev-parse", "HEAD").strip()


def source(root: Path) -> dict[str, object] | None:
    found = json.loads((root / "dist/manifest.json").read_text(encoding="utf-8")).get("source")
    assert found is None or isinstance(found, dict)
    return found


def when(root: Path) -> str:
    """When the commit that the project's sources are from was made."""
    return git(root, "log", "-1", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "--format=%cd", "--", "articles").strip()


def test_the_manifest_names_the_commit_it_was_made_from(run: Run, ready: Path) -> None:
    run("build", cwd=ready)
    assert source(ready) is None
    commit = committed(ready)
    run("build", cwd=ready)
    assert source(ready) == {"revision": commit, "is_clean": True, "committed": when(ready)}
    (ready / "notes.txt").write_text("no source of anything", encoding="utf-8")
    git(ready, "add", ".")
    git(ready, "commit", "-qm", "Notes")
    run("build", cwd=ready)
    assert source(ready) == {"revision": commit, "is_clean": True, "committed": when(ready)}
    (ready / "articles/other.md").write_text("# Other\n\nText.\n", encoding="utf-8")
    run("build", cwd=ready)
    assert source(ready) == {"revision": commit, "is_clean": False, "committed": when(ready)}


def build_elsewhere(project: Path, out: Path, environment: dict[str, str], umask: int) -> None:
    program = "from l10n.commands import main; main()"
    arguments = ["-C", str(project), "build", "--gate", "draft=0", "--out", str(out), "--archive", f"{out}.zip"]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        umask=umask,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_two_machines_make_the_same_bundles_and_the_same_zip(ready: Path, tmp_path: Path) -> None:
    committed(ready)
    other = tmp_path / "a place with another name" / "project"
    other.parent.mkdir()
    # the files of the second are made in another order, and so lie in another order in their folders
    for path in sorted((path for path in ready.rglob("*") if path.is_file()), reverse=True):
        place = other / path.relative_to(ready)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    (other / ".git/refs/tags").mkdir(exist_ok=True)
    build_elsewhere(ready, tmp_path / "one", {"TZ": "Asia/Tokyo", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"}, 0o022)
    build_elsewhere(other, tmp_path / "two", {"TZ": "America/New_York", "LANG": "C", "PYTHONHASHSEED": "2"}, 0o077)
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert one == two
    assert {"sitemap.xml", "feeds/nb.rss.xml", "manifest.json", "ferries/ar/provenance.html"} <= one.keys()
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == one
        assert archive.namelist()[0] == "manifest.json"


def test_a_zip_can_be_pulled_from(run: Run, ready: Path, tmp_path: Path) -> None:
    assert run("build", "--gate", "draft=0", "--archive", tmp_path / "site.zip", cwd=ready).code == 0
    result = run("pull", "nb", "--from", tmp_path / "site.zip", "--to", tmp_path / "vendor", cwd=tmp_path)
    assert result.code == 0, result.err
    page = "ferries/nb/index.html"
    assert (tmp_path / "vendor" / page).read_bytes() == (ready / "dist" / page).read_bytes()


@pytest.mark.parametrize("place", ["articles/site.zip", ".git/site.zip"])
def test_a_zip_never_lands_among_the_sources(run: Run, ready: Path, place: str) -> None:
    result = run("build", "--archive", place, cwd=ready)
    assert result.code == 2
    assert not (ready / place).exists()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(tmp_path / "key")], check=True)
    public = (tmp_path / "key.pub").read_text(encoding="utf-8")
    (tmp_path / "allowed_signers").write_text(f'ola@example.org namespaces="l10n" {public}', encoding="utf-8")
    return tmp_path / "key"


@needs_ssh
def test_a_signature_is_what_ssh_keygen_itself_verifies(run: Run, ready: Path, key: Path) -> None:
    assert run("build", "--gate", "draft=0", "--sign", key, cwd=ready).code == 0
    dist, allowed = ready / "dist", key.parent / "allowed_signers"
    manifest, signed = (dist / "manifest.json").read_bytes(), (dist / "manifest.json.sig").read_bytes()
    verified = subprocess.run(
        ["ssh-keygen", "-Y", "verify", "-f", str(allowed), "-I", "ola@example.org", "-n", "l10n",
         "-s", str(dist / "manifest.json.sig")],
        input=manifest, check=False, capture_output=True,
    )  # fmt: skip
    assert verified.returncode == 0, verified.stderr
    assert signature.verify(manifest, signed, allowed) == "ola@example.org"
    with pytest.raises(InvalidInputError, match="was changed after signing"):
        signature.verify(manifest.replace(b"ferries", b"storms!"), signed, allowed)
    (key.parent / "others").write_text(f"kari@example.org {make_another(key)}", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="signed by nobody that"):
        signature.verify(manifest, signed, key.parent / "others")


def make_another(key: Path) -> str:
    other = key.parent / "other"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(other)], check=True)
    return other.with_suffix(".pub").read_text(encoding="utf-8")


@needs_ssh
def test_signing_twice_changes_nothing_and_no_signature_outlives_its_manifest(run: Run, ready: Path, key: Path) -> None:
    (ready / "l10n.toml").write_text(settings(url=URL, signing_key=str(key)), encoding="utf-8")
    run("build", "--gate", "draft=0", cwd=ready)
    assert json.loads(run("build", "--gate", "draft=0", "--json", cwd=ready).out)["changed"] == []
    (ready / "l10n.toml").write_text(settings(url=URL), encoding="utf-8")
    run("build", "--gate", "draft=0", cwd=ready)
    assert (ready / "dist/manifest.json.sig").is_file()
    run("build", "--gate", "translated=100", cwd=ready)
    assert not (ready / "dist/manifest.json.sig").exists()


@needs_ssh
def test_a_key_that_cannot_sign_is_said_and_nothing_is_written(run: Run, ready: Path, tmp_path: Path) -> None:
    assert run("build", "--sign", tmp_path / "none", cwd=ready).code == 2
    (tmp_path / "text").write_text("no key", encoding="utf-8")
    result = run("build", "--sign", tmp_path / "text", cwd=ready)
    assert result.code == 4
    assert "ssh-keygen cannot sign with" in result.err
    assert tree(ready / "dist") == {}


def test_a_locale_goes_out_whole_or_not_at_all_where_it_is_told_so(run: Run, project: Path) -> None:
    bundles.fill(project, "nb", State.REVIEWED)
    (project / "articles/other.md").write_text("# Other\n\nText.\n", encoding="utf-8")
    dist = project / "dist"
    assert run("build", cwd=project).code == 1
    assert (dist / "ferries/nb/index.html").is_file()
    result = run("build", "--partial-locale", "fail", "--json", cwd=project)
    assert result.code == 1
    rows = {(row["article"], row["locale"]): row for row in json.loads(result.out)["bundles"]}
    assert rows["other", "nb"]["published"] is rows["ferries", "nb"]["published"] is False
    held = "; other articles of the locale are held back (partial locale: fail)"
    assert rows["ferries", "nb"]["reason"].endswith(held)
    assert not rows["other", "nb"]["reason"].endswith(held)
    assert not (dist / "ferries/nb").exists()


def test_a_locale_fails_for_an_article_that_this_run_is_not_about(run: Run, project: Path) -> None:
    bundles.fill(project, "nb", State.REVIEWED)
    (project / "articles/other.md").write_text("# Other\n\nText.\n", encoding="utf-8")
    run("build", "-l", "nb", cwd=project)
    result = run("build", "-l", "nb", "-a", "ferries", "--partial-locale", "fail", cwd=project)
    assert result.code == 1
    assert not (project / "dist/ferries").exists()


def test_roles_that_must_be_there(run: Run, project: Path) -> None:
    bundles.fill(project, "nb", lambda key: State.DRAFT if key.msgctxt == "title" else State.REVIEWED)
    toml = project / "l10n.toml"
    whole = toml.read_text(encoding="utf-8")

    def build(table: str) -> tuple[int, str]:
        toml.write_text(whole.replace("[locales.nb]\n", f"[locales.nb]\n{table}\n"), encoding="utf-8")
        result = run("build", "-l", "nb", "--gate", "reviewed=50", cwd=project)
        return result.code, result.out + result.err

    assert build("")[0] == 0
    code, said = build('gate = { mandatory = ["title", "cookie-text"] }')
    assert code == 1
    assert "; not fit to go out: 1 title; nothing written" in said
    assert build('gate = { mandatory = ["caption"] }')[0] == 0
    assert build('fallback_of = { title = "fail" }')[0] == 1
    code, said = build('gate = { mandatory = ["titel"] }')
    assert code == 3
    assert "no text has the role 'titel'" in said
    assert "Did you mean 'title'?" in said
