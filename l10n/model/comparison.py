"""A comparison: all that diff says of two states of a project."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.change import Change, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedArticle:
    """An article whose file has another name now."""

    locale: str
    old: str
    """The domain that it had: `articles/harbour`."""
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortTotal:
    """What became of a machine's drafts in people's hands."""

    engine: str
    """As drafts are signed: `argos en_nb 1.9`; empty in a total by person."""
    person: str
    """Who vouches for the final texts; empty in a total by engine."""
    texts: int
    untouched: int
    """Of these, taken as the machine wrote them."""
    words: int
    """Words and signs of the final texts."""
    edits: int
    """Words and signs that were taken out, put in or replaced."""
    chrf: float
    """Of the machine's texts against the final ones, 0 to 100; higher is more alike."""

    @property
    def rate(self) -> float:
        """Edits for each word of the final text, as HTER counts them, but without its shifts."""
        return self.edits / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The changes between two states, the most important first, and what is to be said about all of them."""

    old: str
    """What the older side is called: `HEAD~1`."""
    new: str
    changes: tuple[Change, ...]
    moved: tuple[MovedArticle, ...] = ()
    efforts: tuple[EffortTotal, ...] = ()
    is_checked: bool = True
    """False where the checks were not run, so that no findings says nothing."""
    unblamed: int = 0
    """Catalogs of which git was not asked who brought their unsigned texts, because they are too many."""

    def count(self, kind: Kind) -> int:
        return sum(change.kind is kind for change in self.changes)

    @property
    def appeared(self) -> int:
        return sum(len(change.appeared) for change in self.changes)

    @property
    def vanished(self) -> int:
        return sum(len(change.vanished) for change in self.changes)
