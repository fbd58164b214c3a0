"""Engines in order of preference: what one cannot do, the next one may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.engines.contract import Draft, Engine
from l10n.errors import EngineError
from l10n.model.provenance import Origin


class Chain:
    """An engine made of engines. Each draft says which of them it comes from."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        self.name = engines[0].name
        self.setback: EngineError | None = None
        """Why an engine had to be stood in for, where one had."""
        self._engines = engines

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(engine.name for engine in self._engines)

    @property
    def is_remote(self) -> bool:
        """True where one of them sends texts away."""
        return any(getattr(engine, "is_remote", False) for engine in self._engines)

    def origin(self, source: str, target: str) -> Origin:
        """That of the first engine that can go in this direction; else the first one's error is raised."""
        return self._able(source, target)[0][1]

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        """Each text from the first engine that has a draft of it. Raises EngineError where all of them gave up."""
        drafts = [Draft(text="") for _ in texts]
        gave_up: list[EngineError] = []
        able = self._able(source, target)
        for engine, origin in able:
            waiting = [n for n, draft in enumerate(drafts) if not draft.text]
            try:
                answers = engine.translate([texts[n] for n in waiting], source, target, keep=keep) if waiting else []
            except EngineError as error:
                self.setback = self.setback or error
                gave_up.append(error)
                continue
            for n, answer in zip(waiting, answers, strict=bool(waiting)):
                notes = answer.notes if answer.text else (*drafts[n].notes, *answer.notes)
                drafts[n] = replace(answer, notes=notes, origin=origin)
        if len(gave_up) == len(able):
            raise gave_up[0]
        return drafts

    def close(self) -> None:
        """The engines are closed by whoever opened them: several chains may share one."""

    def _able(self, source: str, target: str) -> list[tuple[Engine, Origin]]:
        able: list[tuple[Engine, Origin]] = []
        errors: list[EngineError] = []
        for engine in self._engines:
            try:
                able.append((engine, engine.origin(source, target)))
            except EngineError as error:
                errors.append(error)
        if not able:
            raise errors[0]
        if errors and not self.setback and able[0][0] is not self._engines[0]:
            self.setback = errors[0]
        return able
