"""What is known of a message, as labelled texts in the order in which they stand on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from l10n.commands.comment import thread_lines
from l10n.commands.review.facts import Facts
from l10n.commands.review.layout import Span, fitted, shown
from l10n.commands.speech import _, translated
from l10n.commands.word_marks import stretches
from l10n.model.conflict import conflicting_texts, signature_of_theirs
from l10n.model.finding import Severity
from l10n.model.glossary import Term, TermKind
from l10n.model.memory_unit import MemoryUnit
from l10n.model.message import Message
from l10n.segmentation.wording import Op, Piece, pieces

_CONTEXT = 5
"""Words that stay on either side of a change."""
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "dim"}


@dataclass(frozen=True, kw_only=True)
class Section:
    """Some texts under one label."""

    label: str
    texts: Sequence[Sequence[Span]]
    """Each begins a line."""
    rank: int = 0
    """What may be cut to a line when there is no room: the highest first; 0 for never."""


@dataclass(frozen=True, kw_only=True)
class View:
    """What the sitting adds to the facts."""

    position: str
    """`3 of 17 · 214 words left`."""
    notice: str = ""
    """What the last key did."""
    unsaved: tuple[str, ...] | None = None
    """A text of the person's own that could not be saved."""
    was: Message | None = None
    """The message as it was shown before, where somebody has changed it meanwhile."""
    shows_all: bool = False


def sections(facts: Facts, view: View, width: int) -> Iterator[Section]:
    """All there is, in the order in which it stands on the screen."""
    message, known = facts.message, facts.knowledge
    if facts.above:
        yield Section(label="before", texts=[_neighbour(facts.above, width)], rank=9)
    yield Section(label=facts.source_language, texts=[[Span(shown(text))] for text in _sources(message)])
    if known.source_diff:
        yield Section(label="changed", texts=[_diff(known.source_diff, view)], rank=1)
    if known.pivot:
        yield Section(label=known.pivot_locale, texts=[[Span(shown(text))] for text in known.pivot.msgstr], rank=5)
    texts = message.msgstr if any(message.msgstr) else (_("(no text yet; e writes one)"),)
    yield Section(label=facts.locale, texts=[[Span(shown(text), "bold")] for text in texts])
    if view.was and view.was.msgstr != message.msgstr:
        yield Section(label="you saw", texts=_diffs(view.was.msgstr, message.msgstr))
    if view.unsaved:
        yield Section(
            label="yours", texts=[*_diffs(message.msgstr, view.unsaved), [Span(_("not saved yet"), "yellow")]]
        )
    for others in conflicting_texts(message):
        signed = signature_of_theirs(message)
        yield Section(
            label="other",
            texts=[*_diffs(message.msgstr, others), [Span(shown(_("signed {theirs}", theirs=signed)), "dim")]],
        )
    if known.machine_diff:
        yield Section(label="machine", texts=[_diff(known.machine_diff, view)], rank=2)
    if known.suggestion:
        notes = "; ".join((_("suggested by {origin}", origin=known.suggestion.origin), *known.suggestion.notes))
        diffs = [_spans(words) for words in known.suggestion_diffs]
        yield Section(label="suggests", texts=[*diffs, [Span(shown(notes), "dim")]], rank=1)
    if known.rejection:
        entry = known.rejection.entry
        yield Section(label="rejected", texts=[[Span(shown(f"{entry.why} ({entry.by})"), "red")]], rank=1)
    if facts.findings:
        found = [
            [Span(shown(f"{one.message} {one.advice}".strip()), _SEVERITIES[one.severity])] for one in facts.findings
        ]
        yield Section(label="check", texts=found, rank=3)
    if known.notes:
        yield Section(label="note", texts=[[Span(shown(note))] for note in known.notes], rank=7)
    said = [line for thread in known.threads if thread.is_open or view.shows_all for line in thread_lines(thread)]
    if said:
        yield Section(label="said", texts=[[Span(shown(line))] for line in said], rank=4)
    if known.terms:
        yield Section(label="terms", texts=[[Span(shown(" · ".join(map(_term, known.terms))))]], rank=6)
    if facts.matches:
        rows = [
            row
            for number, one in enumerate(facts.matches, 1)
            for row in (_match_head(number, one.score, one.unit), _match_text(one.unit, message, view))
        ]
        yield Section(label="memory", texts=rows, rank=8)
    if facts.below:
        yield Section(label="after", texts=[_neighbour(facts.below, width)], rank=9)


def _sources(message: Message) -> list[str]:
    return [message.msgid, *([message.msgid_plural] if message.msgid_plural else [])]


def _neighbour(message: Message, width: int) -> list[Span]:
    text = message.text or message.msgid
    return [Span(fitted(shown(f"{message.msgctxt or ''}: {text}".removeprefix(": ")), width), "dim")]


def _term(term: Term) -> str:
    if term.kind is TermKind.DO_NOT_TRANSLATE:
        return _("{source} stays", source=term.source)
    return f"{term.source} {'→' if term.kind is TermKind.PREFERRED else _('never')} {term.target}"


def _match_head(number: int, score: float, unit: MemoryUnit) -> list[Span]:
    origin = _(", from {origin}", origin=unit.origin) if unit.origin else ""
    return [
        Span(f"{number}", "bold"),
        Span(shown(f"  {int(score * 100)} %  {translated(unit.state or '')}{origin}, {unit.place}"), "dim"),
    ]


def _match_text(unit: MemoryUnit, message: Message, view: View) -> list[Span]:
    """What it would put there; where its source differs, by what."""
    spans = [Span(f"   {shown(unit.target)}")]
    if unit.source != message.msgid:
        spans += [Span(_("  for: "), "dim"), *_diff(pieces(unit.source, message.msgid), view)]
    return spans


def _diffs(old: Sequence[str], new: Sequence[str]) -> list[list[Span]]:
    return [_spans(pieces(one, other)) for one, other in zip(old, new, strict=False)]


def _diff(words: tuple[Piece, ...], view: View) -> list[Span]:
    return _spans(words if view.shows_all else tuple(_near_changes(words)))


def _near_changes(words: tuple[Piece, ...]) -> Iterator[Piece]:
    """The changes with a few words around each, `…` for the rest: the whole text stands above it."""
    for at, piece in enumerate(words):
        kept = piece.text.split(" ")
        before, after = (_CONTEXT if at else 0), (_CONTEXT if at + 1 < len(words) else 0)
        if piece.op is Op.KEPT and len(kept) > before + after + 1:
            parts = [" ".join(kept[:before]), "…", " ".join(kept[-after:] if after else [])]
            yield Piece(Op.KEPT, " ".join(part for part in parts if part))
        else:
            yield piece


def _spans(words: Iterable[Piece]) -> list[Span]:
    """With marks that read without colour, as git's word diff writes them; in colour where there is colour."""
    return [Span(shown(text), style) for text, style in stretches(words)]
