"""TBX → terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from l10n.errors import UsageError
from l10n.formats.xml_stream import RefusedError, parse_xml
from l10n.model.glossary import Term, TermKind
from l10n.model.locale import canonical

_ROOTS = frozenset({"tbx", "martif"})
_ENTRIES = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES = frozenset({"langSec", "langSet"})
_STATUS = "administrativeStatus"
_TEXTS = frozenset({"term", "termNote", "note", "descrip", "definition", _STATUS})
_AVOIDED = ("deprecatedTerm", "supersededTerm")


def parse(file: BinaryIO, *, source: str, target: str) -> tuple[Term, ...]:
    """The terms of two languages, in the file's order; entries without both are passed over.

    Both styles of version 3 are read, with the data category as an attribute (DCA) or as the element (DCT). A
    language of a region counts where the very language is not there: `en-US` is read for `en`.
    Raises InvalidInputError with the line for what is not XML or not TBX.
    """
    reader = _Reader(source, target)
    for _ in parse_xml(file, reader, texts=_TEXTS):
        pass
    return tuple(reader.terms)


@dataclass
class _Entry:
    note: str = ""
    words: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Language → (term, administrative status)."""


class _Reader:
    def __init__(self, source: str, target: str) -> None:
        self.terms: list[Term] = []
        self._source, self._target = source, target
        self._entry = _Entry()
        self._language = ""
        self._type = ""

    def start(self, name: str, attributes: dict[str, str], parent: str) -> None:
        if not parent and name not in _ROOTS:
            raise RefusedError(f"not a TBX file: it begins with <{name}>")
        if name in _ENTRIES:
            self._entry = _Entry()
        elif name in _LANGUAGES:
            self._language = _tag(attributes.get("xml:lang", ""))
        elif name in _TEXTS:
            self._type = attributes.get("type", name)

    def end(self, name: str, text: str) -> None:
        text = " ".join(text.split())
        words = self._entry.words.setdefault(self._language, [])
        if name == "term" and text:
            words.append((text, ""))
        elif self._type == _STATUS and name in ("termNote", _STATUS) and words:
            words[-1] = (words[-1][0], text)
        elif name in ("note", "descrip", "definition") and self._type in ("note", "definition"):
            self._entry.note = self._entry.note or text
        elif name in _ENTRIES:
            self.terms += self._terms(self._entry)

    def _terms(self, entry: _Entry) -> Iterator[Term]:
        sources = [text for text, status in _of(entry, self._source) if not status.startswith(_AVOIDED)]
        targets = _of(entry, self._target)
        avoided = [text for text, status in targets if status.startswith(_AVOIDED)]
        # the preferred word first, then those that nobody judged, then the admitted ones
        allowed = [text for text, status in sorted(targets, key=_rank) if not status.startswith(_AVOIDED)]
        for source in sources:
            if allowed:
                word, forms = allowed[0], tuple(allowed[1:])
                is_kept = word == source
                yield Term(
                    source=source, target="" if is_kept else word, note=entry.note, forms=forms,
                    kind=TermKind.DO_NOT_TRANSLATE if is_kept else TermKind.PREFERRED,
                )  # fmt: skip
            if avoided:
                yield Term(source=source, target=avoided[0], note=entry.note, forms=tuple(avoided[1:]),
                           kind=TermKind.FORBIDDEN)  # fmt: skip


def _of(entry: _Entry, language: str) -> list[tuple[str, str]]:
    if language in entry.words:
        return entry.words[language]
    bare = language.partition("-")[0]
    return next((words for tag, words in entry.words.items() if tag.partition("-")[0] == bare), [])


def _rank(word: tuple[str, str]) -> int:
    return 0 if word[1].startswith("preferredTerm") else 2 if word[1].startswith("admittedTerm") else 1


def _tag(language: str) -> str:
    try:
        return canonical(language)
    except UsageError:
        return language
