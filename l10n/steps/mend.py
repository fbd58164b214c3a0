"""A text by its sentences: those that have a translation keep it, the others are to be drafted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.model.message import Message
from l10n.segmentation.alignment import aligned, sentences
from l10n.segmentation.cosmetic import face
from l10n.segmentation.placeholders import difference
from l10n.segmentation.sentences import Span, replace_spans, spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The source as it is now, with a translation for each sentence that has kept its own."""

    source: str
    places: tuple[Span, ...]
    """Where its sentences stand."""
    kept: tuple[str | None, ...]
    """Their translations; None for a hole."""
    remembered: int = 0
    """So many of them come from other texts, and not from the message's own old translation."""

    @classmethod
    def empty(cls, source: str, language: str) -> Frame:
        """A text of which nothing is translated yet."""
        places = tuple(spans(source, language))
        return cls(source=source, places=places, kept=(None,) * len(places))

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(self.source[start:end] for start, end in self.places)

    @property
    def holes(self) -> tuple[str, ...]:
        """The sentences that need a draft, in order."""
        return tuple(text for text, kept in zip(self.sentences, self.kept, strict=True) if kept is None)

    def filled(self, drafts: Sequence[str]) -> str:
        """The whole translation, a draft in each hole; blanks and line breaks are the source's."""
        rest = iter(drafts)
        return replace_spans(self.source, self.places, [next(rest) if kept is None else kept for kept in self.kept])


def mend(message: Message, *, source_language: str, locale: str) -> Frame:
    """The frame of a stale message without a plural. All are holes where it cannot be told which part is whose.

    A sentence has kept its translation where it reads as it did and holds the same markup and placeholders.
    """
    previous = (message.previous and message.previous.msgid) or ""
    translations = aligned(previous, message.text, source_language, locale) if previous else None
    known: dict[str, list[tuple[str, str]]] = defaultdict(list)
    if translations is not None:
        for sentence, translation in zip(sentences(previous, source_language), translations, strict=True):
            known[face(sentence).words].append((sentence, translation))
    frame = Frame.empty(message.msgid, source_language)
    return replace(frame, kept=tuple(_kept(sentence, known) for sentence in frame.sentences))


def _kept(sentence: str, known: dict[str, list[tuple[str, str]]]) -> str | None:
    """The translation of the first earlier sentence that reads the same; each is given once."""
    candidates = known.get(face(sentence).words, [])
    for at, (earlier, translation) in enumerate(candidates):
        if difference(earlier, sentence) == ([], []):
            del candidates[at]
            return translation
    return None
