"""Passages with placeholders and markup, through a machine that knows only plain text.

Atoms (placeholders, addresses, code, terms to keep) go through as masks. Markup is taken off, the words in it
are translated once more alone, and the markup is put around the place where they are found again. Where either
fails, the text is translated in pieces, which loses nothing but grammar; the draft's notes say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from l10n.engines.contract import Draft
from l10n.segmentation.placeholders import Form, Kind, Protected, difference, find, mask, unmask

Translate = Callable[[Sequence[str]], list[Draft]]
"""Plain texts in, as many drafts out; blanks at the ends and line breaks survive."""

_WORD = re.compile(r"\w+(?:[-'’./:&]\w+)*")
_LEAST_LIKENESS = 70.0
"""Below this, two phrases are not forms of one another (`personvernerklæring`, `personvernerklæringa`: 97)."""


@dataclass(frozen=True, slots=True)
class _Bare:
    """A text without its markup; its atoms are still in it."""

    text: str
    atoms: tuple[Protected, ...] = ()

    def part(self, start: int, end: int) -> _Bare:
        inside = (atom for atom in self.atoms if start <= atom.start and atom.end <= end)
        return _Bare(
            self.text[start:end],
            tuple(replace(atom, start=atom.start - start, end=atom.end - start) for atom in inside),
        )

    @property
    def has_words(self) -> bool:
        """False for a number, a lone link, an emoji: what no machine need see."""
        return any(map(str.isalpha, "".join(self._between())))

    def _between(self) -> list[str]:
        starts = [0, *(atom.end for atom in self.atoms)]
        ends = [*(atom.start for atom in self.atoms), len(self.text)]
        return [self.text[start:end] for start, end in zip(starts, ends, strict=True)]

    def pieces(self) -> list[_Bare]:
        """The same as a row of plain texts and lone atoms."""
        row: list[_Bare] = []
        for plain, atom in zip(self._between(), [*self.atoms, None], strict=True):
            row.append(_Bare(plain))
            if atom is not None:
                row.append(self.part(atom.start, atom.end))
        return [piece for piece in row if piece.text]


@dataclass(frozen=True, slots=True)
class _Mark:
    """Markup around `bare.text[start:end]`."""

    opening: str
    closing: str
    start: int
    end: int


def translate_protected(
    texts: Sequence[str], translate: Translate, *, forms: Sequence[Form], keep: Sequence[str] = ()
) -> list[Draft]:
    """One draft for each text, in order. `forms` are the masks to try, the model's best first."""
    taken_apart = [_take_apart(text, keep) for text in texts]
    wanted = [part for bare, marks in taken_apart for part in (bare, *(bare.part(m.start, m.end) for m in marks))]
    drafts = _translate_bare(wanted, translate, forms)
    put_together: list[Draft | None] = []
    for text, (bare, marks) in zip(texts, taken_apart, strict=True):
        draft = drafts[bare] if bare.has_words else Draft(text=text)
        if not marks or not draft.text or not bare.has_words:
            put_together.append(draft)
            continue
        phrases = [drafts[bare.part(m.start, m.end)].text for m in marks]
        put_together.append(_with_markup(draft, text, bare, marks, phrases, keep))
    return _in_pieces(texts, put_together, translate, keep)


def _take_apart(text: str, keep: Sequence[str]) -> tuple[_Bare, list[_Mark]]:
    spans = find(text, keep)
    atoms: list[Protected] = []
    places: dict[int, int] = {}
    plain: list[str] = []
    cursor = length = 0
    for index, span in enumerate(spans):
        plain.append(text[cursor : span.start])
        length += span.start - cursor
        places[index] = length
        if span.kind is Kind.ATOM:
            atoms.append(replace(span, start=length, end=length + span.end - span.start))
            plain.append(text[span.start : span.end])
            length += span.end - span.start
        cursor = span.end
    marks = [
        _Mark(text[span.start : span.end], text[spans[span.partner].start : spans[span.partner].end],
              places[index], places[span.partner])
        for index, span in enumerate(spans) if span.kind is Kind.OPEN
    ]  # fmt: skip
    return _Bare("".join([*plain, text[cursor:]]), tuple(atoms)), marks


def _translate_bare(wanted: Sequence[_Bare], translate: Translate, forms: Sequence[Form]) -> dict[_Bare, Draft]:
    """Masked, translated and unmasked, one mask after the other; what no mask survives, piece by piece."""
    drafts = {bare: Draft(text=bare.text) for bare in wanted if not bare.has_words}
    pending = [bare for bare in dict.fromkeys(wanted) if bare not in drafts]
    for form in forms:
        masked = [mask(bare.text, bare.atoms, form) for bare in pending]
        failed = []
        for bare, one, draft in zip(pending, masked, translate([one.text for one in masked]), strict=True):
            text = unmask(one, draft.text) if draft.text else ""
            if text is None:
                failed.append(bare)
            else:
                unknown = tuple(word for word in draft.unknown if word.lower() not in one.masks)
                drafts[bare] = replace(draft, text=text, unknown=unknown)
        pending = failed
        if not pending:
            break
    rows = [bare.pieces() for bare in pending]
    joined = _joined(rows, translate)
    drafts.update(zip(pending, joined, strict=True))
    return drafts


