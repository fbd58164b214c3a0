"""A project with one article in Nynorsk, all drafts, and its review page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n.model.message import MessageKey
from l10n.model.state import State
from l10n.review_app.desk import message_id
from tests import bundles
from tests.review_app.client import Client, serving

TITLE = message_id(MessageKey("title", "Ferries return to Bergen"))
LEAD = message_id(MessageKey("lead", "The *first* ferries left Bergen on Monday."))
CATALOG = Path("catalogs/nn/articles/ferries.po")


@pytest.fixture
def ferries(project: Path) -> Path:
    """The project, its article translated into Bokmål, drafted into Nynorsk, with four eyes asked for."""
    with (project / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[review]\nfour_eyes = true\n")
    bundles.fill(project, "nb", State.TRANSLATED)
    bundles.fill(project, "nn", State.DRAFT, chrome=State.TRANSLATED)
    return project


@pytest.fixture
def host(ferries: Path) -> Iterator[str]:
    with serving(ferries) as host:
        yield host


@pytest.fixture
def ola(host: str) -> Client:
    return Client(host)
