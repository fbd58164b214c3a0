"""What a translator sees of a machine's suggestion, and how one is taken."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

OLD_TEXT = "To ferger gikk klokken tolv."


@pytest.fixture
def stale(harbour: Path, run: Run) -> Path:
    """The harbour project after a reviewed sentence was edited in the source, with drafts."""
    assert run("extract", cwd=harbour).code == 0
    assert run("sync", cwd=harbour).code == 0
    assert run("approve", "nb", "harbour", "--message", OLD_TEXT, cwd=harbour).code == 0
    article = harbour / "articles" / "harbour.md"
    article.write_text(article.read_text(encoding="utf-8").replace("at noon", "at 14:30"), encoding="utf-8")
    assert run("extract", cwd=harbour).code == 0
    assert run("sync", cwd=harbour).code == 0
    return harbour


def text_of(root: Path) -> str:
    return (root / "catalogs/nb/articles/harbour.po").read_text(encoding="utf-8")


def test_draft_says_what_stands_beside_and_writes_no_text(stale: Path, run: Run) -> None:
    result = run("draft", "nb", cwd=stale)
    assert "1 of them beside a stale text" in result.out
    text = text_of(stale)
    assert f'msgstr "{OLD_TEXT}"' in text and '# l10n-suggestion: "⟦' in text
    assert json.loads(run("draft", "nb", "--json", cwd=stale).out)["catalogs"][0]["suggestions"] == 0


def test_review_and_suggest_show_it(stale: Path, run: Run) -> None:
    run("draft", "nb", cwd=stale)
    shown = run("review", "nb", "--state", "stale", cwd=stale).out
    assert OLD_TEXT in shown and "draft  ⟦" in shown and "suggested by pseudo en_nb 1" in shown
    (row,) = json.loads(run("review", "nb", "--state", "stale", "--json", cwd=stale).out)["messages"]
    assert row["suggestion"]["text"][0].startswith("⟦") and row["translation"] == [OLD_TEXT]
    listed = run("suggest", "nb", cwd=stale)
    assert f"stale  {OLD_TEXT}" in listed.out and "new    ⟦" in listed.out
    assert f"--take-suggestion --message {row['id']}" in listed.err
    (found,) = json.loads(run("suggest", "nb", "--json", cwd=stale).out)["stale"]
    assert found["suggestion"] == row["suggestion"]


def test_one_can_be_taken(stale: Path, run: Run) -> None:
    run("draft", "nb", cwd=stale)
    result = run("approve", "nb", "harbour", "--take-suggestion", cwd=stale)
    assert (result.code, "1 message now reviewed" in result.err) == (0, True)
    text = text_of(stale)
    entry = text[text.index("# l10n-state: reviewed") :].split("\n\n")[0]
    assert 'msgstr "⟦' in entry and "fuzzy" not in entry and "# l10n-origin: pseudo en_nb 1" in entry
    lines = [json.loads(line) for line in (stale / "catalogs/nb/reviews.jsonl").read_text().splitlines()]
    of_text = [line for line in lines if line["seal"] == lines[-1]["seal"]]
    assert [line["state"] for line in of_text] == ["draft", "reviewed"]
    assert of_text[0]["text"] == of_text[1]["text"]


def test_where_nothing_is_suggested_nothing_is_taken(stale: Path, run: Run) -> None:
    before = text_of(stale)
    result = run("approve", "nb", "harbour", "--take-suggestion", "--message", OLD_TEXT, cwd=stale)
    assert (result.code, "Nothing is suggested for" in result.err) == (2, True)
    assert text_of(stale) == before


def test_who_may_not_review_replaces_no_text(stale: Path, run: Run) -> None:
    run("draft", "nb", cwd=stale)
    path = stale / "l10n.toml"
    settings = path.read_text(encoding="utf-8")
    path.write_text(
        settings.replace("[locales.nb]", '[locales.nb]\nreviewers = ["kari@example.org"]'), encoding="utf-8"
    )
    before = text_of(stale)
    assert run("approve", "nb", "harbour", "--take-suggestion", cwd=stale).code == 1
    assert text_of(stale) == before


@pytest.mark.needs("msgmerge", "msgfmt")
def test_gettext_carries_it_and_publishes_nothing_of_it(stale: Path, run: Run, tmp_path: Path) -> None:
    run("draft", "nb", cwd=stale)
    source = stale / "catalogs/nb/articles/harbour.po"
    merged, compiled = tmp_path / "merged.po", tmp_path / "out.mo"
    template = stale / "catalogs/templates/articles/harbour.pot"
    subprocess.run(["msgmerge", "--quiet", "--previous", "-o", merged, source, template], check=True)
    assert "# l10n-suggestion: " in merged.read_text(encoding="utf-8")
    subprocess.run(["msgfmt", "-c", "-o", compiled, source], check=True)
    assert "⟦".encode() not in compiled.read_bytes()
