"""Who wrote a text, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a text comes from, written `argos en_nb 1.9`, `apertium nob-nno 1.5.0`, `human` or `memory`.

    A human origin has neither model nor version.
    """

    engine: str
    model: str = ""
    version: str = ""

    @property
    def is_machine(self) -> bool:
        return self.engine not in HUMAN_ORIGINS

    def __str__(self) -> str:
        return " ".join(part for part in (self.engine, self.model, self.version) if part)

    @classmethod
    @lru_cache(maxsize=256)
    def parse(cls, text: str) -> Origin:
        """Read what `str()` wrote; words past the third belong to the version. A project has few, in many records."""
        engine, model, version = (*text.split(None, 2), "", "", "")[:3]
        return cls(engine=engine, model=model, version=version)


HUMAN_ORIGINS = frozenset({"human", "maintainers"})
HUMAN = Origin(engine="human")
MEMORY = Origin(engine="memory")
"""A machine put it there, but its words are those that people wrote elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or a program that acts: `Ola Nordmann <ola@example.org>`."""

    name: str
    email: str = ""

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.email else self.name

    @classmethod
    @lru_cache(maxsize=256)
    def parse(cls, text: str) -> Actor:
        name, bracket, rest = text.partition("<")
        return cls(name=name.strip(), email=rest.rstrip("> ").strip() if bracket else "")

    def is_same_person(self, other: Actor) -> bool:
        """The address decides where both have one; names are spelled in many ways."""
        if self.email and other.email:
            return self.email.casefold() == other.email.casefold()
        return self.name.casefold() == other.name.casefold()
