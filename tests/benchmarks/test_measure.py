"""What a program cost, and runs in turn."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.benchmarks.conftest import Room


def test_memory_is_that_of_the_program_and_not_of_whoever_starts_it(room: Room) -> None:
    ballast = bytearray(150_000_000)
    small = room.measure.run([sys.executable, "-S", "-c", "pass"])
    large = room.measure.run([sys.executable, "-S", "-c", "x = bytearray(80_000_000)"])
    assert small.megabytes < 50 < 80 < large.megabytes < len(ballast) / 1e6


def test_processor_time_is_told_from_waiting(room: Room) -> None:
    waiting = room.measure.run([sys.executable, "-S", "-c", "import time; time.sleep(0.3)"])
    assert waiting.busy < 0.3 <= waiting.seconds


def test_a_program_that_fails_ends_the_run_with_what_it_said(room: Room) -> None:
    with pytest.raises(AssertionError, match=r"ended with 3: no such catalog"):
        room.measure.run([sys.executable, "-c", "import sys; print('no such catalog', file=sys.stderr); sys.exit(3)"])
    assert room.measure.run([sys.executable, "-c", "raise SystemExit(1)"], ok=1).seconds > 0  # findings, for instance


def test_jobs_are_run_in_turn_and_the_median_counts(room: Room) -> None:
    order: list[str] = []
    times = {"ours": iter((1.0, 9.0, 2.0)), "theirs": iter((4.0, 4.0, 40.0))}

    def job(name: str) -> object:
        order.append(name)
        return room.measure.Cost(next(times[name]), 0.0, 10.0)

    costs = room.measure.in_turn({name: lambda name=name: job(name) for name in times}, 3)
    assert order == ["ours", "theirs"] * 3
    assert (costs["ours"].seconds, costs["theirs"].seconds) == (2.0, 4.0)


def test_figures_are_written_as_json(room: Room, tmp_path: Path) -> None:
    cost = room.measure.Cost
    result = room.measure.Result(job="sync", peer="msgmerge", ours=cost(0.5, 0.4, 41.2), theirs=cost(8.0, 6.0, 20.0))
    room.measure.publish(
        "sync", [result], tmp_path / "out.json", figures={"sync": {"slope": 1.0}}, conditions={"seed": 1}
    )
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    (one,) = said["results"]
    assert (one["job"], one["peer"], one["ratio"], one["ours_mb"]) == ("sync", "msgmerge", 16.0, 41)
    assert said["figures"] == {"sync": {"slope": 1.0}} and said["conditions"]["seed"] == 1
