"""Markup, put back around the words that were marked in the source: where they are found, aligned, or alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from l10n.engines.bare import Bare, Mark
from l10n.engines.contract import Draft
from l10n.segmentation.placeholders import difference

_WORD = re.compile(r"\w+(?:[-'’./:&]\w+)*")
_LEAST_LIKENESS = 70.0
"""Below this, two phrases are not forms of one another (`personvernerklæring`, `personvernerklæringa`: 97)."""
_BY_LIKENESS = "markup placed by likeness; check what it stands around"
_BY_ALIGNMENT = "markup placed by alignment; check what it stands around"
_OUTER = "\"'“”‘’«».,:;!?()"


class _Place(NamedTuple):
    start: int
    end: int
    note: str = ""
    """Empty where it is sure."""


def with_markup(
    draft: Draft, source: str, bare: Bare, marks: Sequence[Mark], phrases: Sequence[str], keep: Sequence[str]
) -> Draft | None:
    """The draft with the marks around their phrases, or None where one has no place or they would cross."""
    inserts: list[tuple[int, int, int, str]] = []
    notes: list[str] = []
    for index, (m, phrase) in enumerate(zip(marks, phrases, strict=True)):
        is_whole = (m.start, m.end) == (0, len(bare.text))
        found = _Place(0, len(draft.text)) if is_whole else _locate(draft, phrase, bare.text, m)
        if found is None:
            return None
        notes += [found.note] if found.note else []
        inserts += [(found.start, 1, index, m.opening), (found.end, 0, -index, m.closing)]
    text, cursor = "", 0
    for place, _, _, markup in sorted(inserts):
        text += draft.text[cursor:place] + markup
        cursor = place
    text += draft.text[cursor:]
    if difference(source, text, keep) != ([], []):
        return None
    return replace(draft, text=text, notes=(*draft.notes, *dict.fromkeys(notes)))


def _locate(draft: Draft, phrase: str, source: str, mark: Mark) -> _Place | None:
    """Where the words that were marked in `source` stand in the draft; `phrase` is what they become alone.

    The phrase found as it is, as often as in the source, is sure by its rank. Else the engine's alignment is asked;
    then the nearest of several places is taken, and at last the words most like the phrase.
    """
    if not phrase or phrase != phrase.strip():
        return None
    text, hope = draft.text, mark.start / max(1, len(source))
    exact, originals = _places(phrase, text), _places(source[mark.start : mark.end], source)
    if len(exact) == len(originals) and (mark.start, mark.end) in originals:
        return _Place(*exact[originals.index((mark.start, mark.end))])
    if len(exact) == 1:
        return _Place(*exact[0])
    if aligned := _aligned(draft, source, mark):
        return aligned
    if exact:
        return _Place(*min(exact, key=lambda span: abs(span[0] / len(text) - hope)), _BY_LIKENESS)
    return _likest(text, phrase, hope)


def _places(phrase: str, text: str) -> list[tuple[int, int]]:
    """Everywhere that the phrase stands; places may overlap (`ha ha` in `ha ha ha`).

    One that begins or ends with a word does not stand inside another.
    """
    before, after = r"(?<!\w)" if phrase[:1].isalnum() else "", r"(?!\w)" if phrase[-1:].isalnum() else ""
    whole = f"{before}(?={re.escape(phrase)}{after})"
    return [(match.start(), match.start() + len(phrase)) for match in re.finditer(whole, text, re.IGNORECASE)]


def _aligned(draft: Draft, source: str, mark: Mark) -> _Place | None:
    """The words that the engine made of the marked ones, where it made a row of neighbours of them."""
    words = sorted(draft.alignment, key=lambda pair: pair[1])
    ours = [at for at, (place, _) in enumerate(words) if mark.start <= place < mark.end]
    if not ours or ours != list(range(ours[0], ours[-1] + 1)):
        return None
    start, end = words[ours[0]][1], words[ours[-1]][1]
    end += len(draft.text[end:].split(maxsplit=1)[0])
    if source[mark.end - 1] not in _OUTER:  # a full stop behind the words is not theirs
        end = start + len(draft.text[start:end].rstrip(_OUTER))
    if source[mark.start] not in _OUTER:
        start = end - len(draft.text[start:end].lstrip(_OUTER))
    return _Place(start, end, _BY_ALIGNMENT) if start < end else None


def _likest(text: str, phrase: str, hope: float) -> _Place | None:
    """The words most like a phrase; the place nearest to `hope` (0 to 1) wins a tie."""
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
    return _Place(best[2], best[3], _BY_LIKENESS) if best[0] >= _LEAST_LIKENESS else None
