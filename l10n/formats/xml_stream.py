"""XML from strangers, read a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol
from xml.parsers import expat

from l10n.errors import InvalidInputError

_PIECE = 1 << 16
DEEPEST = 100
_LONGEST = 100_000
"""Characters of one text. More is neither a segment nor a term, and would be held in memory whole."""


class RefusedError(Exception):
    """XML of another kind than the handler reads; the parser knows the line."""


class Handler(Protocol):
    """What is told of a document. Names come without their namespace prefix."""

    def start(self, name: str, attributes: dict[str, str], parent: str) -> None: ...

    def end(self, name: str, text: str) -> None:
        """`text` is all that stands in the element, its inner elements' text included."""


def parse_xml(file: BinaryIO, handler: Handler, *, texts: frozenset[str]) -> Iterator[None]:
    """Read a document, stopping after each piece of it so that a caller can take what is complete.

    Only elements named in `texts` have their text kept. Raises InvalidInputError with the line for what is not
    well-formed, and for a document that declares entities of its own: no exchange format needs any, and they are how
    XML is made to eat a machine or to read its files. A document type is never fetched.
    """
    driver = _Driver(handler, texts)
    parser = hardened_parser()
    parser.StartElementHandler = driver.start
    parser.EndElementHandler = driver.end
    parser.CharacterDataHandler = driver.characters
    return feed(parser, file)


def hardened_parser() -> expat.XMLParserType:
    """A parser that meets no entity but those of XML itself."""

    def refuse_entity(name: str, *_: object) -> None:
        raise RefusedError(f"the document declares or uses an entity of its own, {name!r}, and is not read")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.EntityDeclHandler = refuse_entity
    parser.SkippedEntityHandler = refuse_entity
    return parser


def feed(parser: expat.XMLParserType, file: BinaryIO) -> Iterator[None]:
    """Give a parser the file piece by piece, stopping after each. Faults are InvalidInputErrors with their line."""
    try:
        while piece := file.read(_PIECE):
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        is_cut = error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]
        why = "the file ends too early" if is_cut else expat.ErrorString(error.code)
        raise InvalidInputError(
            "not-xml",
            "not well-formed XML: {why}.",
            why=why,
            line=error.lineno,
            hint="The file is cut off or damaged; export it again from the tool it came from.",
        ) from None
    except (LookupError, ValueError) as error:  # an encoding that Python does not know, or no text in it
        raise InvalidInputError(
            "not-xml", "not XML that can be read: {error}.", error=error, line=parser.CurrentLineNumber
        ) from None
    except RefusedError as error:
        raise InvalidInputError("not-xml", "{error}.", error=error, line=parser.CurrentLineNumber) from None
    yield


class _Driver:
    def __init__(self, handler: Handler, texts: frozenset[str]) -> None:
        self._handler = handler
        self._texts = texts
        self._open: list[str] = []
        self._text: list[str] | None = None
        """What the outermost of the open elements with a text holds so far."""
        self._holder = 0
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if len(self._open) == DEEPEST:
            raise RefusedError(f"elements stand more than {DEEPEST} deep in each other")
        self._handler.start(name, attributes, self._open[-1] if self._open else "")
        self._open.append(name)
        if self._text is None and name in self._texts:
            self._text, self._holder, self._length = [], len(self._open), 0

    def characters(self, data: str) -> None:
        if self._text is not None:
            self._length += len(data)
            if self._length > _LONGEST:
                raise RefusedError(f"a text is longer than {_LONGEST} characters")
            self._text.append(data)

    def end(self, _: str) -> None:
        name, text = self._open[-1], ""
        if self._text is not None and self._holder == len(self._open):
            text, self._text = "".join(self._text), None
        self._handler.end(name, text)
        self._open.pop()
