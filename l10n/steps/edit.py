"""A person's text for one message, signed as translated."""

from __future__ import annotations

from dataclasses import replace

from l10n.errors import InvalidInputError
from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.message import MessageKey
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged, standing
from l10n.model.suggestion import suggestion_of
from l10n.steps.judge import Judging, Outcome, judge

_ALLOWED = "\n\t"


def edit(catalog: Catalog, key: MessageKey, texts: tuple[str, ...], *, domain: str, actor: Actor, at: str) -> Judging:
    """Put a person's text (one for each plural form) in the place of a message's own, and sign it as translated.

    A text that is what stands there already is accepted: a draft becomes translated and keeps its origin, and what
    is vouched for stays as it is. A machine's suggestion that is taken word for word stays the machine's. Line ends
    are those of the source: `msgfmt -c` refuses others. Raises InvalidInputError for an empty text, another number
    of forms, or characters that no text has.
    """
    message = catalog.by_key[key]
    texts = tuple(_ending_as(message.msgid, text) for text in texts)
    _check(texts, len(message.msgstr))
    found = standing(message)
    if texts == message.msgstr:
        if found.is_untouched and found.state.rank >= State.TRANSLATED.rank:
            kept = Outcome(key=key, before=found.state, after=found.state)
            return Judging(catalog=catalog, entries=(), outcomes=(kept,))
        return judge(catalog, [key], State.TRANSLATED, domain=domain, actor=actor, at=at)
    suggestion = suggestion_of(message)
    origin = suggestion.origin if suggestion and suggestion.texts == texts else HUMAN
    new = judged(replace(message, msgstr=texts), State.TRANSLATED, by=actor, at=at, origin=origin)
    entry = LedgerEntry.of_verdict(new, State.TRANSLATED, domain=domain, by=actor, at=at, origin=origin)
    outcome = Outcome(key=key, before=found.state, after=State.TRANSLATED)
    return Judging(catalog=catalog.with_messages([new]), entries=(entry,), outcomes=(outcome,))


def _ending_as(source: str, text: str) -> str:
    """The text with a newline at its start and its end exactly where the source has one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not text:
        return text
    return "\n" * source.startswith("\n") + text + "\n" * (source.endswith("\n") and source != "\n")


def _check(texts: tuple[str, ...], forms: int) -> None:
    if len(texts) != forms:
        raise InvalidInputError(
            "plural-forms",
            "the message has {forms} plural forms, and {count} were given.",
            forms=forms,
            count=len(texts),
        )
    if not all(text.strip() for text in texts):
        raise InvalidInputError(
            "text-empty", "an empty text cannot be saved.", hint="Write a translation, or reject the one there."
        )
    strange = {char for text in texts for char in text if ord(char) < 32 and char not in _ALLOWED}
    if strange:
        named = ", ".join(f"U+{ord(char):04X}" for char in sorted(strange))
        raise InvalidInputError(
            "control-character",
            "the text holds control characters ({named}).",
            named=named,
            hint="Take them out and save again.",
        )
