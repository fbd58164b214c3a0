"""What every check promises: one translated text in, faults out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from l10n.checks.prose import prose
from l10n.model.finding import Severity
from l10n.model.message import Message


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One translated text, with all that a check may know of it. A message with plural forms is several."""

    source: str
    """What it was translated from: the msgid, or for later plural forms the msgid_plural."""
    target: str
    source_language: str
    locale: str
    domain: str
    message: Message
    form: int = 0
    """Which of the message's msgstr this is."""

    @property
    def role(self) -> str:
        """The part the text plays: `title`, `paragraph`, `badge`; empty where the catalog does not say."""
        return self.message.msgctxt or ""

    @property
    def languages(self) -> tuple[str, str]:
        """The languages of source and target, without script or region: `("en", "pt")`."""
        return self.source_language.partition("-")[0], self.locale.partition("-")[0]

    @cached_property
    def source_prose(self) -> str:
        """The source as readers see it: markup blanked, every other character in its place."""
        return prose(self.source)

    @cached_property
    def target_prose(self) -> str:
        """The translation as readers see it; a span in it is a span in `target`."""
        return prose(self.target)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check has to say; the step that runs it adds which message and which check."""

    severity: Severity
    text: str
    """One sentence: what is wrong, with the words it is about."""
    advice: str
    """What to do, as an order: `Write “15. desember”.`"""
    span: tuple[int, int] | None = None
    """Where in the translation, as [start, end); None where it is about what is missing."""


@dataclass(frozen=True, slots=True)
class Check:
    """A named pure function. A correct translation yields nothing: a false alarm is a fault of the check."""

    id: str
    """Stable, short, lower case: `numbers`."""
    title: str
    """What it looks for, in a line."""
    find: Callable[[Subject], Iterable[Fault]]
