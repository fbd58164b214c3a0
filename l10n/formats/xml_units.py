"""XML from strangers as one small tree for each unit, however large the file is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder  # building only: expat parses, and meets no entity

from l10n.formats.xml_stream import DEEPEST, RefusedError, feed, hardened_parser

_LONGEST = 10_000_000
"""Characters of one unit."""


class Found(NamedTuple):
    """A unit's tree, and the attributes of each element around it, by name. Names come without a prefix."""

    element: Element
    around: dict[str, dict[str, str]]


def parse_units(file: BinaryIO, *, root: str, unit: str) -> Iterator[Found]:
    """Every `unit` element in order. Raises InvalidInputError as `parse_xml` does, and for another root."""
    builder = _Builder(root, unit)
    parser = hardened_parser()
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    for _ in feed(parser, file):
        yield from builder.found
        builder.found.clear()


class _Builder:
    def __init__(self, root: str, unit: str) -> None:
        self.found: list[Found] = []
        self._root, self._unit = root, unit
        self._open: list[tuple[str, dict[str, str]]] = []
        self._tree: TreeBuilder | None = None
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if not self._open and name != self._root:
            raise RefusedError(f"the file begins with <{name}> and not with <{self._root}>")
        if len(self._open) == DEEPEST:
            raise RefusedError(f"elements stand more than {DEEPEST} deep in each other")
        if name == self._unit and self._tree is None:
            self._tree, self._length = TreeBuilder(), 0
        self._open.append((name, attributes))
        if self._tree is not None:
            self._tree.start(name, attributes)

    def characters(self, data: str) -> None:
        if self._tree is not None:
            self._length += len(data)
            if self._length > _LONGEST:
                raise RefusedError(f"a unit is longer than {_LONGEST} characters")
            self._tree.data(data)

    def end(self, _: str) -> None:
        name, _attributes = self._open.pop()
        if self._tree is None:
            return
        self._tree.end(name)
        if name == self._unit:
            self.found.append(Found(self._tree.close(), dict(self._open)))
            self._tree = None
