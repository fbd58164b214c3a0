"""What a contributor meets first: forms that a forge can read, a changelog in the form it claims, targets that say
what they do, a map without holes."""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest
import yaml

from tests.docs.typed import ROOT

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
PARTS = {"textarea", "input", "dropdown", "checkboxes", "markdown"}
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.mark.parametrize("path", [path for path in FORMS if path.name != "config.yml"], ids=lambda path: path.stem)
def test_an_issue_form_is_one_that_github_takes(path: Any) -> None:
    """By https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form.keys() <= {"name", "description", "title", "labels", "assignees", "projects", "type", "body"}
    assert form["name"]
    assert form["description"]
    parts = form["body"]
    assert {part["type"] for part in parts} <= PARTS
    assert all(part.keys() <= {"type", "id", "attributes", "validations"} for part in parts)
    ids = [part["id"] for part in parts if part["type"] != "markdown"]
    labels = [part["attributes"]["label"] for part in parts if part["type"] != "markdown"]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", one) for one in ids)
    for part in parts:
        if part["type"] in ("dropdown", "checkboxes"):
            options = part["attributes"]["options"]
            assert len(options) == len({str(option) for option in options}) > 0
        assert all(isinstance(one, bool) for one in part.get("validations", {}).values())


def test_the_changelog_keeps_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert first == "Unreleased"
    assert all(re.fullmatch(r"\[?\d+\.\d+\.\d+\]? - \d{4}-\d\d-\d\d", version) for version in versions)
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= KINDS


def test_every_target_of_make_says_what_it_does() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (targets,) = re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    said = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lines = dict(line.split(maxsplit=1) for line in said.splitlines())
    assert lines.keys() == set(targets.split())
    assert all(len(what) > 10 for what in lines.values())


def test_the_map_of_the_house_names_every_room() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(l10n/[^`*]+)`", text))
    assert not [path for path in named if not (ROOT / path).exists()]
    rooms = {path.name for path in (ROOT / "l10n").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == {path.split("/")[1] for path in named if path.count("/") > 1}


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md", "README.md"])
def test_links_between_files_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / name).read_text(encoding="utf-8"))
    assert not [link for link in links if not (ROOT / link).exists()]
