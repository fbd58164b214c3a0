"""The texts of a change, each with its old version woven in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from l10n.model.change import Change
from l10n.segmentation.wording import Op, Piece, is_rewritten, pieces

_AROUND = 90
"""Characters of an unchanged stretch that are kept beside a change, where it is shortened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One text: the source, the translation, or a plural form of either."""

    label: str
    language: str
    is_source: bool
    pieces: tuple[Piece, ...]
    is_rewritten: bool
    """True where whole sentences are compared, because few words stayed."""

    @property
    def shortened(self) -> tuple[Piece, ...]:
        """The pieces with long unchanged stretches cut down to what stands beside a change."""
        last = len(self.pieces) - 1
        if not last:
            return self.pieces
        return tuple(
            Piece(piece.op, _cut(piece.text, starts=at > 0, ends=at < last)) if piece.op is Op.KEPT else piece
            for at, piece in enumerate(self.pieces)
        )


def rows(change: Change) -> list[Row]:
    """The sources and then the translations, the current version woven into the one before; none that is empty."""
    old, new = change.before, change.after
    found: list[Row] = []
    for is_source, language in ((True, change.source_language), (False, change.locale)):
        before, after = (() if side is None else side.sources if is_source else side.texts for side in (old, new))
        if is_source and not (old and new):
            before = after = change.side.sources  # the source of what came or went is no news: it tells which it is
        forms = list(zip_longest(before, after, fillvalue=""))
        for number, (was, now) in enumerate(forms):
            if was or now:
                found.append(
                    Row(
                        label=_label(is_source, number, len(forms)),
                        language=language,
                        is_source=is_source,
                        pieces=pieces(was, now),
                        is_rewritten=is_rewritten(was, now),
                    )
                )
    return found


def _label(is_source: bool, number: int, forms: int) -> str:
    if is_source:
        return "plural" if number else "source"
    return f"form {number + 1}" if forms > 1 else "text"


def _cut(text: str, *, starts: bool, ends: bool) -> str:
    """The beginning where a change stands before it, the end where one follows."""
    most = _AROUND * (starts + ends)
    if len(text) <= most + 20:
        return text
    head = text[:_AROUND].rpartition(" ")[0] if starts else ""
    tail = text[-_AROUND:].partition(" ")[2] if ends else ""
    return f"{head} … {tail}" if head and tail else f"{head} …" if head else f"… {tail}"
