"""docs/benchmarks.md: written from what was measured, and readable by everyone."""

from __future__ import annotations

import copy
import re
import xml.etree.ElementTree as ET

from tests.benchmarks.conftest import Room

SVG = "{http://www.w3.org/2000/svg}"


def test_the_committed_page_and_picture_are_what_the_committed_record_says(room: Room) -> None:
    for path, text in room.page.pages(room.records).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} was changed by hand: make bench writes it"


def test_the_picture_says_in_words_what_it_shows(room: Room) -> None:
    picture = ET.fromstring(room.page.pages(room.records)[room.page.PICTURE])  # noqa: S314 - our own
    title, said = (picture.find(f"{SVG}{part}") for part in ("title", "desc"))
    assert picture.get("role") == "img" and picture.get("aria-labelledby") == f"{title.get('id')} {said.get('id')}"
    bars = [one for one in picture.iter(f"{SVG}rect") if one.get("class") in ("faster", "slower")]
    assert len(bars) == len(re.findall(r": [\d.,]+\.", said.text or "")) > 10


def test_a_goal_is_met_only_by_a_figure_in_the_size_that_it_speaks_of(room: Room) -> None:
    row = "| read and write 100,000 messages: 2.5 times as fast as msgcat |"
    records = copy.deepcopy(room.records)
    records["full"]["po"] = copy.deepcopy(records["quick"]["po"])
    for ratio, word in ((2.6, "| met |"), (2.4, "| **not met** |")):
        for one in records["full"]["po"]["results"]:
            one["ratio"] = ratio
        assert _line(room, records, row).startswith(f"{row} {ratio} times as fast | 10,000 messages, ")
        assert _line(room, records, row).endswith(word)
    del records["full"]["po"]
    assert _line(room, records, row).endswith("| open: too small a size |")
    del records["quick"]["po"]
    assert "\n- read and write 100,000 messages: 2.5 times as fast as msgcat\n" in _page(room, records)


def test_what_misses_its_goal_says_what_keeps_it(room: Room) -> None:
    page = _page(room, room.records)
    missed = re.findall(r"^\| ([^|]+) \|.*\*\*not met\*\* \|$", page, re.MULTILINE)
    assert [goal for goal in missed if not re.search(rf"\*\*{re.escape(goal)}\*\*.*: \S", page)] == []


def _line(room: Room, records: dict[str, dict[str, object]], start: str) -> str:
    return next(line for line in _page(room, records).splitlines() if line.startswith(start))


def _page(room: Room, records: dict[str, dict[str, object]]) -> str:
    return str(room.page.pages(records)[room.page.PAGE])
