"""What a machine would draft in a catalog, and from what: nothing is translated yet, so a dry run can show it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts
from l10n.model.memory import Memory
from l10n.model.message import Message
from l10n.model.provenance import MEMORY, Origin
from l10n.model.state import PIVOT_LINE, Standing, State, seal, standing
from l10n.model.suggestion import suggestion_of
from l10n.segmentation.alignment import aligned
from l10n.steps.mend import Frame, mend
from l10n.steps.sentence_memory import SentenceMemory


@dataclass(frozen=True, slots=True, kw_only=True)
class Pivot:
    """Another locale's translations of the same messages, to draft from."""

    locale: str
    catalog: Catalog
    least: State
    """Texts below this state are not drafted from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One message to draft."""

    message: Message
    texts: tuple[str, ...]
    """What to translate, or to take as it is from memory: one text, or the singular and the plural."""
    language: str
    """The language of `texts`; the locale's own where they come from memory."""
    origin: Origin
    pivot: str = ""
    """`nb 70973b569d1c`, where the texts are a pivot's."""
    is_suggestion: bool = False
    """The message is stale: the draft goes beside its text, never instead of it."""
    frame: Frame | None = None
    """Which sentences have a translation already, in the message's own old text or in memory; `texts` are for its
    holes."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The message's own words that are to be drafted, whatever language they are drafted from."""
        if self.frame and (self.texts or self.is_suggestion):
            return self.frame.holes
        return (self.message.msgid,)

    def whole(self, drafts: tuple[str, ...]) -> tuple[str, ...]:
        """What to write, given a draft of each of `texts`."""
        return (self.frame.filled(drafts),) if self.frame else drafts

    @property
    def is_remembered(self) -> bool:
        return self.origin == MEMORY


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to draft in a catalog, and what is left alone."""

    jobs: tuple[Job, ...] = ()
    waiting: tuple[Message, ...] = ()
    """Messages that could be drafted if the pivot's text were good enough, or the engine were installed."""
    stale: int = 0
    """Messages whose source changed: a person's text stands there, so nothing is drafted over it. The jobs may hold
    suggestions for them."""


def plan_drafts(
    catalog: Catalog,
    *,
    locale: str,
    source_language: str,
    origins: Mapping[str, Origin],
    memory: Memory,
    sentences: SentenceMemory | None = None,
    pivot: Pivot | None = None,
    accepted: Collection[str] = (),
    refresh: bool = False,
) -> Plan:
    """Go through a catalog's live messages in order.

    `origins` holds the languages that the locale's engine can translate from. A new message comes from memory, whole
    or by its sentences, and the rest of it from the pivot, else from the source. A stale one gets a suggestion in the
    same way, with the sentences that did not change from its own old translation. A draft or suggestion that no one
    has touched is made anew where another engine or another text would make it now, or where `refresh` asks for it;
    one of an engine in `accepted` stays. What a person wrote is never planned for.
    """
    jobs: list[Job] = []
    waiting: list[Message] = []
    stale = 0
    for message in catalog.live:
        found = standing(message)
        stale += found.state is State.STALE
        is_new, is_outdated = found.state is State.NEW, found.state is State.STALE and _is_outdated(message, found)
        if not (is_new or is_outdated or _is_untouched_draft(found)):
            continue
        job = _from_memory(message, locale, memory)
        if job is None:
            frame = _frame(message, source_language, locale, sentences, is_outdated=is_outdated)
            by_machine = (pivot and _from_pivot(message, pivot, origins)) or _from_source(
                message, source_language, origins
            )
            job = _framed(by_machine, frame, message, source_language, locale) if frame else by_machine
        if job is None:
            waiting += [message] if is_new else []
        elif is_outdated:
            beside = replace(job, is_suggestion=True)
            jobs += [beside] if refresh or _would_suggest_otherwise(beside, accepted) else []
        elif is_new or refresh or _would_differ(found, job, accepted):
            jobs.append(job)
    return Plan(jobs=tuple(jobs), waiting=tuple(waiting), stale=stale)


def _is_untouched_draft(found: Standing) -> bool:
    is_machine = found.origin is not None and found.origin.is_machine
    return found.state is State.DRAFT and found.is_untouched and found.is_fresh and is_machine


def _from_memory(message: Message, locale: str, memory: Memory) -> Job | None:
    text = memory.find(message)
    return None if text is None else Job(message=message, texts=(text,), language=locale, origin=MEMORY)


