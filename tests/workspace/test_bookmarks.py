"""Where a person stopped reviewing."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.workspace import Workspace
from l10n.workspace.bookmarks import Bookmark, Bookmarks

HARBOUR = Bookmark("nb", "articles/harbour", "articles/harbour", "aaaaaaaaaaaa")
CHROME = Bookmark("nb", "articles/harbour", "chrome", "bbbbbbbbbbbb")
OTHER = Bookmark("nn", "articles/other", "articles/other", "cccccccccccc")


def test_each_locale_and_article_has_one_and_the_latest_comes_first(project: Path) -> None:
    workspace = Workspace(project)
    for mark in (HARBOUR, OTHER, CHROME):
        Bookmarks.load(workspace).put(mark)
    found = Bookmarks.load(workspace)
    assert found.last_locale == "nb"
    assert found.latest("nb", {"articles/harbour", "articles/other"}) == CHROME
    assert found.latest("nn", {"articles/other"}) == OTHER
    assert found.latest("nn", {"articles/harbour"}) is None
    assert len(found.marks) == 2


@pytest.mark.parametrize("data", [b"", b"{", b"5", b"[1]", b'[["nb"]]', b'{"a": 1}', b"\xff\xfe"])
def test_one_that_cannot_be_read_knows_nothing(project: Path, data: bytes) -> None:
    (project / ".l10n").mkdir()
    (project / ".l10n/review.json").write_bytes(data)
    found = Bookmarks.load(Workspace(project))
    assert (found.marks, found.last_locale) == ([], "")
    found.put(HARBOUR)
    assert Bookmarks.load(Workspace(project)).marks == [HARBOUR]


def test_a_disk_without_room_costs_only_the_place(project: Path) -> None:
    (project / ".l10n").write_text("a file in the way", encoding="utf-8")
    marks = Bookmarks(project, [])
    marks.put(HARBOUR)
    assert marks.last_locale == "nb"
