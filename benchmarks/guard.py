"""Whether we have become slower, held against the record: by ratios to the peers, for machines differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from record import Record

TOLERATED = 1.25
"""A ratio may be so many times worse than the recorded one."""
_SHORTEST = 0.05
"""Seconds; less processor time than this is not measured well enough."""


def regressions(recorded: Record, runs: Sequence[Record]) -> Iterator[str]:
    """One line for each job that is slower than tolerated in every run: other work on the machine slows some of them.

    Ratios are of processor time, where both sides spent enough of it.
    """
    for was in recorded["results"]:
        who = f"{recorded['benchmark']}: {was['job']}, beside {was['peer']}"
        found = [now for run in runs for now in run["results"] if _key(now) == _key(was)]
        if not found:
            yield f"{who}: recorded, but not measured any more"
            continue
        by = "busy" if all(_is_measurable(one) for one in (was, *found)) else "clock"
        before, best = _ratio(was, by), max(_ratio(now, by) for now in found)
        if best * TOLERATED < before:
            loss = before / best - 1
            yield f"{who}: {best:.2f} times as fast, recorded {before:.2f}; {loss:.0%} slower"


def _key(result: Record) -> tuple[str, str]:
    return result["job"], result["peer"]


def _is_measurable(result: Record) -> bool:
    return min(result.get("ours_busy", 0), result.get("theirs_busy", 0)) >= _SHORTEST


def _ratio(result: Record, by: str) -> float:
    return float(result["theirs_busy"] / result["ours_busy"] if by == "busy" else result["ratio"])
