"""`l10n build`: what may go out does, what may not leaves nothing behind, and each verdict has its reason."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.model.message import MessageKey
from l10n.model.state import State
from l10n.workspace.dist import Dist
from tests import bundles
from tests.conftest import Run


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def ready(project: Path) -> Path:
    """English and Bokmål whole, Nynorsk drafted."""
    bundles.fill(project, "en", State.REVIEWED)
    bundles.fill(project, "nb", State.TRANSLATED)
    bundles.fill(project, "nn", State.DRAFT)
    return project


def test_verdicts_pages_and_exit_code(run: Run, project: Path) -> None:
    result = run("build", cwd=ready(project))
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[0].startswith("en  ferries  goes out: 100 % of ")
    assert lines[1] == "    dist/ferries/en/index.html"
    assert lines[2].startswith("nb  ferries  goes out: 100 % of ")
    assert lines[4] == (
        "nn  ferries  held back: 0 % of 101 words, 67 of the article and 34 of the chrome around it, "
        "are translated or better (gate: translated 100 %); nothing written"
    )
    assert (project / "dist/ferries/nb/index.html").is_file()
    assert not (project / "dist/ferries/nn").exists()
    assert "l10n status nn" in result.err


def test_options_overrule_the_settings(run: Run, project: Path) -> None:
    ready(project)
    assert run("build", "-l", "nn", "--gate", "draft=100", cwd=project).code == 0
    assert 'data-state="draft"' in (project / "dist/ferries/nn/index.html").read_text(encoding="utf-8")
    assert run("build", "-l", "nb", "--gate", "reviewed=100", cwd=project).code == 1
    assert run("build", "-l", "nb", "--gate", "reviewed=0", "--fallback", "fail", cwd=project).code == 1
    assert run("build", "-l", "no", "--gate", "reviewed=0", cwd=project).code == 0
    assert 'lang="en"' in (project / "dist/ferries/nb/index.html").read_text(encoding="utf-8")


def test_a_fallback_that_fails_says_how_much_would_fall_back(run: Run, project: Path) -> None:
    ready(project)
    bundles.fill(project, "nb", lambda key: State.NEW if key.msgctxt in ("title", "list item") else State.TRANSLATED)
    result = run("build", "-l", "nb", "--gate", "translated=50", "--fallback", "fail", cwd=project)
    assert result.code == 1
    assert "or better, and 3 texts would fall back (gate: translated 50 %, fallback: fail)" in result.out


def test_the_front_page_labels_headlines_that_a_machine_wrote(run: Run, project: Path) -> None:
    ready(project)
    run("build", "--gate", "draft=100", cwd=project)
    for _ in range(2):
        front = (project / "dist/index.html").read_text(encoding="utf-8")
        label = '<span class="mark"><span aria-hidden="true">◇</span> <span class="unseen" lang="nb">(Maskinoversatt)'
        assert f'<span lang="nn" data-state="draft">nn: Ferries return to Bergen{label}' in front
        assert front.count(label) == 1
        assert '<p class="legend" lang="nb">' in front
        run("build", "-l", "en", cwd=project)  # the page that stays is still known to be a draft
    run("build", cwd=project)
    assert "◇" not in (project / "dist/index.html").read_text(encoding="utf-8")


def test_a_page_that_is_held_back_later_is_taken_away_and_no_menu_leads_to_it(run: Run, project: Path) -> None:
    ready(project)
    run("build", "--gate", "draft=100", cwd=project)
    assert "../nn/index.html" in (project / "dist/ferries/nb/index.html").read_text(encoding="utf-8")
    assert run("build", cwd=project).code == 1
    assert not (project / "dist/ferries/nn").exists()
    assert "../nn/index.html" not in (project / "dist/ferries/nb/index.html").read_text(encoding="utf-8")
    assert "ferries/nn" not in (project / "dist/index.html").read_text(encoding="utf-8")


def test_what_a_build_keeps_for_itself_is_no_matter_of_git(run: Run, project: Path) -> None:
    ready(project)
    shutil.rmtree(project / ".l10n", ignore_errors=True)
    run("build", cwd=project)
    assert (project / ".l10n/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_building_twice_changes_no_byte(run: Run, project: Path) -> None:
    run("build", cwd=ready(project))
    before = {p: p.stat().st_mtime_ns for p in (project / "dist").rglob("*")}
    again = run("build", "--json", cwd=project)
    assert {p: p.stat().st_mtime_ns for p in (project / "dist").rglob("*")} == before
    assert json.loads(again.out)["changed"] == []


def test_two_machines_build_the_same_bytes(project: Path, tmp_path: Path) -> None:
    ready(project)
    places = {
        "one": {"TZ": "Asia/Tokyo", "LANG": "nb_NO.UTF-8", "PYTHONHASHSEED": "1"},
        "two": {"TZ": "America/New_York", "LANG": "C", "PYTHONHASHSEED": "2"},
    }
    for name, environment in places.items():
        program = "from l10n.commands import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", program, "-C", str(project), "build", "--out", str(tmp_path / name)],
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr.decode()
    assert "ferries/nb/index.html" in tree(tmp_path / "one")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_manifest_answers_for_every_file(run: Run, project: Path) -> None:
    run("build", cwd=ready(project))
    manifest = json.loads((project / "dist/manifest.json").read_text(encoding="utf-8"))
    files = {path: data for path, data in tree(project / "dist").items() if path != "manifest.json"}
    assert {f["path"]: (f["sha256"], f["size"]) for f in manifest["files"]} == {
        path: (hashlib.sha256(data).hexdigest(), len(data)) for path, data in files.items()
    }
    assert {
        "locale/en/LC_MESSAGES/chrome.mo",
        "chrome/nn.i18next.json",
        "index.html",
        "ferries/en/provenance.json",
    } <= set(files)
    assert [(b["locale"], b["published"]) for b in manifest["bundles"]] == [("en", True), ("nb", True), ("nn", False)]


def test_one_locale_alone_keeps_the_others(run: Run, project: Path) -> None:
    run("build", cwd=ready(project))
    before = tree(project / "dist")
    assert run("build", "--locale", "nb", cwd=project).code == 0
    assert tree(project / "dist") == before


def test_one_locale_alone_says_when_the_other_pages_do_not_know_it_yet(run: Run, project: Path) -> None:
    run("build", cwd=ready(project))
    alone = run("build", "-l", "nn", "--gate", "draft=100", cwd=project)
    assert "Next: l10n build  (the menus of pages that this run left alone are behind)" in alone.err
    assert "menus" not in run("build", "-l", "nn", "--gate", "draft=100", cwd=project).err


def test_an_article_that_is_gone_leaves_nothing_behind(run: Run, project: Path) -> None:
    ready(project)
    (project / "articles/other.md").write_text("# Other\n\nText.\n", encoding="utf-8")
    run("build", cwd=project)
    assert (project / "dist/other/en").is_dir()
    (project / "articles/other.md").unlink()
    (project / "dist/keep.txt").write_text("mine", encoding="utf-8")
    run("build", cwd=project)
    assert not (project / "dist/other").exists()
    assert (project / "dist/keep.txt").read_text(encoding="utf-8") == "mine"


def test_provenance_tells_of_every_text(run: Run, project: Path) -> None:
    ready(project)
    run("build", "--gate", "draft=100", cwd=project)
    told = json.loads((project / "dist/ferries/nn/provenance.json").read_text(encoding="utf-8"))
    by_role = {message["role"]: message for message in told["messages"]}
    title = by_role["title"]
    assert title["text"] == "nn: Ferries return to Bergen"
    assert (title["state"], title["stands_as"], title["fallback"]) == ("draft", "draft", None)
    assert (title["origin"], title["by"]) == ("apertium nob-nno 1.5.0", None)
    assert (by_role["cookie text"]["state"], by_role["cookie text"]["fallback"]) == ("draft", "source")
    assert by_role["cookie text"]["lang"] == "nb"
    english = json.loads((project / "dist/ferries/en/provenance.json").read_text(encoding="utf-8"))
    assert {m["state"] for m in english["messages"] if m["domain"] == "articles/ferries"} == {"source"}
    reviewed = next(m for m in english["messages"] if m["role"] == "cookie text")
    assert (reviewed["state"], reviewed["by"], reviewed["at"]) == ("reviewed", str(bundles.WHO), "2026-01-05T10:11Z")


def test_article_json_has_what_stands_and_in_which_language(run: Run, project: Path) -> None:
    bundles.fill(project, "nb", lambda key: State.NEW if key.msgctxt == "lead" else State.TRANSLATED)
    run("build", "-l", "nb", "--gate", "translated=50", cwd=project)
    article = json.loads((project / "dist/ferries/nb/article.json").read_text(encoding="utf-8"))
    assert article["title"] == {"text": "nb: Ferries return to Bergen"}
    assert article["lead"] == {"text": "The *first* ferries left Bergen on Monday.", "lang": "en"}
    assert "## nb: What happens next" in article["body"]
    assert article["cards"][0]["badges"] == [{"id": "ai-image", "text": "Bilde generert av AI"}]
    assert "headline" not in article["cards"][1]


def test_a_translation_with_a_broken_seal_is_not_reviewed(run: Run, project: Path) -> None:
    bundles.fill(project, "en", State.REVIEWED)
    path = project / "catalogs/en/chrome.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"en: Avvis"', '"Dismiss"'), encoding="utf-8")
    result = run("build", "-l", "en", "--gate", "reviewed=100", cwd=project)
    assert result.code == 1
    assert "held back: 99" in result.out


def test_json_says_what_the_text_says(run: Run, project: Path) -> None:
    document = json.loads(run("build", "--json", cwd=ready(project)).out)
    assert document["schema"] == "l10n/build/1"
    nn = document["bundles"][2]
    assert (nn["locale"], nn["published"], nn["page"], list(nn["words"])) == ("nn", False, None, ["draft"])


def test_what_cannot_be_built_is_said_in_a_sentence(run: Run, project: Path) -> None:
    assert run("build", cwd=project).code == 2
    ready(project)
    for arguments, code in (
        (("--gate", "fuzzy=3"), 2),
        (("--gate", "reviewed=101"), 2),
        (("--gate", "reviewed=x"), 2),
        (("--locale", "sv"), 2),
        (("--article", "../x"), 2),
        (("--fallback", "nothing"), 2),
        (("--partial-locale", "some"), 2),
    ):
        result = run("build", *arguments, cwd=project)
        assert result.code == code, arguments
        assert "Traceback" not in result.err
        assert not (project / "dist").exists()


def test_another_programs_manifest_is_left_alone(run: Run, project: Path) -> None:
    ready(project)
    other = project / "site/manifest.json"
    other.parent.mkdir()
    other.write_text('{"name": "Havneavisen"}', encoding="utf-8")
    result = run("build", "--out", project / "site", cwd=project)
    assert result.code == 3
    assert "is not a manifest of l10n" in result.err
    assert tree(project / "site") == {"manifest.json": b'{"name": "Havneavisen"}'}


@pytest.mark.parametrize("place", [".", "articles", "catalogs/nb", ".git", ".git/x", "other", "link"])
def test_a_build_never_lands_among_the_sources(run: Run, project: Path, place: str) -> None:
    ready(project)
    (project / "other").mkdir()
    (project / "other/l10n.toml").touch()
    (project / "link").symlink_to("catalogs")
    before = tree(project)
    result = run("build", "--out", place, cwd=project)
    assert result.code == 2
    assert f"Cannot write to {place}: " in result.err
    assert tree(project) == before


def test_a_file_that_no_build_wrote_is_never_replaced(run: Run, project: Path) -> None:
    ready(project)
    mine = project / "dist/index.html"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    result = run("build", cwd=project)
    assert result.code == 5
    assert "dist/index.html was not written by l10n" in result.err
    assert tree(project / "dist") == {"index.html": b"mine"}


def test_what_a_killed_build_wrote_is_not_taken_for_somebody_elses(run: Run, project: Path) -> None:
    ready(project)
    run("build", cwd=project)
    dist = project / "dist"
    # all files are in their places but the manifest, which is the last
    (dist / ".new/files").mkdir(parents=True)
    (dist / ".new/ours").write_text("\n".join(tree(dist).keys() - {"manifest.json"}), encoding="utf-8")
    (dist / "manifest.json").rename(dist / ".new/files/manifest.json")
    path = project / "articles/ferries.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Monday", "Tuesday"), encoding="utf-8")
    assert run("build", "-l", "en", cwd=project).code == 0
    assert "Tuesday" in (dist / "ferries/en/index.html").read_text(encoding="utf-8")


def test_a_file_where_the_folder_should_be_is_left_alone(run: Run, project: Path) -> None:
    ready(project)
    (project / "site").write_text("mine", encoding="utf-8")
    result = run("build", "--out", project / "site", cwd=project)
    assert result.code == 3
    assert "Traceback" not in result.err
    assert (project / "site").read_text(encoding="utf-8") == "mine"


def test_two_builds_at_once_do_not_mix(run: Run, project: Path) -> None:
    ready(project)
    with Dist(project / "dist").lock():
        result = run("build", cwd=project)
    assert result.code == 5
    assert tree(project / "dist") == {}


def test_a_full_disk_leaves_every_file_as_it_was(run: Run, project: Path) -> None:
    ready(project)
    assert run("build", "--gate", "draft=100", cwd=project).code == 0
    before = tree(project / "dist")
    bundles.fill(project, "nn", State.TRANSLATED)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    # the kernel refuses to let a file grow as large as a page is; the smaller files before it are written
    assert len(before["ferries/nn/article.json"]) < 8000 < len(before["ferries/nn/index.html"])
    resource.setrlimit(resource.RLIMIT_FSIZE, (8000, limit[1]))
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        result = run("build", "--gate", "draft=100", cwd=project)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, old)
    assert result.code == 3
    assert "Cannot write" in result.err
    assert tree(project / "dist") == before


def test_a_folder_that_leads_elsewhere_is_not_followed(run: Run, project: Path, tmp_path: Path) -> None:
    ready(project)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / "dist").mkdir()
    (project / "dist/ferries").symlink_to(elsewhere)
    assert run("build", cwd=project).code == 3
    assert list(elsewhere.iterdir()) == []


def test_a_catalog_with_a_fault_stops_the_build_before_it_writes(run: Run, project: Path) -> None:
    ready(project)
    path = project / "catalogs/nb/articles/ferries.po"
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "torn\n', encoding="utf-8")
    result = run("build", cwd=project)
    assert result.code == 3
    assert "catalogs/nb/articles/ferries.po:" in result.err
    assert tree(project / "dist") == {}


def test_a_hostile_catalog_writes_only_where_it_should(run: Run, project: Path) -> None:
    bundles.fill(project, "nb", State.TRANSLATED)
    key = MessageKey("title", bundles.article.title)
    path = project / "catalogs/nb/articles/ferries.po"
    hostile = path.read_text(encoding="utf-8").replace(f'"nb: {key.msgid}"', '"</title><script>alert(1)</script>"')
    path.write_text(hostile, encoding="utf-8")
    run("build", "-l", "nb", cwd=project)
    for name in ("dist/ferries/nb/index.html", "dist/index.html"):
        assert "<script>alert" not in (project / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_badge_without_words_is_named(run: Run, project: Path, command: str) -> None:
    ready(project)
    path = project / "articles/ferries.md"
    path.write_text(bundles.ARTICLE.replace("- ai-image", "- ai-imgae"), encoding="utf-8")
    result = run(command, cwd=project)
    assert result.code == 3
    assert "articles/ferries.md: nobody has words for the badge 'ai-imgae'" in result.err


@pytest.mark.parametrize("command", ["build", "extract"])
def test_an_article_in_a_folder_is_not_passed_over_in_silence(run: Run, project: Path, command: str) -> None:
    ready(project)
    (project / "articles/sub").mkdir()
    (project / "articles/sub/x.md").write_text("# X\n", encoding="utf-8")
    assert "articles/sub/x.md: not read" in run(command, cwd=project).err


def test_a_picture_without_a_description_adorns_the_page(run: Run, project: Path) -> None:
    (project / "articles/ferries.md").write_text('---\ntitle: T\nimages: [{alt: ""}]\n---\n', encoding="utf-8")
    assert run("build", "-l", "en", "--gate", "translated=0", cwd=project).code == 0
    page = (project / "dist/ferries/en/index.html").read_text(encoding="utf-8")
    assert '<div class="plate bare" aria-hidden="true">' in page
    assert 'role="img"' not in page
