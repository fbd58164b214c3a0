"""Fill what is new with drafts: fuzzy, sealed, with their origin, and with notes on what the machine lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from statistics import fmean

from l10n.checks.contract import Subject
from l10n.engines.contract import Draft, Engine
from l10n.errors import EngineError
from l10n.model.catalog import Catalog
from l10n.model.glossary import Term, kept_terms
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.state import DRAFT_NOTE_LINE, PIVOT_LINE, State, judged, seal
from l10n.model.suggestion import Suggestion, with_suggestion
from l10n.steps.draft_notes import draft_notes
from l10n.steps.draft_plan import Job
from l10n.steps.hard_flags import hard_flags
from l10n.steps.kept_names import kept_names
from l10n.steps.mend import Frame
from l10n.steps.own_signs import in_own_signs

_BATCH = 256
"""Messages handed to an engine at once: enough to sort by length, few enough to show progress and to lose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """The catalog with its drafts, and what became of the jobs."""

    catalog: Catalog
    entries: tuple[LedgerEntry, ...] = ()
    """The raw text of each new draft, for the ledger."""
    done: tuple[Job, ...] = ()
    failed: tuple[tuple[Message, str], ...] = ()
    """Messages that got no draft, each with the reason; they are as they were."""
    error: EngineError | None = None
    """Why the engine gave up before the end; what it had done is kept."""


def draft(
    catalog: Catalog,
    jobs: Sequence[Job],
    engine: Engine | None,
    *,
    locale: str,
    domain: str,
    at: str,
    terms: Sequence[Term] = (),
    names: Sequence[str] = (),
    progress: Callable[[int], None] = lambda count: None,
) -> Drafting:
    """Do the jobs of a plan. One bad message never stops the others, and the same jobs give the same bytes.

    `names` are those of the article (article_names.py). Records carry no time: a draft made twice is the same draft.
    `progress` is told how many messages each batch had. `engine` may be None where every job is remembered.
    """
    changed: list[Message] = []
    done: list[Job] = []
    failed: list[tuple[Message, str]] = []
    entries: list[LedgerEntry] = []
    error: EngineError | None = None
    names = _untold(names, terms)
    for batch in _batches(jobs):
        try:
            answers = _answers(batch, engine, locale, kept_terms(terms), names)
        except EngineError as gave_up:
            error = gave_up
            failed += [(job.message, gave_up.message) for job in batch]
            continue
        for job, drafts in zip(batch, answers, strict=True):
            if not all(one.text.strip() for one in drafts):
                failed.append((job.message, "; ".join(n for one in drafts for n in one.notes) or "no answer"))
                continue
            job = replace(job, origin=next((one.origin for one in drafts if one.origin), job.origin))
            texts = _forms(job.message, _in_own_signs(job, drafts, locale))
            notes = _notes(job, drafts, locale=locale, domain=domain, terms=terms, names=names)
            new = _suggested(job, texts, notes) if job.is_suggestion else _drafted(job, texts, notes)
            done.append(job)
            if new != job.message:
                changed.append(new)
                entries.append(_entry(replace(new, msgstr=texts), job, drafts, domain=domain, at=at))
        progress(len(batch))
    return Drafting(
        catalog=catalog.with_messages(changed),
        entries=tuple(entries),
        done=tuple(done),
        failed=tuple(failed),
        error=error,
    )


def notes_of(message: Message) -> list[str]:
    """The notes that drafting left on a message."""
    return [line.removeprefix(DRAFT_NOTE_LINE) for line in message.comments if line.startswith(DRAFT_NOTE_LINE)]


