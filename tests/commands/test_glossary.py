"""`l10n glossary`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

CSV = "source,target,note,kind\nharbour,havn,,\nBergen,,,do-not-translate\n"


@pytest.fixture
def glossary(harbour: Path) -> Path:
    path = harbour / "catalogs" / "nb" / "glossary.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_list_shows_terms_and_says_where_they_stand(harbour: Path, glossary: Path, run: Run) -> None:
    result = run("glossary", "list", "nb", cwd=harbour)
    assert result.out.splitlines()[1].split() == ["harbour", "havn", "preferred"]
    assert "2 terms in catalogs/nb/glossary.csv." in result.err
    rows = json.loads(run("glossary", "list", "nb", "--json", cwd=harbour).out)["terms"]
    assert rows[1] == {"source": "Bergen", "target": "", "forms": [], "kind": "do-not-translate", "note": ""}
    assert run("glossary", "list", "en", cwd=harbour).code == 0


def test_export_and_import_are_the_identity_in_both_formats(
    harbour: Path, glossary: Path, tmp_path: Path, run: Run
) -> None:
    for name in ("terms.tbx", "terms.csv"):
        out = tmp_path / name
        assert run("glossary", "export", "nb", "-o", out, cwd=harbour).code == 0
        terms = run("glossary", "list", "nb", cwd=harbour).out
        glossary.unlink()
        assert run("glossary", "import", "nb", out, cwd=harbour).code == 0
        assert run("glossary", "list", "nb", cwd=harbour).out == terms
        before = glossary.read_bytes()
        assert "0 terms added, 2 known" in run("glossary", "import", "nb", out, cwd=harbour).out
        assert glossary.read_bytes() == before
    assert run("glossary", "export", "nb", cwd=harbour).out == (tmp_path / "terms.tbx").read_text(encoding="utf-8")


def test_a_term_that_contradicts_ours_is_named_and_left_out(
    harbour: Path, glossary: Path, tmp_path: Path, run: Run
) -> None:
    theirs = tmp_path / "theirs.csv"
    theirs.write_text("source,target,forms\nharbour,hamn,\nferry,ferge,ferger|ferja\n", encoding="utf-8")
    result = run("glossary", "import", "nb", theirs, cwd=harbour)
    assert result.code == 1
    assert f"harbour: the glossary says “havn”, {theirs} says “hamn”." in result.err
    rows = json.loads(run("glossary", "list", "nb", "--json", cwd=harbour).out)["terms"]
    assert [(row["source"], row["target"], row["forms"]) for row in rows] == [
        ("harbour", "havn", []), ("Bergen", "", []), ("ferry", "ferge", ["ferger", "ferja"]),
    ]  # fmt: skip


def test_names_of_an_article_are_listed_and_kept_through_its_drafts(harbour: Path, run: Run) -> None:
    article = harbour / "articles" / "harbour.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nThey met Kari Nordmann in Kristiansund.\n", "utf-8")
    assert run("glossary", "names", "nb", "harbour", cwd=harbour).code == 3, "there is no template yet"
    run("extract", cwd=harbour)
    result = run("glossary", "names", "nb", "harbour", cwd=harbour)
    assert [line.split(maxsplit=1)[1] for line in result.out.splitlines()] == [
        "Bergen",
        "Kari Nordmann",
        "Kristiansund",
    ]
    assert not (harbour / "catalogs" / "nb" / "glossary.csv").exists()
    run("glossary", "names", "nb", "harbour", "--add", cwd=harbour)
    assert run("glossary", "names", "nb", "harbour", cwd=harbour).out == ""
    run("sync", cwd=harbour)
    run("draft", "nb", "--article", "harbour", cwd=harbour)
    text = (harbour / "catalogs" / "nb" / "articles" / "harbour.po").read_text(encoding="utf-8")
    (drafted,) = [line for line in text.splitlines() if line.startswith("msgstr") and "Kristiansund" in line]
    assert "Kari Nordmann" in drafted


@pytest.mark.parametrize(
    ("name", "text", "code", "says"),
    [
        ("a.tbx", "<tbx>\n<text>", 3, "a.tbx:2: not well-formed XML"),
        (
            "a.tbx",
            '<!DOCTYPE tbx [<!ENTITY x SYSTEM "/etc/passwd">]><tbx>&x;</tbx>',
            3,
            "a.tbx:1: the document declares",
        ),
        ("a.csv", "source,target\nx\n", 3, "a.csv:2: a preferred term needs a source and a target."),
        ("gone.tbx", None, 2, "There is no file"),
    ],
)
def test_a_bad_file_is_one_sentence_and_nothing_is_written(
    harbour: Path, glossary: Path, tmp_path: Path, run: Run, name: str, text: str | None, code: int, says: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("glossary", "import", "nb", tmp_path / name, cwd=harbour)
    assert result.code == code and says in result.err
    assert glossary.read_text(encoding="utf-8") == CSV
