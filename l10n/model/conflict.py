"""A message that two people translated differently: both texts, in one entry that every gettext tool can read.

The entry holds our text, fuzzy, and theirs in translator comments, each plural form as a JSON string on its line:

    # l10n-state: stale
    # l10n-theirs-by: Kari Nordmann <kari@example.org> 2026-01-05T10:11Z
    # l10n-theirs: "Beslektede artikler"
    #, fuzzy
    msgid "Related articles"
    msgstr "Relaterte artikler"

Vouching for either text resolves it (`state.judged` drops the lines); a rejection does not. An editor resolves it by
choosing a text, deleting the `l10n-theirs` lines and clearing the fuzzy mark.
"""

from __future__ import annotations

import json
from dataclasses import replace

from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import CONFLICT_PREFIX, State, judged, standing

_TEXT = f"{CONFLICT_PREFIX}: "
_BY = f"{CONFLICT_PREFIX}-by: "


def with_conflict(ours: Message, theirs: Message) -> Message:
    """Our message, no longer vouched for by anyone, with the text and the signature of theirs beside it.

    A signature that stands on a text which was edited after it is not its writer's, and is left out.
    """
    ourselves, them = standing(ours), standing(theirs)
    record, other = ourselves.record, them.record
    by = record.by if ourselves.is_untouched else None
    unsettled = judged(ours, State.STALE, by=by, at=record.at, origin=ourselves.origin)
    lines = [f"{_BY}{other.by} {other.at}"] if other.by and them.is_untouched else []
    lines += [_TEXT + json.dumps(text, ensure_ascii=False) for text in theirs.msgstr]
    unsettled_before = [line for line in (*record.extra, *other.extra) if line.startswith(CONFLICT_PREFIX)]
    return replace(unsettled, comments=(*unsettled.comments, *lines, *unsettled_before))


def conflicting_texts(message: Message) -> list[tuple[str, ...]]:
    """The other texts of a message, each with as many plural forms as its own; empty where nothing is in conflict.

    A line that somebody damaged is passed over.
    """
    forms: list[str] = []
    for line in message.comments:
        if line.startswith(_TEXT):
            try:
                forms.append(str(json.loads(line.removeprefix(_TEXT))))
            except json.JSONDecodeError:
                continue
    size = len(message.msgstr)
    return [tuple(forms[at : at + size]) for at in range(0, len(forms) - size + 1, size)]


def signature_of_theirs(message: Message) -> str:
    """Who signed the other text, and when; empty where nobody did."""
    return next((line.removeprefix(_BY) for line in message.comments if line.startswith(_BY)), "")


def with_theirs(message: Message) -> Message:
    """The message settled with its other text, as its writer signed it. Call it for one that is in conflict."""
    who, _, at = signature_of_theirs(message).rpartition(" ")
    theirs = replace(message, msgstr=conflicting_texts(message)[0])
    return judged(theirs, State.TRANSLATED, by=Actor.parse(who) if who else None, at=at, origin=HUMAN)
