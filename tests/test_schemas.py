"""The schemas in docs/schemas/ are what the program writes: nothing is missing in them, and nothing is more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.commands.test_build_formats import URL, fill, settings
from tests.conftest import Run

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs/schemas"
SCHEMAS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*-[0-9].json"))}


def closed(schema: Any) -> Any:
    """The schema, refusing every field that it does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {"additionalProperties": False, **inner} if "properties" in schema else inner


def faults(document: dict[str, Any]) -> list[str]:
    name = document["schema"].removeprefix("l10n/").replace("/", "-")
    validator = jsonschema.Draft202012Validator(closed(SCHEMAS[name]))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_says_what_it_is_of(name: str) -> None:
    schema = SCHEMAS[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"]["const"] == "l10n/" + "/".join(name.rsplit("-", 1))
    assert schema["title"].endswith(".")


def test_every_document_that_the_program_writes_has_a_schema() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "l10n").rglob("*.py"))
    written = set(re.findall(r'put_json\(\s*"([a-z-]+/\d+)"', text))
    written |= set(re.findall(r'"schema": "l10n/([a-z-]+/\d+)"', text))
    assert len(written) > 20
    assert {name.replace("/", "-") for name in written} <= SCHEMAS.keys()


@pytest.fixture
def site(run: Run, project: Path) -> Path:
    (project / "l10n.toml").write_text(settings(url=URL), encoding="utf-8")
    fill(project)
    assert run("extract", cwd=project).code == 0
    assert run("build", "--gate", "draft=0", cwd=project).code == 0
    return project


@pytest.mark.parametrize("locale", ["en", "nb", "nn", "ar"])
@pytest.mark.parametrize("name", ["article.json", "provenance.json"])
def test_the_files_of_a_bundle(site: Path, locale: str, name: str) -> None:
    assert faults(json.loads((site / "dist/ferries" / locale / name).read_text(encoding="utf-8"))) == []


def test_the_manifest(run: Run, site: Path, tmp_path: Path) -> None:
    assert faults(json.loads((site / "dist/manifest.json").read_text(encoding="utf-8"))) == []
    run("pull", "nb", "--what", "catalogs", "--gate", "draft=0", "--to", tmp_path / "to", cwd=site)
    assert faults(json.loads((tmp_path / "to/manifest.json").read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "command",
    ["build", "status", "extract", "sync", "doctor", "check", "review nb", "draft --dry-run", "pull nb --to vendor"],
)
def test_what_commands_write(run: Run, site: Path, command: str) -> None:
    result = run(*command.split(), "--json", cwd=site)
    assert result.code in (0, 1), result.err
    assert faults(json.loads(result.out)) == []


def test_a_field_that_no_schema_names_is_noticed(site: Path) -> None:
    document = json.loads((site / "dist/manifest.json").read_text(encoding="utf-8"))
    document["bundles"][0]["surprise"] = 1
    assert len(faults(document)) == 1
