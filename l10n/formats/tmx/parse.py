"""TMX → memory units, without ever holding the file or trusting it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from l10n.errors import InvalidInputError, UsageError
from l10n.formats.tmx.props import BEFORE, ORIGIN, ROLE, STATE
from l10n.model.locale import canonical
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.provenance import Origin
from l10n.model.state import State

_PIECE = 1 << 16
_LONGEST = 100_000
"""Characters of one text. More is no segment, and would be held in memory whole."""
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\dZ")
_ANY = "*all*"
_VOUCHED = {"reviewed": State.REVIEWED, "final": State.FINAL}


def parse(file: BinaryIO) -> Iterator[MemoryUnit]:
    """The units of a file in their order: the source variant of each `tu` with each of its other variants.

    Where `srclang` is `*all*`, every variant is a source. Inline elements leave the native code that they hold.
    Raises InvalidInputError with the line for what is not XML or not TMX, and for a document that declares entities
    of its own: no TMX needs any, and they are how XML is made to eat a machine or to read its files.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = reader.refuse_entity
    parser.SkippedEntityHandler = reader.refuse_entity
    try:
        while piece := file.read(_PIECE):
            parser.Parse(piece, False)
            yield from reader.take()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise InvalidInputError(
            f"not well-formed XML: {expat.ErrorString(error.code)}.", line=error.lineno,
            hint="The file is cut off or damaged; export it again from the tool it came from.",
        ) from None  # fmt: skip
    except _RefusedError as error:
        raise InvalidInputError(f"{error}.", line=parser.CurrentLineNumber) from None
    yield from reader.take()


class _RefusedError(Exception):
    """XML that is no TMX, or none that we read; the parser knows the line."""


class _Reader:
    """What the parser is in the middle of."""

    def __init__(self) -> None:
        self._ready: list[MemoryUnit] = []
        self._open: list[str] = []
        self._source = _ANY
        self._tu: dict[str, str] = {}
        self._props: dict[str, str] = {}
        self._variants: list[tuple[str, str]] = []
        self._language = ""
        self._kind = ""
        self._text: list[str] | None = None
        self._length = 0

    def take(self) -> list[MemoryUnit]:
        """The units that are complete since the last time."""
        ready, self._ready = self._ready, []
        return ready

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open and name != "tmx":
            raise _RefusedError(f"not a TMX file: it begins with <{name}>")
        parent = self._open[-1] if self._open else ""
        self._open.append(name)
        if name == "header":
            self._source = attributes.get("srclang", _ANY)
        elif name == "tu":
            self._tu, self._props, self._variants = attributes, {}, []
        elif name == "tuv":
            self._language = attributes.get("xml:lang") or attributes.get("lang", "")
            if not self._language:
                raise _RefusedError("a <tuv> does not say its language in xml:lang")
        elif name == "seg" or (name == "prop" and parent == "tu"):
            self._kind = attributes.get("type", "")
            self._text, self._length = [], 0

    def characters(self, data: str) -> None:
        if self._text is not None:
            self._length += len(data)
            if self._length > _LONGEST:
                raise _RefusedError(f"a text is longer than {_LONGEST} characters")
            self._text.append(data)

    def end(self, name: str) -> None:
        self._open.pop()
        if self._text is not None and name == "seg":
            self._variants.append((self._language, "".join(self._text)))
            self._text = None
        elif self._text is not None and name == "prop":
            self._props[self._kind] = "".join(self._text)
            self._text = None
        elif name == "tu":
            self._ready += self._units()

    def refuse_entity(self, name: str, *_: object) -> None:
        raise _RefusedError(f"the document declares or uses an entity of its own, {name!r}, and is not read")

    def _units(self) -> Iterator[MemoryUnit]:
        source = self._tu.get("srclang", self._source)
        variants = [(_tag(language), text) for language, text in self._variants if text.strip()]
        origin = self._props.get(ORIGIN, "")
        for at, (ours, text) in enumerate(variants):
            if source not in (_ANY, "") and ours != _tag(source):
                continue
            for other, (theirs, target) in enumerate(variants):
                if other != at and theirs != ours:
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
