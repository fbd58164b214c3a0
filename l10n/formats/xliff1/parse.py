"""XLIFF 1.0 to 1.2 → texts."""

from __future__ import annotations

from typing import BinaryIO
from xml.etree.ElementTree import Element  # reading what xml_units built

from l10n.errors import InvalidInputError
from l10n.formats.xliff1.inline import BrokenCodeError, text_of
from l10n.formats.xliff1.states import state_of
from l10n.formats.xml_units import parse_units
from l10n.model.exchange import Base, ExchangeFile, Note, Unit, split_id


def parse(file: BinaryIO) -> list[ExchangeFile]:
    """One for each `file` element, named by its `original`. A unit that cannot be read is there, with its fault.

    Raises InvalidInputError with the line for what is not XML, not XLIFF 1, or says no languages.
    """
    files: dict[tuple[str, str, str], list[Unit]] = {}
    for element, around in parse_units(file, root="xliff", unit="trans-unit"):
        here = around.get("file", {})
        name = here.get("original", ""), here.get("source-language", ""), here.get("target-language", "")
        if not around["xliff"].get("version", "").startswith("1.") or not all(name[1:]):
            raise InvalidInputError("not-xliff", "this is not XLIFF 1 with a source and a target language.")
        files.setdefault(name, []).append(_unit(element))
    return [
        ExchangeFile(domain=domain, source_language=source, target_language=target, units=tuple(units))
        for (domain, source, target), units in files.items()
    ]


def _unit(unit: Element) -> Unit:
    message_id, form = split_id(unit.get("id", ""))
    found = unit.find("target")
    target = Element("target") if found is None else found
    fault, texts = "", ["", ""]
    try:
        texts = [text_of(one) for one in (unit.find("source"), target) if one is not None]
    except BrokenCodeError as error:
        fault = str(error)
    return Unit(
        message_id=message_id,
        form=form,
        role=unit.get("resname"),
        source=texts[0],
        target=texts[-1],
        state=state_of(unit.attrib, target.attrib),
        base=Base.parse(unit.get("extradata", "")),
        notes=tuple(note for note in map(_note, unit.iterfind("note")) if not note.is_exported),
        fault=fault,
    )


def _note(note: Element) -> Note:
    return Note(note.get("from", ""), "".join(note.itertext()))
