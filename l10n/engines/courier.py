"""Texts to a service and back: in small batches, the good kept, the bad sent again, nothing paid for twice."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from l10n.engines.contract import Draft
from l10n.engines.http_client import NoAnswerError, RefusedError
from l10n.engines.service import Service
from l10n.errors import EngineError
from l10n.segmentation.words import count_words

_TRIES = 3
"""Sendings of one text. A model that gets it wrong three times will not get it right."""
_PATIENCE = 2
"""Requests in a row without an answer, each attempted several times: then the service is down."""
_REFUSALS = 4
"""Lone texts refused before any text was translated: then it is not the texts' fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a service made of a batch."""

    good: Mapping[str, str]
    """Text → translation, for those that may be used."""
    faults: Mapping[str, str] = field(default_factory=dict)
    """Text → what is wrong with its translation, for the others, where there is one."""
    is_cut: bool = False
    """The batch was too much: the answer ended before its time, or the request was refused."""


Ask = Callable[[Sequence[str]], Reply]
"""One request. Raises RefusedError, NoAnswerError or EngineError, as http_client.py does."""


@dataclass
class Courier:
    """Carries texts to one service. A service that is down is not asked again in this run."""

    service: Service
    most: int
    """Texts in a request."""
    longest: int
    """Characters in a request of more than one text."""
    _unanswered: int = 0
    _refused: int = 0
    _has_worked: bool = False
    _down: EngineError | None = None

    def carry(self, texts: Sequence[str], ask: Ask, key: Callable[[str], str]) -> dict[str, Draft]:
        """A draft for each text. `key` tells what was asked: equal keys get the answer that was paid for.

        Raises EngineError where the service is down and not one of the texts has a translation.
        """
        drafts: dict[str, Draft] = {}
        unknown: list[str] = []
        for text in dict.fromkeys(texts):
            known = self.service.answers.get(key(text))
            if known is None:
                unknown.append(text)
            else:
                drafts[text] = Draft(text=known)
        waiting = deque((batch, 1) for batch in self._batches(unknown, self.most))
        while waiting:
            batch, tries = waiting.popleft()
            affordable = [text for text in batch if self._down or self.service.spend(count_words(text))]
            drafts.update(_without(batch, "beyond the budget", affordable))
            if not affordable:
                continue
            if self._down:
                drafts.update(_without(affordable, self._down.message.rstrip(".")))
                continue
            reply = self._ask(affordable, ask)
            # on the disk before anything else happens: a run that is killed now never pays for these again
            self.service.answers.add({key(text): new for text, new in reply.good.items()})
            drafts.update((text, Draft(text=new)) for text, new in reply.good.items())
            bad = [text for text in affordable if text not in reply.good]
            if bad and not self._down and (len(affordable) > 1 if reply.is_cut else tries < _TRIES):
                half = max(1, len(affordable) // 2)
                parts = list(self._batches(bad, half))
                waiting.extendleft((part, tries + (not reply.is_cut)) for part in reversed(parts))
            else:
                for text in bad:
                    drafts.update(_without([text], reply.faults.get(text, "no translation came back")))
        if self._down and not any(draft.text for draft in drafts.values()):
            raise self._down
        return drafts

    def _ask(self, batch: Sequence[str], ask: Ask) -> Reply:
        words = sum(map(count_words, batch))
        who = f"{self.service.name} at {self.service.place}"
        try:
            reply = ask(batch)
            self._unanswered = 0
            self._has_worked = self._has_worked or bool(reply.good)
            return reply
        except RefusedError as error:
            self._refused += len(batch) == 1
            self.service.give_back(words)
            why, is_cut = f"{who}: {error}", True
            if self._refused >= _REFUSALS and not self._has_worked:
                self._down = EngineError(
                    "engine-failed",
                    "{why}.",
                    why=why,
                    name=self.service.name,
                    hint="Look at [engines.{name}] in l10n.toml.",
                )
        except NoAnswerError as error:
            self._unanswered += 1
            self.service.give_back(0 if error.may_cost else words)
            why, is_cut = f"{who} gives no answer: {error}", False
            if self._unanswered >= _PATIENCE:
                self._down = EngineError(
                    "engine-failed",
                    "{why}.",
                    why=why,
                    hint="Run again later: what is done is kept, and not paid twice.",
                )
        except EngineError as error:
            self._down = error
            self.service.give_back(words)
            why, is_cut = error.message.rstrip("."), False
        return Reply(good={}, faults=dict.fromkeys(batch, why), is_cut=is_cut)

    def _batches(self, texts: Sequence[str], most: int) -> Iterator[list[str]]:
        batch: list[str] = []
        for text in texts:
            if batch and (len(batch) >= most or sum(map(len, batch)) + len(text) > self.longest):
                yield batch
                batch = []
            batch.append(text)
        if batch:
            yield batch


def _without(texts: Sequence[str], why: str, others: Sequence[str] = ()) -> dict[str, Draft]:
    """Empty drafts for the texts that are not among the others."""
    return {text: Draft(text="", notes=(why,)) for text in texts if text not in others}
