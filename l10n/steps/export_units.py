"""Export: the texts of a catalog as they travel to another tool, with what a translator needs to know of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from l10n.model.catalog import Catalog
from l10n.model.comment import Comment
from l10n.model.conflict import conflicting_texts
from l10n.model.exchange import Base, Category, Note, Unit, message_id
from l10n.model.message import Message
from l10n.model.state import CARRIED, CHANGED, State, is_record_line, standing
from l10n.model.suggestion import suggestion_of
from l10n.steps.threads import threads


def export_units(
    catalog: Catalog,
    *,
    states: Collection[State] = tuple(State),
    copy_source: bool = False,
    comments: Sequence[Comment] = (),
    domain: str = "",
) -> tuple[Unit, ...]:
    """The live messages in these states, in the catalog's order; a message with plural forms is a unit for each.

    With `copy_source`, the target of what is not translated is its source, for tools that translate targets.
    `comments` of this domain go along where nobody has settled them.
    """
    return tuple(
        unit
        for message in catalog.live
        if standing(message).state in states
        for unit in _units(message, copy_source, [*_notes(message), *_open(message, domain, comments)])
    )


def _units(message: Message, copy_source: bool, notes: list[Note]) -> Iterator[Unit]:
    name, base = message_id(message.key), Base.of(message)
    is_plural = message.msgid_plural is not None
    for form, text in enumerate(message.msgstr):
        yield Unit(
            message_id=name,
            form=form if is_plural else None,
            role=message.msgctxt,
            source=source_of(message, form),
            target=text or (source_of(message, form) if copy_source else ""),
            state=base.state,
            base=base,
            notes=tuple(notes) if form == 0 else (),
        )


def source_of(message: Message, form: int) -> str:
    """What a plural form is translated from: the singular for the first, unless that is for every number."""
    if message.msgid_plural is None or (form == 0 and len(message.msgstr) > 1):
        return message.msgid
    return message.msgid_plural


def _notes(message: Message) -> Iterator[Note]:
    if message.extracted:
        yield Note(Category.DEVELOPER, "\n".join(message.extracted))
    remarks = [line for line in message.comments if not is_record_line(line)]
    if remarks:
        yield Note(Category.REMARK, "\n".join(remarks))
    if message.previous and message.previous.msgid:
        yield Note(Category.PREVIOUS, message.previous.msgid)
    for line in message.comments:
        if line.startswith((CHANGED, CARRIED)):
            yield Note(Category.CHANGE, line.partition(": ")[2])
    suggestion = suggestion_of(message)
    if suggestion:
        yield Note(Category.SUGGESTION, f"{suggestion.origin}: " + "\n".join(suggestion.texts))
    for texts in conflicting_texts(message):
        yield Note(Category.OTHER, "\n".join(texts))


def _open(message: Message, domain: str, comments: Sequence[Comment]) -> Iterator[Note]:
    for thread in threads(message, domain, comments) if comments else ():
        if thread.is_open:
            for one in (thread.first, *thread.answers):
                about = f"“{one.quote}”: " if one.quote else ""
                yield Note(Category.COMMENT, f"{one.by}, {one.at}: {about}{one.text}")
