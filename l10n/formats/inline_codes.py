"""The inline codes of one unit: what a translator must not change, numbered alike in source and target."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.segmentation.placeholders import Kind, Protected, find


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code in its place."""

    start: int
    end: int
    kind: Kind
    number: int
    """From 1; both halves of what goes around words have the same."""
    texts: tuple[str, ...]
    """The text of an atom; of both halves of what goes around words."""


class InlineCodes:
    """Numbers the codes of a source, and gives those of its target the numbers of the same texts."""

    def __init__(self) -> None:
        self._unused: list[tuple[tuple[str, ...], int]] = []
        self._count = 0

    def source(self, text: str) -> list[Code]:
        """The codes of a source, in order."""
        self._unused, self._count = [], 0
        codes = self._codes(text)
        self._unused = [(code.texts, code.number) for code in codes if code.kind is not Kind.CLOSE]
        return codes

    def target(self, text: str) -> list[Code]:
        """The codes of its target; one that the source does not have gets a number of its own."""
        return self._codes(text)

    def _codes(self, text: str) -> list[Code]:
        spans = find(text)
        codes: list[Code] = []
        for span in spans:
            texts = _texts(text, span, spans)
            number = codes[span.partner].number if span.kind is Kind.CLOSE else self._number(texts)
            codes.append(Code(start=span.start, end=span.end, kind=span.kind, number=number, texts=texts))
        return codes

    def _number(self, texts: tuple[str, ...]) -> int:
        for at, (theirs, number) in enumerate(self._unused):
            if theirs == texts:
                del self._unused[at]
                return number
        self._count += 1
        return self._count


def _texts(text: str, span: Protected, spans: list[Protected]) -> tuple[str, ...]:
    halves = [span] if span.kind is Kind.ATOM else sorted([span, spans[span.partner]], key=lambda half: half.start)
    return tuple(text[half.start : half.end] for half in halves)
