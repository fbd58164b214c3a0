"""`l10n export` and `l10n import`: a file goes out, a tool changes it, and exactly that comes back."""

from __future__ import annotations

import gettext
import hashlib
import json
import shutil
from pathlib import Path

import pytest

from l10n.formats.exchange import FORMATS
from l10n.model.catalog import article_domain
from l10n.model.state import State, seal, standing
from l10n.workspace import Workspace
from tests import xliff_schemas
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
THANKS = "The mayor thanked the crews."


def digest(project: Path) -> str:
    """Of every byte below catalogs/."""
    files = sorted(path for path in (project / "catalogs").rglob("*") if path.is_file())
    return hashlib.sha256(b"\0".join(str(path).encode() + path.read_bytes() for path in files)).hexdigest()


def stands(project: Path, msgid: str) -> tuple[str, State]:
    catalog = Workspace(project).load_catalog("nb", article_domain("harbour"))
    assert catalog is not None
    (message,) = (message for message in catalog.live if message.msgid == msgid)
    return message.text, standing(message).state


@pytest.fixture
def exported(harbour: Path, tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "harbour.nb.xlf"
    assert run("export", "nb", "harbour", "--output", path, cwd=harbour).code == 0
    return path


def test_a_round_trip_changes_no_byte(harbour: Path, exported: Path, run: Run) -> None:
    assert xliff_schemas.faults(exported.read_bytes()) == []
    before = digest(harbour)
    result = run("import", exported, cwd=harbour)
    assert (result.code, result.out) == (0, "catalogs/nb/articles/harbour.po: 4 unchanged\n")
    assert digest(harbour) == before
    assert run("export", "nb", "harbour", cwd=harbour).out.encode() == exported.read_bytes()


def test_what_a_translator_did_is_signed_and_nothing_else_changes(
    harbour: Path, exported: Path, catalog_file: Path, run: Run
) -> None:
    text = exported.read_text(encoding="utf-8")
    source = f'<source xml:space="preserve">{THANKS}</source>\n'
    edited = text.replace(source, source + "<target>Ordføreren takket mannskapene.</target>\n")
    exported.write_text(edited.replace('state="initial" subState="l10n:draft"', 'state="translated"'), encoding="utf-8")
    before = catalog_file.read_text(encoding="utf-8")
    assert run("import", exported, "--dry-run", cwd=harbour).code == 0
    assert catalog_file.read_text(encoding="utf-8") == before
    result = run("import", exported, "--json", cwd=harbour)
    (catalog,) = json.loads(result.out)["catalogs"]
    assert result.code == 0
    assert {fate: count for fate, count in catalog["counts"].items() if count} == {
        "taken": 1, "confirmed": 1, "unchanged": 2,
    }  # fmt: skip
    assert stands(harbour, THANKS) == ("Ordføreren takket mannskapene.", State.TRANSLATED)
    assert stands(harbour, "The harbour of Bergen opened on Monday.")[1] is State.TRANSLATED
    after = catalog_file.read_text(encoding="utf-8")
    assert "# l10n-by: Ola Nordmann <ola@example.org>" in after and "argos en_nb 1.9" in after
    assert before[: before.index("# l10n-state")] == after[: after.index("# l10n-state")]
    again = digest(harbour)
    assert run("import", exported, cwd=harbour).out.endswith("4 unchanged\n")
    assert digest(harbour) == again


def test_a_conflict_is_5_and_a_skipped_text_is_1_each_with_its_reason(
    harbour: Path, exported: Path, catalog_file: Path, run: Run
) -> None:
    text = exported.read_text(encoding="utf-8")
    exported.write_text(text.replace("To ferger gikk klokken tolv.", "To ferger dro kl. 12."), encoding="utf-8")
    newer = catalog_file.read_text(encoding="utf-8").replace("To ferger gikk klokken tolv.", "To ferjer dro.")
    catalog_file.write_text(newer, encoding="utf-8")
    result = run("import", exported, cwd=harbour)
    assert result.code == 5 and "both texts stand in the catalog" in result.err
    assert stands(harbour, "Two ferries left at noon.") == ("To ferjer dro.", State.STALE)
    assert "To ferger dro kl. 12." in catalog_file.read_text(encoding="utf-8")
    exported.write_text(text.replace(">Havnen åpner etter uværet<", "><"), encoding="utf-8")
    result = run("import", exported, cwd=harbour)
    assert result.code == 1
    assert "skipped: “Harbour opens after storm”: its text was emptied in the file." in result.err


def test_only_what_waits_is_exported(harbour: Path, tmp_path: Path, run: Run) -> None:
    result = run("export", "nb", "harbour", "--state", "new", cwd=harbour)
    assert result.out.count("<unit ") == 1 and THANKS in result.out
    result = run("export", "nb", "harbour", "--state", "final", "--output", tmp_path / "x.xlf", cwd=harbour)
    assert result.code == 0 and not (tmp_path / "x.xlf").exists()


def test_markup_is_plain_text_for_tools_that_know_no_codes(run: Run, tmp_path: Path) -> None:
    for flags, codes in (((), True), (("--plain",), False)):
        result = run("export", "nn", "chrome", *flags, cwd=ROOT)
        assert ("<pc " in result.out) is codes
        assert xliff_schemas.faults(result.out.encode()) == []


def test_a_compiled_catalog_says_what_somebody_vouches_for(harbour: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "harbour.mo"
    result = run("export", "nb", "harbour", "--output", path, cwd=harbour)
    assert (result.code, result.out) == (0, "") and f"Wrote {path}." in result.err
    with path.open("rb") as file:
        read = gettext.GNUTranslations(file)
    assert read.pgettext("title", "Harbour opens after storm") == "Havnen åpner etter uværet"
    draft = "The harbour of Bergen opened on Monday."
    assert read.pgettext("lead", draft) == draft
    assert run("export", "nb", "--format", "mo", "--output", tmp_path / "all", cwd=harbour).code == 0
    assert (tmp_path / "all" / "harbour.nb.mo").read_bytes() == path.read_bytes()


def test_a_compiled_catalog_follows_the_gate_and_names_what_is_broken(
    harbour: Path, catalog_file: Path, tmp_path: Path, run: Run
) -> None:
    path, settings = tmp_path / "harbour.mo", harbour / "l10n.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '[locales.nb.gate]\nstate = "final"\n', encoding="utf-8")
    assert run("export", "nb", "harbour", "--output", path, cwd=harbour).code == 0
    with path.open("rb") as file:
        assert gettext.GNUTranslations(file).pgettext("title", "Harbour opens after storm").startswith("Harbour")
    broken = catalog_file.read_text(encoding="utf-8") + '\nmsgid "open\n'
    catalog_file.write_text(broken, encoding="utf-8")
    result = run("export", "nb", "harbour", "--output", path, cwd=harbour)
    assert result.code == 3 and f"harbour.po:{broken.count(chr(10))}: " in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("harbour", "--format", "mo"), "cannot be shown"),
        (("harbour", "pier", "--output", "x.mo"), "2 articles do not go into one file"),
        (("harbour", "--output", "x.mo", "--state", "new"), "Leave out --state"),
        (("harbour", "--output", "catalogs/x.mo"), "Cannot write to catalogs/x.mo"),
    ],
)
def test_where_a_compiled_catalog_cannot_go(words: tuple[str, ...], said: str, harbour: Path, run: Run) -> None:
    shutil.copy(harbour / "articles" / "harbour.md", harbour / "articles" / "pier.md")
    result = run("export", "nb", *words, cwd=harbour)
    assert result.code == 2 and said in result.err


