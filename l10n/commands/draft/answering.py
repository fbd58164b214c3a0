"""Asking the machines: every text once a run, in portions, and nothing that a killed run had answered already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field
from typing import Any

from l10n.commands.draft.executors import Answers, InlineExecutor, translate, translate_with
from l10n.engines.chain import Chain
from l10n.engines.contract import Draft
from l10n.errors import EngineError
from l10n.model.provenance import Origin
from l10n.segmentation.words import count_words
from l10n.steps.draft_plan import Job
from l10n.workspace.journal import Journal, answer_key

_PORTION = 250
"""Texts handed over at once: enough to sort by length, few enough to show progress and to lose."""

_REMOTE_PORTION = 40
"""The same for texts that are sent away: a few requests."""

Answer = Draft | EngineError


@dataclass(frozen=True, kw_only=True)
class _Portion:
    engine: Chain
    texts: dict[str, str]
    """By their keys."""
    future: Future[Answers | EngineError]
    is_here: bool
    """It is worked on in this process, so a fault in it is this program's own."""


@dataclass(kw_only=True)
class Answering:
    """The answers of a run. The same questions in the same order make the same portions, whoever works on them."""

    executor: Executor
    journal: Journal
    progress: Callable[[int], None] = lambda words: None
    """Told how many words each answered portion had."""
    _known: dict[str, Answer] = field(default_factory=dict)
    _asked: dict[str, _Portion] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known.update(self.journal.read())

    def ask(
        self, engine: Chain, origin: Origin, texts: Sequence[str], source: str, target: str, keep: Sequence[str]
    ) -> None:
        """Hand over what nobody has asked yet; `answer` waits for it.

        What goes to a remote engine goes from this process, whatever the executor: here are its key and its budget.
        """
        keys = {answer_key(_who(engine, origin), source, target, keep, text): text for text in texts}
        new = [(key, text) for key, text in keys.items() if key not in self._known and key not in self._asked]
        size = _REMOTE_PORTION if engine.is_remote else _PORTION
        is_here = engine.is_remote or isinstance(self.executor, InlineExecutor)
        for start in range(0, len(new), size):
            own = dict(new[start : start + size])
            question = (list(own.values()), source, target, tuple(keep))
            if is_here:
                future = InlineExecutor().submit(translate_with, engine, *question)
            else:
                future = self._submitted(engine, *question)
            portion = _Portion(engine=engine, texts=own, future=future, is_here=is_here)
            self._asked |= dict.fromkeys(own, portion)
            if future.done():
                self._settle(portion)

    def answer(self, engine: Chain, origin: Origin, text: str, source: str, target: str, keep: Sequence[str]) -> Answer:
        """The answer to a text that was asked."""
        key = answer_key(_who(engine, origin), source, target, keep, text)
        if key not in self._known:
            self._settle(self._asked[key])
        return self._known[key]

    def _submitted(self, engine: Chain, *question: Any) -> Future[Any]:
        try:
            return self.executor.submit(translate, engine.names, *question)
        except (BrokenExecutor, OSError) as error:  # its workers died while they did an earlier portion
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def _settle(self, portion: _Portion) -> None:
        answers = _result(portion)
        if isinstance(answers, EngineError):
            self._known |= dict.fromkeys(portion.texts, answers)
        else:
            if answers.setback:  # it happened in a worker, maybe, and this process is to tell of it
                portion.engine.setback = portion.engine.setback or answers.setback
            drafts = dict(zip(portion.texts, answers.drafts, strict=True))
            self._known |= drafts
            self.journal.add({key: draft for key, draft in drafts.items() if draft.text})
        self.progress(sum(map(count_words, portion.texts.values())))


def _result(portion: _Portion) -> Answers | EngineError:
    try:
        answers = portion.future.result()
    except Exception as error:
        if portion.is_here:
            raise
        return EngineError(
            "worker-silent",
            "A worker gave no answer: {kind}: {error}.",
            kind=type(error).__name__,
            error=error,
            hint="What was answered is saved; run l10n draft again for the rest.",
        )
    return answers


def _who(engine: Chain, origin: Origin) -> str:
    """The engines that a text is put to, and the model of the first."""
    return f"{' '.join(engine.names)}: {origin}"


class Answered:
    """The engine that `draft` is given: it has been asked most already, and a text it failed on is an empty draft."""

    def __init__(self, answering: Answering, engine: Chain, jobs: Sequence[Job]) -> None:
        self._answering = answering
        self._engine = engine
        self._origins = {job.language: job.origin for job in jobs if not job.is_remembered}
        self.name = ""
        self.error: EngineError | None = None

    @property
    def is_remote(self) -> bool:
        return self._engine.is_remote

    def origin(self, source: str, target: str) -> Origin:
        return self._origins[source]

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        """The answers to what was asked; what was not, with these terms to keep, is asked now."""
        self._answering.ask(self._engine, self._origins[source], texts, source, target, keep)
        return [self._draft(text, source, target, keep) for text in texts]

    def close(self) -> None:
        """The engine itself belongs to the Drafter."""

    def _draft(self, text: str, source: str, target: str, keep: Sequence[str]) -> Draft:
        answer = self._answering.answer(self._engine, self._origins[source], text, source, target, keep)
        if isinstance(answer, EngineError):
            self.error = answer
            return Draft(text="", notes=(answer.message,))
        return answer