def _from_pivot(message: Message, pivot: Pivot, origins: Mapping[str, Origin]) -> Job | None:
    theirs = pivot.catalog.by_key.get(message.key)
    if theirs is None or pivot.locale not in origins:
        return None
    found = standing(theirs)
    if found.state.rank < pivot.least.rank or not found.is_fresh:
        return None
    texts = theirs.msgstr if message.msgid_plural is None else (theirs.msgstr[0], theirs.msgstr[-1])
    origin, line = origins[pivot.locale], f"{pivot.locale} {seal(theirs)}"
    return Job(message=message, texts=texts, language=pivot.locale, origin=origin, pivot=line)


def _from_source(message: Message, language: str, origins: Mapping[str, Origin]) -> Job | None:
    if language not in origins:
        return None
    texts = (message.msgid,) if message.msgid_plural is None else (message.msgid, message.msgid_plural)
    return Job(message=message, texts=texts, language=language, origin=origins[language])


def _would_differ(found: Standing, job: Job, accepted: Collection[str]) -> bool:
    """Has what an untouched draft was made from changed, and not for the worse?

    A new version of the same model is no reason by itself: two machines would undo each other's drafts.
    """
    if job.is_remembered:
        return found.origin != MEMORY or job.whole(job.texts) != job.message.msgstr
    pivot = next((line.removeprefix(PIVOT_LINE) for line in found.record.extra if line.startswith(PIVOT_LINE)), "")
    if found.origin is None or found.origin == MEMORY or (pivot and not job.pivot):
        return False
    return _lacks_memory(job, job.message.text) or _is_of_another(found.origin, pivot, job, accepted)


def _is_of_another(was: Origin, pivot: str, job: Job, accepted: Collection[str]) -> bool:
    """Was it made by another engine or model than the job's, or from another text of the pivot?"""
    if was.engine != job.origin.engine and was.engine in accepted:
        return pivot != job.pivot
    return (was.engine, was.model, pivot) != (job.origin.engine, job.origin.model, job.pivot)


def _lacks_memory(job: Job, text: str) -> bool:
    """Does a draft lack a sentence that people have translated since?"""
    return job.frame is not None and any(kept and kept not in text for kept in job.frame.kept)


def _is_outdated(message: Message, found: Standing) -> bool:
    """Is a stale text stale because of its source? Else a person took the vouching back, or two people disagree."""
    return (message.previous is not None or not found.is_untouched) and not conflicting_texts(message)


def _frame(
    message: Message, source_language: str, locale: str, memory: SentenceMemory | None, *, is_outdated: bool
) -> Frame | None:
    """What stands already of a message, sentence by sentence: in its own old text, or in others.

    None where no sentence of a new message is known, and for plurals.
    """
    if message.msgid_plural is not None:
        return None
    if is_outdated:
        frame = mend(message, source_language=source_language, locale=locale)
        return memory.filled(frame, message.msgctxt) if memory else frame
    if memory is None:
        return None
    frame = memory.filled(Frame.empty(message.msgid, source_language), message.msgctxt)
    return frame if frame.remembered else None


def _framed(whole: Job | None, frame: Frame, message: Message, source_language: str, locale: str) -> Job | None:
    """The job, only for the sentences that have no translation yet, where the pivot's can be told apart."""
    if frame.places and not frame.holes:
        return Job(message=message, texts=(), language=locale, origin=MEMORY, frame=frame)
    if whole is None:
        return None
    theirs: Sequence[str] | None = frame.sentences
    if whole.pivot:
        theirs = aligned(message.msgid, whole.texts[0], source_language, whole.language)
    if theirs is None:
        return whole
    texts = tuple(text for text, kept in zip(theirs, frame.kept, strict=True) if kept is None)
    return replace(whole, texts=texts, frame=frame)


def _would_suggest_otherwise(job: Job, accepted: Collection[str]) -> bool:
    """Has what a suggestion was made from changed? By the rule of `_would_differ`."""
    there = suggestion_of(job.message)
    if there is None:
        return True
    if job.is_remembered:
        return there.origin != MEMORY or job.whole(job.texts) != there.texts[:1]
    if there.origin == MEMORY or (there.pivot and not job.pivot):
        return False
    return _lacks_memory(job, there.texts[0]) or _is_of_another(there.origin, there.pivot, job, accepted)
