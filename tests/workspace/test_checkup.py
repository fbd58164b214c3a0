"""Running checks by portions: the parts of a large catalog say what the whole says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from l10n.model.message import MessageKey
from l10n.workspace import Workspace
from l10n.workspace.checkup import Checkup, Portion

ENTRIES = [
    ("It has 70%.", "Det har 75 %."),
    ("He lives here.", "Han bor her"),
    ("The forum opens on December 15.", "Forumet åpner 16. desember."),
    ("Who decides?", "Hvem bestemmer?"),
    ("It cost $3 billion.", "Det kostet 3 billioner dollar."),
]


def workspace(project: Path) -> Workspace:
    (project / "articles" / "forum.md").write_text("# Forum\n", encoding="utf-8")
    catalog = project / "catalogs" / "nb" / "articles" / "forum.po"
    catalog.parent.mkdir(parents=True)
    entries = "\n".join(f'msgctxt "paragraph"\nmsgid "{source}"\nmsgstr "{target}"\n' for source, target in ENTRIES)
    catalog.write_text(entries, encoding="utf-8")
    return Workspace(project)


def test_portions_together_are_the_whole_with_the_same_lines(project: Path) -> None:
    checkup = Checkup(workspace(project))
    whole = Portion(locale="nb", domain="articles/forum")
    found = checkup.look(whole)
    parts = [checkup.look(replace(whole, start=at, stop=at + 2)) for at in (0, 2, 4, 6)]
    assert len(found.reported) >= 4
    assert [one for part in parts for one in part.reported] == list(found.reported)
    assert sum(part.texts for part in parts) == found.texts == len(ENTRIES)


def test_only_the_named_messages_of_a_portion_are_looked_at(project: Path) -> None:
    checkup = Checkup(workspace(project))
    keys = frozenset({MessageKey("paragraph", ENTRIES[1][0]), MessageKey("paragraph", ENTRIES[4][0])})
    found = checkup.look(Portion(locale="nb", domain="articles/forum", start=0, stop=3, only=keys))
    assert [one.finding.check for one in found.reported] == ["ends"]


def test_a_catalog_that_is_not_there_is_no_fault(project: Path) -> None:
    found = Checkup(workspace(project)).look(Portion(locale="nn", domain="articles/forum"))
    assert (found.exists, found.broken, found.reported) == (False, None, ())
