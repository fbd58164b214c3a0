"""Export: the texts of a catalog as they travel to another tool, with what a translator needs to know of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts
from l10n.model.exchange import Base, Note, Unit, message_id
from l10n.model.message import Message
from l10n.model.state import CARRIED, CHANGED, State, is_record_line, standing
from l10n.model.suggestion import suggestion_of


def export_units(
    catalog: Catalog, *, states: Collection[State] = tuple(State), copy_source: bool = False
) -> tuple[Unit, ...]:
    """The live messages in these states, in the catalog's order; a message with plural forms is a unit for each.

    With `copy_source`, the target of what is not translated is its source, for tools that translate targets.
    """
    return tuple(
        unit for message in catalog.live if standing(message).state in states for unit in _units(message, copy_source)
    )


def _units(message: Message, copy_source: bool) -> Iterator[Unit]:
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
            notes=tuple(_notes(message)) if form == 0 else (),
        )


def source_of(message: Message, form: int) -> str:
    """What a plural form is translated from: the singular for the first, unless that is for every number."""
    if message.msgid_plural is None or (form == 0 and len(message.msgstr) > 1):
        return message.msgid
    return message.msgid_plural


def _notes(message: Message) -> Iterator[Note]:
    if message.extracted:
        yield Note("developer", "\n".join(message.extracted))
    remarks = [line for line in message.comments if not is_record_line(line)]
    if remarks:
        yield Note("translator", "\n".join(remarks))
    if message.previous and message.previous.msgid:
        yield Note("previous source", message.previous.msgid)
    for line in message.comments:
        if line.startswith((CHANGED, CARRIED)):
            yield Note("change", line.partition(": ")[2])
    suggestion = suggestion_of(message)
    if suggestion:
        yield Note("suggestion", f"{suggestion.origin}: " + "\n".join(suggestion.texts))
    for texts in conflicting_texts(message):
        yield Note("other translation", "\n".join(texts))
