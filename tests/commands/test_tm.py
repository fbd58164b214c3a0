"""`l10n tm`, and what draft and suggest make of the memory."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

THANKS = "The mayor thanked the crews."
TMX = f"""\
<tmx version="1.4"><header srclang="en-US"/><body>
<tu><tuv xml:lang="en-US"><seg>{THANKS}</seg></tuv><tuv xml:lang="nb-NO"><seg>Ordføreren takket mannskapene.</seg></tuv></tu>
<tu><tuv xml:lang="en-US"><seg>The mayor thanked the police.</seg></tuv><tuv xml:lang="nb"><seg>Ordføreren takket politiet.</seg></tuv></tu>
<tu><tuv xml:lang="en-US"><seg>{THANKS}</seg></tuv><tuv xml:lang="de"><seg>Der Bürgermeister dankte.</seg></tuv></tu>
</body></tmx>
"""  # noqa: E501 - one unit a line, as tools write it


@pytest.fixture
def tmx_file(tmp_path: Path) -> Path:
    path = tmp_path / "Old site.tmx"
    path.write_text(TMX, encoding="utf-8")
    return path


def test_import_tells_what_it_took_and_a_second_time_changes_nothing(harbour: Path, tmx_file: Path, run: Run) -> None:
    result = run("tm", "import", tmx_file, cwd=harbour)
    assert result.code == 0
    assert result.out == (f"memory/old-site.tmx: holds 2 units of {tmx_file}, 1 left out (of other languages)\n")
    assert "Next: l10n draft" in result.err
    before = (harbour / "memory" / "old-site.tmx").read_bytes()
    assert "already holds 2 units" in run("tm", "import", tmx_file, cwd=harbour).out
    assert (harbour / "memory" / "old-site.tmx").read_bytes() == before


def test_what_was_exported_from_here_adds_nothing(harbour: Path, tmx_file: Path, tmp_path: Path, run: Run) -> None:
    run("tm", "import", tmx_file, cwd=harbour)
    out = tmp_path / "ours.tmx"
    run("tm", "export", "-o", out, cwd=harbour)
    before = run("tm", "stats", cwd=harbour).out
    result = run("tm", "import", out, cwd=harbour)
    assert (result.code, result.out) == (0, f"{out}: nothing new; the memory holds every unit of it\n")
    assert run("tm", "stats", cwd=harbour).out == before
    out.write_text(out.read_text(encoding="utf-8").replace("politiet", "politikerne"), encoding="utf-8")
    assert "memory/ours.tmx: holds" in run("tm", "import", out, cwd=harbour).out


def test_another_file_of_the_same_name_is_a_conflict(harbour: Path, tmx_file: Path, run: Run) -> None:
    run("tm", "import", tmx_file, cwd=harbour)
    tmx_file.write_text(TMX.replace("politiet", "politikerne"), encoding="utf-8")
    result = run("tm", "import", tmx_file, cwd=harbour)
    assert result.code == 5 and "--replace" in result.err
    assert run("tm", "import", tmx_file, "--name", "newer", cwd=harbour).code == 0
    assert run("tm", "import", tmx_file, "--replace", cwd=harbour).code == 0


def test_search_shows_the_difference_and_why_the_score_is_what_it_is(harbour: Path, tmx_file: Path, run: Run) -> None:
    run("tm", "import", tmx_file, cwd=harbour)
    result = run("tm", "search", "nb", "The mayor thanked the fire crews.", "--role", "paragraph", cwd=harbour)
    assert result.code == 0
    first, words, facts = result.out.splitlines()[:3]
    assert first.split(maxsplit=1) == ["91%", "Ordføreren takket mannskapene."]
    assert words.strip() == "The mayor thanked the {+fire +}crews."
    assert facts.strip() == "translated; from memory/old-site.tmx; unknown role −1"
    (found, *_) = json.loads(
        run("tm", "search", "nb", "Two ferries left at noon.", "--role", "paragraph", "--json", cwd=harbour).out
    )["matches"]
    assert found["context_match"] and found["score"] == 1 and found["file"] == "catalogs/nb/articles/harbour.po"
    assert run("tm", "search", "nb", "Nothing like it at all", cwd=harbour).code == 1


def test_search_hides_what_a_terminal_would_obey(harbour: Path, tmx_file: Path, run: Run) -> None:
    tmx_file.write_text(TMX.replace("politiet", "politiet&#x9b;2J&#x202e;"), encoding="utf-8")
    run("tm", "import", tmx_file, cwd=harbour)
    out = run("tm", "search", "nb", "The mayor thanked the police.", cwd=harbour).out
    assert "politiet�2J�" in out


@pytest.mark.needs("msgfmt")
def test_po_and_mo_give_the_same_memory_without_their_drafts(harbour: Path, tmp_path: Path, run: Run) -> None:
    source = harbour / "catalogs" / "nb" / "articles" / "harbour.po"
    (tmp_path / "a.po").write_bytes(source.read_bytes())
    subprocess.run(["msgfmt", "a.po", "-o", "b.mo"], cwd=tmp_path, check=True)
    source.unlink()  # of what it has itself, a project takes nothing
    assert run("tm", "import", tmp_path / "a.po", tmp_path / "b.mo", cwd=harbour).code == 0
    rows = json.loads(run("tm", "stats", "--json", cwd=harbour).out)["files"]
    assert [(row["file"], row["units"]) for row in rows] == [
        ("memory/a.tmx", 2),
        ("memory/b.tmx", 2),
    ]


def test_a_catalog_that_does_not_say_its_language_is_asked_for_it(harbour: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "bare.po"
    path.write_text('msgid "Close the door now"\nmsgstr "Lukk døren nå"\n', encoding="utf-8")
    result = run("tm", "import", path, cwd=harbour)
    assert result.code == 2 and "--to nb" in result.err
    assert run("tm", "import", path, "--to", "nb", cwd=harbour).code == 0


def test_export_and_import_are_the_identity(harbour: Path, tmx_file: Path, tmp_path: Path, run: Run) -> None:
    run("tm", "import", tmx_file, cwd=harbour)
    out = tmp_path / "out.tmx"
    assert run("tm", "export", "nb", "-o", out, cwd=harbour).code == 0
    assert run("tm", "export", "nb", cwd=harbour).out == out.read_text(encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "l10n.toml").write_bytes((harbour / "l10n.toml").read_bytes())
    run("tm", "import", out, cwd=other)
    assert (other / "memory" / "out.tmx").read_bytes() == out.read_bytes()
    assert run("tm", "export", cwd=other).out == out.read_text(encoding="utf-8")
    assert "<tu " not in run("tm", "export", "--reviewed", cwd=other).out


@pytest.mark.parametrize(
    ("name", "text", "code", "says"),
    [
        ("a.tmx", TMX.replace("</seg>", "", 1), 3, "a.tmx:2: not well-formed XML: mismatched tag."),
        ("a.tmx", '<!DOCTYPE tmx [\n<!ENTITY a "b">]><tmx>&a;</tmx>', 3, "a.tmx:2: the document declares"),
        ("a.po", 'msgid "a"\nmsgstr b\n', 3, "a.po:2: "),
        ("a.mo", "no catalog", 3, "a.mo: not a .mo file"),
        ("a.xlsx", "", 2, "is no .tmx, .po or .mo file"),
        ("gone.tmx", None, 2, "There is no file"),
        ("gone.po", None, 2, "There is no file"),
    ],
)
def test_a_bad_file_is_one_sentence_and_nothing_is_written(
    harbour: Path, tmp_path: Path, run: Run, name: str, text: str | None, code: int, says: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("tm", "import", tmp_path / name, "--to", "nb", cwd=harbour)
    assert result.code == code and says in result.err and "Traceback" not in result.err
    assert not list((harbour / "memory").glob("*"))


def test_a_memory_file_damaged_by_hand_is_named_with_its_line(harbour: Path, tmx_file: Path, run: Run) -> None:
    run("tm", "import", tmx_file, cwd=harbour)
    path = harbour / "memory" / "old-site.tmx"
    path.write_text(path.read_text(encoding="utf-8").replace("</tu>", "", 1), encoding="utf-8")
    result = run("tm", "search", "nb", "anything at all", cwd=harbour)
    assert result.code == 3 and "memory/old-site.tmx:" in result.err


def test_nothing_but_a_memory_is_written_over_by_an_export(harbour: Path, run: Run) -> None:
    catalog = harbour / "catalogs" / "nb" / "articles" / "harbour.po"
    before = catalog.read_bytes()
    assert run("tm", "export", "-o", catalog, cwd=harbour).code == 2
    assert run("glossary", "export", "nb", "-o", catalog, cwd=harbour).code == 2
    assert catalog.read_bytes() == before


def test_a_memory_that_is_a_link_out_of_the_project_is_refused(harbour: Path, tmx_file: Path, run: Run) -> None:
    (harbour / "memory").mkdir()
    (harbour / "memory" / "old-site.tmx").symlink_to(tmx_file)
    result = run("tm", "search", "nb", "The mayor thanked the police.", cwd=harbour)
    assert result.code == 3 and "memory/old-site.tmx: this is a link that leads out of the project." in result.err
    assert run("tm", "import", tmx_file, cwd=harbour).code == 3


def test_draft_takes_an_exact_imported_match_and_nothing_that_is_only_alike(
    harbour: Path, tmx_file: Path, run: Run
) -> None:
    catalog = harbour / "catalogs" / "nb" / "articles" / "harbour.po"
    run("tm", "import", tmx_file, cwd=harbour)
    result = run("draft", "nb", "--article", "harbour", cwd=harbour)
    assert result.code == 0, result.err
    text = catalog.read_text(encoding="utf-8")
    entry = text[text.rindex("# l10n-state") :]
    assert 'msgstr "Ordføreren takket mannskapene."' in entry
    assert "l10n-state: draft" in entry and "l10n-origin: memory" in entry and "#, fuzzy" in entry


def test_suggest_shows_what_the_memory_holds(harbour: Path, tmx_file: Path, run: Run) -> None:
    run("tm", "import", tmx_file, cwd=harbour)
    before = (harbour / "catalogs" / "nb" / "articles" / "harbour.po").read_bytes()
    (message,) = json.loads(run("suggest", "nb", "harbour", "--json", cwd=harbour).out)["messages"]
    assert message["msgid"] == THANKS
    assert [(one["text"], one["domain"]) for one in message["candidates"]] == [
        ("Ordføreren takket mannskapene.", "memory/old-site.tmx"),
        ("Ordføreren takket politiet.", "memory/old-site.tmx"),
    ]
    assert "unknown role −1" in run("suggest", "nb", "harbour", cwd=harbour).out
    assert (harbour / "catalogs" / "nb" / "articles" / "harbour.po").read_bytes() == before
