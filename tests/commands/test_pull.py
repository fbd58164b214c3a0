"""`l10n pull`: a pipeline gets what passes its gate, whole and unchanged, or keeps what it had."""

from __future__ import annotations

import gettext
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from l10n.formats.writers.theme import chrome_keys
from l10n.model.state import State
from tests import bundles
from tests.commands.test_build import tree
from tests.conftest import Run


@pytest.fixture
def newsroom(project: Path) -> Path:
    """English whole, Bokmål translated but for its lead, Nynorsk drafted."""
    bundles.fill(project, "en", State.REVIEWED)
    bundles.fill(project, "nb", lambda key: State.DRAFT if key.msgctxt == "lead" else State.TRANSLATED)
    bundles.fill(project, "nn", State.DRAFT)
    return project


def pull(run: Run, newsroom: Path, *arguments: object) -> tuple[int, Path, str]:
    to = newsroom.parent / "delivered"
    result = run("pull", *map(str, arguments), "--from", newsroom, "--to", to)
    return result.code, to, result.out + result.err


CATALOGS = ("--what", "catalogs")


@pytest.mark.needs("msgfmt")
def test_catalogs_that_pass(run: Run, newsroom: Path) -> None:
    code, to, out = pull(run, newsroom, "nb", *CATALOGS, "--gate", "translated=80")
    assert code == 0, out
    path = to / "nb/articles/ferries.po"
    checked = subprocess.run(
        [str(shutil.which("msgfmt")), "-c", "--statistics", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert checked.stderr.strip().endswith("16 translated messages, 1 untranslated message.")
    assert "fuzzy" not in path.read_text(encoding="utf-8")
    assert "nb: The *first*" not in path.read_text(encoding="utf-8")


def test_catalogs_that_do_not_pass_leave_the_last_good_ones(run: Run, newsroom: Path) -> None:
    _, to, _ = pull(run, newsroom, "nb", *CATALOGS, "--gate", "translated=80")
    before = tree(to)
    bundles.fill(newsroom, "nb", State.DRAFT)
    code, to, out = pull(run, newsroom, "nb", *CATALOGS, "--gate", "translated=80")
    assert code == 1
    assert "nb  articles/ferries  not delivered: 0 % of" in out
    assert tree(to) == before


def test_a_catalog_that_nobody_synced_passes_no_gate(run: Run, newsroom: Path) -> None:
    article = newsroom / "articles/ferries.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nA paragraph that is new.\n", encoding="utf-8")
    code, to, out = pull(run, newsroom, "nb", *CATALOGS, "--gate", "draft=100")
    assert code == 1, out
    assert not (to / "nb").exists()


def test_mo_lies_where_gettext_looks_for_it(run: Run, newsroom: Path) -> None:
    code, to, out = pull(run, newsroom, "en", *CATALOGS, "--format", "mo")
    assert code == 0, out
    found = gettext.translation("chrome", localedir=to, languages=["en"])
    assert found.pgettext("button", "Avvis") == "en: Avvis"


def test_json_has_the_texts_by_context(run: Run, newsroom: Path) -> None:
    code, to, out = pull(run, newsroom, "nb", *CATALOGS, "--format", "json", "--gate", "draft=100")
    assert code == 0, out
    document = json.loads((to / "nb/articles/ferries.json").read_text(encoding="utf-8"))
    assert document["messages"]["title"] == {"Ferries return to Bergen": "nb: Ferries return to Bergen"}
    assert "lead" not in document["messages"]


def test_xliff_goes_to_who_works_with_it(run: Run, newsroom: Path) -> None:
    code, to, out = pull(run, newsroom, "nb", *CATALOGS, "--format", "xliff", "--gate", "draft=100")
    assert code == 0, out
    text = (to / "nb/articles/ferries.xlf").read_text(encoding="utf-8")
    assert 'trgLang="nb"' in text
    assert "nb: Ferries return to Bergen" in text


def test_drafts_are_delivered_only_to_who_asks_and_only_as_fuzzy(run: Run, newsroom: Path) -> None:
    code, to, out = pull(run, newsroom, "nn", *CATALOGS, "--gate", "draft=100")
    assert code == 0, out
    assert (to / "nn/chrome.po").read_text(encoding="utf-8").count("#, fuzzy") == len(chrome_keys())
    code, to, out = pull(run, newsroom, "nn", *CATALOGS, "--gate", "draft=100", "--format", "mo")
    assert "drafts are left out, because .mo has no mark for them" in out
    found = gettext.translation("chrome", localedir=to, languages=["nn"])
    assert found.pgettext("button", "Avvis") == "Avvis"


def test_bundles_come_whole_with_a_manifest_of_their_own(run: Run, newsroom: Path) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    code, to, out = pull(run, newsroom, "nb", "en")
    assert code == 0, out
    built = newsroom / "dist"
    for locale in ("en", "nb"):
        assert tree(to / "ferries" / locale) == tree(built / "ferries" / locale)
    listed = {file["path"] for file in json.loads((to / "manifest.json").read_text(encoding="utf-8"))["files"]}
    assert listed == set(tree(to)) - {"manifest.json"}
    code, _, out = pull(run, newsroom, "nb", "en")
    assert "0 files changed" in out


def test_a_bundle_below_the_gate_is_not_delivered_and_the_last_good_one_stays(run: Run, newsroom: Path) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    pull(run, newsroom, "nb")
    before = tree(newsroom.parent / "delivered")
    code, to, out = pull(run, newsroom, "nb", "--gate", "reviewed=100")
    assert code == 1
    assert "not delivered" in out
    code, to, out = pull(run, newsroom, "nn")
    assert code == 1
    assert "not built" in out
    assert tree(to) == before


def test_a_catalog_may_have_the_name_that_a_framework_wants(run: Run, newsroom: Path) -> None:
    wanted = (*CATALOGS, "--format", "mo", "--domain", "ferries", "--gate", "translated=80")
    for _ in range(2):
        code, to, out = pull(run, newsroom, "nb", *wanted, "--as", "django")
        assert code == 0, out
    assert set(tree(to)) == {"manifest.json", "nb/LC_MESSAGES/django.mo"}
    assert "0 files changed" in out


@pytest.mark.parametrize("name", ["", "../x", "/etc/x", "a/b", ".hidden"])
def test_a_catalogs_name_leads_nowhere(run: Run, newsroom: Path, name: str) -> None:
    code, to, out = pull(run, newsroom, "nb", *CATALOGS, "--domain", "ferries", "--as", name)
    assert (code, "--as takes the name of a catalog" in out) == (2, True)
    assert not to.exists()


def test_two_catalogs_cannot_have_one_name(run: Run, newsroom: Path) -> None:
    code, to, out = pull(run, newsroom, "en", "nb", "nn", *CATALOGS, "--as", "django")
    assert (code, "--domain chrome" in out) == (2, True)
    assert not to.exists()


def test_content_for_site_generators_is_a_folder_a_locale(run: Run, newsroom: Path) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    code, to, out = pull(run, newsroom, "nb", "en", "--what", "content")
    assert code == 0, out
    assert set(tree(to)) == {"manifest.json", "en/ferries/index.md", "nb/ferries/index.md"}
    built = newsroom / "dist/ferries/nb/article.md"
    assert (to / "nb/ferries/index.md").read_bytes() == built.read_bytes()
    code, _, out = pull(run, newsroom, "nb", "en", "--what", "content")
    assert "0 files changed" in out
    before = tree(to)
    code, _, out = pull(run, newsroom, "nn", "--what", "content")
    assert (code, "not built" in out) == (1, True)
    assert tree(to) == before


def test_content_beside_other_content_leaves_it_alone(run: Run, newsroom: Path) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    about = newsroom.parent / "delivered/nb/about.md"
    about.parent.mkdir(parents=True)
    about.write_text("Om oss", encoding="utf-8")
    for _ in range(2):
        code, to, out = pull(run, newsroom, "nb", "--what", "content")
        assert code == 0, out
    assert set(tree(to)) == {"manifest.json", "nb/about.md", "nb/ferries/index.md"}


def test_a_build_without_markdown_is_said_in_a_sentence(run: Run, newsroom: Path) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    manifest = newsroom / "dist/manifest.json"
    document = json.loads(manifest.read_text(encoding="utf-8"))
    document["files"] = [file for file in document["files"] if not file["path"].endswith(".md")]
    manifest.write_text(json.dumps(document), encoding="utf-8")
    code, to, out = pull(run, newsroom, "nb", "--what", "content")
    assert (code, "does not list ferries/nb/article.md" in out, "l10n build" in out) == (3, True, True)
    assert not to.exists()


@pytest.mark.parametrize("harm", ["change", "cut", "remove"])
def test_a_file_that_is_not_what_the_manifest_promises_stops_everything(run: Run, newsroom: Path, harm: str) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    pull(run, newsroom, "nb")
    before = tree(newsroom.parent / "delivered")
    bundles.fill(newsroom, "nb", State.REVIEWED)
    run("build", "--gate", "translated=80", cwd=newsroom)
    page = newsroom / "dist/ferries/nb/index.html"
    data = page.read_bytes()
    if harm == "change":
        page.write_bytes(data.replace(b"Bergen", b"Bodoe!"))
    elif harm == "cut":
        page.write_bytes(data[:1000])
    else:
        page.unlink()
    code, to, out = pull(run, newsroom, "nb", "en")
    assert code == 3
    assert "ferries/nb/index.html" in out
    assert tree(to) == before


@pytest.mark.parametrize("path", ["../../evil.html", "/etc/evil.html", "ferries/nb/../../../evil.html"])
def test_a_manifest_cannot_make_it_write_elsewhere(run: Run, newsroom: Path, path: str) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    manifest = newsroom / "dist/manifest.json"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace('"ferries/nb/index.html"', json.dumps(path)), encoding="utf-8")
    code, to, out = pull(run, newsroom, "nb")
    assert code == 3
    assert "could lead out of its folder" in out
    assert not to.exists()
    assert not (newsroom.parent / "evil.html").exists()


