"""Running the checks over many catalogs: what to look at, in which process, and in which order to tell."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial

from l10n.commands.domains import checked_domains
from l10n.commands.meter import Meter
from l10n.errors import EngineError, InvalidInputError, UsageError
from l10n.model.collector import collector_at_rest
from l10n.model.message import MessageKey
from l10n.model.report import Reported
from l10n.workspace import Workspace
from l10n.workspace.changed import changed_since
from l10n.workspace.checkup import Checkup, Looked, Portion, compare_at, look_at
from l10n.workspace.layout import Name

_PAYS = 1_000_000
"""Bytes of catalogs, some 4,000 messages, from which on further processes repay their start."""
_PORTION = 1_000
"""Messages of a large catalog that are looked at in one go."""
_BYTES_A_MESSAGE = 250
"""An estimate; where it is wrong, the last portion is larger or some have no messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which findings are asked for."""

    locales: Sequence[str]
    articles: list[str] | None = None
    checks: tuple[str, ...] = ()
    since: str = ""
    """A git revision: only messages that differ from it."""
    is_whole: bool = False
    """The others too, after those that differ."""
    jobs: int | None = None
    """In how many processes; None decides by size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was found, changed messages first, else in the order of catalogs and lines."""

    reported: list[Reported]
    broken: list[InvalidInputError]
    looked_at: list[str]
    """Paths of the catalogs."""
    since: str
    """The revision that they were held against; empty for none that was asked for."""


def run(workspace: Workspace, request: Request) -> Outcome:
    """Look at all that is asked for. The outcome is the same in any number of processes."""
    places = [(tag, name) for tag in request.locales for name in checked_domains(workspace, tag, request.articles)]
    changed = changed_since(workspace, request.since, places) if request.since else None
    whole = [Portion(locale=tag, domain=name) for tag, name in places]
    if changed is not None and not request.is_whole:
        whole = [Portion(locale=tag, domain=name, only=keys) for (tag, name), keys in changed.items()]
    looked, compared = _work(workspace, request, whole)
    reported = [one for found in looked for one in found.reported] + compared
    if changed is None and reported:
        changed = _changed_since_commit(workspace, reported)
    rank = {place: at for at, place in enumerate(places)}
    marked = [replace(one, is_changed=_is_changed(one, changed or {})) for one in reported]
    marked.sort(key=lambda one: (not one.is_changed, rank[one.finding.locale, one.finding.domain], one.line))
    firsts = [found for found in looked if found.portion.start == 0]
    paths = [workspace.catalog_path(found.portion.locale, found.portion.domain) for found in firsts if found.was_read]
    return Outcome(
        reported=marked,
        broken=[found.broken for found in firsts if found.broken],
        looked_at=[workspace.shown(path) for path in paths],
        since=request.since,
    )


def _work(workspace: Workspace, request: Request, whole: list[Portion]) -> tuple[list[Looked], list[Reported]]:
    """What each portion shows, and what comparing shows."""
    checkup = Checkup(workspace, request.checks)
    sizes = {portion: _size(workspace, portion) for portion in whole}
    portions = [piece for portion in whole for piece in _pieces(portion, sizes[portion])]
    tags = list(dict.fromkeys(portion.locale for portion in whole)) if checkup.compares else []
    domains = {tag: checked_domains(workspace, tag) for tag in tags}
    jobs = request.jobs or _jobs(sum(sizes.values()))
    with Meter("texts checked") as meter:
        if jobs == 1:
            with collector_at_rest():
                looked = list(_metered(map(checkup.look, portions), meter))
                return looked, [one for tag in tags for one in checkup.compare(tag, domains[tag], whole)]
        from l10n.commands.draft.executors import opened

        try:
            with opened(jobs, "", start="fork" if _may_fork() else "spawn") as pool:
                comparing = [
                    pool.submit(compare_at, workspace.root, request.checks, tag, domains[tag], whole) for tag in tags
                ]
                look = partial(look_at, workspace.root, request.checks)
                share = max(1, min(4, len(portions) // (jobs * 4)))  # small, for the last one to end is waited for
                looked = list(_metered(pool.map(look, portions, chunksize=share), meter))
                return looked, [one for future in comparing for one in future.result()]
        except BrokenProcessPool:
            raise EngineError(
                "process-ended",
                "A process that was checking catalogs was ended from outside, perhaps for want of memory.",
                hint="Try with fewer: l10n check --jobs 1",
            ) from None


def _may_fork() -> bool:
    """A fork has its checks ready, a new Python loads them for a quarter of a second. It copies the locks of threads,
    so there must be none; on macOS its system libraries may have some at any time."""
    return sys.platform == "linux" and threading.active_count() == 1


def _metered(looked: Iterator[Looked], meter: Meter) -> Iterator[Looked]:
    for one in looked:
        meter.add(one.texts)
        yield one


def _pieces(whole: Portion, size: int) -> Iterator[Portion]:
    """A catalog as portions; the last one goes to its end, however many messages that are."""
    count = max(1, size // (_PORTION * _BYTES_A_MESSAGE))
    for at in range(count):
        yield replace(whole, start=at * _PORTION, stop=None if at == count - 1 else (at + 1) * _PORTION)


def _size(workspace: Workspace, portion: Portion) -> int:
    """Bytes to be looked at; a catalog of which only some messages count is not large."""
    if portion.only is not None:
        return 0
    with contextlib.suppress(OSError):
        return workspace.catalog_path(portion.locale, portion.domain).stat().st_size
    return 0


def _jobs(size: int) -> int:
    return len(os.sched_getaffinity(0)) if size >= _PAYS else 1


def _changed_since_commit(workspace: Workspace, reported: list[Reported]) -> dict[Name, frozenset[MessageKey] | None]:
    """What nobody has committed yet, among the catalogs with findings; nothing where there is no commit."""
    with contextlib.suppress(UsageError, EngineError):
        return changed_since(workspace, "HEAD", {(one.finding.locale, one.finding.domain) for one in reported})
    return {}


def _is_changed(reported: Reported, changed: Mapping[Name, frozenset[MessageKey] | None]) -> bool:
    keys = changed.get((reported.finding.locale, reported.finding.domain), frozenset())
    return keys is None or reported.finding.key in keys
