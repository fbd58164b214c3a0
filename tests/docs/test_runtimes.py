"""docs/how-to/runtimes.md does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.typed import NODE_MODULES, type_section


@pytest.mark.parametrize("heading", ["Python's gettext", "Babel and Jinja2", "Django"])
def test_in_python(app: Path, heading: str) -> None:
    type_section("runtimes.md", heading, app)


@pytest.mark.needs("node", f"{NODE_MODULES}/i18next", f"{NODE_MODULES}/gettext.js")
@pytest.mark.parametrize("heading", ["i18next", "gettext.js"])
def test_in_javascript(app: Path, heading: str) -> None:
    type_section("runtimes.md", heading, app)