@pytest.mark.parametrize("locale", ["nb", "nn", "da", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_our_own_catalogs_go_out_and_come_back_as_they_were(name: str, locale: str, run: Run, tmp_path: Path) -> None:
    folder, project = tmp_path / "out", tmp_path / "project"
    for part in ("articles", "catalogs"):
        shutil.copytree(ROOT / part, project / part)
    shutil.copy(ROOT / "l10n.toml", project)
    assert run("export", locale, "--format", name, "--output", folder, cwd=project).code == 0
    before = digest(project)
    result = run("import", folder, "--json", cwd=project)
    assert result.code == 0 and digest(project) == before
    for catalog in json.loads(result.out)["catalogs"]:
        assert {fate for fate, count in catalog["counts"].items() if count} == {"unchanged"}


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (('trgLang="nb"', 'trgLang="nn"'), 3, "there is no catalog yet"),
        (('trgLang="nb"', 'trgLang="sv"'), 2, "no locale 'sv'"),
        (('srcLang="en"', 'srcLang="de"'), 3, "from de, which is written in en"),
        (("articles/harbour", "../../etc"), 2, "There is no article '../../etc'"),
        (('version="2.1"', 'version="3"'), 3, "not XLIFF 2"),
        (("<unit ", "<un "), 3, "no text in it"),
        (("<?xml", "<!xml"), 3, "not well-formed"),
        (("<xliff ", '<!DOCTYPE x [<!ENTITY a "b">]><xliff '), 3, "entity of its own"),
    ],
)
def test_a_file_that_is_not_ours_to_read_is_refused(
    change: tuple[str, str], code: int, said: str, harbour: Path, exported: Path, run: Run
) -> None:
    text = exported.read_text(encoding="utf-8").replace(*change)
    exported.write_text(text.replace("</unit>", "</un>") if "<un " in text else text, encoding="utf-8")
    before = digest(harbour)
    result = run("import", exported, cwd=harbour)
    assert result.code == code and said in result.err
    assert digest(harbour) == before


