"""What a run of `l10n draft` came to, in words and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import Any

from l10n.commands.console import next_step, one_line, plural, put, say
from l10n.commands.draft.run import Outcome
from l10n.commands.speech import _, told
from l10n.segmentation.words import count_words
from l10n.steps.draft import notes_of
from l10n.steps.draft_plan import Job

_SHOWN = 3
"""Texts named for one reason."""


def jobs_done(outcome: Outcome) -> tuple[Job, ...]:
    """The jobs that were done, or in a dry run those that would be."""
    return outcome.drafting.done if outcome.drafting else outcome.plan.jobs


def texts_by_engine(outcomes: list[Outcome]) -> Counter[str]:
    """Words that engines were handed, or in a dry run would be: those of the pivot, where it is drafted from."""
    words: Counter[str] = Counter()
    for outcome in outcomes:
        for job in jobs_done(outcome):
            words[job.origin.engine] += sum(map(count_words, job.texts))
    return words


def is_troubled(outcome: Outcome) -> bool:
    return bool(outcome.error or (outcome.drafting and outcome.drafting.failed))


def _words(outcome: Outcome) -> Counter[str]:
    """Source words by origin."""
    words: Counter[str] = Counter()
    for job in jobs_done(outcome):
        words[str(job.origin)] += sum(map(count_words, job.sources))
    return words


def _noted(outcome: Outcome) -> int:
    if outcome.drafting is None:
        return 0
    by_key = outcome.drafting.catalog.by_key
    return sum(bool(notes_of(by_key[job.message.key])) for job in outcome.drafting.done if not job.is_suggestion)


def _suggested(outcome: Outcome) -> int:
    return sum(job.is_suggestion for job in jobs_done(outcome))


def row(outcome: Outcome) -> dict[str, Any]:
    messages = Counter(str(job.origin) for job in jobs_done(outcome))
    words = _words(outcome)
    failed = outcome.drafting.failed if outcome.drafting else ()
    return {
        "locale": outcome.locale,
        "domain": outcome.domain,
        "path": outcome.path,
        "engine": outcome.engine,
        "drafts": [{"origin": name, "messages": messages[name], "words": words[name]} for name in messages],
        "with_notes": _noted(outcome),
        "suggestions": _suggested(outcome),
        "failed": [{"context": m.msgctxt, "msgid": m.msgid, "why": why} for m, why in failed],
        "waiting": len(outcome.plan.waiting),
        "stale": outcome.plan.stale,
        "error": outcome.error.message if outcome.error else None,
    }


def print_outcome(outcome: Outcome) -> None:
    jobs = jobs_done(outcome)
    words = _words(outcome)
    verb = _("drafted") if outcome.drafting else _("to draft")
    by = "; ".join(_("{words} by {name}", words=plural(count, "word"), name=name) for name, count in words.items())
    suggested = _suggested(outcome)
    parts = [f"{plural(len(jobs), 'message')} {verb} ({by})" if jobs else _("nothing new to draft")]
    if suggested:
        parts.append(_("{count} of them beside a stale text", count=suggested))
    if noted := _noted(outcome):
        parts.append(_("{count} with notes", count=noted))
    if outcome.plan.waiting:
        parts.append(_("{count} left new", count=len(outcome.plan.waiting)))
    if outcome.plan.stale:
        parts.append(_("{count} stale, left as written (l10n suggest)", count=outcome.plan.stale))
    put(f"{outcome.path}: {', '.join(parts)}")


def summarize(outcomes: list[Outcome]) -> None:
    by_engine: Counter[str] = Counter()
    for outcome in outcomes:
        for name, count in _words(outcome).items():
            by_engine[name.partition(" ")[0]] += count
    if by_engine:
        say(
            _("Words by engine:")
            + " "
            + ", ".join(f"{name} {count}" for name, count in sorted(by_engine.items()))
            + "."
        )


def explain_troubles(outcomes: list[Outcome]) -> None:
    """Each reason once, with what to do about it."""
    for reason, hint in dict.fromkeys(told(o.error) for o in outcomes if o.error):
        say(reason)
        if hint:
            say(f"  {hint}")
    for tag, pivot in dict.fromkeys((o.locale, o.pivot) for o in outcomes if o.pivot):
        count = sum(len(o.plan.waiting) for o in outcomes if o.locale == tag)
        say(
            _(
                "{tag}: {messages} cannot be drafted before {pivot} is far enough (pivot_state).",
                tag=tag,
                messages=plural(count, "message"),
                pivot=pivot,
            )
        )
    for outcome in outcomes:
        said = outcome.error.message if outcome.error else ""
        by_reason: dict[str, list[str]] = {}
        for message, why in outcome.drafting.failed if outcome.drafting else ():
            if why not in said:
                by_reason.setdefault(why, []).append(repr(message.msgid[:60]))
        for why, texts in by_reason.items():
            more = _(" and {count} more", count=len(texts) - _SHOWN) if len(texts) > _SHOWN else ""
            say(
                _(
                    "{path}: no draft of {texts}{more}: {why}.",
                    path=outcome.path,
                    texts=", ".join(texts[:_SHOWN]),
                    more=more,
                    why=one_line(why),
                )
            )


def advise(outcomes: list[Outcome], missing: list[str], *, again: str, dry_run: bool) -> None:
    """What to do next. `again` is this command without --dry-run."""
    if missing:
        names = ", ".join(missing[:5]) + (" …" if missing[5:] else "")
        say(_("{catalogs} not made yet: {names}", catalogs=plural(len(missing), "catalog"), names=names))
    drafted = next((outcome.locale for outcome in outcomes if jobs_done(outcome)), None)
    if dry_run:
        say(_("Nothing was written."))
        next_step(again)
    elif missing:
        next_step("l10n extract && l10n sync", _("then draft again"))
    else:
        next_step(f"l10n review {drafted}" if drafted else "l10n status")
