"""How much of what people vouch for is a machine's text as it came."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey, source_before
from l10n.model.provenance import MEMORY, Origin
from l10n.model.state import State, standing

# what stands between blanks; Han and kana, which are written without, sign by sign
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")

Drafts = dict[tuple[str, MessageKey], str]
"""Domain and message → what the machine last wrote there."""


@dataclass(frozen=True, slots=True)
class Share:
    """Tokens of texts, and how many of them are a machine's, unmodified. Shares of several texts add up."""

    unmodified: int
    tokens: int

    @property
    def ratio(self) -> float:
        return self.unmodified / self.tokens if self.tokens else 0.0

    def __add__(self, other: Share) -> Share:
        return Share(self.unmodified + other.unmodified, self.tokens + other.tokens)


def unmodified(machine: str, final: str) -> Share:
    """The share of unmodified content, as MediaWiki's Content Translation measures it.

    Of the longer of the two texts, the tokens that the shorter one has too, wherever they stand in it. An empty text
    has nothing in common with any. The rule is that of `calculateUnmodifiedContent` in the extension
    (mediawiki/extensions/ContentTranslation, modules/mw.cx.TranslationTracker.js), but that a token of one sign is
    told by its script and not by the name of the language. steps/effort.py asks another question: how much of the
    machine's work was of use, in its order.
    """
    before, after = _TOKEN.findall(machine), _TOKEN.findall(final)
    longer, shorter = (after, set(before)) if len(after) > len(before) else (before, set(after))
    return Share(sum(token in shorter for token in longer), len(longer))


def machine_drafts(ledger: Iterable[LedgerEntry]) -> Drafts:
    """The machines' raw texts that the ledger keeps, the last one for each message."""
    return {
        (entry.domain, MessageKey(entry.context, entry.msgid)): entry.text
        for entry in ledger
        if entry.state is State.DRAFT and not entry.taken_back and is_by_machine(Origin.parse(entry.origin))
    }


def machine_text(message: Message, domain: str, drafts: Drafts) -> str | None:
    """The machine's text that a translation began as; None where no machine wrote one.

    A stale text began before its source changed, so a suggestion made for the new source is not it.
    Where the ledger knows of none, a text that still has a machine's origin is that machine's own: whoever edits it
    becomes its origin.
    """
    known = drafts.get((domain, _key_when_written(message)))
    if known is None and is_by_machine(standing(message).origin):
        return "\n".join(message.msgstr)
    return known


def _key_when_written(message: Message) -> MessageKey:
    """The message as it was called when its text was written."""
    before = source_before(message)
    return before if before and standing(message).state is State.STALE else message.key


def unmodified_share(messages: Iterable[Message], domain: str, drafts: Drafts) -> Share:
    """The share over whole translations. A text that no machine drafted counts with its tokens, none of them
    unmodified."""
    total = Share(0, 0)
    for message in messages:
        final = "\n".join(message.msgstr)
        total += unmodified(machine_text(message, domain, drafts) or "", final)
    return total


def is_by_machine(origin: Origin | None) -> bool:
    """True for an engine; people's own words that the memory put in are people's."""
    return origin is not None and origin.is_machine and origin != MEMORY
