"""`make bench-check`: the guard that fails when l10n has become slower beside its peers."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.conftest import Room


def slower(record: dict[str, Any], job: str, times: float) -> dict[str, Any]:
    """The record of a run in which one job of ours took so many times as long, beside all its peers."""
    changed = copy.deepcopy(record)
    for one in changed["results"]:
        if one["job"] == job:
            one["ours"] *= times
            one["ours_busy"] *= times
            one["ratio"] /= times
    return changed


def test_the_recorded_figures_themselves_are_no_regression(room: Room) -> None:
    assert list(room.guard.regressions(room.po, [room.po])) == []


@pytest.mark.parametrize(("times", "is_named"), [(0.5, False), (1.2, False), (1.3, True)])
def test_a_quarter_is_tolerated_and_more_is_named(room: Room, times: float, is_named: bool) -> None:
    run = slower(room.po, "read and write, as gettext wraps", times)
    lines = list(room.guard.regressions(room.po, [run]))
    peers = {one["peer"] for one in room.po["results"] if one["job"] == "read and write, as gettext wraps"}
    assert len(lines) == (len(peers) if is_named else 0)
    assert all("po: read and write, as gettext wraps, beside" in line and "30% slower" in line for line in lines)


def test_one_good_run_of_several_is_enough_for_a_loaded_machine(room: Room) -> None:
    runs = [slower(room.po, "compile to .mo", 3), slower(room.po, "compile to .mo", 1.1)]
    assert list(room.guard.regressions(room.po, runs)) == []


def test_the_clock_alone_does_not_alarm_where_processor_time_was_measured(room: Room) -> None:
    run = copy.deepcopy(room.po)
    for one in run["results"]:
        one["ours"] *= 3
        one["ratio"] /= 3
    lines = list(room.guard.regressions(room.po, [run]))
    assert not [line for line in lines if "read and write" in line]


def test_a_job_that_is_not_measured_any_more_is_named(room: Room) -> None:
    run = {**room.po, "results": [one for one in room.po["results"] if one["peer"] != "polib"]}
    lines = list(room.guard.regressions(room.po, [run]))
    assert lines and all("polib: recorded, but not measured any more" in line for line in lines)


def test_a_name_that_is_no_benchmark_is_refused_with_those_there_are(room: Room) -> None:
    done = room.bench("--check", "--only", "nonsense")
    assert done.returncode == 2
    assert "there is no benchmark nonsense; there are start-up, po, sync" in done.stderr


def test_what_has_no_record_is_named_and_no_regression(room: Room, tmp_path: Path) -> None:
    done = room.bench("--check", "--only", "po", "--results", str(tmp_path))
    assert done.returncode == 0
    assert "po: not compared: nothing is recorded" in done.stdout
