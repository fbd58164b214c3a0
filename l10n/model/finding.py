"""A finding: what a check says of one message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.model.message import MessageKey
from l10n.model.state import State


class Severity(StrEnum):
    """An error stops a gate; a warning wants a look; a hint may be wrong."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Category(StrEnum):
    """Error types of Multidimensional Quality Metrics (https://themqm.org), as `dimension/type`."""

    TERMINOLOGY = "terminology/inconsistent-with-terminology-resource"
    INCONSISTENT_TERM = "terminology/inconsistent-use-of-terminology"
    WRONG_TERM = "terminology/wrong-term"
    MISTRANSLATION = "accuracy/mistranslation"
    ADDITION = "accuracy/addition"
    OMISSION = "accuracy/omission"
    DO_NOT_TRANSLATE = "accuracy/do-not-translate"
    UNTRANSLATED = "accuracy/untranslated"
    GRAMMAR = "linguistic-conventions/grammar"
    PUNCTUATION = "linguistic-conventions/punctuation"
    SPELLING = "linguistic-conventions/spelling"
    UNINTELLIGIBLE = "linguistic-conventions/unintelligible"
    CHARACTER_ENCODING = "linguistic-conventions/character-encoding"
    TEXTUAL_CONVENTIONS = "linguistic-conventions/textual-conventions"
    ORGANIZATIONAL_STYLE = "style/organizational-style"
    UNIDIOMATIC_STYLE = "style/unidiomatic-style"
    INCONSISTENT_STYLE = "style/inconsistent-style"
    NUMBER_FORMAT = "locale-conventions/number-format"
    CURRENCY_FORMAT = "locale-conventions/currency-format"
    MEASUREMENT_FORMAT = "locale-conventions/measurement-format"
    TIME_FORMAT = "locale-conventions/time-format"
    DATE_FORMAT = "locale-conventions/date-format"
    AUDIENCE = "audience-appropriateness/end-user-suitability"
    LAYOUT = "design-and-markup/layout"
    MARKUP_TAG = "design-and-markup/markup-tag"
    TEXT_EXPANSION = "design-and-markup/truncation-or-text-expansion"
    MISSING_TEXT = "design-and-markup/missing-text"
    LINK = "design-and-markup/link-or-cross-reference"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement that makes a fault good for certain: `text` takes the place of [start, end) of the translation."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault in one message, in words a translator can act on."""

    check: str
    """The stable id of the check: `numbers`."""
    severity: Severity
    message: str
    """One sentence: what is wrong, with the words it is about."""
    advice: str = ""
    """What to do about it."""
    locale: str
    domain: str
    key: MessageKey
    state: State
    """How the text stood: a fault in what nobody vouches for yet stops nothing."""
    form: int = 0
    """Which of the message's plural forms it is about."""
    span: tuple[int, int] | None = None
    """Where in the translation, as [start, end) in characters; None where it is about what is missing."""
    fix: tuple[Edit, ...] = ()
    """What would make it good, in order and without overlap; empty where that takes a person."""

    @property
    def is_blocking(self) -> bool:
        """True for an error in a text that counts as translated."""
        return self.severity is Severity.ERROR and self.state.rank >= State.TRANSLATED.rank
