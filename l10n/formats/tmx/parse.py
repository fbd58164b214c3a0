"""TMX → memory units, without ever holding the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from l10n.errors import UsageError
from l10n.formats.tmx.props import BEFORE, ORIGIN, ROLE, STATE
from l10n.formats.xml_stream import RefusedError, parse_xml
from l10n.model.locale import canonical
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.provenance import Origin
from l10n.model.state import State

_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\dZ")
_ANY = "*all*"
_VOUCHED = {"reviewed": State.REVIEWED, "final": State.FINAL}


def parse(file: BinaryIO) -> Iterator[MemoryUnit]:
    """The units of a file in their order: the source variant of each `tu` with each of its other variants.

    Where `srclang` is `*all*`, every variant is a source. Inline elements leave the native code that they hold.
    Raises InvalidInputError with the line for what is not XML or not TMX.
    """
    reader = _Reader()
    for _ in parse_xml(file, reader, texts=frozenset({"seg", "prop"})):
        yield from reader.take()


class _Reader:
    """What the parser is in the middle of."""

    def __init__(self) -> None:
        self._ready: list[MemoryUnit] = []
        self._source = _ANY
        self._tu: dict[str, str] = {}
        self._props: dict[str, str] = {}
        self._variants: list[tuple[str, str]] = []
        self._language = ""
        self._prop = ""

    def take(self) -> list[MemoryUnit]:
        """The units that are complete since the last time."""
        ready, self._ready = self._ready, []
        return ready

    def start(self, name: str, attributes: dict[str, str], parent: str) -> None:
        if not parent and name != "tmx":
            raise RefusedError(f"not a TMX file: it begins with <{name}>")
        if name == "header":
            self._source = attributes.get("srclang", _ANY)
        elif name == "tu":
            self._tu, self._props, self._variants = attributes, {}, []
        elif name == "tuv":
            self._language = attributes.get("xml:lang") or attributes.get("lang", "")
            if not self._language:
                raise RefusedError("a <tuv> does not say its language in xml:lang")
        elif name == "prop":
            self._prop = attributes.get("type", "") if parent == "tu" else ""

    def end(self, name: str, text: str) -> None:
        if name == "seg":
            self._variants.append((self._language, text))
        elif name == "prop":
            self._props[self._prop] = text
        elif name == "tu":
            self._ready += self._units()

    def _units(self) -> Iterator[MemoryUnit]:
        source = self._tu.get("srclang", self._source)
        variants = [(_tag(language), text) for language, text in self._variants if text.strip()]
        origin = self._props.get(ORIGIN, "")
        for ours, text in variants:
            if source != _ANY and ours != _tag(source):
                continue
            for theirs, target in variants:
                if theirs != ours:
                    yield MemoryUnit(
                        languages=Languages(ours, theirs),
                        source=text,
                        target=target,
                        role=self._props.get(ROLE),
                        before=self._props.get(BEFORE, ""),
                        state=_VOUCHED.get(self._props.get(STATE, ""), State.TRANSLATED),
                        origin=Origin.parse(origin) if origin else None,
                        at=_at(self._tu.get("changedate") or self._tu.get("creationdate", "")),
                    )


def _tag(language: str) -> str:
    """The canonical tag; a language that CLDR does not know keeps the name it has."""
    try:
        return canonical(language)
    except UsageError:
        return language


def _at(date: str) -> str:
    found = _DATE.fullmatch(date)
    return "{}-{}-{}T{}:{}Z".format(*found.groups()) if found else ""