def test_memory_and_glossary_go_out_and_come_in_as_their_own_commands_do_it(
    harbour: Path, tmp_path: Path, run: Run
) -> None:
    glossary = harbour / "catalogs" / "nb" / "glossary.csv"
    glossary.write_text("source,target,note,kind,forms\nharbour,havn,,,\n", encoding="utf-8")
    for name, own in (("tmx", ["tm", "export", "nb"]), ("tbx", ["glossary", "export", "nb"])):
        result = run("export", "nb", "--output", tmp_path / f"a.{name}", cwd=harbour)
        assert result.code == 0
        assert (tmp_path / f"a.{name}").read_text(encoding="utf-8") == run(*own, cwd=harbour).out
    memory = tmp_path / "a.tmx"  # with what the project does not know, or nothing of it would be taken
    memory.write_text(memory.read_text(encoding="utf-8").replace("ferries", "boats"), encoding="utf-8")
    glossary.unlink()
    assert run("import", tmp_path / "a.tbx", cwd=harbour).code == 2
    assert run("import", tmp_path / "a.tbx", tmp_path / "a.tmx", "--locale", "nb", cwd=harbour).code == 0
    assert "harbour,havn" in glossary.read_text(encoding="utf-8") and (harbour / "memory" / "a.tmx").exists()
    assert run("export", "nb", "harbour", "--format", "tmx", cwd=harbour).code == 2


def test_a_catalog_is_a_po_file_already(harbour: Path, catalog_file: Path, run: Run) -> None:
    result = run("import", catalog_file, cwd=harbour)
    assert result.code == 2 and "l10n merge" in result.err
    result = run("export", "nb", "--format", "po", cwd=harbour)
    assert result.code == 2 and "catalogs/" in result.err


def test_a_source_that_went_out_as_the_target_is_no_translation(harbour: Path, tmp_path: Path, run: Run) -> None:
    path, before = tmp_path / "h.xlf", digest(harbour)
    for name in ("xliff", "xliff12", "csv", "xlsx"):
        path = tmp_path / f"h{FORMATS[name].suffix}"
        assert run("export", "nb", "harbour", "-f", name, "--copy-source", "-o", path, cwd=harbour).code == 0
        assert run("import", path, "--finished", cwd=harbour).out.endswith("4 unchanged\n")
        assert digest(harbour) == before
    run("export", "nb", "harbour", "-f", "xliff12", "--copy-source", "-o", tmp_path / "h.xlf", cwd=harbour)
    text = (tmp_path / "h.xlf").read_text(encoding="utf-8")
    translated = text.replace(f'<target state="new">{THANKS}', '<target state="new">Ordføreren takket mannskapene.')
    (tmp_path / "h.xlf").write_text(translated, encoding="utf-8")
    assert run("import", tmp_path / "h.xlf", cwd=harbour).code == 0
    assert stands(harbour, THANKS) == ("Ordføreren takket mannskapene.", State.TRANSLATED)


def test_what_is_written_in_the_locale_is_not_for_translation(harbour: Path, run: Run) -> None:
    result = run("export", "en", "harbour", cwd=harbour)
    assert result.code == 2 and "written in en" in result.err


def test_a_tool_may_insist_on_regions(harbour: Path, exported: Path, run: Run) -> None:
    text = exported.read_text(encoding="utf-8").replace('srcLang="en" trgLang="nb"', 'srcLang="en-US" trgLang="nb-NO"')
    exported.write_text(text, encoding="utf-8")
    assert run("import", exported, cwd=harbour).out.endswith("4 unchanged\n")


