"""The story of a message: every verdict that the ledger keeps of it, and what has happened since the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey, source_before
from l10n.model.state import Standing, State, seal, standing
from l10n.steps.effort import Effort, effort


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One verdict, and whether it is about the text that stands there now."""

    entry: LedgerEntry
    is_current_text: bool
    is_earlier_source: bool
    """Given when the source read differently (the `#|` text of a stale message)."""
    effort: Effort | None = None
    """What was left of the machine's draft before it, where a person vouches for a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Verdicts oldest first, then how the message stands now."""

    message: Message
    now: Standing
    events: tuple[Event, ...]

    @property
    def is_unsigned(self) -> bool:
        """There is a text that no verdict is about: somebody edited it and signed nothing."""
        return self.message.has_text and not self.now.is_untouched and not self._is_in_ledger

    @property
    def is_signed_in_catalog_only(self) -> bool:
        """The message's own record vouches for its text, and the ledger says nothing of it."""
        return self.now.is_untouched and not self._is_in_ledger

    @property
    def _is_in_ledger(self) -> bool:
        return any(event.is_current_text for event in self.events)


def story(message: Message, domain: str, ledger: Iterable[LedgerEntry]) -> Story:
    """All that the ledger says of a message, of its earlier texts and of the source that it was before, in order.

    A line that a merge by union wrote twice is told once.
    """
    current, earlier = seal(message), source_before(message) or message.key
    events: dict[tuple[LedgerEntry, int], Event] = {}
    taken_back = 0
    for entry in ledger:
        key = MessageKey(entry.context, entry.msgid)
        if entry.domain == domain and (entry.seal == current or key in (message.key, earlier)):
            # a verdict that was taken back and given again in the same minute is two
            events[entry, taken_back] = Event(
                entry=entry, is_current_text=entry.seal == current, is_earlier_source=key == earlier != message.key
            )
            taken_back += entry.taken_back
    in_time = sorted(events.values(), key=lambda event: event.entry.at)
    return Story(message=message, now=standing(message), events=tuple(_with_effort(in_time)))


def _with_effort(events: Iterable[Event]) -> Iterator[Event]:
    """Each verdict of a person held against the last draft of the same source."""
    drafts: dict[str, str] = {}
    for event in events:
        entry = event.entry
        if entry.taken_back:
            pass
        elif entry.state is State.DRAFT:
            drafts[entry.msgid] = entry.text
        elif entry.state.rank >= State.TRANSLATED.rank and entry.msgid in drafts:
            event = replace(event, effort=effort(drafts[entry.msgid], entry.text))
        yield event
