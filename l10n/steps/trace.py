"""Where the text of each new message comes from: an earlier version of it, if there was one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from l10n.model.message import FUZZY, Message, MessageKey
from l10n.model.source_change import Grade
from l10n.model.state import read_record, seal
from l10n.segmentation.cosmetic import face
from l10n.segmentation.roles import is_short, kind
from l10n.steps.grade import grade
from l10n.steps.likeness import LikenessIndex, best_pairs
from l10n.steps.regroup import Regrouped, regroup

ALIKE = 0.5
"""The least share of words that two versions of one text have in common."""
ALIKE_BRIEF = 0.6
"""The same for texts of fewer than ten words, where "on the command line" is half of many a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The earlier messages that one new message continues."""

    grade: Grade
    sources: tuple[Message, ...]
    """Live or obsolete entries of the old catalog."""
    why: str = ""
    regrouped: Regrouped | None = None
    """For SPLIT and MERGED: the sentences that it takes over."""
    restored: Message | None = None
    """For BACK: the entry as it was before another tool made it fuzzy."""


_Found = dict[MessageKey, Trace]
_Finder = Callable[[list[Message], list[Message], list[Message]], _Found]


def trace(
    added: Iterable[Message], lost: Iterable[Message], obsolete: Iterable[Message], *, source_language: str, locale: str
) -> _Found:
    """Key of a new message → its trace; a message without one is really new.

    `lost` are live entries that the template no longer has. The surest ways come first: the text itself among what
    was gone, a text that reads the same, sentences word for word, and only then likeness. No entry serves twice,
    but for the parts of a split.
    """

    def regrouped(added: list[Message], lost: list[Message], obsolete: list[Message]) -> _Found:
        return _regrouped(added, lost, source_language, locale)

    waiting = {message.key: message for message in added}
    live = [message for message in lost if any(message.msgstr)]
    gone = list(obsolete)
    found: _Found = {}
    finders: tuple[_Finder, ...] = (_came_back, _reverted, _reads_the_same, regrouped, _alike)
    for finder in finders:
        if not waiting:
            break
        traces = finder(list(waiting.values()), live, gone)
        found |= traces
        used = {id(source) for its_trace in traces.values() for source in its_trace.sources}
        waiting = {key: message for key, message in waiting.items() if key not in traces}
        live = [message for message in live if id(message) not in used]
        gone = [message for message in gone if id(message) not in used]
    return found


def _came_back(added: list[Message], lost: list[Message], obsolete: list[Message]) -> _Found:
    """Obsolete entries with the very same key."""
    by_key = {message.key: message for message in obsolete}
    return {
        message.key: Trace(grade=Grade.BACK, sources=(by_key[message.key],), why="the text is in the source again")
        for message in added
        if message.key in by_key
    }


def _reverted(added: list[Message], lost: list[Message], obsolete: list[Message]) -> _Found:
    """Entries that msgmerge made fuzzy, where the source is again what `#|` says and the old seal still fits."""
    wanted = {message.key for message in added}
    found: _Found = {}
    for message in lost:
        record = read_record(message)
        if message.previous is None or message.previous.msgid is None or record.state is None:
            continue
        flags = message.flags if record.state.is_fuzzy else tuple(flag for flag in message.flags if flag != FUZZY)
        before = replace(
            message,
            msgctxt=message.previous.msgctxt,
            msgid=message.previous.msgid,
            msgid_plural=message.previous.msgid_plural,
            previous=None,
            flags=flags,
        )
        if before.key in wanted and record.seal == seal(before):
            why = "the source is again what it was when this was translated"
            found[before.key] = Trace(grade=Grade.BACK, sources=(message,), restored=before, why=why)
    return found


def _reads_the_same(added: list[Message], lost: list[Message], obsolete: list[Message]) -> _Found:
    """Entries that differ by cosmetics only, or stand in another role of the same kind."""
    holders: dict[object, list[Message]] = defaultdict(list)
    for message in (*lost, *obsolete):
        holders[_identity(message)].append(message)
    found: _Found = {}
    for message in added:
        fitting = [
            holder
            for holder in holders.get(_identity(message), ())
            if holder.msgctxt == message.msgctxt or not is_short(message.msgid)
        ]
        if not fitting:
            continue
        source = min(fitting, key=lambda holder: (holder.obsolete, holder.msgctxt != message.msgctxt))
        holders[_identity(message)].remove(source)
        its_grade, why = grade(source.msgid, message.msgid)
        if source.obsolete:
            its_grade, why = Grade.BACK, f"it was gone and is in the source again; {why}".removesuffix("; ")
        elif its_grade is Grade.NONE:
            its_grade, why = Grade.MOVED, f"from {source.msgctxt} to {message.msgctxt}"
        found[message.key] = Trace(grade=its_grade, sources=(source,), why=why)
    return found


def _identity(message: Message) -> object:
    plural = message.msgid_plural
    return kind(message.msgctxt), face(message.msgid), plural if plural is None else face(plural)


def _regrouped(added: list[Message], lost: list[Message], source_language: str, locale: str) -> _Found:
    def is_prose(message: Message) -> bool:
        return kind(message.msgctxt) in ("prose", None) and message.msgid_plural is None

    new = [message for message in added if is_prose(message)]
    old = [message for message in lost if is_prose(message)]
    taken = regroup(old, new, source_language=source_language, locale=locale)
    return {
        new[index].key: Trace(grade=one.grade, sources=one.sources, regrouped=one, why=_regrouping(one))
        for index, one in taken.items()
    }


def _regrouping(one: Regrouped) -> str:
    carried = "with every sentence as it was" if one.is_complete else "and not every sentence could be carried"
    if one.grade is Grade.SPLIT:
        return f"it was part of a longer paragraph, {carried}"
    return f"it was {len(one.sources)} paragraphs, {carried}"


def _alike(added: list[Message], lost: list[Message], obsolete: list[Message]) -> _Found:
    """The closest earlier text of the same kind. Labels and brief headings are never guessed at."""
    groups: dict[object, tuple[list[Message], list[Message]]] = defaultdict(lambda: ([], []))
    for side, messages in enumerate((added, [*lost, *obsolete])):
        for message in messages:
            if not is_short(message.msgid) and any(message.msgstr) is bool(side):
                groups[kind(message.msgctxt), message.msgid_plural is None][side].append(message)
    found: _Found = {}
    for new, old in groups.values():
        index = LikenessIndex([message.msgid for message in old])
        ranked = [index.ranked(message.msgid, least=_least(message.msgid)) for message in new]
        for asker, candidate in best_pairs(ranked).items():
            message, source = new[asker], old[candidate]
            its_grade, why = grade(source.msgid, message.msgid)
            found[message.key] = Trace(grade=its_grade, sources=(source,), why=why)
    return found


def _least(text: str) -> float:
    return ALIKE if len(text.split()) >= 10 else ALIKE_BRIEF
