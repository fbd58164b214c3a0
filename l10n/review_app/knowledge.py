"""Everything a translator may want to know of one message, gathered when its editor is opened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from l10n.model.comment import Thread
from l10n.model.conflict import conflicting_texts
from l10n.model.finding import Finding
from l10n.model.glossary import Term, applies
from l10n.model.locale import facts
from l10n.model.message import Message
from l10n.model.state import CHANGED, DRAFT_NOTE_LINE, State, standing
from l10n.model.suggestion import Suggestion, suggestion_of
from l10n.review_app.desk import Desk
from l10n.segmentation.wording import Piece, pieces
from l10n.steps.check import check
from l10n.steps.story import Event, story
from l10n.steps.threads import threads
from l10n.workspace.checking import background, wanted_checks
from l10n.workspace.checkup import dismissals


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What stands beside the editor."""

    source_diff: tuple[Piece, ...]
    """From the source that was translated to the one that stands now; empty where it is the same."""
    machine_diff: tuple[Piece, ...]
    """From the machine's text to the one that stands now; empty where no machine drafted it, or no one edited it."""
    suggestion: Suggestion | None
    """What a machine would write now, where the source of a person's text has changed."""
    suggestion_diffs: tuple[tuple[Piece, ...], ...]
    """From the text that stands there to the suggestion, one for each plural form."""
    others: tuple[tuple[str, ...], ...]
    """Texts that a merge left in conflict with this one."""
    notes: tuple[str, ...]
    """What the source says to translators, what changed in it, and what a machine was not sure of."""
    terms: tuple[Term, ...]
    events: tuple[Event, ...]
    threads: tuple[Thread, ...]
    pivot: Message | None
    """The same message in the locale that this one is drafted from."""
    pivot_locale: str

    @property
    def pivot_name(self) -> str:
        """Its language as it stands in a sentence: `norsk bokmål`."""
        return facts(self.pivot_locale).name

    @property
    def rejection(self) -> Event | None:
        """The reason that is still to be answered."""
        last = self.events[-1] if self.events else None
        is_open = last and last.entry.state is State.REJECTED and last.is_current_text and not last.entry.taken_back
        return last if is_open else None


def knowledge(desk: Desk, message: Message) -> Knowledge:
    """Look it all up. Nothing here is slow: no engine, no git, no search."""
    workspace = desk.workspace
    events = story(message, desk.domain, workspace.records.load_ledger(desk.locale)).events
    before = message.previous.msgid if message.previous else None
    suggestion = suggestion_of(message)
    suggested = zip(message.msgstr, suggestion.texts, strict=True) if suggestion else ()
    drafted = [event for event in events if event.entry.state is State.DRAFT and not event.entry.taken_back]
    if standing(message).state is State.STALE and before:  # a suggestion came after the text
        drafted = [event for event in drafted if event.is_earlier_source]
    machine = drafted[-1].entry.text if drafted else ""
    pivot_locale = workspace.settings.locale(desk.locale).pivot
    pivot = None
    if pivot_locale and pivot_locale != desk.source_language:
        catalog = workspace.load_catalog(pivot_locale, desk.domain)
        pivot = catalog.by_key.get(message.key) if catalog else None
    marks = (CHANGED, DRAFT_NOTE_LINE)
    said = [line.removeprefix(mark) for line in message.comments for mark in marks if line.startswith(mark)]
    comments = [line for line in message.comments if not line.startswith("l10n-")]
    return Knowledge(
        source_diff=pieces(before, message.msgid) if before else (),
        machine_diff=pieces(machine, message.text) if machine and message.text and machine != message.text else (),
        suggestion=suggestion,
        suggestion_diffs=tuple(pieces(old, new) for old, new in suggested),
        others=tuple(conflicting_texts(message)),
        notes=(*message.extracted, *comments, *said),
        terms=tuple(term for term in workspace.records.load_glossary(desk.locale) if applies(term, message.msgid)),
        events=events,
        threads=tuple(threads(message, desk.domain, workspace.records.load_comments(desk.locale))),
        pivot=pivot if pivot and pivot.has_text else None,
        pivot_locale=pivot_locale,
    )


def findings(desk: Desk, message: Message, texts: tuple[str, ...]) -> list[Finding]:
    """What the project's checks say of these texts as translations of the message; nothing is written.

    What was dismissed is silent, as long as the texts are those it was dismissed in.
    """
    typed = replace(message, msgstr=texts)
    found = check(
        desk.catalog.with_messages([typed]),
        locale=desk.locale,
        domain=desk.domain,
        source_language=desk.source_language,
        checks=wanted_checks(desk.workspace),
        background=background(desk.workspace, desk.locale),
        severities=desk.workspace.settings.checks.severity,
        only={message.key},
    )
    silent = dismissals(desk.workspace, desk.locale)
    return [finding for finding in found if silent.of(finding, typed) is None]
