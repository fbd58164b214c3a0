"""One message of a catalog: what a translator sees, and everything gettext keeps with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

FUZZY = "fuzzy"


class MessageKey(NamedTuple):
    """Who a message is: (msgctxt, msgid), and nothing else. Two messages with one key are one message."""

    msgctxt: str | None
    msgid: str


class Previous(NamedTuple):
    """The `#|` lines: the source text that the translation was made from, where it has changed since."""

    msgctxt: str | None = None
    msgid: str | None = None
    msgid_plural: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An entry of a PO file. Comment tuples hold one line each, without the `# `, `#. ` or `#: ` before it."""

    msgid: str
    msgctxt: str | None = None
    """The role the text plays (`title`, `image alt`, `badge`): never a line, an index or a path."""
    msgid_plural: str | None = None
    msgstr: tuple[str, ...] = ("",)
    """One string, or one for each plural form of the locale."""
    comments: tuple[str, ...] = ()
    """Translator comments, l10n's own `l10n-…:` lines among them (see state.py)."""
    extracted: tuple[str, ...] = ()
    """Notes from the source to the translator (`#.`)."""
    references: tuple[str, ...] = ()
    """Where the text stands (`#:`), as whole lines."""
    flags: tuple[str, ...] = ()
    previous: Previous | None = None
    obsolete: bool = False
    """Gone from the template (`#~`), and kept because its text may come back."""

    @property
    def key(self) -> MessageKey:
        return MessageKey(self.msgctxt, self.msgid)

    @property
    def is_fuzzy(self) -> bool:
        return FUZZY in self.flags

    @property
    def has_text(self) -> bool:
        """True when every plural form says something; a half-filled plural is not a translation."""
        return all(self.msgstr)

    @property
    def text(self) -> str:
        """The translation, or its first plural form."""
        return self.msgstr[0]


def source_before(message: Message) -> MessageKey | None:
    """The key that a message had when its translation was made (`#|`); None where the source is the same."""
    previous = message.previous
    return None if previous is None or previous.msgid is None else MessageKey(previous.msgctxt, previous.msgid)
