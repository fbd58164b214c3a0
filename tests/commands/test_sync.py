"""`extract`, `sync` and `suggest` as people run them, with gettext's own tools as the judge of the files."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from l10n.formats.po import decode as catalog_of
from l10n.model.state import standing
from tests.conftest import Run
from tests.steps.newsroom import ARTICLES, edited

SLUG = "sleep-study"


@pytest.fixture
def newsroom(project: Path, run: Run) -> Path:
    """The project with an article in every locale, its Bokmål texts accepted by a person."""
    text = (ARTICLES / f"{SLUG}.md").read_text(encoding="utf-8")
    (project / "articles" / f"{SLUG}.md").write_text(text, encoding="utf-8")
    assert run("extract", cwd=project).code == 0
    assert run("sync", cwd=project).code == 0
    catalog = po(project)
    lines = catalog.read_text(encoding="utf-8").split("\n")
    for at, line in enumerate(lines):
        if line == 'msgstr ""' and lines[at - 1].startswith("msgid ") and lines[at - 1] != 'msgid ""':
            lines[at] = lines[at - 1].replace("msgid ", "msgstr ").replace("the", "den")
    catalog.write_text("\n".join(lines), encoding="utf-8")
    assert run("approve", "nb", SLUG, cwd=project).code == 0
    return project


def po(project: Path, locale: str = "nb") -> Path:
    return project / "catalogs" / locale / "articles" / f"{SLUG}.po"


def change(project: Path, old: str, new: str) -> None:
    path = project / "articles" / f"{SLUG}.md"
    path.write_text(edited(path.read_text(encoding="utf-8"), old, new), encoding="utf-8")


def statistics(path: Path) -> str:
    done = subprocess.run(
        ["msgfmt", "-c", "--statistics", "-o", "/dev/null", str(path)],
        capture_output=True, text=True, check=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    return done.stderr.strip()


def files(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((project / "catalogs").rglob("*")) if path.is_file()}


@pytest.mark.needs("msgfmt")
def test_every_new_catalog_is_valid_and_no_line_of_it_draws_a_warning(newsroom: Path) -> None:
    catalogs = sorted((newsroom / "catalogs").rglob("*.po"))
    assert [path.relative_to(newsroom / "catalogs").as_posix() for path in catalogs] == [
        "en/chrome.po", f"nb/articles/{SLUG}.po", f"nn/articles/{SLUG}.po", "nn/chrome.po",
    ]  # fmt: skip
    for path in catalogs:
        said = statistics(path)
        assert said.count("\n") == 0 and "warning" not in said


@pytest.mark.needs("msgcat")
def test_new_files_are_what_msgcat_writes(newsroom: Path) -> None:
    for path in (newsroom / "catalogs").rglob("*.po*"):
        done = subprocess.run(["msgcat", "--no-wrap", str(path)], capture_output=True, check=True)
        assert done.stdout == path.read_bytes()


def test_twice_is_once(newsroom: Path, run: Run) -> None:
    before = files(newsroom)
    assert run("extract", cwd=newsroom).code == 0 and run("sync", cwd=newsroom).code == 0
    assert run("extract", "--check", cwd=newsroom).code == 0 and run("sync", "--check", cwd=newsroom).code == 0
    assert files(newsroom) == before


@pytest.mark.needs("msgfmt", "msgcat")
def test_an_edited_number_is_stale_for_every_gettext_tool(newsroom: Path, run: Run) -> None:
    total = statistics(po(newsroom)).split()[0]
    before = po(newsroom).read_text(encoding="utf-8").split("\n")
    change(newsroom, "recalled 14 of 20", "recalled 15 of 20")
    run("extract", cwd=newsroom)
    result = run("sync", "nb", "--explain", cwd=newsroom)
    assert "1 number; 1 stale" in result.out and "number: “14” → “15”" in result.out
    assert statistics(po(newsroom)) == f"{int(total) - 1} translated messages, 1 fuzzy translation."
    after = po(newsroom).read_text(encoding="utf-8").split("\n")
    assert len(set(before) - set(after)) <= 3, "only the lines of that message changed"
    assert any(line.startswith("#| msgid") and "14 of 20" in line for line in after)
    subprocess.run(["msgcat", "-o", "/dev/null", str(po(newsroom))], check=True)


@pytest.mark.needs("msgmerge")
def test_msgmerge_finds_nothing_to_do_after_us_and_changes_no_state(newsroom: Path, run: Run) -> None:
    change(newsroom, "recalled 14 of 20", "recalled 15 of 20")
    change(newsroom, "before two o'clock", "before two o’clock")
    run("extract", cwd=newsroom)
    run("sync", cwd=newsroom)
    ours = catalog_of(po(newsroom).read_bytes()).catalog
    template = newsroom / "catalogs" / "templates" / "articles" / f"{SLUG}.pot"
    command = ["msgmerge", "--quiet", "--previous", "--no-wrap", str(po(newsroom)), str(template)]
    theirs = catalog_of(subprocess.run(command, capture_output=True, check=True).stdout).catalog
    assert [(m.key, m.msgstr, standing(m)) for m in theirs.messages] == [
        (m.key, m.msgstr, standing(m)) for m in ours.messages
    ]


def test_a_revert_gives_back_the_very_bytes(newsroom: Path, run: Run) -> None:
    before = po(newsroom).read_bytes()
    for old, new in (("recalled 14 of 20", "recalled 15 of 20"), ("recalled 15 of 20", "recalled 14 of 20")):
        change(newsroom, old, new)
        assert run("extract", cwd=newsroom).code == 0 and run("sync", cwd=newsroom).code == 0
    assert po(newsroom).read_bytes() == before


def test_a_review_follows_its_text_into_the_ledger(newsroom: Path, run: Run) -> None:
    change(newsroom, "before two o'clock", "before two o’clock")
    run("extract", cwd=newsroom)
    assert "1 cosmetic" in run("sync", "nb", cwd=newsroom).out
    ledger = (newsroom / "catalogs" / "nb" / "reviews.jsonl").read_text(encoding="utf-8").splitlines()
    old, new = (json.loads(line) for line in ledger if "two o" in line)
    assert new["msgid"] == old["msgid"].replace("o'clock", "o’clock") and new["seal"] != old["seal"]
    assert (new["by"], new["at"], new["state"]) == (old["by"], old["at"], "reviewed")
    assert f"l10n-seal: {new['seal']}" in po(newsroom).read_text(encoding="utf-8")


def test_check_and_dry_run_write_nothing(newsroom: Path, run: Run) -> None:
    change(newsroom, "recalled 14 of 20", "recalled 15 of 20")
    assert run("extract", "--check", cwd=newsroom).code == 1
    run("extract", cwd=newsroom)
    before = files(newsroom)
    assert run("sync", "--check", cwd=newsroom).code == 1
    assert run("sync", "--dry-run", cwd=newsroom).code == 0
    assert files(newsroom) == before
    run("sync", cwd=newsroom)
    assert run("sync", "--check", cwd=newsroom).code == 0


def test_json_says_what_happened_to_each_message(newsroom: Path, run: Run) -> None:
    change(newsroom, "We did not expect", "We did expect")
    run("extract", cwd=newsroom)
    report = json.loads(run("sync", "nb", "--article", SLUG, "--json", cwd=newsroom).out)
    (catalog,) = report["catalogs"]
    (message,) = (row for row in catalog["messages"] if row["grade"] != "none")
    assert report["schema"] == "l10n/sync/1" and report["written"] is True and catalog["counts"] == {"negation": 1}
    assert len(catalog["messages"]) == catalog["unchanged"] + 1
    assert (message["grade"], message["before"], message["after"]) == ("negation", "reviewed", "stale")
    assert "did not expect" in message["previous"][0]["msgid"]


def test_without_templates_sync_says_what_to_run(project: Path, run: Run) -> None:
    result = run("sync", cwd=project)
    assert result.code == 3
    assert "catalogs/templates/chrome.pot: there is no template yet." in result.err and "l10n extract" in result.err


def test_a_catalog_that_is_broken_is_named_and_left_alone(newsroom: Path, run: Run) -> None:
    broken = po(newsroom).read_text(encoding="utf-8") + '\nmsgid "half\n'
    po(newsroom).write_text(broken, encoding="utf-8")
    change(newsroom, "recalled 14 of 20", "recalled 15 of 20")
    run("extract", cwd=newsroom)
    result = run("sync", "nb", cwd=newsroom)
    assert result.code == 3 and f"{SLUG}.po:{broken.count(chr(10))}:" in result.err
    assert po(newsroom).read_text(encoding="utf-8") == broken


def test_a_template_whose_article_is_gone_is_named_and_kept_until_asked(newsroom: Path, run: Run) -> None:
    (newsroom / "articles" / f"{SLUG}.md").unlink()
    template = newsroom / "catalogs" / "templates" / "articles" / f"{SLUG}.pot"
    assert "its article is gone" in run("extract", cwd=newsroom).err and template.exists()
    assert "removed" in run("extract", "--prune", cwd=newsroom).err and not template.exists()
    assert po(newsroom).exists(), "a translator's work is never removed"


def test_suggest_lists_what_is_alike_and_writes_nothing(newsroom: Path, run: Run) -> None:
    change(newsroom, "## Doubts remain", "## Many doubts remain")
    run("extract", cwd=newsroom)
    run("sync", cwd=newsroom)
    before = files(newsroom)
    result = run("suggest", "nb", SLUG, "--json", cwd=newsroom)
    (message,) = json.loads(result.out)["messages"]
    assert message["msgid"] == "Many doubts remain" and message["candidates"][0]["text"] == "Doubts remain"
    assert files(newsroom) == before


def test_a_catalog_edited_by_hand_is_looked_at_again(newsroom: Path, run: Run) -> None:
    run("sync", cwd=newsroom)
    text = po(newsroom).read_text(encoding="utf-8")
    cut = text[: text.index('msgctxt "heading"')].rsplit("\n\n", 1)[0] + "\n"
    po(newsroom).write_text(cut, encoding="utf-8")
    assert run("sync", "nb", "--check", cwd=newsroom).code == 1
    assert run("sync", "nb", cwd=newsroom).code == 0 and po(newsroom).read_text(encoding="utf-8").startswith(cut)
    assert run("sync", "nb", "--check", cwd=newsroom).code == 0


def test_a_torn_cache_is_one_that_knows_nothing(newsroom: Path, run: Run) -> None:
    cache = newsroom / ".l10n" / "index"
    for torn in ('{"half', "[]", '{"catalogs/nb/chrome.po": 3}'):
        cache.write_text(torn, encoding="utf-8")
        assert run("sync", cwd=newsroom).code == 0
    cache.unlink()
    assert run("sync", "--check", cwd=newsroom).code == 0


def test_a_broken_catalog_is_reported_and_the_others_are_brought_up(run: Run, newsroom: Path) -> None:
    broken, other = po(newsroom, "nb"), po(newsroom, "nn")
    broken.write_text(broken.read_text(encoding="utf-8") + "\nmsgid unquoted\n", encoding="utf-8")
    before, line = broken.read_bytes(), broken.read_text(encoding="utf-8").count("\n")
    change(newsroom, "recalled 14 of 20", "recalled 15 of 20")
    run("extract", cwd=newsroom)
    result = run("sync", cwd=newsroom)
    assert result.code == 3
    assert f"catalogs/nb/articles/{SLUG}.po:{line}:" in result.err
    assert broken.read_bytes() == before
    assert "recalled 15 of 20" in other.read_text(encoding="utf-8")
    rows = json.loads(run("sync", "--json", cwd=newsroom).out)["catalogs"]
    assert [row["path"] for row in rows if row["fault"]] == [f"catalogs/nb/articles/{SLUG}.po"]


def test_an_article_under_another_name_keeps_its_translations_and_reviews(run: Run, newsroom: Path) -> None:
    before = catalog_of(po(newsroom).read_bytes()).catalog
    (newsroom / "articles" / f"{SLUG}.md").rename(newsroom / "articles" / "naps.md")
    run("extract", cwd=newsroom)
    result = run("sync", "nb", cwd=newsroom)
    assert f"taken over from catalogs/nb/articles/{SLUG}.po, whose article is gone" in result.out
    after = catalog_of((newsroom / "catalogs/nb/articles/naps.po").read_bytes()).catalog
    assert after.messages == before.messages
    assert after.headers["Project-Id-Version"] == "articles/naps"
    assert po(newsroom).exists()
    assert "up to date" in run("sync", "nb", cwd=newsroom).out


@pytest.mark.parametrize("command", ["sync", "draft"])
def test_where_there_is_no_text_yet_the_next_step_is_to_bring_one_in(run: Run, project: Path, command: str) -> None:
    (project / "l10n.toml").write_text('chrome_language = "nb"\n[locales.nb]\nengine = "pseudo"\n', encoding="utf-8")
    result = run(command, cwd=project)
    assert result.code == 0
    assert result.err.splitlines() == ["Nothing to translate yet.", "Next: l10n ingest FILE"]


def test_the_next_step_is_for_the_locale_and_article_that_were_named(newsroom: Path, run: Run) -> None:
    assert run("extract", cwd=newsroom).code == 0
    slug = next((newsroom / "articles").glob("*.md")).stem
    for args in (["nb"], ["nb", "-a", slug]):
        named = " ".join(args)
        assert f"Next: l10n sync {named}\n" in run("sync", *args, "--dry-run", cwd=newsroom).err
        assert f"Next: l10n draft {named}  (" in run("sync", *args, cwd=newsroom).err
        assert f"Next: l10n draft {named}\n" in run("draft", *args, "--dry-run", cwd=newsroom).err
