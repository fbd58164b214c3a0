"""Comments that follow their message when its source changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from l10n.model.comment import Comment
from l10n.model.message import MessageKey
from l10n.model.source_change import SourceChange


def carry_comments(comments: Iterable[Comment], domain: str, changes: Iterable[SourceChange]) -> list[Comment]:
    """Lines to add, so that each message keeps what was said of it under its earlier sources; ids stay.

    The parts of a paragraph that was split each keep the comments of the whole.
    """
    said: dict[MessageKey, dict[str, Comment]] = defaultdict(dict)
    for one in comments:
        if one.domain == domain:
            said[one.key][one.id] = one
    added: list[Comment] = []
    for change in changes:
        for key in change.previous:
            for one in list(said.get(key, {}).values()):
                if one.id not in said[change.key]:
                    moved = replace(one, context=change.key.msgctxt, msgid=change.key.msgid)
                    said[change.key][one.id] = moved
                    added.append(moved)
    return added
