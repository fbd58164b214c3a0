"""docs/how-to/continuous-integration.md and the recipes it names: hooks, make, and the steps of two forges."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.docs.typed import ROOT, blocks, shell, type_section

GITHUB = yaml.safe_load((ROOT / "docs/ci/github-l10n.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "docs/ci/gitlab-l10n.yml").read_text(encoding="utf-8"))
PAGE = "continuous-integration.md"


def commit(folder: Path) -> None:
    who = "-c user.name=Kari -c user.email=kari@example.org"
    done = shell(f"git init --quiet && git add --all && git {who} commit --quiet --no-verify -m one", folder)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def newsroom(app: Path) -> Path:
    """The project, in git."""
    folder = app.parent / "newsroom"
    (folder / ".gitignore").write_text("dist/\n.l10n/\nl10n.zip\n", encoding="utf-8")
    commit(folder)
    return folder


@pytest.fixture
def hooked(newsroom: Path, tmp_path: Path) -> Path:
    """The same with the page's hooks, which come from a repository on this machine."""
    (tmp_path / "hooks").mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", tmp_path / "hooks")
    commit(tmp_path / "hooks")
    revision = shell("git rev-parse HEAD", tmp_path / "hooks").stdout.strip()
    config = next(text for language, text in blocks(PAGE, "Before each commit") if language == "yaml")
    address = "https://git.example.org/your-team/l10n"
    assert f"{address}\n    rev: v0.1.0\n" in config
    local = config.replace(address, str(tmp_path / "hooks")).replace("v0.1.0", revision)
    (newsroom / ".pre-commit-config.yaml").write_text(local, encoding="utf-8")
    shell("git add .", newsroom)
    return newsroom


def run_hooks(folder: Path) -> tuple[int, dict[str, str], str]:
    """Exit code, outcomes by hook, and all that was said."""
    done = shell("pre-commit run --all-files", folder, PRE_COMMIT_HOME=str(folder.parent / "home"))
    outcomes = {line.partition("...")[0]: line.rpartition(".")[2] for line in done.stdout.split("\n") if "..." in line}
    return done.returncode, outcomes, done.stdout + done.stderr


@pytest.mark.needs("git")
def test_the_hooks_pass_and_fail_by_name(hooked: Path) -> None:
    code, outcomes, said = run_hooks(hooked)
    assert code == 0, said
    assert list(outcomes.values()) == ["Passed"] * 4
    article = hooked / "articles/tokyo-forum.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more paragraph.\n", encoding="utf-8")
    catalog = hooked / "catalogs/nb/articles/tokyo-forum.po"
    text = catalog.read_text(encoding="utf-8")
    assert "15. desember" in text
    broken = text.replace("15. desember", "16. desember").replace('msgid ""\n', '\n\nmsgid ""\n', 1)
    catalog.write_text(broken, encoding="utf-8")
    shell("git add .", hooked)
    code, outcomes, said = run_hooks(hooked)
    assert code == 1
    assert outcomes["catalogs in canonical form"] == "Failed"
    assert outcomes["templates are up to their sources"] == "Failed"
    assert outcomes["no fault in what this commit translates"] == "Failed"
    assert "15" in said
    shell("l10n extract && l10n fmt && git add .", hooked)
    code, outcomes, said = run_hooks(hooked)
    assert outcomes["templates are up to their sources"] == "Passed"
    assert outcomes["catalogs are up to their templates"] == "Failed"
    assert "l10n sync" in said


@pytest.mark.needs("make")
def test_make_goes_the_round(newsroom: Path) -> None:
    shutil.copy(ROOT / "docs/ci/l10n.mk", newsroom)
    type_section(PAGE, "With make", newsroom)
    assert (newsroom / "site/tokyo-forum/nn/index.html").is_file()
    article = newsroom / "articles/tokyo-forum.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more paragraph.\n", encoding="utf-8")
    assert shell("make site", newsroom).returncode == 2
    assert shell("make l10n-update l10n-check", newsroom).returncode == 0


def test_a_site_takes_what_was_built(newsroom: Path, app: Path) -> None:
    assert shell("l10n build --archive l10n.zip", newsroom).returncode == 0
    type_section(PAGE, "In the pipeline of a site", app)
    assert (app / "content/nn/tokyo-forum/index.md").is_file()


def test_the_steps_of_github(newsroom: Path) -> None:
    scripts = [step["run"] for step in GITHUB["jobs"]["l10n"]["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]
    for script in scripts[1:]:  # the first installs
        done = shell(script, newsroom)
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    assert (newsroom / "l10n.zip").stat().st_size > 1000


def test_the_steps_of_gitlab(newsroom: Path) -> None:
    for script in GITLAB["l10n"]["script"]:
        done = shell(script, newsroom)
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    assert isinstance(json.loads((newsroom / "l10n-findings.json").read_text(encoding="utf-8")), list)
    assert set(GITLAB["l10n"]["artifacts"]["paths"]) == {"l10n.zip"}


def test_the_recipes_have_the_least_rights() -> None:
    assert GITHUB["permissions"] == {}
    assert GITHUB["jobs"]["l10n"]["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in GITHUB[True]  # YAML 1.1 reads the key `on` as true
    assert GITHUB["jobs"]["l10n"]["steps"][0]["with"]["persist-credentials"] is False
    assert "TOKEN" not in str(GITHUB) + str(GITLAB)
    actions = [step["uses"] for step in GITHUB["jobs"]["l10n"]["steps"] if "uses" in step]
    assert all("@v" in action for action in actions)
