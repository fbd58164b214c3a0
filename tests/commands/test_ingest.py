"""`l10n ingest`: a page in, an article and its chrome out; and never a guess, never a lost article."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from l10n.formats.readers.capture import read
from l10n.formats.readers.markdown import article as markdown
from l10n.model.reading import ReadingOptions
from l10n.workspace import Workspace
from tests.conftest import CAPTURE, FIXTURES, Run

UNSURE = """\
Ferries sail again

The ferry company said on Monday that it would buy eleven new ships for the lines along the coast.

Annonse

Senja, Andøya, Langøya

Annonse

The first of them will sail from Bergen to Kirkenes in May, with room for four hundred people.
"""


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def page(folder: Path, text: str, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_tokyo_page(run: Run, project: Path) -> None:
    result = run("-C", project, "ingest", CAPTURE)
    assert result.code == 0
    assert "5 body paragraphs (lead among them), 1 image, 7 related cards, 6 chrome strings in nb" in result.out
    assert "[ai-report, ai-image]" in result.out
    assert "articles/tokyo-forum.md" in result.err
    assert "l10n extract" in result.err
    text = (project / "articles" / "tokyo-forum.md").read_text(encoding="utf-8")
    for norwegian in ("Bilde", "Rapportert", "Relaterte", "informasjonskapsler", "Avvis"):
        assert norwegian not in text
    strings = Workspace(project).records.load_captured()
    assert {string.articles for string in strings} == {("tokyo-forum",)}
    assert len(strings) == 6


def test_the_written_article_is_the_one_that_was_read(run: Run, project: Path) -> None:
    run("-C", project, "ingest", CAPTURE)
    read_again = Workspace(project).load_article("tokyo-forum")
    article = read(CAPTURE.read_text(encoding="utf-8"), ReadingOptions()).article
    assert article is not None
    assert (read_again.title, read_again.lead, read_again.body) == (article.title, article.lead, article.body)
    assert (read_again.images, read_again.cards) == (article.images, article.cards)


def test_running_twice_changes_no_byte(run: Run, project: Path) -> None:
    run("-C", project, "ingest", CAPTURE)
    before = bytes_of(project)
    result = run("-C", project, "ingest", CAPTURE)
    assert result.code == 0
    assert "No change" in result.err
    assert bytes_of(project) == before


def test_json_has_every_line(run: Run, project: Path) -> None:
    result = run("-C", project, "ingest", CAPTURE, "--json")
    report = json.loads(result.out)
    assert report["schema"] == "l10n/ingest/1"
    assert report["counts"] == {"paragraphs": 5, "images": 1, "cards": 7, "chrome": 6}
    assert [line["verdict"] for line in report["lines"]].count("body") == 16
    assert report["lines"][1].keys() == {"line", "text", "verdict", "role", "lang", "confidence", "reason"}


def test_dry_run_writes_nothing(run: Run, project: Path) -> None:
    before = bytes_of(project)
    assert run("-C", project, "ingest", CAPTURE, "--dry-run").code == 0
    assert set(bytes_of(project)) - {".l10n/lock"} == set(before)


def test_an_unsure_line_is_listed_and_nothing_is_written(run: Run, project: Path, tmp_path: Path) -> None:
    before = bytes_of(project)
    result = run("-C", project, "ingest", page(tmp_path, UNSURE))
    assert result.code == 1
    assert "line 7: Senja, Andøya, Langøya" in result.out
    assert "--assume 7=" in result.err
    assert bytes_of(project) == before


@pytest.mark.parametrize(("answer", "kept"), [("7=body", True), ("body", True), ("7=chrome", False), ("chrome", False)])
def test_assume_answers(run: Run, project: Path, tmp_path: Path, answer: str, kept: bool) -> None:
    result = run("-C", project, "ingest", page(tmp_path, UNSURE), "--assume", answer)
    assert result.code == 0
    text = (project / "articles" / "ferries-sail-again.md").read_text(encoding="utf-8")
    assert ("Senja" in text) is kept


@pytest.mark.parametrize("answer", ["7=perhaps", "yes", "=body", "99=body"])
def test_assume_that_says_nothing_is_refused(run: Run, project: Path, tmp_path: Path, answer: str) -> None:
    assert run("-C", project, "ingest", page(tmp_path, UNSURE), "--assume", answer).code == 2


def test_a_different_article_is_not_replaced_silently(run: Run, project: Path, tmp_path: Path) -> None:
    run("-C", project, "ingest", CAPTURE)
    before = bytes_of(project)
    other = page(tmp_path, CAPTURE.read_text(encoding="utf-8").replace("inaugural", "first"), "tokyo-forum.capture.txt")
    refused = run("-C", project, "ingest", other)
    assert refused.code == 5
    assert "--force" in refused.err
    assert bytes_of(project) == before
    assert run("-C", project, "ingest", other, "--force").code == 0
    assert "first economic" in (project / "articles" / "tokyo-forum.md").read_text(encoding="utf-8")


def test_swedish_chrome_is_kept_and_said_to_be_in_no_template(run: Run, project: Path, tmp_path: Path) -> None:
    from tests.formats.readers.annotated import Annotated

    text = Annotated.load(FIXTURES / "captures" / "election-swedish.txt").text
    result = run("-C", project, "ingest", page(tmp_path, text), "--slug", "val")
    assert result.code == 0
    assert "in Swedish: kept, but in no template" in result.err
    strings = {string.id: string for string in Workspace(project).records.load_captured()}
    assert strings["ai-report"].lang == "sv"
    assert "[integritetspolicy](privacy)" in strings["cookie-text"].text


def test_chrome_of_two_articles_is_one_string_with_two_names(run: Run, project: Path) -> None:
    run("-C", project, "ingest", CAPTURE)
    run("-C", project, "ingest", CAPTURE, "--slug", "again")
    strings = Workspace(project).records.load_captured()
    assert len(strings) == 6
    assert {string.articles for string in strings} == {("again", "tokyo-forum")}


def test_an_article_read_again_forgets_the_chrome_it_lost(run: Run, project: Path, tmp_path: Path) -> None:
    text = CAPTURE.read_text(encoding="utf-8")
    run("-C", project, "ingest", CAPTURE)
    run("-C", project, "ingest", page(tmp_path, text.replace("Avvis", "Lukk"), "again.capture.txt"))
    run("-C", project, "ingest", page(tmp_path, text.replace("Avvis", "Lukk"), "tokyo-forum.capture.txt"))
    strings = {string.text: string.articles for string in Workspace(project).records.load_captured()}
    assert "Avvis" not in strings
    assert strings["Lukk"] == ("again", "tokyo-forum")
    run("-C", project, "ingest", page(tmp_path, text, "again.capture.txt"))
    strings = {string.text: string.articles for string in Workspace(project).records.load_captured()}
    assert (strings["Avvis"], strings["Lukk"]) == (("again",), ("tokyo-forum",))


def test_a_page_that_is_cut_off_says_so(run: Run, project: Path, tmp_path: Path) -> None:
    whole = (FIXTURES / "pages" / "captions-and-boxes.html").read_text(encoding="utf-8")
    cut = page(tmp_path, whole[: whole.index("Researchers at")], "orchard.html")
    result = run("-C", project, "ingest", cut, "--json")
    assert result.code == 0
    assert result.err.startswith("Warning: the page has no end")
    assert json.loads(result.out)["warnings"]
    assert "apricots" in Workspace(project).load_article("orchard").title


def test_html_and_markdown_are_told_by_themselves(run: Run, project: Path, tmp_path: Path) -> None:
    html = (FIXTURES / "pages" / "tokyo.html").read_text(encoding="utf-8")
    assert run("-C", project, "ingest", page(tmp_path, html, "saved"), "--slug", "from-html").code == 0
    assert Workspace(project).load_article("from-html").images[0].src == "/img/forum.jpg"
    note = "# Ferries sail again\n\nThey **do**.\n"
    assert run("-C", project, "ingest", page(tmp_path, note, "note.md")).code == 0
    assert Workspace(project).load_article("note") == markdown.parse(note, slug="note")


def test_standard_input(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(CAPTURE.read_bytes())))
    assert run("-C", project, "ingest", "-").code == 0
    assert (project / "articles" / "tokyo-hosts-inaugural-economic-security-forum.md").exists()


def test_utf16_with_its_mark_is_read(run: Run, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "wide.txt"
    path.write_bytes(CAPTURE.read_text(encoding="utf-8").encode("utf-16"))
    assert run("-C", project, "ingest", path, "--slug", "wide").code == 0
    assert len(Workspace(project).load_article("wide").cards) == 7


BAD = {
    "empty": (b"", 3, "no text"),
    "blank": (b" \n\xc2\xa0\n", 3, "no text"),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0", 3, "binary"),
    "latin-1": ("Avisa på norsk".encode("latin-1"), 3, "not UTF-8"),
    "half UTF-16": (b"\xff\xfea\x00\x00\xd8", 3, "UTF-16"),
    "huge": (b"a line of text\n" * 1_500_000, 3, "20 MB"),
    "only chrome": (b"Relaterte artikler\n\nAvvis\n", 3, "no article"),
    "no title": (
        b"The ferry company said on Monday that it would buy eleven new ships for the coast.\n",
        3,
        "no title",
    ),
    "html without article": (b"<html><body><nav><a>Hjem</a></nav></body></html>", 3, "no article"),
    "page not found": (
        b"<html><body><main><p>Siden du leter etter finnes ikke.</p></main></body></html>",
        3,
        "no article",
    ),
    "unclosed front matter": (b"---\ntitle: x\n", 3, "never closed"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_and_changes_nothing(run: Run, project: Path, tmp_path: Path, name: str) -> None:
    data, code, sentence = BAD[name]
    path = tmp_path / "bad"
    path.write_bytes(data)
    before = bytes_of(project)
    result = run("-C", project, "ingest", path)
    assert result.code == code
    assert sentence in result.err
    assert "Traceback" not in result.err
    assert len(result.err.strip().split("\n")) <= 2
    assert bytes_of(project) == before


def test_a_missing_file_a_folder_and_a_closed_file(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("-C", project, "ingest", tmp_path / "gone.txt").code == 2
    folder = run("-C", project, "ingest", tmp_path)
    assert folder.code == 2
    assert "folder" in folder.err
    closed = page(tmp_path, "x")
    closed.chmod(0)
    if not os.access(closed, os.R_OK):
        assert run("-C", project, "ingest", closed).code == 3


@pytest.mark.parametrize("slug", ["../evil", "a/b", ".hidden", "CON:", "a b", "-", "æ"])
def test_a_slug_cannot_leave_its_folder(run: Run, project: Path, slug: str) -> None:
    before = bytes_of(project)
    result = run("-C", project, "ingest", CAPTURE, f"--slug={slug}")
    assert result.code == 2
    assert bytes_of(project) == before


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Støre møter Ærø: “Why now?”", "store-moter-aero-why-now"),
        ("A " + "very " * 30 + "long title", "a-very-very-very-very-very-very-very-very-very-very-very"),
    ],
)
def test_the_name_comes_from_the_title(run: Run, project: Path, tmp_path: Path, title: str, slug: str) -> None:
    assert run("-C", project, "ingest", page(tmp_path, f"# {title}\n\nText.\n")).code == 0
    assert (project / "articles" / f"{slug}.md").exists()


def test_a_title_that_gives_no_name_asks_for_one(run: Run, project: Path, tmp_path: Path) -> None:
    result = run("-C", project, "ingest", page(tmp_path, "# 東京\n\nText.\n"))
    assert result.code == 2
    assert "--slug" in result.err


def test_an_unknown_format_is_refused(run: Run, project: Path) -> None:
    assert run("-C", project, "ingest", CAPTURE, "--format", "docx").code == 2


@pytest.mark.parametrize("name", ["l10n.toml", "strings.po", "photo.JPG", "data.json"])
def test_a_file_of_another_kind_is_no_article_unless_it_is_said_to_be(run: Run, project: Path, name: str) -> None:
    file = project / name if name == "l10n.toml" else page(project, UNSURE, name)
    before = bytes_of(project)
    refused = run("-C", project, "ingest", file)
    assert refused.code == 2
    assert f"is no page: its name ends in {file.suffix.lower()}." in refused.err
    assert bytes_of(project) == before
    if name == "data.json":
        assert run("-C", project, "ingest", file, "--format", "capture", "--assume", "body").code == 0
