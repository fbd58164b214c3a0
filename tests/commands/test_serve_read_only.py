"""`l10n serve --read-only`: a server that pipelines pull from."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from l10n.model.state import State
from tests import bundles, program
from tests.commands.test_build import tree
from tests.conftest import Run

TOKEN = "0123456789abcdef0123456789abcdef"  # noqa: S105 - made up


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def newsroom(project: Path, run: Run) -> Path:
    bundles.fill(project, "en", State.REVIEWED)
    bundles.fill(project, "nb", lambda key: State.DRAFT if key.msgctxt == "lead" else State.TRANSLATED)
    run("build", "--gate", "translated=80", cwd=project)
    return project


@contextmanager
def serving(newsroom: Path, *options: str) -> Iterator[str]:
    process = program.start("serve", "--read-only", "--port", "0", *options, cwd=newsroom)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().decode().strip()
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0


def ask(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def test_catalogs_and_bundles_are_pulled_as_from_the_project_itself(newsroom: Path, run: Run, tmp_path: Path) -> None:
    with serving(newsroom) as url:
        for what, form in (("bundles", ()), ("catalogs", ()), ("catalogs", ("--format", "mo"))):
            here, there = tmp_path / f"here-{what}{len(form)}", tmp_path / f"there-{what}{len(form)}"
            gate = ("--gate", "translated=80")
            for source, to in ((newsroom, here), (url, there)):
                result = run("pull", "nb", "en", "--from", source, "--what", what, *form, *gate, "--to", to)
                assert result.code == 0, result.err
            assert tree(here) == tree(there)
            again = run("pull", "nb", "en", "--from", url, "--what", what, *form, *gate, "--to", there)
            assert "0 files changed" in again.err


@pytest.mark.needs("ssh-keygen")
def test_what_was_signed_is_known_for_it_over_http(newsroom: Path, run: Run, tmp_path: Path) -> None:
    key, signers = tmp_path / "key", tmp_path / "signers"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    signers.write_text(f"ola@example.org {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    with serving(newsroom) as url:
        asked = ("pull", "nb", "--from", url, "--to", tmp_path / "site", "--signed-by", signers)
        assert ask(f"{url}manifest.json.sig")[0] == 404
        assert run(*asked).code == 3
        run("build", "--gate", "translated=80", "--sign", key, cwd=newsroom)
        result = run(*asked, "--gate", "translated=80")
        assert (result.code, "Signed by ola@example.org" in result.err) == (0, True), result.err
        assert ask(f"{url}manifest.json.sig?locale=nb")[0] == 404  # what is narrowed down is not what was signed


def test_an_answer_is_sent_once_packed_and_in_parts(newsroom: Path) -> None:
    with serving(newsroom) as url:
        status, headers, body = ask(f"{url}catalogs/manifest.json?locale=nb&domain=ferries")
        assert status == 200
        (catalog,) = json.loads(body)["catalogs"]
        assert (catalog["locale"], catalog["domain"]) == ("nb", "articles/ferries")
        assert ask(f"{url}catalogs/manifest.json?locale=nb&domain=ferries", If_None_Match=headers["etag"])[0] == 304
        page = f"{url}ferries/nb/index.html"
        _, _, whole = ask(page)
        _, headers, packed = ask(page, Accept_Encoding="gzip")
        assert headers["content-encoding"] == "gzip"
        assert gzip.decompress(packed) == whole
        status, _, rest = ask(page, Range="bytes=100-")
        assert (status, rest) == (206, whole[100:])
        assert ask(page, Range=f"bytes={len(whole)}-")[0] == 416


def test_nothing_but_what_the_manifest_names_is_served(newsroom: Path) -> None:
    with serving(newsroom) as url:
        for path in (
            "../l10n.toml",
            "%2e%2e/l10n.toml",
            "catalogs/../../l10n.toml",
            "l10n.toml",
            "ferries/nb/",
            ".git",
        ):
            assert ask(url + path)[0] in (404, 400), path
        assert ask(url, Host="evil.example")[0] == 421
        request = urllib.request.Request(url + "manifest.json", data=b"x", method="POST")
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=10)
        assert refused.value.code in (403, 405)


def test_an_edited_catalog_is_served_at_once(newsroom: Path, run: Run, tmp_path: Path) -> None:
    with serving(newsroom) as url:
        pulling = ("pull", "nb", "--from", url, "--what", "catalogs", "--gate", "draft=0", "--to", tmp_path / "po")
        assert run(*pulling).code == 0
        bundles.fill(newsroom, "nb", State.REVIEWED)
        assert run(*pulling).code == 0
    assert "l10n-state: reviewed" in (tmp_path / "po/nb/articles/ferries.po").read_text(encoding="utf-8")


def test_with_tokens_it_answers_only_who_has_one(
    newsroom: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (newsroom / "tokens").write_text(f"{TOKEN} The pipeline <ci@example.org>\n", encoding="utf-8")
    with serving(newsroom, "--token-file", "tokens") as url:
        assert ask(url + "manifest.json")[0] == 401
        result = run("pull", "nb", "--from", url, "--to", tmp_path / "site")
        assert (result.code, "L10N_PULL_TOKEN" in result.err) == (4, True)
        monkeypatch.setenv("L10N_PULL_TOKEN", TOKEN)
        assert run("pull", "nb", "--from", url, "--to", tmp_path / "site").code == 0
    result = run("serve", "--read-only", "--host", "0.0.0.0", cwd=newsroom)  # noqa: S104 - that it is refused is the point
    assert (result.code, "--token-file" in result.err) == (2, True)
