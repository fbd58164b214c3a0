"""A machine's suggestion for a stale message: beside the old translation, in an entry that every gettext tool reads.

    # l10n-state: stale
    # l10n-suggestion-from: argos en_nb 1.9
    # l10n-suggestion-seal: 70973b569d1c
    # l10n-suggestion-note: 1 of 3 sentences drafted anew
    # l10n-suggestion: "Teksten slik den skulle vært nå."
    #, fuzzy
    msgid "The text as it is now."
    msgstr "Teksten slik den var."

Translator comments are carried by every tool and published by none. The seal is the one that the message would have
with this text, so a suggestion that msgmerge carried to another source counts for nothing. Any verdict drops it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from l10n.model.message import Message
from l10n.model.provenance import Origin
from l10n.model.state import SUGGESTION_PREFIX, State, is_record_line, judged, seal, standing

_FROM = f"{SUGGESTION_PREFIX}-from: "
_PIVOT = f"{SUGGESTION_PREFIX}-pivot: "
_SEAL = f"{SUGGESTION_PREFIX}-seal: "
_NOTE = f"{SUGGESTION_PREFIX}-note: "
_TEXT = f"{SUGGESTION_PREFIX}: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a machine would write where a person's text no longer fits its source."""

    texts: tuple[str, ...]
    """One for each plural form of the message."""
    origin: Origin
    pivot: str = ""
    """`nb 70973b569d1c`, where it was made from a pivot's text."""
    notes: tuple[str, ...] = ()


def with_suggestion(message: Message, suggestion: Suggestion) -> Message:
    """The message with this suggestion in the place of any other; text, state and verdicts stay as they are."""
    lines = [f"{_FROM}{suggestion.origin}"]
    lines += [f"{_PIVOT}{suggestion.pivot}"] if suggestion.pivot else []
    lines.append(_SEAL + seal(replace(message, msgstr=suggestion.texts)))
    lines += [_NOTE + note for note in suggestion.notes]
    lines += [_TEXT + json.dumps(text, ensure_ascii=False) for text in suggestion.texts]
    others = [line for line in message.comments if not line.startswith(SUGGESTION_PREFIX)]
    at = sum(map(is_record_line, others))
    return replace(message, comments=(*others[:at], *lines, *others[at:]))


def suggestion_of(message: Message) -> Suggestion | None:
    """The suggestion that stands beside a stale text, or None where there is none or it was made for another source."""
    lines = [line for line in message.comments if line.startswith(SUGGESTION_PREFIX)]
    if not lines or standing(message).state is not State.STALE:
        return None
    try:
        texts = tuple(str(json.loads(line)) for line in _values(lines, _TEXT))
    except json.JSONDecodeError:
        return None
    if _values(lines, _SEAL) != [seal(replace(message, msgstr=texts))] or len(texts) != len(message.msgstr):
        return None
    return Suggestion(
        texts=texts,
        origin=Origin.parse("".join(_values(lines, _FROM)[:1])),
        pivot="".join(_values(lines, _PIVOT)[:1]),
        notes=tuple(_values(lines, _NOTE)),
    )


def taken(message: Message) -> Message:
    """The message with its suggestion as its text: a draft like any other, until somebody vouches for it.

    A message that has none is given back as it is.
    """
    suggestion = suggestion_of(message)
    if suggestion is None:
        return message
    written = replace(message, msgstr=suggestion.texts)
    return judged(written, State.DRAFT, by=None, at="", origin=suggestion.origin)


def _values(lines: list[str], key: str) -> list[str]:
    return [line.removeprefix(key) for line in lines if line.startswith(key)]
