"""Saving, approving and rejecting over HTTP: the right person's word on the right text, and nothing else changed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from l10n.model.catalog import Catalog
from l10n.model.message import MessageKey
from l10n.model.state import State, seal, standing
from l10n.review_app.desk import message_id
from l10n.review_app.people import TokenHolders
from l10n.workspace import Workspace
from tests import bundles
from tests.review_app.client import KARI, OLA, Answer, Client, serving
from tests.review_app.conftest import CATALOG, LEAD, TITLE

ROOT = Path(__file__).parents[2]
TOKENS = TokenHolders({"ola-ola-ola-ola-ola-ola": OLA, "kari-kari-kari-kari-kari": KARI})


def catalog(root: Path) -> Catalog:
    found = Workspace(root).load_catalog("nn", "articles/ferries")
    assert found
    return found


def state(root: Path, role: str) -> State:
    return next(standing(message).state for message in catalog(root).live if message.msgctxt == role)


def signed_in(host: str, token: str) -> Client:
    client = Client(host)
    page = client.get("/sign-in")
    answer = client.post("/sign-in", [("token", page.hidden("token")), ("password", token)])
    assert answer.status == 303
    return client


def test_a_save_signs_one_message_and_leaves_every_other_byte(ferries: Path, ola: Client) -> None:
    before = (ferries / CATALOG).read_text(encoding="utf-8").split("\n\n")
    answer = ola.press(f"/nn/ferries/{TITLE}", "save", "Ferjene er attende i Bergen")
    assert answer.status == 303
    assert f"/nn/ferries/{LEAD}" in answer.location
    after = (ferries / CATALOG).read_text(encoding="utf-8").split("\n\n")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert "Ferjene er attende i Bergen" in changed[0]
    assert "l10n-by: Ola Nordmann <ola@example.org> 2026-01-05T10:11Z" in changed[0]
    assert "fuzzy" not in changed[0]


def test_a_draft_saved_as_it_stands_keeps_its_origin(ferries: Path, ola: Client) -> None:
    ola.press(f"/nn/ferries/{TITLE}", "save")
    title = catalog(ferries).by_key[MessageKey("title", "Ferries return to Bergen")]
    assert standing(title).state is State.TRANSLATED
    assert str(standing(title).origin) == "apertium nob-nno 1.5.0"


def test_four_eyes_refuse_the_writer_and_let_a_second_person_approve(ferries: Path) -> None:
    with serving(ferries, TOKENS) as host:
        ola, kari = signed_in(host, "ola-ola-ola-ola-ola-ola"), signed_in(host, "kari-kari-kari-kari-kari")
        ola.press(f"/nn/ferries/{TITLE}", "save", "Ferjene er attende i Bergen")
        refused = ola.press(f"/nn/ferries/{TITLE}", "approve")
        assert refused.status == 403
        assert "second pair of eyes" in refused.text
        assert state(ferries, "title") is State.TRANSLATED
        assert kari.press(f"/nn/ferries/{TITLE}", "approve").status == 303
        assert state(ferries, "title") is State.REVIEWED
        assert "Kari Nordmann" in kari.get(f"/nn/ferries/{TITLE}").text


def test_an_edit_that_cannot_be_approved_is_saved_all_the_same(ferries: Path, ola: Client) -> None:
    answer = ola.press(f"/nn/ferries/{TITLE}", "approve", "Ferjene er attende i Bergen")
    assert answer.status == 403
    assert "Your text is saved all the same." in answer.text
    assert state(ferries, "title") is State.TRANSLATED


def test_a_rejection_needs_a_reason_and_shows_it_to_the_next(ferries: Path, ola: Client) -> None:
    path = f"/nn/ferries/{TITLE}"
    assert ola.press(path, "reject").status == 422
    assert ola.press(path, "reject", why="«retur» er ikkje nynorsk").status == 303
    assert state(ferries, "title") is State.REJECTED
    assert "«retur» er ikkje nynorsk" in ola.get(path).text


def test_a_text_is_not_lost_by_rejecting_it(ferries: Path, ola: Client) -> None:
    answer = ola.press(f"/nn/ferries/{TITLE}", "reject", "Ei heilt ny tekst", why="feil")
    assert answer.status == 422
    assert answer.field == "Ei heilt ny tekst"
    assert state(ferries, "title") is State.DRAFT


def test_who_comes_second_gets_both_texts(ferries: Path, host: str) -> None:
    path = f"/nn/ferries/{TITLE}"
    first, second = Client(host), Client(host)
    page = second.get(path)
    first.press(path, "save", "Ferjene er attende i Bergen")
    answer = second.press(path, "save", "Ferjene kjem attende til Bergen", page=page)
    assert answer.status == 409
    assert answer.field == "Ferjene kjem attende til Bergen"
    assert "<del>er</del>" in answer.text
    assert "Ferjene er attende i Bergen" in (ferries / CATALOG).read_text(encoding="utf-8")
    # having seen both, the second person decides
    assert second.press(path, "save", "Ferjene kjem attende til Bergen", page=answer).status == 303
    assert "Ferjene kjem attende til Bergen" in (ferries / CATALOG).read_text(encoding="utf-8")


def test_an_approval_of_what_was_rejected_meanwhile_is_a_conflict(ferries: Path, host: str) -> None:
    path = f"/nn/ferries/{TITLE}"
    first, second = Client(host), Client(host)
    page = second.get(path)
    first.press(path, "reject", why="feil by")
    assert second.press(path, "approve", page=page).status == 409
    assert state(ferries, "title") is State.REJECTED


@pytest.mark.parametrize("text", ["", " \n ", "bell \x07", "null \x00"])
def test_a_text_that_is_none_is_refused_with_a_sentence(ferries: Path, ola: Client, text: str) -> None:
    before = (ferries / CATALOG).read_bytes()
    answer = ola.press(f"/nn/ferries/{TITLE}", "save", text)
    assert answer.status == 422
    assert "cannot be saved" in answer.text or "control characters" in answer.text
    assert (ferries / CATALOG).read_bytes() == before


def test_a_full_folder_loses_no_text(ferries: Path, ola: Client) -> None:
    page = ola.get(f"/nn/ferries/{TITLE}")
    (ferries / CATALOG).write_text("msgid broken", encoding="utf-8")
    answer = ola.press(f"/nn/ferries/{TITLE}", "save", "Ei lang og god omsetjing", page=page)
    assert answer.status == 422
    assert "ferries.po:1" in answer.text
    assert "Ei lang og god omsetjing" in answer.text


def test_a_text_whose_source_is_gone_is_given_back(ferries: Path, ola: Client) -> None:
    page = ola.get(f"/nn/ferries/{TITLE}")
    text = (ferries / CATALOG).read_text(encoding="utf-8")
    (ferries / CATALOG).write_text(text.replace("Ferries return to Bergen", "Ferries return to Oslo"), encoding="utf-8")
    answer = ola.press(f"/nn/ferries/{TITLE}", "save", "Ei lang og god omsetjing", page=page)
    assert answer.status == 404
    assert "Ei lang og god omsetjing" in answer.text


def test_a_save_waits_for_a_command_that_is_writing(ferries: Path, ola: Client) -> None:
    with ThreadPoolExecutor() as pool:
        with Workspace(ferries).lock():
            saving = pool.submit(ola.press, f"/nn/ferries/{TITLE}", "save", "Ferjene er attende i Bergen")
            time.sleep(0.4)
            assert not saving.done()
        assert saving.result().status == 303


@pytest.fixture
def fleet(project: Path) -> list[MessageKey]:
    """An article of 200 paragraphs, all drafts; the title comes first."""
    texts = [f"Ferry number {n} left Bergen at noon." for n in range(200)]
    body = "\n\n".join(texts)
    article = f"---\ntitle: The fleet\nlang: en\n---\n\n{body}\n"
    (project / "articles" / "fleet.md").write_text(article, encoding="utf-8")
    keys = [MessageKey("title", "The fleet"), *(MessageKey("paragraph", text) for text in texts)]
    Workspace(project).save_catalog("nn", "articles/fleet", bundles.catalog(keys, State.DRAFT, "nn"))
    return keys


@pytest.mark.needs("msgfmt")
def test_twenty_people_save_at_once(project: Path, fleet: list[MessageKey]) -> None:
    """Each corrects three texts of one article, and all of them want the title, which only the first can have."""

    def work(host: str, person: int) -> int:
        client = Client(host)
        title = client.get(f"/nn/fleet/{message_id(fleet[0])}")
        ready.wait()
        for at in range(person * 3, person * 3 + 3):
            path = f"/nn/fleet/{message_id(fleet[1 + at])}"
            answer = client.press(path, "save", f"Ferje nummer {at} gjekk frå Bergen klokka tolv.")
            assert answer.status == 303, answer.text[:500]
        return client.press(f"/nn/fleet/{message_id(fleet[0])}", "save", f"Flåten til {person}", page=title).status

    ready = threading.Barrier(20)
    with serving(project) as host, ThreadPoolExecutor(20) as pool:
        fights = list(pool.map(lambda person: work(host, person), range(20)))
    assert sorted(fights) == [303, *[409] * 19]
    saved = Workspace(project).load_catalog("nn", "articles/fleet")
    assert saved
    for at, key in enumerate(fleet[1:61]):
        assert saved.by_key[key].text == f"Ferje nummer {at} gjekk frå Bergen klokka tolv."
        assert standing(saved.by_key[key]).state is State.TRANSLATED
    assert len(Workspace(project).records.load_ledger("nn")) == 61
    file = project / "catalogs/nn/articles/fleet.po"
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(file)], check=True)


def test_the_page_and_other_programs_write_at_once(project: Path, fleet: list[MessageKey]) -> None:
    """Commands that come while another writes say so and are run again; none of their words is lost."""
    environment = os.environ | {"GIT_AUTHOR_NAME": "Kari Nordmann", "GIT_AUTHOR_EMAIL": "kari@example.org"}

    def approve(at: int) -> None:
        name = seal(bundles.message(fleet[at], State.DRAFT, f"nn: {fleet[at].msgid}"))
        command = [sys.executable, "cli.py", "-C", project, "approve", "nn", "fleet", "-m", name]
        for _ in range(60):
            code = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True).returncode
            if code != 5:
                break
            time.sleep(0.05)
        assert code == 0

    def save(at: int) -> None:
        path = f"/nn/fleet/{message_id(fleet[at])}"
        assert Client(host).press(path, "save", f"Ferje nummer {at}.").status == 303

    with serving(project) as host, ThreadPoolExecutor(4) as programs, ThreadPoolExecutor(4) as people:
        running = [
            *(programs.submit(approve, at) for at in range(6)),
            *(people.submit(save, at) for at in range(6, 60)),
        ]
        for one in running:
            one.result()
    saved = Workspace(project).load_catalog("nn", "articles/fleet")
    assert saved
    states = [standing(saved.by_key[key]).state for key in fleet]
    assert states[:60] == [State.REVIEWED] * 6 + [State.TRANSLATED] * 54
    assert len(Workspace(project).records.load_ledger("nn")) == 60


def test_saves_that_wait_together_are_each_held_against_their_own_seal(ferries: Path, host: str) -> None:
    """While a command holds the project, many want to write; one of them with a text that cannot be saved."""
    others = [key for key in catalog(ferries).by_key if key.msgctxt != "title"][:4]
    wishes = [(key, "Ny tekst") for key in others] + [(MessageKey("title", "Ferries return to Bergen"), "bell \x07")]
    pages = [Client(host).get(f"/nn/ferries/{message_id(key)}") for key, _ in wishes]
    ledger = ferries / "catalogs/nn/reviews.jsonl"
    with ThreadPoolExecutor(8) as pool:
        with Workspace(ferries).lock():
            first = pool.submit(ola_saves, host, wishes[0], pages[0])
            time.sleep(0.2)  # it has the turn, and the others wait behind it
            rest = [pool.submit(ola_saves, host, wish, page) for wish, page in zip(wishes, pages, strict=True)]
            time.sleep(0.4)
            assert not ledger.exists()
        answers = [first.result(), *(one.result() for one in rest)]
    assert sorted(answers) == [303, 303, 303, 303, 409, 422]
    assert [catalog(ferries).by_key[key].text for key in others] == ["Ny tekst"] * 4
    assert ledger.read_text(encoding="utf-8").count("\n") == 4


def ola_saves(host: str, wish: tuple[MessageKey, str], page: Answer) -> int:
    key, text = wish
    client = Client(host, cookies={"l10n": SimpleCookie(page.headers["set-cookie"])["l10n"].value})
    return client.press(f"/nn/ferries/{message_id(key)}", "save", text, page=page).status
