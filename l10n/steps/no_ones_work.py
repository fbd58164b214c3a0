"""Texts that a person's text may replace without asking anyone."""

from __future__ import annotations

from l10n.model.message import Message
from l10n.model.state import State, standing


def is_no_ones_work(message: Message) -> bool:
    """Nothing at all, or a machine's draft that no person has touched."""
    found = standing(message)
    return not any(message.msgstr) or (found.state is State.DRAFT and found.is_untouched)
