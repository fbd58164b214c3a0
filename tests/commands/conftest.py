"""A project with one article in Bokmål: a text in each state that a person meets."""

from __future__ import annotations

from pathlib import Path

import pytest

ARTICLE = """\
---
title: Harbour opens after storm
lang: en
lead: The harbour of Bergen opened on Monday.
---

Two ferries left at noon.

The mayor thanked the crews.
"""

CATALOG = """\
msgid ""
msgstr ""
"Language: nb\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "title"
msgid "Harbour opens after storm"
msgstr "Havnen åpner etter uværet"

# l10n-state: draft
# l10n-seal: 0a3f2d2f4e0d
# l10n-origin: argos en_nb 1.9
#, fuzzy
msgctxt "lead"
msgid "The harbour of Bergen opened on Monday."
msgstr "Havnen i Bergen åpnet mandag."

# Hør med Kari om klokkeslettet.
msgctxt "paragraph"
msgid "Two ferries left at noon."
msgstr "To ferger gikk klokken tolv."

msgctxt "paragraph"
msgid "The mayor thanked the crews."
msgstr ""
"""


@pytest.fixture
def harbour(project: Path) -> Path:
    """The project, with the article `harbour` and its Bokmål catalog."""
    (project / "articles" / "harbour.md").write_text(ARTICLE, encoding="utf-8")
    catalog = project / "catalogs" / "nb" / "articles" / "harbour.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(CATALOG, encoding="utf-8")
    return project


@pytest.fixture
def catalog_file(harbour: Path) -> Path:
    return harbour / "catalogs" / "nb" / "articles" / "harbour.po"
