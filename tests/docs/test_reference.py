"""The pages of the reference say what the code does today, and the schema of l10n.toml what it takes."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from l10n import plugins
from l10n.commands.app import COMMANDS
from l10n.settings import tables
from tests.docs.typed import ROOT

DOCS = ROOT / "docs"
SCRIPTS = sorted(set(DOCS.glob("*_pages.py")) - {DOCS / "check_pages.py"})
SCHEMA = DOCS / "schemas" / "l10n-toml.schema.json"
SETTINGS = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")


def written_by(name: str) -> Mapping[Path, str]:
    """What one of the scripts would write now."""
    pages: Mapping[Path, str] = runpy.run_path(str(DOCS / f"{name}.py"))["pages"]()
    return pages


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_page_is_fresh(script: Path) -> None:
    for path, text in written_by(script.stem).items():
        assert path.read_text(encoding="utf-8") == text, "run: make docs"


def test_every_command_has_a_section_that_the_list_at_the_top_leads_to() -> None:
    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    assert {f"l10n {name}" for name in COMMANDS} <= set(re.findall(r"^## (.+)$", text, re.MULTILINE))
    assert {f"l10n-{name}" for name in COMMANDS} == set(re.findall(r"^- .+?\(#(.+?)\)", text, re.MULTILINE))
    assert text.count("Example:\n") >= len(COMMANDS) - 4


def test_every_key_of_the_settings_is_explained() -> None:
    structs = [one for one in vars(tables).values() if isinstance(one, type) and issubclass(one, msgspec.Struct)]
    keys = [name for struct in structs if struct is not msgspec.Struct for name in struct.__struct_fields__]
    assert len(keys) > 40
    assert [
        key for key in keys if not re.search(rf"^\| `{key}` \| .+ \| .* \| .{{10,}} \|$", SETTINGS, re.MULTILINE)
    ] == []


def faults(text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    return [error.message for error in validator.iter_errors(tomllib.loads(text))]


def test_the_schema_takes_the_projects_settings() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert faults((ROOT / "l10n.toml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        'article_language = "en"',
        "[locales.nb]\ngaet = {}",
        "[locales.nb]\ngate = { percent = 101 }",
        '[locales.nb]\nfallback = "sorce"',
        "[locales.nb]\n[review]\nrubber_stamp = -1",
        "[locales.nb]\n[engines.openai]\nkind = 'openai'",
    ],
)
def test_the_schema_refuses_what_the_program_refuses(text: str) -> None:
    assert faults(text)
    with pytest.raises(Exception, match=r"l10n\.toml"):
        from_the_program(text)


def from_the_program(text: str) -> Any:
    from l10n.settings import parse_settings

    return parse_settings(text)


def test_an_editors_language_server_reads_the_schema(tmp_path: Path) -> None:
    (tmp_path / SCHEMA.name).write_bytes(SCHEMA.read_bytes())
    first_line = next(line for line in SETTINGS.split("\n") if line.startswith("#:schema"))
    text = (ROOT / "l10n.toml").read_text(encoding="utf-8")
    taplo = Path(sys.executable).with_name("taplo")
    (tmp_path / "l10n.toml").write_text(f"{first_line}\n{text}", encoding="utf-8")
    assert subprocess.run([taplo, "check", "l10n.toml"], cwd=tmp_path, capture_output=True).returncode == 0
    spoilt = text.replace('fallback = "source"', 'fallback = "sorce"', 1)
    (tmp_path / "l10n.toml").write_text(f"{first_line}\n{spoilt}", encoding="utf-8")
    done = subprocess.run([taplo, "check", "l10n.toml"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert "sorce" in done.stderr


def test_every_comment_that_l10n_writes_into_catalogs_is_named() -> None:
    inner = (ROOT / "l10n").rglob("*.py")
    known = runpy.run_path(str(DOCS / "file_pages.py"))["COMMENTS"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in inner if path.parent.name in ("model", "steps"))
    assert set(re.findall(r'f?"(l10n-[a-z]+)(?:: |")', text)) == set(known)


def test_what_is_promised_to_packages_is_one_table_for_each_kind_of_plug_in() -> None:
    public = runpy.run_path(str(DOCS / "api_pages.py"))["PUBLIC"]
    assert {kind.lower() for kind in public} >= set(plugins.BUILT_IN)