def test_a_folder_without_such_files_is_named(harbour: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "empty").mkdir()
    result = run("import", tmp_path / "empty", cwd=harbour)
    assert result.code == 2 and "no file to import" in result.err


def test_a_file_in_utf_16_is_read_too(harbour: Path, exported: Path, run: Run) -> None:
    text = exported.read_text(encoding="utf-8").replace("UTF-8", "UTF-16")
    exported.write_bytes(text.encode("utf-16"))
    assert run("import", exported, cwd=harbour).out.endswith("4 unchanged\n")


def test_an_export_never_lands_among_the_sources(harbour: Path, run: Run) -> None:
    result = run("export", "nb", "harbour", "--output", harbour / "catalogs" / "nb" / "x.xlf", cwd=harbour)
    assert result.code == 2 and not (harbour / "catalogs" / "nb" / "x.xlf").exists()


def test_a_review_is_signed_only_by_who_may(harbour: Path, exported: Path, run: Run) -> None:
    text = exported.read_text(encoding="utf-8").replace('state="translated"', 'state="reviewed"')
    exported.write_text(text, encoding="utf-8")
    before = digest(harbour)
    result = run("import", exported, cwd=harbour)
    assert result.code == 0 and "--reviewed" in result.err and digest(harbour) == before
    settings = harbour / "l10n.toml"
    old = settings.read_text(encoding="utf-8")
    settings.write_text(old.replace("[locales.nb]\n", '[locales.nb]\nreviewers = ["kari@example.org"]\n'), "utf-8")
    result = run("import", exported, "--reviewed", cwd=harbour)
    assert result.code == 1 and "not among the reviewers" in result.err and digest(harbour) == before
    settings.write_text(old, encoding="utf-8")
    assert run("import", exported, "--reviewed", cwd=harbour).code == 0
    assert stands(harbour, "Two ferries left at noon.")[1] is State.REVIEWED


def test_what_a_translator_noted_is_a_comment_once(harbour: Path, tmp_path: Path, run: Run) -> None:
    for name, note in (("xliff", '<notes><note category="Kari">Which mayor?</note></notes>'), ("xliff12", "")):
        path = tmp_path / f"{name}.xlf"
        assert run("export", "nb", "harbour", "-f", name, "-o", path, "--state", "new", cwd=harbour).code == 0
        text = path.read_text(encoding="utf-8")
        text = text.replace("<segment>", note + "<segment>")
        text = text.replace("</trans-unit>", '<note from="Kari">Which mayor?</note></trans-unit>')
        path.write_text(text, encoding="utf-8")
        for _ in range(2):
            assert run("import", path, cwd=harbour).code == 0
    (said,) = Workspace(harbour).records.load_comments("nb")
    assert (said.text, said.msgid, said.by) == ("Kari: Which mayor?", THANKS, "Ola Nordmann <ola@example.org>")
    exported = run("export", "nb", "harbour", cwd=harbour).out
    assert '<note category="comment">Ola Nordmann' in exported and "Which mayor?" in exported
    assert xliff_schemas.faults(exported.encode()) == []


def test_many_drafts_confirmed_as_they_came_need_a_reason(
    harbour: Path, exported: Path, catalog_file: Path, run: Run
) -> None:
    settings = harbour / "l10n.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n[review]\nrubber_stamp = 0\n", encoding="utf-8")
    catalog = Workspace(harbour).load_catalog("nb", article_domain("harbour"))
    assert catalog is not None
    (lead,) = (message for message in catalog.live if message.msgctxt == "lead")
    sealed = catalog_file.read_text(encoding="utf-8").replace("0a3f2d2f4e0d", seal(lead))
    catalog_file.write_text(sealed, encoding="utf-8")
    text = exported.read_text(encoding="utf-8").replace('state="initial" subState="l10n:draft"', 'state="translated"')
    exported.write_text(text, encoding="utf-8")
    before = digest(harbour)
    result = run("import", exported, cwd=harbour)
    assert result.code == 2 and "1 machine draft would pass" in result.err and digest(harbour) == before
    assert run("import", exported, "--why", "Kari read them", cwd=harbour).code == 0
    assert "Kari read them" in (harbour / "catalogs" / "nb" / "reviews.jsonl").read_text(encoding="utf-8")
