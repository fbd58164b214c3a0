"""Finding the messages that a person means, by what they can see of them."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.errors import UsageError
from l10n.model.catalog import Catalog
from l10n.model.message import Message
from l10n.model.state import SEAL_LENGTH, seal


def find_message(catalog: Catalog, wanted: str) -> Message:
    """The one live message that `wanted` names: its id (as `review` prints it), its role, or a part of its text.

    Raises UsageError where nothing fits, or more than one message does.
    """
    return find_among({"": catalog}, wanted)[1]


def find_among(catalogs: Mapping[str, Catalog], wanted: str) -> tuple[str, Message]:
    """The same among several catalogs by domain; the domain, and the message."""
    found = [
        (domain, message)
        for domain, catalog in catalogs.items()
        for message in _by_seal(catalog, wanted) or _by_role(catalog, wanted) or _by_text(catalog, wanted)
    ]
    if not found:
        raise UsageError(
            "no-such-message",
            "No message here is called {wanted!r}.",
            wanted=wanted,
            hint="`l10n review --list` shows them with ids.",
        )
    if len(found) > 1:
        listed = "\n  ".join(f"{seal(message)}  {message.msgid[:60]}" for _, message in found[:10])
        raise UsageError(
            "several-messages",
            "{wanted!r} fits {count} messages; name one by its id:",
            wanted=wanted,
            count=len(found),
            advice=listed,
            hint="{advice}",
        )
    return found[0]


def _by_seal(catalog: Catalog, wanted: str) -> list[Message]:
    if not 4 <= len(wanted) <= SEAL_LENGTH or not set(wanted) <= set("0123456789abcdef"):
        return []
    return [message for message in catalog.live if seal(message).startswith(wanted)]


def _by_role(catalog: Catalog, wanted: str) -> list[Message]:
    return [message for message in catalog.live if message.msgctxt == wanted]


def _by_text(catalog: Catalog, wanted: str) -> list[Message]:
    exact = [message for message in catalog.live if wanted in (message.msgid, message.text)]
    part = wanted.casefold()
    return exact or [
        message for message in catalog.live if part in message.msgid.casefold() or part in message.text.casefold()
    ]
