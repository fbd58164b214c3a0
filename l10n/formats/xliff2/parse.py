"""XLIFF 2.0 and 2.1 → texts."""

from __future__ import annotations

from typing import BinaryIO
from xml.etree.ElementTree import Element  # reading what xml_units built

from l10n.errors import InvalidInputError
from l10n.formats.xliff2.inline import BrokenCodeError, text_of
from l10n.formats.xliff2.states import state_of
from l10n.formats.xml_units import parse_units
from l10n.model.exchange import Base, ExchangeFile, Note, Unit, split_id


def parse(file: BinaryIO) -> list[ExchangeFile]:
    """One for each `file` element, named by its `original`. A unit that cannot be read is there, with its fault.

    Segments of a unit are read as one text, in whatever pieces a tool has cut it. Raises InvalidInputError with the
    line for what is not XML, not XLIFF 2, or says no languages.
    """
    files: dict[str, list[Unit]] = {}
    languages = ("", "")
    for element, around in parse_units(file, root="xliff", unit="unit"):
        head = around["xliff"]
        languages = head.get("srcLang", ""), head.get("trgLang", "")
        if not head.get("version", "").startswith("2.") or not all(languages):
            raise InvalidInputError("not-xliff", "this is not XLIFF 2 with a source and a target language.")
        here = around.get("file", {})
        files.setdefault(here.get("original") or here.get("id", ""), []).append(_unit(element))
    return [
        ExchangeFile(domain=domain, source_language=languages[0], target_language=languages[1], units=tuple(units))
        for domain, units in files.items()
    ]


def _unit(unit: Element) -> Unit:
    message_id, form = split_id(unit.get("id", ""))
    segments = [part for part in unit if part.tag in ("segment", "ignorable")]
    fault, source, target = "", "", ""
    try:
        data = {one.get("id", ""): text_of(one, {}) for one in unit.iterfind("originalData/data")}
        source = "".join(_text(part, "source", data) for part in segments)
        target = _target(segments, data)
    except BrokenCodeError as error:
        fault = str(error)
    base = next((meta.text or "" for meta in unit.iter("meta") if meta.get("type") == "base"), "")
    return Unit(
        message_id=message_id,
        form=form,
        role=unit.get("name"),
        source=source,
        target=target,
        state=state_of(part.attrib for part in segments if part.tag == "segment"),
        base=Base.parse(base),
        notes=tuple(note for note in map(_note, unit.iterfind(".//notes/note")) if not note.is_exported),
        fault=fault,
    )


def _note(note: Element) -> Note:
    return Note(note.get("category", ""), "".join(note.itertext()))


def _target(segments: list[Element], data: dict[str, str]) -> str:
    """The translation; empty where no segment has one. What is no segment is the same in all languages."""
    if all(part.find("target") is None for part in segments):
        return ""
    missing = [part for part in segments if part.tag == "segment" and part.find("target") is None]
    if missing:
        raise BrokenCodeError(f"{len(missing)} of its {len(segments)} segments are not translated.")
    return "".join(_text(part, "source" if part.find("target") is None else "target", data) for part in segments)


def _text(part: Element, name: str, data: dict[str, str]) -> str:
    found = part.find(name)
    return "" if found is None else text_of(found, data)
