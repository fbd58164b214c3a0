"""What may go out: the policy of a locale, and the verdict it leads to (law 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from l10n.model.state import State

SOURCE_WORDS = "source"
"""How counts name words that are in their own language and pass every gate."""


class Fallback(StrEnum):
    """What stands where a message is below the gate's state."""

    SOURCE = "source"
    PIVOT = "pivot"
    DRAFT = "draft"
    FAIL = "fail"
    """Nothing: one such message holds the whole article back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The gate and the fallback of one locale. They are separate: a gate says whether, a fallback says what."""

    gate: State = State.TRANSLATED
    percent: float = 100.0
    fallback: Fallback = Fallback.SOURCE
    pivot: str = ""

    def publishes(self, state: State) -> bool:
        """True for a translation that stands as it is: nothing rejected, stale or empty, and never a draft."""
        return state.rank >= max(self.gate.rank, State.TRANSLATED.rank)

    @property
    def publishes_drafts(self) -> bool:
        """Drafts go out, labelled, only where the locale says the word."""
        return self.gate is State.DRAFT or self.fallback is Fallback.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """May this go out? Counted in words of the source, by the state of their message."""

    locale: str
    subject: str
    """An article's slug, or the domain of a catalog."""
    words: Mapping[str, int]
    """By state, the best first; `source` for words in their own language. States without words are left out."""
    gate: State
    percent: float
    fallback: Fallback
    around: int = 0
    """How many of the words are not the article's, but of the chrome that its page uses."""
    below: int = 0
    """Texts, not words, that are below the gate's state: another text would have to stand in their place."""

    @property
    def total(self) -> int:
        return sum(self.words.values())

    @property
    def passing(self) -> int:
        """Words in the gate's state or a better one."""
        return sum(n for state, n in self.words.items() if state == SOURCE_WORDS or State(state).rank >= self.gate.rank)

    @property
    def is_met(self) -> bool:
        """True when it may go out. Under the fallback `fail`, every word must pass."""
        wanted = 100.0 if self.fallback is Fallback.FAIL else self.percent
        return self.passing * 100 >= wanted * self.total

    @property
    def reason(self) -> str:
        """The figures in words: `75 % of 812 words are reviewed or better (gate: reviewed 100 %)`.

        Where chrome is counted too, it is said how many of the words are the article's; where the fallback is `fail`,
        how many texts have nothing that may stand in their place.
        """
        better = "" if self.gate is State.FINAL else " or better"
        rule = f"gate: {self.gate} {self.percent:g} %"
        if self.fallback is Fallback.FAIL:
            rule += ", fallback: fail"
        one = self.total == 1
        split = f", {self.total - self.around} of the article and {self.around} of the chrome around it,"
        counted = f"{self.total} {'word' if one else 'words'}{split if self.around else ''} {'is' if one else 'are'}"
        figures = f"{self._share} % of {counted} {self.gate}{better}"
        if self.fallback is Fallback.FAIL and self.below:
            figures += f", and {self.below} {'text' if self.below == 1 else 'texts'} would fall back"
        return f"{figures} ({rule})"

    @property
    def _share(self) -> str:
        """Rounded down: only what is whole is called 100 %."""
        tenths = 1000 if not self.total else self.passing * 1000 // self.total
        return f"{tenths / 10:g}"
