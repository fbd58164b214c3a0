"""Fill what is new with drafts: fuzzy, sealed, with their origin, and with notes on what the machine lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from l10n.engines.contract import Draft, Engine
from l10n.errors import EngineError
from l10n.model.catalog import Catalog
from l10n.model.glossary import Term, kept_terms
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.state import DRAFT_NOTE_LINE, PIVOT_LINE, State, judged, seal
from l10n.steps.draft_notes import draft_notes
from l10n.steps.draft_plan import Job

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
    progress: Callable[[int], None] = lambda count: None,
) -> Drafting:
    """Do the jobs of a plan. One bad message never stops the others, and the same jobs give the same bytes.

    Records carry no time: a draft made twice is the same draft. `progress` is told how many messages each batch
    had. `engine` may be None where every job is remembered.
    """
    changed: list[Message] = []
    done: list[Job] = []
    failed: list[tuple[Message, str]] = []
    raw: list[tuple[Message, Job, tuple[str, ...]]] = []
    error: EngineError | None = None
    for batch in _batches(jobs):
        try:
            answers = _answers(batch, engine, locale, kept_terms(terms))
        except EngineError as gave_up:
            error = gave_up
            failed += [(job.message, gave_up.message) for job in batch]
            continue
        for job, drafts in zip(batch, answers, strict=True):
            if not all(one.text.strip() for one in drafts):
                failed.append((job.message, "; ".join(n for one in drafts for n in one.notes) or "no answer"))
                continue
            job = replace(job, origin=next((one.origin for one in drafts if one.origin), job.origin))
            new = _drafted(job, drafts, terms)
            done.append(job)
            if new != job.message:
                changed.append(new)
                raw.append((new, job, tuple(one.text for one in drafts)))
        progress(len(batch))
    entries = tuple(_entry(new, job, texts, domain=domain, at=at) for new, job, texts in raw)
    return Drafting(
        catalog=catalog.with_messages(changed), entries=entries, done=tuple(done), failed=tuple(failed), error=error
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


def _answers(batch: Sequence[Job], engine: Engine | None, locale: str, keep: Sequence[str]) -> list[list[Draft]]:
    texts = [text for job in batch for text in job.texts]
    if batch[0].is_remembered or engine is None:
        answers = iter([Draft(text=text) for text in texts])
    else:
        answers = iter(engine.translate(texts, batch[0].language, locale, keep=keep))
    return [[next(answers) for _ in job.texts] for job in batch]


def _drafted(job: Job, drafts: Sequence[Draft], terms: Sequence[Term]) -> Message:
    message = job.message
    one, many = drafts[0], drafts[-1]
    forms = len(message.msgstr)
    msgstr = (many.text,) if forms == 1 else (one.text, *[many.text] * (forms - 1))
    notes = () if job.is_remembered else dict.fromkeys(
        note
        for text, answer in zip(job.texts, drafts, strict=True)
        for note in draft_notes(answer, text, source=message.msgid, terms=terms)
    )  # fmt: skip
    ours = [f"{PIVOT_LINE}{job.pivot}"] if job.pivot else []
    ours += [f"{DRAFT_NOTE_LINE}{note}" for note in notes]
    others = [line for line in message.comments if not line.startswith((PIVOT_LINE, DRAFT_NOTE_LINE))]
    written = replace(message, msgstr=msgstr, comments=(*ours, *others))
    return judged(written, State.DRAFT, by=None, at="", origin=job.origin)


def _entry(message: Message, job: Job, raw: Sequence[str], *, domain: str, at: str) -> LedgerEntry:
    return LedgerEntry(
        seal=seal(message),
        domain=domain,
        state=State.DRAFT,
        by=job.origin.engine,
        at=at,
        origin=str(job.origin),
        context=message.msgctxt,
        msgid=message.msgid,
        text="\n".join(raw),
    )
