"""`l10n check`, as a translator and as a pipeline meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture
def catalog(harbour: Path) -> Path:
    return harbour / "catalogs" / "nb" / "articles" / "harbour.po"


def edit(catalog: Path, old: str, new: str) -> None:
    text = catalog.read_text(encoding="utf-8")
    assert old in text
    catalog.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_catalog_passes_and_names_the_next_step(run: Run, harbour: Path) -> None:
    done = run("check", cwd=harbour)
    assert (done.code, done.out) == (0, "")
    assert "1 catalog: 0 errors, 0 warnings" in done.err
    assert "l10n build" in done.err


@pytest.mark.parametrize("words", [["nb", "harbour"], ["harbour"], ["nb", "articles/harbour"], ["nb", "-a", "harbour"]])
def test_locale_and_article_are_named_as_elsewhere(run: Run, harbour: Path, words: list[str]) -> None:
    done = run("check", *words, cwd=harbour)
    assert (done.code, done.out) == (0, "")
    assert "1 catalog: 0 errors, 0 warnings" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [(["sv"], "The project has no locale 'sv'."), (["nb", "harbor"], "There is no article 'harbor'.")],
)
def test_a_word_that_names_nothing_is_a_slip(run: Run, harbour: Path, words: list[str], said: str) -> None:
    done = run("check", *words, cwd=harbour)
    assert done.code == 2
    assert said in done.err


def test_an_error_in_a_translated_text_fails_the_run(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "To ferger gikk klokken tolv.", "To ferger og 3 tog gikk klokken 15.45.")
    edit(catalog, "Two ferries left at noon.", "Two ferries left at 3:30 p.m.")
    done = run("check", "nb", cwd=harbour)
    assert done.code == 1
    assert "catalogs/nb/articles/harbour.po" in done.out
    assert "The source says “3:30 p.m”, the translation “15.45”." in done.out
    assert "Two ferries left" in done.out


def test_a_draft_with_a_fault_is_shown_but_fails_nothing(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "Havnen i Bergen åpnet mandag.", "The harbour of Bergen opened on Monday.")
    done = run("check", cwd=harbour)
    assert done.code == 0
    assert "(draft)" in done.out
    assert "1 more in drafts" in done.err


def test_json_names_every_finding_with_its_place(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "Havnen åpner etter uværet", "Havnen åpner etter uværet.")
    done = run("check", "--json", cwd=harbour)
    report = json.loads(done.out)
    assert report["schema"] == "l10n/check/1"
    (finding,) = report["findings"]
    assert (finding["check"], finding["context"], finding["span"]) == ("ends", "title", [25, 26])
    assert finding["path"] == "catalogs/nb/articles/harbour.po"


def test_a_warning_fails_the_run_only_where_asked_for(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "Havnen åpner etter uværet", "Havnen åpner etter uværet.")
    assert run("check", cwd=harbour).code == 0
    assert run("check", "--strict", cwd=harbour).code == 1


def test_only_the_named_checks_run(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "Havnen åpner etter uværet", "Havnen åpner etter uværet 47.")
    both = run("check", cwd=harbour).out
    one = run("check", "--check", "ends", cwd=harbour).out
    assert "numbers" in both
    assert "ends" in one
    assert "numbers" not in one


def test_settings_switch_a_check_off(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "Havnen åpner etter uværet", "Havnen åpner etter uværet.")
    edit(harbour / "l10n.toml", 'chrome_language = "nb"', 'chrome_language = "nb"\nchecks = { off = ["ends"] }')
    assert run("check", cwd=harbour).out == ""


@pytest.mark.parametrize(("how", "code"), [("option", 2), ("settings", 3)])
def test_an_unknown_check_is_named_and_so_are_the_known_ones(run: Run, harbour: Path, how: str, code: int) -> None:
    if how == "settings":
        edit(harbour / "l10n.toml", 'chrome_language = "nb"', 'chrome_language = "nb"\nchecks = { off = ["nombers"] }')
    done = run("check", *(["--check", "nombers"] if how == "option" else []), cwd=harbour)
    assert done.code == code
    assert "nombers" in done.err
    assert "numbers, names" in done.err


def test_a_broken_catalog_is_named_with_its_line_and_the_others_are_checked(
    run: Run, harbour: Path, catalog: Path
) -> None:
    nynorsk = harbour / "catalogs" / "nn" / "articles" / "harbour.po"
    nynorsk.parent.mkdir(parents=True)
    nynorsk.write_text('msgid "Two ferries"\nmsgstr "To ferjer\n', encoding="utf-8")
    edit(catalog, "Havnen åpner etter uværet", "Havnen åpner etter uværet.")
    done = run("check", cwd=harbour)
    assert done.code == 3
    assert "catalogs/nn/articles/harbour.po:2" in done.err
    assert "ends" in done.out
    assert nynorsk.read_text(encoding="utf-8").endswith('"To ferjer\n')


def test_escape_codes_in_a_catalog_do_not_reach_the_terminal(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "Two ferries left at noon.", "Two \x1b[2J ferries left at 9 p.m.")
    done = run("check", cwd=harbour)
    assert "\x1b" not in done.out
    assert "9 p.m" in done.out


def test_the_reviews_that_are_always_looked_at_are_explained_as_checks_are(run: Run, tmp_path: Path) -> None:
    done = run("check", "--explain", "signature", cwd=tmp_path)
    assert done.code == 0 and done.out.startswith("# signature\n") and "cannot be switched off" in done.out
    assert "signature      A review counts only" in run("check", "--list", cwd=tmp_path).out


def test_the_list_of_checks_says_what_each_looks_for(run: Run, tmp_path: Path) -> None:
    done = run("check", "--list", cwd=tmp_path)
    assert done.code == 0
    assert len(done.out.splitlines()) >= 10
    assert "ai-label" in done.out


def test_an_unknown_locale_or_article_is_a_usage_error(run: Run, harbour: Path) -> None:
    assert run("check", "fr", cwd=harbour).code == 2
    assert run("check", "--article", "nowhere", cwd=harbour).code == 2


def test_the_project_decides_how_grave_a_check_is(run: Run, harbour: Path, catalog: Path) -> None:
    edit(catalog, "To ferger gikk klokken tolv.", "To ferger og 3 tog gikk klokken 15.45.")
    edit(catalog, "Two ferries left at noon.", "Two ferries left at 3:30 p.m.")
    assert run("check", cwd=harbour).code == 1
    table = 'chrome_language = "nb"\nchecks = { severity = { numbers = "hint" } }'
    edit(harbour / "l10n.toml", 'chrome_language = "nb"', table)
    done = run("check", "--hints", cwd=harbour)
    assert done.code == 0
    assert "hint" in done.out


@pytest.mark.parametrize(
    ("table", "said"), [('severity = { numbers = "grave" }', "grave"), ('severity = { nombers = "hint" }', "nombers")]
)
def test_a_severity_that_is_none_is_a_fault_of_the_settings(run: Run, harbour: Path, table: str, said: str) -> None:
    edit(harbour / "l10n.toml", 'chrome_language = "nb"', f'chrome_language = "nb"\nchecks = {{ {table} }}')
    done = run("check", cwd=harbour)
    assert done.code == 3
    assert said in done.err


def test_a_catalog_without_its_article_is_looked_at_all_the_same(run: Run, project: Path) -> None:
    catalog = project / "catalogs/nb/articles/bare.po"
    catalog.parent.mkdir(parents=True)
    entry = 'msgctxt "lead"\nmsgid "Prices rose by 4 percent in May."\nmsgstr "Prisene steg med 5 prosent i mai."\n'
    header = 'msgid ""\nmsgstr ""\n"Language: nb\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalog.write_text(header + entry, encoding="utf-8")
    for more in ((), ("--article", "bare")):
        result = run("check", "nb", *more, cwd=project)
        assert (result.code, "bare.po" in result.out, "numbers" in result.out) == (1, True, True), result.err


def test_a_misspelt_check_is_told_with_the_one_that_is_like_it(run: Run, harbour: Path) -> None:
    done = run("check", "nb", "--check", "nubmers", cwd=harbour)
    assert (done.code, "Did you mean 'numbers'? Known: " in done.err) == (2, True)
    done = run("build", "--article", "harbor", cwd=harbour)
    assert (done.code, "Did you mean 'harbour'? The project has: " in done.err) == (2, True)


def test_a_fix_is_shown_before_it_is_written_and_promised_only_where_it_is_made(
    run: Run, harbour: Path, catalog: Path
) -> None:
    edit(catalog, "To ferger gikk klokken tolv.", "To ferger gikk  klokken tolv .")
    before = catalog.read_text(encoding="utf-8")
    assert "can be mended for certain: l10n check --fix" in run("check", cwd=harbour).err
    done = run("check", "--fix", cwd=harbour)
    assert done.code == 1 and "1 text can be mended; nothing is written yet." in done.err
    assert catalog.read_text(encoding="utf-8") == before
    assert run("check", "--fix", "--write", cwd=harbour).code == 0
    assert '"To ferger gikk klokken tolv."' in catalog.read_text(encoding="utf-8")
    # a stale text waits for a person anyway, and is left alone
    edit(catalog, "To ferger gikk klokken tolv.", "To ferger gikk  klokken tolv .")
    edit(catalog, 'msgid "Two ferries left at noon."', 'msgid "Three ferries left at noon."')
    edit(catalog, 'msgctxt "paragraph"\nmsgid "Three', '#, fuzzy\n#| msgid "Two"\nmsgctxt "paragraph"\nmsgid "Three')
    assert "(stale)" in (told := run("check", cwd=harbour)).out and "--fix" not in told.err
    assert "Nothing can be mended for certain." in run("check", "--fix", cwd=harbour).err
