"""A team's memory on a real PostgreSQL server."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from rapidfuzz import process
from rapidfuzz.distance import Indel

from l10n.errors import EngineError
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.provenance import Origin
from l10n.model.state import State
from l10n.workspace.memory_server import MemoryServer
from tests.conftest import Run
from tests.postgres import NEEDS, running_server
from tests.workspace.test_memory import EN_NB, texts, unit

pytestmark = pytest.mark.needs(NEEDS)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running_server() as address:
        yield address


@pytest.fixture
def server(url: str) -> Iterator[MemoryServer]:
    server = MemoryServer(url)
    server.forget(server.places())
    yield server
    server.close()


def test_units_come_back_as_they_were_put_in(server: MemoryServer) -> None:
    put = MemoryUnit(
        languages=EN_NB, source="Close\tthe \\ door\n", target="Lukk «døren» 🙂", role="button", before="70973b569d1c",
        state=State.REVIEWED, origin=Origin(engine="argos", model="en_nb", version="1.9"), at="2026-01-05T10:11Z",
        place="a/x.tmx",
    )  # fmt: skip
    with server.writing():
        server.add("a/x.tmx", "digest", [put])
    assert server.exact(EN_NB, put.source) == [put]
    assert server.alike(EN_NB, "Close the \\ door", least=0.7) == [put]
    assert server.exact(Languages("en", "nn"), put.source) == []
    assert server.places() == {"a/x.tmx": "digest"}


@pytest.mark.parametrize("text", ["", "7", "\0", "' OR 1=1 --", "100 % sure", "日本", "x" * 5000])
def test_any_text_can_be_looked_for(server: MemoryServer, text: str) -> None:
    assert server.exact(EN_NB, text) == [] and server.alike(EN_NB, text, least=0.7) == []


def test_the_best_match_is_found_as_by_comparing_with_everything(server: MemoryServer) -> None:
    known = list(dict.fromkeys(texts(3000, 1)))
    with server.writing():
        server.add("a/x.tmx", "digest", [unit(text, text.upper()) for text in known])
    hits = wanted = 0
    for query in (text.replace(" the ", " that ", 1) for text in texts(60, 2)):
        best = process.extractOne(query, known, scorer=Indel.normalized_similarity, score_cutoff=0.75)
        if best:
            ours = server.alike(EN_NB, query, least=0.75)
            wanted += 1
            hits += bool(ours) and Indel.normalized_similarity(query, ours[0].source) >= best[1] - 1e-9
    assert wanted > 40
    assert hits >= 0.98 * wanted


def test_what_fails_inside_is_not_written_at_all(server: MemoryServer) -> None:
    def torn() -> Iterator[MemoryUnit]:
        yield unit("A", "B")
        raise RuntimeError("torn")

    with pytest.raises(RuntimeError, match="torn"), server.writing():
        server.add("a/x.tmx", "digest", torn())
    assert server.places() == {} and server.exact(EN_NB, "A") == []


def test_two_projects_share_and_each_follows_its_own_files(
    server: MemoryServer, url: str, harbour: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("L10N_MEMORY_URL", url)
    other = tmp_path / "other"
    other.mkdir()
    (other / "l10n.toml").write_text("[locales.nb]\n", encoding="utf-8")
    found = ("tm", "search", "nb", "Two ferries left at noon.")
    assert run(*found, cwd=other).code == 1
    assert "1 file shared" in run("tm", "share", "--as", "avisen", cwd=harbour).err
    assert "known already" in run("tm", "share", "--as", "avisen", cwd=harbour).err
    assert "To ferger gikk klokken tolv." in (result := run(*found, cwd=other)).out
    assert "avisen/catalogs/nb/articles/harbour.po" in result.out
    run("tm", "share", cwd=other)
    assert run(*found, cwd=other).code == 0, "sharing nothing takes nothing away from others"
    (harbour / "catalogs" / "nb" / "articles" / "harbour.po").unlink()
    run("tm", "share", "--as", "avisen", cwd=harbour)
    assert run(*found, cwd=other).code == 1


def test_draft_takes_an_exact_text_of_another_project(
    server: MemoryServer, url: str, harbour: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("L10N_MEMORY_URL", url)
    with server.writing():
        server.add("other/a.tmx", "digest", [unit("The mayor thanked the crews.", "Ordføreren takket mannskapene.")])
    assert "Ordføreren takket mannskapene." in run("suggest", "nb", "harbour", cwd=harbour).out
    run("draft", "nb", "--article", "harbour", cwd=harbour)
    text = (harbour / "catalogs" / "nb" / "articles" / "harbour.po").read_text(encoding="utf-8")
    assert 'msgstr "Ordføreren takket mannskapene."' in text


def test_processes_that_share_at_once_do_not_disturb_each_other(url: str, server: MemoryServer) -> None:
    program = (
        "import sys; from tests.workspace.test_memory import texts, unit; "
        "from l10n.workspace.memory_server import MemoryServer\n"
        "server = MemoryServer(sys.argv[1])\n"
        "for turn in range(3):\n"
        "    with server.writing():\n"
        "        server.forget([name for name in server.places() if name.startswith(sys.argv[2])])\n"
        "        units = [unit(text, sys.argv[2]) for text in texts(300, turn)]\n"
        "        server.add(sys.argv[2] + '/a.tmx', str(turn), units)\n"
    )
    names = [f"project-{number}" for number in range(3)]
    root = Path(__file__).parents[2]
    running = [subprocess.Popen([sys.executable, "-c", program, url, name], cwd=root) for name in names]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    assert server.places() == {f"{name}/a.tmx": "2" for name in names}
    text = random.Random(1).choice(texts(300, 2))  # noqa: S311 - repeatable, no secret
    assert {one.target for one in server.exact(EN_NB, text)} == set(names)


def test_who_may_only_read_can_search(server: MemoryServer, url: str) -> None:
    with server.writing():
        server.add("a/x.tmx", "digest", [unit("Close the door", "Lukk døren")])
    with psycopg.connect(url, autocommit=True) as db:
        db.execute("DROP ROLE IF EXISTS reader")
        db.execute("CREATE ROLE reader LOGIN")
        db.execute("GRANT SELECT ON l10n_units, l10n_places TO reader")
        reader = MemoryServer(url.replace("l10n@", "reader@"))
        assert [one.target for one in reader.alike(EN_NB, "Close that door", least=0.7)] == ["Lukk døren"]
        reader.close()
        db.execute("REVOKE ALL ON l10n_units, l10n_places FROM reader")


def test_a_server_that_is_not_there_is_one_sentence_without_its_password(
    harbour: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("L10N_MEMORY_URL", "postgresql://l10n:hemmelig@127.0.0.1:1/memory")
    result = run("tm", "search", "nb", "Two ferries left at noon.", cwd=harbour)
    assert result.code == 4 and "The team's memory does not answer" in result.err
    assert "Unset L10N_MEMORY_URL" in result.err and "hemmelig" not in result.err
    with pytest.raises(EngineError, match="does not answer"):
        MemoryServer("no address at all")
