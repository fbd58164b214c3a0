"""Bringing a catalog up to its template, with every change of the source graded by its meaning (law 5)."""

from __future__ import annotations

import re
from dataclasses import replace

from l10n.model.catalog import Catalog
from l10n.model.message import Message, MessageKey, Previous
from l10n.model.source_change import Grade, SourceChange
from l10n.model.state import CARRIED, CHANGED, State, standing
from l10n.model.synced import Synced
from l10n.steps.carry import assembled, made_stale, refreshed, remarked, renamed, untranslated
from l10n.steps.grade import grade
from l10n.steps.order import moved
from l10n.steps.retire import retire
from l10n.steps.trace import Trace, trace

_NPLURALS = re.compile(r"nplurals\s*=\s*(\d+)")


def sync(template: Catalog, catalog: Catalog, *, source_language: str, locale: str) -> Synced:
    """Put the catalog's messages under the template's, and lose no text.

    A message whose key is still there keeps text, comments and state, byte for byte; only its notes follow the
    template. A text that reads the same keeps translation and review; one that says something else keeps the old
    translation, stale, with the source it was made from, and the old entry stays as an obsolete one: so a reverted
    source finds its translation, state and seal again. Running it twice changes nothing the second time.
    """
    if _is_current(template, catalog):
        return Synced(catalog=catalog, changes=(), unchanged=len(catalog.by_key))
    kept = _kept(template, catalog)
    lost = [message for message in catalog.live if message.key not in template.by_key]
    added = [message for message in template.live if message.key not in catalog.by_key]
    obsolete = [message for message in catalog.messages if message.obsolete]
    traces = trace(added, lost, obsolete, source_language=source_language, locale=locale) if added else {}
    forms = _plural_forms(catalog)
    results = dict(kept)
    for message in added:
        results[message.key] = _brought_in(message, traces.get(message.key), forms, catalog)
    live = [results[message.key] for message in template.live]
    continued = {
        id(source) for its_trace in traces.values() for source in its_trace.sources if its_trace.grade.carries_review
    }
    old = [message for message in obsolete if id(message) not in continued and not _is_void(message, results)]
    leaving = (message for message in lost if id(message) not in continued)
    retiring = retire(leaving, [*old, *(message for message, _ in live)])
    used = {source.key for its_trace in traces.values() for source in its_trace.sources if not source.obsolete}
    changes = [change for _, change in live if change is not None]
    changes += [_gone(message) for message in lost if message.key not in used]
    return Synced(
        catalog=replace(catalog, messages=(*(message for message, _ in live), *old, *retiring)),
        changes=tuple(changes),
        unchanged=sum(change is None for _, change in live),
    )


def _is_current(template: Catalog, catalog: Catalog) -> bool:
    """True when the catalog has the template's messages, notes and order already."""
    return len(template.by_key) == len(catalog.by_key) and all(
        wanted.msgid == message.msgid
        and wanted.msgctxt == message.msgctxt
        and wanted.msgid_plural == message.msgid_plural
        and refreshed(message, wanted) is message
        for wanted, message in zip(template.live, catalog.live, strict=True)
    )


_Result = tuple[Message, SourceChange | None]


def _kept(template: Catalog, catalog: Catalog) -> dict[MessageKey, _Result]:
    """Messages that are in both, in the template's order."""
    before = catalog.by_key
    both = [message for message in template.live if message.key in before]
    place = {key: at for at, key in enumerate(before)}
    wandered = moved([place[message.key] for message in both])
    kept: dict[MessageKey, _Result] = {}
    for at, wanted in enumerate(both):
        message = before[wanted.key]
        if wanted.msgid_plural != message.msgid_plural:
            kept[wanted.key] = _with_other_plural(message, wanted, _plural_forms(catalog))
            continue
        change = None
        if at in wandered:
            state = standing(message).state
            change = SourceChange(
                grade=Grade.MOVED, key=wanted.key, before=state, after=state, why="it stands elsewhere in the source"
            )
        kept[wanted.key] = refreshed(message, wanted), change
    return kept


