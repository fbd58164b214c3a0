"""Comments on the page: signed, kept beside the catalog, and nothing but text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from l10n.model.comment import Comment
from l10n.workspace import Workspace
from tests.review_app.client import Answer, Client
from tests.review_app.conftest import CATALOG, LEAD, TITLE

PATH = f"/nn/ferries/{TITLE}"


def kept(root: Path) -> list[Comment]:
    return Workspace(root).records.load_comments("nn")


def say(client: Client, do: str = "comment", *, page: Answer | None = None, part: bool = False, **more: str) -> Answer:
    page = page or client.get(PATH)
    fields = {"token": page.hidden("token"), "seen": page.hidden("seen"), "text": page.field, "do": do} | more
    headers = {"HX_Request": "true"} if part else {}
    return client.post(PATH, list(fields.items()), **headers)


def test_a_comment_on_some_words_is_signed_and_changes_no_catalog(ferries: Path, ola: Client) -> None:
    before = (ferries / CATALOG).read_bytes()
    answer = say(ola, comment="Heiter det dette?", quote="Ferries", start="4", form="0")
    assert answer.status == 303
    assert answer.location == f"{PATH}#comments"
    assert (ferries / CATALOG).read_bytes() == before
    (one,) = kept(ferries)
    assert (one.text, one.quote, one.span, one.by) == (
        "Heiter det dette?", "Ferries", (4, 11), "Ola Nordmann <ola@example.org>",
    )  # fmt: skip
    page = ola.get(PATH, Accept_Language="en").text
    assert "Heiter det dette?" in page
    assert 'data-start="4" data-end="11"' in page


def test_an_answer_settles_and_the_filter_finds_what_is_open(ferries: Path, ola: Client) -> None:
    say(ola, comment="Heiter det dette?")
    rows = ola.get("/nn/ferries?show=commented").text.count('<li class="row')
    assert rows == 1
    (one,) = kept(ferries)
    say(ola, f"answer-{one.id}", **{f"answer-{one.id}": "Ja."})
    assert ola.get("/nn/ferries?show=commented").text.count('<li class="row') == 1
    assert say(ola, f"resolve-{one.id}").status == 303
    assert ola.get("/nn/ferries?show=commented").text.count('<li class="row') == 0
    assert "settled" in ola.get(PATH).text


def test_an_unsaved_text_stays_in_the_field(ferries: Path, ola: Client) -> None:
    answer = say(ola, comment="Merk", text="Halvferdig omsetjing")
    assert answer.status == 200
    assert answer.field == "Halvferdig omsetjing"
    assert len(kept(ferries)) == 1


def test_htmx_gets_the_talk_alone(ferries: Path, ola: Client) -> None:
    answer = say(ola, comment="Heiter det dette?", part=True)
    assert answer.status == 200
    assert "<html" not in answer.text
    assert "Heiter det dette?" in answer.text


@pytest.mark.parametrize(
    "fields",
    [
        {"comment": "  "},
        {"comment": "Kvifor?", "quote": "står ikkje der"},
        {"comment": "Kvifor?", "quote": "Ferries", "form": "7"},
        {"comment": "x" * 10_001},
    ],
)
def test_what_cannot_be_said_comes_back_with_the_reason(ferries: Path, ola: Client, fields: dict[str, str]) -> None:
    answer = say(ola, **fields)
    assert answer.status == 422
    assert 'role="alert"' in answer.text
    assert fields["comment"].strip() in answer.text
    assert kept(ferries) == []


def test_an_answer_to_nothing_is_refused(ferries: Path, ola: Client) -> None:
    assert say(ola, "answer-0123456789ab", **{"answer-0123456789ab": "Ja."}).status == 404
    assert kept(ferries) == []


@pytest.mark.parametrize("start", ["-1", "9" * 5000, "0x1", "", "٣"])
def test_a_place_that_is_none_does_no_harm(ferries: Path, ola: Client, start: str) -> None:
    assert say(ola, comment="Merk", quote="Ferries", start=start).status == 303
    assert kept(ferries)[0].span == (4, 11)


def test_a_form_sent_twice_says_it_once(ferries: Path, ola: Client) -> None:
    page = ola.get(PATH)
    for _ in range(2):
        assert say(ola, comment="Merk", page=page).status == 303
    assert len(kept(ferries)) == 1


def test_a_hostile_comment_is_only_text(ferries: Path, ola: Client) -> None:
    say(ola, comment="</textarea><script>alert(1)</script>\u202e<img src=x onerror=alert(2)>")
    page = ola.get(PATH).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "\u202e" not in page


def test_a_comment_follows_its_words_and_says_when_they_are_gone(ferries: Path, ola: Client) -> None:
    say(ola, comment="Heiter det dette?", quote="Ferries", start="4", form="0")
    ola.press(PATH, "save", "No kjem Ferries attende til Bergen")
    assert 'data-start="8" data-end="15"' in ola.get(PATH).text
    ola.press(PATH, "save", "No kjem ferjene attende til Bergen")
    page = ola.get(PATH, Accept_Language="en").text
    assert "no longer in the text" in page
    assert "data-start" not in re.sub(r"<textarea.*?</textarea>", "", page, flags=re.DOTALL)


def test_a_comment_belongs_to_its_message_alone(ola: Client) -> None:
    say(ola, comment="Heiter det dette?")
    assert "Heiter det dette?" not in ola.get(f"/nn/ferries/{LEAD}").text


def test_who_saves_the_text_sends_the_comment_too(ferries: Path, ola: Client) -> None:
    say(ola, comment="Heiter det dette?")
    (one,) = kept(ferries)
    answer = say(ola, "save", text="Ferjene", comment="Kortare no", **{f"answer-{one.id}": "Ja."})
    assert answer.status == 303
    assert [said.text for said in kept(ferries)] == ["Heiter det dette?", "Kortare no", "Ja."]


def test_a_comment_that_waits_is_kept_where_a_save_fails(ferries: Path, ola: Client) -> None:
    answer = say(ola, "save", text="", comment="Kortare no", why="Grunn")
    assert answer.status == 422
    assert "Kortare no" in answer.text
    assert "Grunn" in answer.text
    assert kept(ferries) == []
