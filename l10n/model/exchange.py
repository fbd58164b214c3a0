"""What travels to another tool and back: a text with its translation, and how the catalog stood when it left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from l10n.model.message import Message, MessageKey
from l10n.model.state import State, seal, standing


class Category(StrEnum):
    """What an exported note is about. One of another category was written by the translator."""

    DEVELOPER = "developer"
    REMARK = "remark"
    """A translator comment of the catalog."""
    PREVIOUS = "previous source"
    CHANGE = "change"
    SUGGESTION = "suggestion"
    OTHER = "other translation"
    COMMENT = "comment"
    """What somebody said of the message, and nobody has settled yet."""


class Note(NamedTuple):
    """Something to know beside a text."""

    category: str
    """A Category, or whatever a tool calls its writer."""
    text: str

    @property
    def is_exported(self) -> bool:
        """True for what `export` wrote, and what so needs not be read back."""
        return self.category in frozenset(Category)


class Base(NamedTuple):
    """How a message stood when it was exported, written `70973b569d1c-draft`."""

    seal: str
    state: State

    def __str__(self) -> str:
        return f"{self.seal}-{self.state}"

    @classmethod
    def of(cls, message: Message) -> Base:
        return cls(seal(message), standing(message).state)

    @classmethod
    def parse(cls, text: str) -> Base | None:
        """Read what `str()` wrote; None for anything else."""
        found, _, state = text.strip().partition("-")
        return cls(found, State(state)) if state in frozenset(State) and found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A message, or one plural form of it."""

    message_id: str
    """See `message_id`. It stays when the translation is edited."""
    form: int | None = None
    """Which plural form, from 0; None for a message without them."""
    role: str | None = None
    """The msgctxt."""
    source: str
    target: str = ""
    state: State | None = None
    """As the file gives it; None where it says nothing. Only `is_fuzzy` of what a tool calls unfinished is sure."""
    base: Base | None = None
    """None where the tool lost it."""
    notes: tuple[Note, ...] = ()
    """On the way out, what a translator should know; on the way back, what the translator wrote."""
    fault: str = ""
    """Why the target cannot be read: a sentence without its beginning, `its placeholder 3 is unknown.`"""

    @property
    def id(self) -> str:
        """The id in a file: an XML NMTOKEN."""
        return self.message_id if self.form is None else f"{self.message_id}.{self.form}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeFile:
    """The texts of one domain in one locale, as a file carries them."""

    domain: str
    source_language: str
    target_language: str
    """Languages as BCP 47 tags in whatever spelling a tool gave them."""
    units: tuple[Unit, ...] = ()


def message_id(key: MessageKey) -> str:
    """What a message is called in files: made from its role and source, so that it is the same in every export."""
    context = "" if key.msgctxt is None else f"{key.msgctxt}\x04"
    return "m" + sha256((context + key.msgid).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def split_id(text: str) -> tuple[str, int | None]:
    """The message's id and the plural form in a unit's id."""
    name, dot, form = text.rpartition(".")
    return (name, int(form)) if dot and form.isdecimal() and len(form) < 3 else (text, None)