def _with_other_plural(message: Message, wanted: Message, forms: int) -> _Result:
    new = made_stale(message, wanted, forms) if any(message.msgstr) else untranslated(wanted, forms)
    return new, _change(Grade.REWORDED, wanted.key, (message,), new, "its plural is another")


def _brought_in(wanted: Message, its_trace: Trace | None, forms: int, catalog: Catalog) -> _Result:
    """A message that the catalog did not have, with what could be carried to it."""
    if its_trace is None:
        return untranslated(wanted, forms), SourceChange(
            grade=Grade.NEW, key=wanted.key, before=State.NEW, after=State.NEW, why=_why_new(wanted, catalog)
        )
    new = _carried(wanted, its_trace, forms)
    return new, _change(its_trace.grade, wanted.key, its_trace.sources, new, its_trace.why)


def _why_new(wanted: Message, catalog: Catalog) -> str:
    """Why nothing is carried to a message. The same text in another role can mean something else there."""
    same = [message for message in catalog.messages if message.msgid == wanted.msgid]
    if not same:
        return "nothing like it was there before"
    known = next((message for message in same if any(message.msgstr)), same[0])
    role = known.msgctxt or "a text without a role"
    if not any(known.msgstr):
        return f"the same text is known as {role}, where it has no translation"
    return f"the same text is known as {role}, and nothing is carried from there to another role"


def _carried(wanted: Message, its_trace: Trace, forms: int) -> Message:
    source = its_trace.restored or its_trace.sources[0]
    if its_trace.grade.carries_review:
        if source.key == wanted.key and source.msgid_plural == wanted.msgid_plural:
            return refreshed(replace(source, obsolete=False), wanted)
        if source.key != wanted.key:
            return renamed(source, wanted)
    regrouped = its_trace.regrouped
    if any(map(_is_machine_draft, regrouped.donors if regrouped else its_trace.sources)):
        return untranslated(wanted, forms)  # nobody has worked on it: a fresh draft is worth more than a stale one
    if regrouped is None:
        return made_stale(source, wanted, forms, why="" if its_trace.grade.carries_review else its_trace.why)
    if not regrouped.text:
        return untranslated(wanted, forms)
    vouched = all(standing(one).state.rank >= State.TRANSLATED.rank for one in regrouped.donors)
    if regrouped.is_complete and vouched:
        whole = assembled(wanted, (regrouped.text,), State.TRANSLATED, donor=source)
        was = "a paragraph that was split" if regrouped.grade is Grade.SPLIT else "paragraphs that were merged"
        return remarked(whole, f"{CARRIED}every sentence unchanged, from {was}")
    # what was stale already stays so for the reason it had
    previous = source.previous or Previous(source.msgctxt, regrouped.previous)
    stale = assembled(wanted, (regrouped.text,), State.STALE, donor=source, previous=previous)
    why = grade(previous.msgid or "", wanted.msgid).why
    return remarked(stale, CHANGED + why) if why else stale


def _is_machine_draft(message: Message) -> bool:
    found = standing(message)
    by_machine = found.origin is not None and found.origin.is_machine
    return found.state is State.DRAFT and found.is_untouched and by_machine


def _change(its_grade: Grade, key: MessageKey, sources: tuple[Message, ...], new: Message, why: str) -> SourceChange:
    return SourceChange(
        grade=its_grade,
        key=key,
        previous=tuple(source.key for source in sources if source.key != key),
        before=standing(sources[0]).state,
        after=standing(new).state,
        why=why,
    )


def _gone(message: Message) -> SourceChange:
    state = standing(message).state
    return SourceChange(grade=Grade.GONE, key=message.key, before=state, after=state, why="the source no longer has it")


def _is_void(message: Message, live: dict[MessageKey, _Result]) -> bool:
    """True for an obsolete entry without a text whose key is live again: gettext refuses a key that stands twice."""
    return message.key in live and not any(message.msgstr)


def _plural_forms(catalog: Catalog) -> int:
    match = _NPLURALS.search(catalog.headers.get("Plural-Forms", ""))
    return int(match[1]) if match else 2