def test_a_link_in_the_delivery_is_not_followed(run: Run, newsroom: Path, tmp_path: Path) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    to = newsroom.parent / "delivered"
    to.mkdir()
    (to / "ferries").symlink_to(elsewhere)
    code, _, _ = pull(run, newsroom, "nb")
    assert code == 3
    assert list(elsewhere.iterdir()) == []


def test_what_is_not_there_is_said_in_a_sentence(run: Run, newsroom: Path) -> None:
    code, _, out = pull(run, newsroom, "nb")
    assert (code, "l10n -C" in out) == (3, True)
    run("build", cwd=newsroom)
    assert pull(run, newsroom, "sv")[0] == 2
    assert pull(run, newsroom / "dist", "nb", *CATALOGS)[0] == 3
    assert pull(run, newsroom / "nowhere", "nb")[0] == 2


@pytest.mark.parametrize("place", ["", "catalogs", "catalogs/nb", "articles", "articles/new", "..", ".git", "link"])
def test_a_delivery_never_lands_among_the_sources(run: Run, newsroom: Path, place: str) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    (newsroom / "link").symlink_to("catalogs")
    before = tree(newsroom)
    for what in (CATALOGS, ()):
        result = run("pull", "nb", *what, "--gate", "translated=80", "--to", newsroom / place, cwd=newsroom)
        assert result.code == 2
        assert "Cannot write to" in result.err
    assert tree(newsroom) == before


