"""The articles of one build: each taken as an earlier build left it, or built anew, here or in further processes."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from l10n.commands.draft.executors import die_with_parent
from l10n.commands.meter import Meter
from l10n.commands.sources import Sources
from l10n.errors import EngineError, L10nError
from l10n.model.built import Built
from l10n.model.publishing import Policy
from l10n.workspace import Workspace
from l10n.workspace.build_index import BuildIndex
from l10n.workspace.build_keys import BuildKeys
from l10n.workspace.digests import Stamp
from l10n.workspace.staging import Staging

_PAYS = {"fork": 10, "spawn": 60}
"""Articles from which on a further process repays its start."""
_CHUNK = 8
"""Articles that a process is handed at a time, at the most."""
NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be built: its pages link to locales that are out `already`, and none is `failing`."""

    slug: str
    already: frozenset[str]
    failing: frozenset[str]


@dataclass
class ArticleBuilds:
    """Builds articles; what was built or found is asked of it as often as one likes."""

    sources: Sources
    keys: BuildKeys
    index: BuildIndex
    staging: Staging
    jobs: int | None = None
    """In how many processes; None decides by how much there is to do."""
    fresh: dict[str, tuple[frozenset[str], frozenset[str], Built]] = field(default_factory=dict)
    """What this run built: by article, with the locales that were out already and those that failed."""

    def all(
        self, slugs: Sequence[str], already: Mapping[str, frozenset[str]], failing: frozenset[str] = NOWHERE
    ) -> list[Built]:
        """Every article, in order; its pages link to those that are out `already`, and no page is in a locale that
        is `failing`."""
        found = {slug: self._found(slug, already.get(slug, NOWHERE), failing) for slug in slugs}
        tasks = [Task(slug, already.get(slug, NOWHERE), failing) for slug in slugs if found[slug] is None]
        with Meter("articles built") as meter:
            for task, built in zip(tasks, self._built(tasks), strict=True):
                self.fresh[task.slug] = (task.already, task.failing, built)
                found[task.slug] = built
                meter.add(1)
        return [built for built in found.values() if built]

    def held(self, slugs: Sequence[str], already: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """Locales that hold an article back; what no build has judged yet is built for it."""
        unknown = [slug for slug in slugs if self._known(slug, already.get(slug, NOWHERE)) is None]
        self.all(unknown, already)
        return frozenset(
            tag for slug in slugs if (known := self._known(slug, already.get(slug, NOWHERE))) for tag in known.held
        )

    def are_known(self, slugs: Sequence[str]) -> bool:
        """True when an earlier build knows them all, as they are now."""
        return all(self._known(slug, NOWHERE) for slug in slugs)

    def remember(self) -> None:
        """Tell the index what this run built."""
        for slug, (already, failing, built) in self.fresh.items():
            key = self.keys.article(slug, built.pictures, already)
            self.index.remember(self._name(slug), key, failing, built)

    def _known(self, slug: str, already: frozenset[str]) -> Built | None:
        """As it was judged, wherever its files are: whether a verdict is met does not depend on other articles."""
        if slug in self.fresh and self.fresh[slug][0] == already:
            return self.fresh[slug][2]
        return self.index.find(self._name(slug), partial(self.keys.article, slug, already=already))

    def _found(self, slug: str, already: frozenset[str], failing: frozenset[str]) -> Built | None:
        if slug in self.fresh and self.fresh[slug][:2] == (already, failing):
            return self.fresh[slug][2]
        return self.index.find(self._name(slug), partial(self.keys.article, slug, already=already), failing)

    def _name(self, slug: str) -> str:
        """The article as the index calls it: other locales are another run's affair."""
        return f"{slug} {','.join(self.sources.policies)}"

    def _built(self, tasks: list[Task]) -> Iterator[Built]:
        """One after the other, in order, in whatever process. What one of them cannot build is built here again,
        where its fault is said as ever."""
        way = _way_to_start()
        jobs = self.jobs or min(len(os.sched_getaffinity(0)), max(1, len(tasks) // _PAYS[way]))
        if jobs == 1 or len(tasks) < 3:
            yield from map(self._build, tasks)
            return
        first, *rest = tasks
        yield self._build(first)  # what it loads, processes that are forked find loaded
        _here[:] = [(self.sources, self.staging.root)]
        given = (self.sources.workspace.root, dict(self.sources.policies), self.staging.root)
        pool = ProcessPoolExecutor(
            min(jobs, len(rest)), mp_context=get_context(way), initializer=_begin, initargs=given
        )
        portion = min(_CHUNK, -(-len(rest) // (2 * jobs)))
        try:
            for task, work in zip(rest, pool.map(_work, rest, chunksize=portion), strict=True):
                if work:
                    self.staging.take_over(work.built.files, work.staged, work.found)
                yield work.built if work else self._build(task)
        except BrokenProcessPool:
            raise EngineError(
                "process-ended",
                "A process that was building articles was ended from outside, perhaps for want of memory.",
                hint="Try with fewer: l10n build --jobs 1",
            ) from None
        finally:
            pool.shutdown(cancel_futures=True)

    def _build(self, task: Task) -> Built:
        return self.sources.built(task.slug, task.already, task.failing, self.staging)


@dataclass(frozen=True, slots=True)
class Work:
    """What a process beside this one hands back: the article, and its files as they wait."""

    built: Built
    staged: dict[str, Stamp]
    found: dict[str, Stamp]


_here: list[tuple[Sources, Path]] = []
"""In a process beside: what it builds from, and where its files wait."""


def _way_to_start() -> Literal["fork", "spawn"]:
    """Forked processes share all that this one has loaded. They are spawned where another thread could hold a lock,
    which a copy of this process would wait for in vain, and on systems whose own libraries do not bear a fork."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _begin(root: Path, policies: Mapping[str, Policy], out: Path) -> None:
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is answered once, by the first process
    gc.freeze()  # collecting garbage would write to what all processes share, and so copy it
    if not _here:
        _here.append((Sources(Workspace(root), policies), out))


def _work(task: Task) -> Work | None:
    """An article, built beside; None for one with a fault."""
    sources, out = _here[0]
    staging = Staging(out)
    try:
        built = sources.built(task.slug, task.already, task.failing, staging)
    except L10nError:
        return None
    return Work(built, staging.staged, staging.found)
