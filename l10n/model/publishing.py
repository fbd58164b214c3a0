"""What may go out: the policy of a locale, and the verdict it leads to (law 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from l10n.model.provenance import Origin
from l10n.model.state import State

SOURCE_WORDS = "source"
"""How counts name words that are in their own language and pass every gate."""


CONSENT_ROLES = frozenset({"cookie heading", "cookie text", "button"})
"""Consent must be understood to be given, and its buttons must do what they say."""


class Fallback(StrEnum):
    """What stands where a message is below the gate's state."""

    SOURCE = "source"
    PIVOT = "pivot"
    DRAFT = "draft"
    LAST_APPROVED = "last-approved"
    """The approved text of a source that has changed since, marked as older; else the source."""
    OMIT = "omit"
    """Nothing: the passage is left out, and the page says that something is. The title and chrome never are."""
    FAIL = "fail"
    """Nothing: one such message holds the whole article back."""


class Partial(StrEnum):
    """What becomes of a locale of which some articles may not go out."""

    SKIP = "skip"
    """They are left out, and the others go out."""
    FAIL = "fail"
    """None of its articles goes out."""


class Labelling(StrEnum):
    """Which machine-made texts a page labels. Drafts are labelled under each of them."""

    UNLESS_REVIEWED = "unless-reviewed"
    """All but those that a reviewer vouches for on a site that names a responsible editor: EU AI Act, art. 50(4)."""
    ALWAYS = "always"
    DRAFTS = "drafts"
    """Only what nobody vouches for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The gate and the fallback of one locale. They are separate: a gate says whether, a fallback says what."""

    gate: State = State.TRANSLATED
    percent: float = 100.0
    checks: bool = False
    """No text that stands may have an error that the project's checks find and nobody has dismissed."""
    fallback: Fallback = Fallback.SOURCE
    pivot: str = ""
    mandatory: frozenset[str] = frozenset()
    """Roles of which every text must be in the gate's state, whatever the percentage."""
    fallbacks: Mapping[str, Fallback] = field(default_factory=dict)
    """Fallbacks of single roles, which go before the locale's."""
    careful: frozenset[str] = CONSENT_ROLES
    """Roles of consent and law: neither a draft nor an older text ever stands there, and none is left out."""
    partial: Partial = Partial.SKIP
    labelling: Labelling = Labelling.UNLESS_REVIEWED
    editor: str = ""
    """Who holds editorial responsibility for the site; empty where nobody is named."""

    def publishes(self, state: State) -> bool:
        """True for a translation that stands as it is: nothing rejected, stale or empty, and never a draft."""
        return state.rank >= max(self.gate.rank, State.TRANSLATED.rank)

    def fallback_of(self, role: str | None) -> Fallback:
        """What stands for a text in this role. What a careful role may not have is the source."""
        found = self.fallbacks.get(role or "", self.fallback)
        is_risky = found in (Fallback.LAST_APPROVED, Fallback.OMIT)
        return Fallback.SOURCE if is_risky and role in self.careful else found

    def publishes_drafts(self, role: str | None) -> bool:
        """Drafts go out, labelled, only where the locale says the word, and never where consent is given."""
        return role not in self.careful and self.prefers_own(role)

    def prefers_own(self, role: str | None) -> bool:
        """What a person wrote is not replaced by less because the gate asks for more, where even drafts may stand."""
        return self.gate is State.DRAFT or self.fallback_of(role) is Fallback.DRAFT

    def labels(self, origin: Origin | None, state: State) -> bool:
        """True where a page must say that a text which is no draft was made by a machine."""
        if origin is None or not origin.is_machine or self.labelling is Labelling.DRAFTS:
            return False
        is_answered_for = state.rank >= State.REVIEWED.rank and bool(self.editor)
        return self.labelling is Labelling.ALWAYS or not is_answered_for


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
    lacking: Mapping[str, int] = field(default_factory=dict)
    """Texts that must be there and are not fit to be, or have an error, by role: one holds the article back."""

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
        if self.lacking:
            return False
        wanted = 100.0 if self.fallback is Fallback.FAIL else self.percent
        return self.passing * 100 >= wanted * self.total

    @property
    def reason(self) -> str:
        """The figures in words: `75 % of 812 words are reviewed or better (gate: reviewed 100 %)`.

        Where chrome is counted too, it is said how many of the words are the article's; where the fallback is `fail`,
        how many texts have nothing that may stand in their place. Texts that must be there are named by role.
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
        lacking = ", ".join(f"{count} {role}" for role, count in sorted(self.lacking.items()))
        return f"{figures} ({rule})" + (f"; not fit to go out: {lacking}" if lacking else "")

    @property
    def _share(self) -> str:
        """Rounded down: only what is whole is called 100 %."""
        tenths = 1000 if not self.total else self.passing * 1000 // self.total
        return f"{tenths / 10:g}"