@pytest.mark.parametrize("form", ["po", "mo"])
def test_a_file_that_no_delivery_wrote_is_never_replaced(run: Run, newsroom: Path, form: str) -> None:
    to = newsroom.parent / "delivered"
    mine = to / ("nb/LC_MESSAGES/articles/ferries.mo" if form == "mo" else "nb/articles/ferries.po")
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    code, _, out = pull(run, newsroom, "nb", *CATALOGS, "--format", form, "--gate", "translated=80")
    assert code == 5
    assert f"{mine} was not written by l10n" in out
    assert tree(to) == {str(mine.relative_to(to)): b"mine"}


def test_catalogs_and_bundles_share_a_folder(run: Run, newsroom: Path) -> None:
    run("build", "--gate", "translated=80", cwd=newsroom)
    for _ in range(2):
        assert pull(run, newsroom, "nb", *CATALOGS, "--gate", "translated=80")[0] == 0
        code, to, out = pull(run, newsroom, "nb")
        assert code == 0, out
    assert {"nb/articles/ferries.po", "ferries/nb/index.html"} <= set(tree(to))


def test_the_hint_to_build_works_as_typed(run: Run, newsroom: Path, tmp_path: Path) -> None:
    told = run("-C", newsroom, "pull", "nb", "--to", tmp_path / "x", cwd=tmp_path)
    hint = f"l10n -C {newsroom} build"
    assert told.code == 3
    assert hint in told.err
    run(*hint.split()[1:], "--gate", "translated=80", cwd=tmp_path)
    assert run("-C", newsroom, "pull", "nb", "--to", tmp_path / "x", cwd=tmp_path).code == 0


def test_a_format_is_for_catalogs_alone(run: Run, newsroom: Path) -> None:
    code, to, out = pull(run, newsroom, "nb", "--what", "bundles", "--format", "mo")
    assert code == 2
    assert "--format is for catalogs" in out
    assert not to.exists()


def test_json_says_what_was_delivered(run: Run, newsroom: Path) -> None:
    result = run("pull", "nb", "--from", newsroom, "--to", newsroom.parent / "x", *CATALOGS, "--json")
    document = json.loads(result.out)
    assert document["schema"] == "l10n/pull/1"
    assert document["items"][0] | {"reason": ""} == {
        "locale": "nb", "name": "articles/ferries", "delivered": False, "reason": "", "files": [],
    }  # fmt: skip
    assert result.code == 1