def _batches(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    """Jobs of one language at a time, remembered ones apart, in the catalog's order."""
    by_kind = sorted(jobs, key=lambda job: (not job.is_remembered, job.language))
    for _, group in groupby(by_kind, key=lambda job: (not job.is_remembered, job.language)):
        alike = list(group)
        for start in range(0, len(alike), _BATCH):
            yield alike[start : start + _BATCH]


def _answers(
    batch: Sequence[Job], engine: Engine | None, locale: str, keep: Sequence[str], names: Sequence[str]
) -> list[list[Draft]]:
    texts = [text for job in batch for text in job.texts]
    language = batch[0].language
    if batch[0].is_remembered or engine is None:
        answers = iter([Draft(text=text) for text in texts])
    else:
        translate = partial(_translated, engine, language, locale, keep)
        drafts = translate(texts, ())
        if not getattr(engine, "is_remote", False):  # a name is not worth a second bill: there, a note says it is lost
            drafts = kept_names(texts, drafts, names, translate, locale=locale, language=language)
        answers = iter(drafts)
    return [[next(answers) for _ in job.texts] for job in batch]


def _translated(
    engine: Engine, language: str, locale: str, keep: Sequence[str], texts: Sequence[str], more: Sequence[str]
) -> list[Draft]:
    return engine.translate(texts, language, locale, keep=[*keep, *more])


def _in_own_signs(job: Job, drafts: Sequence[Draft], locale: str) -> tuple[str, ...]:
    """What is written of a job's drafts. People's own sentences, from memory or kept, stay as they are."""
    texts = tuple(one.text for one in drafts)
    return job.whole(texts if job.is_remembered else tuple(in_own_signs(text, locale) for text in texts))


def _drafted(job: Job, texts: tuple[str, ...], notes: Sequence[str]) -> Message:
    ours = [f"{PIVOT_LINE}{job.pivot}"] if job.pivot else []
    ours += [f"{DRAFT_NOTE_LINE}{note}" for note in notes]
    others = [line for line in job.message.comments if not line.startswith((PIVOT_LINE, DRAFT_NOTE_LINE))]
    written = replace(job.message, msgstr=texts, comments=(*ours, *others))
    return judged(written, State.DRAFT, by=None, at="", origin=job.origin)


def _suggested(job: Job, texts: tuple[str, ...], notes: Sequence[str]) -> Message:
    return with_suggestion(job.message, Suggestion(texts=texts, origin=job.origin, pivot=job.pivot, notes=tuple(notes)))


def _forms(message: Message, texts: Sequence[str]) -> tuple[str, ...]:
    """A text for each of the locale's plural forms, from a singular and a plural."""
    forms = len(message.msgstr)
    return (texts[-1],) if forms == 1 else (texts[0], *[texts[-1]] * (forms - 1))


def _notes(
    job: Job, drafts: Sequence[Draft], *, locale: str, domain: str, terms: Sequence[Term], names: Sequence[str]
) -> list[str]:
    """What to say of a draft, each thing once."""
    found: list[str] = [_told(job.frame, len(drafts))] if job.frame and len(drafts) < len(job.frame.kept) else []
    if not job.is_remembered:
        sources = job.frame.holes if job.frame else [job.message.msgid] * len(drafts)
        for text, source, answer in zip(job.texts, sources, drafts, strict=True):
            subject = Subject(
                source=text,
                target=answer.text,
                source_language=job.language,
                locale=locale,
                domain=domain,
                message=job.message,
            )
            found += draft_notes(answer, text, source=source, terms=terms)
            found += hard_flags(subject, names)
    return list(dict.fromkeys(found))


def _told(frame: Frame, drafted: int) -> str:
    """Where the sentences of a text come from."""
    total = len(frame.kept)
    anew = f"{drafted} of {total} sentences drafted anew"
    if not frame.remembered:
        return f"{anew}, the others kept"
    parts = (
        [anew, f"{frame.remembered} from memory"]
        if drafted
        else [f"{frame.remembered} of {total} sentences from memory"]
    )
    return ", ".join([*parts, *(["the others kept"] if drafted + frame.remembered < total else [])])


def _untold(names: Sequence[str], terms: Sequence[Term]) -> list[str]:
    """Names that no term of the glossary speaks of."""
    told = {word for term in terms for word in term.source.split()}
    return [name for name in names if told.isdisjoint(name.split())]


def _entry(written: Message, job: Job, drafts: Sequence[Draft], *, domain: str, at: str) -> LedgerEntry:
    """What the machine said, before anything was done to it, under the seal of the message with what was written."""
    scores = [one.confidence for one in drafts if one.confidence is not None]
    return LedgerEntry(
        seal=seal(written),
        domain=domain,
        state=State.DRAFT,
        by=job.origin.engine,
        at=at,
        origin=str(job.origin),
        context=written.msgctxt,
        msgid=written.msgid,
        text="\n".join(job.whole(tuple(one.text for one in drafts))),
        confidence=round(fmean(scores), 3) if scores else None,
    )