def _joined(rows: Sequence[Sequence[_Bare]], translate: Translate) -> list[Draft]:
    """Each row's pieces translated alone and joined again."""
    plain = list(dict.fromkeys(piece.text for row in rows for piece in row if not piece.atoms and piece.has_words))
    done = dict(zip(plain, translate(plain), strict=True)) if plain else {}
    drafts = []
    for row in rows:
        parts = [done.get(piece.text, Draft(text=piece.text)) for piece in row]
        if not all(part.text for part in parts):
            drafts.append(next(part for part in parts if not part.text))
            continue
        unknown = tuple(word for part in parts for word in part.unknown)
        text = "".join(part.text for part in parts)
        drafts.append(Draft(text=text, unknown=unknown, notes=("translated in pieces; check the grammar",)))
    return drafts


def _in_pieces(
    texts: Sequence[str], drafts: Sequence[Draft | None], translate: Translate, keep: Sequence[str]
) -> list[Draft]:
    """The drafts, with the texts whose markup found no place translated between their marks."""
    open_ends = [text for text, draft in zip(texts, drafts, strict=True) if draft is None]
    rows = [_Bare(text, tuple(find(text, keep))).pieces() for text in open_ends]
    by_piece = iter(_joined(rows, translate))
    return [next(by_piece) if draft is None else draft for draft in drafts]


def _with_markup(
    draft: Draft, source: str, bare: _Bare, marks: Sequence[_Mark], phrases: Sequence[str], keep: Sequence[str]
) -> Draft | None:
    """The draft with the marks around their phrases, or None where one has no place or they would cross."""
    inserts: list[tuple[int, int, int, str]] = []
    least = 100.0
    for index, (m, phrase) in enumerate(zip(marks, phrases, strict=True)):
        is_whole = (m.start, m.end) == (0, len(bare.text))
        found = (0, len(draft.text), 100.0) if is_whole else _locate(draft.text, phrase, bare.text, m)
        if found is None:
            return None
        start, end, likeness = found
        least = min(least, likeness)
        inserts += [(start, 1, index, m.opening), (end, 0, -index, m.closing)]
    text, cursor = "", 0
    for place, _, _, markup in sorted(inserts):
        text += draft.text[cursor:place] + markup
        cursor = place
    text += draft.text[cursor:]
    if difference(source, text, keep) != ([], []):
        return None
    notes = () if least == 100.0 else ("markup placed by likeness; check what it stands around",)
    return replace(draft, text=text, notes=(*draft.notes, *notes))


def _locate(text: str, phrase: str, source: str, mark: _Mark) -> tuple[int, int, float] | None:
    """Where the phrase that was marked in `source` stands in `text`: (start, end, how sure, up to 100).

    Of several places the one of the same rank is sure, where source and text have as many; else the nearest is a
    guess. Where the phrase does not stand there as it is, the words most like it are taken.
    """
    if not phrase or phrase != phrase.strip():
        return None
    hope = mark.start / max(1, len(source))
    exact, originals = _places(phrase, text), _places(source[mark.start : mark.end], source)
    if len(exact) == len(originals) and (mark.start, mark.end) in originals:
        return *exact[originals.index((mark.start, mark.end))], 100.0
    if exact:
        start, end = min(exact, key=lambda span: abs(span[0] / len(text) - hope))
        return start, end, 100.0 if len(exact) == 1 else _LEAST_LIKENESS
    return _likest(text, phrase, hope)


def _places(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where a phrase stands in a text; one that begins or ends with a word does not stand inside another."""
    before, after = r"(?<!\w)" if phrase[:1].isalnum() else "", r"(?!\w)" if phrase[-1:].isalnum() else ""
    return [match.span() for match in re.finditer(before + re.escape(phrase) + after, text, re.IGNORECASE)]


def _likest(text: str, phrase: str, hope: float) -> tuple[int, int, float] | None:
    """The words most like a phrase, and their likeness; the place nearest to `hope` (0 to 1) wins a tie."""
    from rapidfuzz.fuzz import ratio

    words = [match.span() for match in _WORD.finditer(text)]
    size = len(_WORD.findall(phrase))
    windows = [
        (words[first][0], words[first + length - 1][1])
        for length in range(max(1, size - 1), size + 2)
        for first in range(len(words) - length + 1)
    ]
    scored = [(ratio(text[a:b].casefold(), phrase.casefold()), -abs(a / len(text) - hope), a, b) for a, b in windows]
    best = max(scored, default=(0.0, 0.0, 0, 0))
    return (best[2], best[3], best[0]) if best[0] >= _LEAST_LIKENESS else None
