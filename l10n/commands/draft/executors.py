"""Where machines work: in this process, in several of this machine's, or on a Dask cluster."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Literal

from l10n import plugins
from l10n.engines.chain import Chain
from l10n.engines.contract import Draft, Engine
from l10n.errors import EngineError, UsageError

Start = Literal["spawn", "fork"]
DASK = "dask://"
_PATIENCE = 15
"""Seconds to wait for a scheduler, and for its first worker."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a portion of texts came to, as it travels between processes."""

    drafts: list[Draft]
    setback: EngineError | None = None
    """Why the preferred engine could not, where another stood in for it."""


class InlineExecutor(Executor):
    """Does each task at once, where it was submitted."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # whoever asks for the result gets it, as with any executor
            future.set_exception(error)
        return future


@contextmanager
def opened(jobs: int, address: str, *, start: Start = "spawn") -> Iterator[Executor]:
    """An executor for the time of a run. All do the same work in the same portions, so all give the same bytes.

    Processes are spawned unless `start` says otherwise: a fork would copy the threads' locks of a model that is loaded
    already. Raises UsageError for an address that is none, EngineError where no scheduler answers or has no worker.
    """
    if address:
        with _dask(address) as cluster:
            yield cluster
    elif jobs > 1:
        pool = ProcessPoolExecutor(jobs, mp_context=get_context(start), initializer=die_with_parent)
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)
    else:
        yield InlineExecutor()


def translate_with(
    engine: Chain, texts: Sequence[str], source: str, target: str, keep: Sequence[str]
) -> Answers | EngineError:
    """One portion of texts. That the engine gives up is an answer too."""
    try:
        drafts = engine.translate(texts, source, target, keep=keep)
    except EngineError as error:
        return error
    return Answers(drafts, engine.setback)


def translate(
    names: tuple[str, ...], texts: Sequence[str], source: str, target: str, keep: Sequence[str]
) -> Answers | EngineError:
    """What a worker does. It loads each engine once, and holds it for as long as it lives."""
    return translate_with(Chain([_engine(name) for name in names]), texts, source, target, keep)


def die_with_parent() -> None:
    """A worker whose run was killed would wait for work for ever."""
    Thread(target=_outlive_no_one, daemon=True).start()


def _outlive_no_one() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@lru_cache
def _engine(name: str) -> Engine:
    engine: Engine = plugins.load("engines", name)()
    return engine


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    place = address.removeprefix(DASK)
    if not address.startswith(DASK) or not re.fullmatch(r"[^\s/]+:\d{1,5}", place):
        raise UsageError(
            "no-executor",
            "{address!r} is no executor.",
            address=address,
            hint="Name a Dask scheduler: --executor dask://HOST:PORT",
        )
    try:
        import distributed
    except ImportError:
        raise EngineError(
            "dask-missing", "Dask's client is not installed here.", hint='Install it: pip install "l10n[dask]"'
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a lost worker is its scheduler's affair, not ours
    library: Any = distributed  # it carries no types
    try:
        client = library.Client(f"tcp://{place}", timeout=_PATIENCE, set_as_default=False)
    except OSError:  # its own words do not help: they are of time-outs and of comm addresses
        raise EngineError(
            "no-scheduler",
            "No Dask scheduler answered at {place} within {patience} seconds.",
            place=place,
            patience=_PATIENCE,
            hint="Start one with `dask scheduler`, or correct the address.",
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise EngineError(
                "no-workers",
                "The Dask scheduler at {place} has no workers.",
                place=place,
                hint=f"Start one: dask worker tcp://{place}",
            ) from None
        yield client.get_executor(pure=False)
