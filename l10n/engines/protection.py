"""Passages with placeholders and markup, through a machine that knows only plain text.

Atoms (placeholders, addresses, code, terms to keep) go through as masks; those that no mask carries are put back by
alignment, where the engine has one. Markup is taken off, the words in it are translated once more alone, and the
markup is put around the place where they are found again. Where either fails, the text is translated in pieces, which
loses nothing but grammar. Whatever is no certainty is said in the draft's notes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from l10n.engines.bare import Bare, take_apart
from l10n.engines.contract import Draft
from l10n.engines.markup import with_markup
from l10n.engines.projection import projected, without_atoms
from l10n.segmentation.placeholders import Form, Masked, difference, find, mask, unmask, unmasked_place

Translate = Callable[[Sequence[str]], list[Draft]]
"""Plain texts in, as many drafts out; blanks at the ends and line breaks survive."""


def translate_protected(
    texts: Sequence[str],
    translate: Translate,
    *,
    forms: Sequence[Form],
    keep: Sequence[str] = (),
    translate_aligned: Translate | None = None,
) -> list[Draft]:
    """One draft for each text, in order. `forms` are the masks to try, the model's best first.

    `translate_aligned` does the same as `translate`, with alignments; it is used for what has to be put back.
    """
    apart = [take_apart(text, keep) for text in texts]
    marked = [bare for bare, marks in apart if marks]
    others = [bare for bare, marks in apart if not marks]
    phrases = [bare.part(mark.start, mark.end) for bare, marks in apart for mark in marks]
    drafts = _translate_bare([*others, *phrases], translate, forms, translate_aligned)
    drafts |= _translate_bare(marked, translate_aligned or translate, forms, translate_aligned)
    put_together: list[Draft | None] = []
    for text, (bare, marks) in zip(texts, apart, strict=True):
        draft = drafts[bare] if bare.has_words else Draft(text=text)
        if marks and draft.text and bare.has_words:
            own = [drafts[bare.part(mark.start, mark.end)].text for mark in marks]
            put_together.append(with_markup(draft, text, bare, marks, own, keep))
        else:
            put_together.append(draft)
    return [replace(draft, alignment=()) for draft in _in_pieces(texts, put_together, translate, keep)]


def _translate_bare(
    wanted: Sequence[Bare], translate: Translate, forms: Sequence[Form], translate_aligned: Translate | None
) -> dict[Bare, Draft]:
    """Masked, translated and unmasked, one mask after the other; what no mask survives by alignment or in pieces."""
    drafts = {bare: Draft(text=bare.text) for bare in wanted if not bare.has_words}
    pending = [bare for bare in dict.fromkeys(wanted) if bare not in drafts]
    plain = [bare for bare in pending if not bare.atoms]
    drafts |= zip(plain, translate([bare.text for bare in plain]) if plain else [], strict=True)
    pending = [bare for bare in pending if bare.atoms]
    for form in forms if pending else ():
        masked = [mask(bare.text, bare.atoms, form) for bare in pending]
        answers = [
            _unmasked(one, draft) for one, draft in zip(masked, translate([one.text for one in masked]), strict=True)
        ]
        drafts |= {bare: answer for bare, answer in zip(pending, answers, strict=True) if answer}
        pending = [bare for bare in pending if bare not in drafts]
        if not pending:
            break
    if pending and translate_aligned:
        drafts |= _projected(pending, translate_aligned)
        pending = [bare for bare in pending if bare not in drafts]
    drafts |= zip(pending, _joined([bare.pieces() for bare in pending], translate), strict=True)
    return drafts


def _unmasked(masked: Masked, draft: Draft) -> Draft | None:
    """The draft with the originals back; None where a mask is lost. An empty draft stays as it is."""
    text = unmask(masked, draft.text) if draft.text else ""
    if text is None:
        return None
    unknown = tuple(word for word in draft.unknown if word.lower() not in masked.masks)
    alignment = tuple(
        (unmasked_place(masked, masked.text, source), unmasked_place(masked, draft.text, target))
        for source, target in draft.alignment
    )
    return replace(draft, text=text, unknown=unknown, alignment=alignment)


def _projected(wanted: Sequence[Bare], translate_aligned: Translate) -> dict[Bare, Draft]:
    """Those whose atoms have found a place by alignment, and nothing is lost."""
    plain = {bare: text for bare in wanted if (text := without_atoms(bare)) is not None}
    answers = translate_aligned(list(plain.values())) if plain else []
    found = {bare: projected(bare, draft) for bare, draft in zip(plain, answers, strict=True) if draft.text}
    return {bare: draft for bare, draft in found.items() if draft and difference(bare.text, draft.text) == ([], [])}


def _joined(rows: Sequence[Sequence[Bare]], translate: Translate) -> list[Draft]:
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
    rows = [Bare(text, tuple(find(text, keep))).pieces() for text in open_ends]
    by_piece = iter(_joined(rows, translate))
    return [next(by_piece) if draft is None else draft for draft in drafts]
