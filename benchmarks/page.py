"""docs/benchmarks.md and its picture, from the record alone: no figure in them is typed by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path
from typing import Any

import jinja2
from goals import GOALS, Goal
from measure import ROOT
from record import Record
from suite import SUITE

PAGE = ROOT / "docs" / "benchmarks.md"
PICTURE = ROOT / "docs" / "benchmarks.svg"
TEMPLATES = ROOT / "benchmarks" / "templates"
_DECADES = (0.1, 1000)
"""The ratios at both ends of the picture; what is beyond is drawn at the end, and its figure stands beside it."""
_CIRCUMSTANCES = ("command", "machine", "peers", "load", "load before", "date", "commit", "rounds", "seed")
"""Of a record's conditions, those that do not say how much was worked on."""


@dataclass(frozen=True)
class Verdict:
    """A goal, what was measured, and whether that is enough."""

    goal: Goal
    value: float | None
    size: str
    extent: str
    """What was measured: “2,000 articles, 3 locales”."""

    @property
    def word(self) -> str:
        if self.value is None:
            return "not measured"
        if self.is_small:
            return "open: too small a size"
        return "met" if self.goal.is_met(self.value) else "**not met**"

    @property
    def is_small(self) -> bool:
        """True where what was measured says little of the goal."""
        return self.size == "quick" and not self.goal.is_of_any_size

    @property
    def is_below(self) -> bool:
        """True where what was measured, in whatever size, is not enough."""
        return self.value is not None and not self.goal.is_met(self.value)


@dataclass(frozen=True)
class Bar:
    """One ratio in the picture; `start` and `end` as shares of its width."""

    label: str
    ratio: float
    start: float
    end: float


def write(records: Mapping[str, Mapping[str, Record]]) -> None:
    for path, text in pages(records).items():
        path.write_text(text, encoding="utf-8")


def pages(records: Mapping[str, Mapping[str, Record]]) -> dict[Path, str]:
    """Path → text of the page and of its picture. `records` are by size and benchmark."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=jinja2.select_autoescape(("svg.jinja",)),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"figure": figure, "ratio": ratio_of_time, "extent": extent}
    chosen = {name: best for name in SUITE if (best := _best(records, name))}
    verdicts = [_verdict(goal, chosen) for goal in GOALS]
    bars = [_bar(one) for _, record in chosen.values() for one in record["results"]]
    known: dict[str, Any] = {
        "suite": SUITE,
        "chosen": chosen,
        "quick": records["quick"],
        "verdicts": verdicts,
        "words": Counter(one.word.strip("*").partition(":")[0] for one in verdicts),
        "limits": _limits(verdicts),
        "machines": sorted({_machine(record) for _, record in chosen.values()}),
        "versions": _versions(chosen),
        "bars": bars,
        "marks": [(ratio, _place(ratio)) for ratio in (0.1, 1, 10, 100, 1000)],
    }
    return {
        PAGE: environment.get_template("benchmarks.md.jinja").render(known),
        PICTURE: environment.get_template("benchmarks.svg.jinja").render(known),
    }


def figure(value: float | None) -> str:
    """Three digits that count, thousands apart."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def extent(record: Record) -> str:
    """How much was worked on, in words: “2,000 articles, 3 locales”."""
    said = {key: value for key, value in record["conditions"].items() if key not in _CIRCUMSTANCES}
    return ", ".join(f"{_listed(value)} {key}" for key, value in said.items())


def _listed(value: object) -> str:
    numbers = value if isinstance(value, list) else [value]
    return " and ".join(f"{one:,}" for one in numbers)


def ratio_of_time(result: Record) -> str:
    """By processor time; nothing where that is too short."""
    ours, theirs = result.get("ours_busy", 0), result.get("theirs_busy", 0)
    return figure(theirs / ours) if min(ours, theirs) >= 0.01 else ""


def _best(records: Mapping[str, Mapping[str, Record]], name: str) -> tuple[str, Record] | None:
    """The record that the page shows: in full size where there is one."""
    return next(((size, records[size][name]) for size in ("full", "quick") if name in records[size]), None)


def _verdict(goal: Goal, chosen: Mapping[str, tuple[str, Record]]) -> Verdict:
    records = {name: record for name, (_, record) in chosen.items()}
    size, record = chosen.get(goal.benchmark, ("", {"conditions": {}}))
    return Verdict(goal, goal.measured(records), size, extent(record))


def _limits(verdicts: Sequence[Verdict]) -> dict[str, list[str]]:
    """What keeps those that are below their goal → which they are."""
    limits: dict[str, list[str]] = {}
    for one in verdicts:
        if one.is_below and one.goal.limit:
            limits.setdefault(one.goal.limit, []).append(one.goal.says)
    return limits


def _machine(record: Record) -> str:
    machine = record["conditions"]["machine"]
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB, {machine['system']}, "
        f"Python {machine['python']}"
    )


def _versions(chosen: Mapping[str, tuple[str, Record]]) -> list[tuple[str, str]]:
    """(peer, version), all that were measured: two where they changed between records."""
    found = {pair for _, record in chosen.values() for pair in record["conditions"]["peers"].items()}
    return sorted(found)


def _bar(result: Record) -> Bar:
    ends = sorted((_place(1), _place(result["ratio"])))
    return Bar(f"{result['job']} — {result['peer']}", result["ratio"], *ends)


def _place(ratio: float) -> float:
    low, high = (log10(one) for one in _DECADES)
    return min(max((log10(ratio) - low) / (high - low), 0), 1)
