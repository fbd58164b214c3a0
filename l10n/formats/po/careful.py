"""Pieces into a message, with a sentence and a line for every way in which an entry can be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypedDict

from l10n.errors import InvalidInputError
from l10n.formats.po.pieces import COMMENT_PARTS, KEYWORD_PARTS, Piece
from l10n.formats.po.quoting import unquote
from l10n.model.message import Message, Previous

_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)", re.MULTILINE)
_KEYWORD_LIKE = re.compile(r"\w+[ \t]+\"")


def read_message(text: str, entry: Sequence[Piece]) -> Message:
    """The message of one entry's pieces. Raises InvalidInputError with the line, counted in `text`."""
    try:
        return _message(entry)
    except _WrongPieceError as wrong:
        line = text.count("\n", 0, wrong.piece.start) + 1
        raise InvalidInputError("po-syntax", wrong.why, line=line) from None


class _WrongPieceError(Exception):
    def __init__(self, piece: Piece, why: str) -> None:
        super().__init__(why)
        self.piece, self.why = piece, why


def _message(entry: Sequence[Piece]) -> Message:
    texts = _texts(entry)
    first = next(piece for piece in entry if piece.part != "blank")
    if "msgid" not in texts:
        raise _WrongPieceError(first, "an entry has no msgid.")
    forms = [keyword for keyword in texts if keyword.startswith("msgstr")]
    if not forms:
        raise _WrongPieceError(_first(entry, "msgid"), "an entry has no msgstr.")
    expected = [f"msgstr[{i}]" for i in range(len(forms))] if "msgid_plural" in texts else ["msgstr"]
    if forms != expected:
        wrong = next((form for form, right in zip(forms, expected, strict=False) if form != right), forms[-1])
        raise _WrongPieceError(_first(entry, "msgstr"), f"expected {expected[0]} but found {wrong}.")
    is_obsolete = {piece.obsolete for piece in entry if piece.part in KEYWORD_PARTS}
    if len(is_obsolete) > 1:
        raise _WrongPieceError(first, "some lines of an entry begin with #~ and others do not.")
    return Message(
        msgid=texts["msgid"],
        msgctxt=texts.get("msgctxt"),
        msgid_plural=texts.get("msgid_plural"),
        msgstr=tuple(texts[form] for form in forms),
        previous=_previous(entry),
        obsolete=is_obsolete.pop(),
        **comment_fields((piece.part, piece.text or "") for piece in entry if piece.part in COMMENT_PARTS),
    )


def _texts(entry: Sequence[Piece]) -> dict[str, str]:
    """Text by keyword, in file order."""
    texts: dict[str, str] = {}
    began: Piece | None = None
    for piece in entry:
        if piece.part == "junk":
            raise _WrongPieceError(piece, _why_junk(piece.raw.strip(), began))
        if piece.part in COMMENT_PARTS and began is not None:
            raise _WrongPieceError(piece, "a comment stands in the middle of an entry.")
        if piece.part not in KEYWORD_PARTS:
            continue
        if piece.is_keyword:
            _must_have_string(began, texts)
            if piece.keyword in texts:
                raise _WrongPieceError(piece, f"a second {piece.keyword}, but the entry before it has no msgstr.")
            began = piece
        else:
            texts[piece.keyword] = texts.get(piece.keyword, "") + _unquoted(piece)
    _must_have_string(began, texts)
    return texts


def _must_have_string(began: Piece | None, texts: dict[str, str]) -> None:
    if began is not None and began.keyword not in texts:
        raise _WrongPieceError(began, f'{began.keyword} is not followed by a string in double quotes ("").')


def _unquoted(piece: Piece) -> str:
    try:
        return unquote(piece.text or "")
    except ValueError as escape:
        raise _WrongPieceError(piece, f"{escape} is not an escape that PO files know; a backslash is \\\\.") from None


def _why_junk(text: str, began: Piece | None) -> str:
    """What is wrong with a line that is neither keyword nor literal, in words."""
    if _CONFLICT.match(text):
        return "an unresolved merge conflict stands here; resolve it, or merge again with l10n's merge driver."
    if text.endswith('"') and text.startswith('"') and began is None:
        return "a string stands alone: expected a keyword such as msgid before it."
    if text.startswith('"') or (began is not None and '"' in text and not _KEYWORD_LIKE.match(text)):
        return 'a string is not closed, or a quotation mark in it is not escaped as \\".'
    return f"expected a keyword such as msgid, or a string in double quotes, but found {text[:40]!r}."


def _first(entry: Sequence[Piece], part: str) -> Piece:
    return next(piece for piece in entry if piece.part == part)


class CommentFields(TypedDict, total=False):
    """The fields of a message that comment lines fill."""

    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    flags: tuple[str, ...]


def comment_fields(lines: Iterable[tuple[str, str]]) -> CommentFields:
    """Comment lines, as (part, text), by field. Flags are single words without repeats."""
    found: dict[str, list[str]] = {}
    for part, text in lines:
        found.setdefault(part, []).append(text)
    fields = CommentFields()
    if "comments" in found:
        fields["comments"] = tuple(found["comments"])
    if "extracted" in found:
        fields["extracted"] = tuple(found["extracted"])
    if "references" in found:
        fields["references"] = tuple(found["references"])
    if "flags" in found:
        flags = (flag.strip() for flag in ",".join(found["flags"]).split(","))
        fields["flags"] = tuple(dict.fromkeys(flag for flag in flags if flag))
    return fields


def _previous(entry: Sequence[Piece]) -> Previous | None:
    """The `#|` lines; what is odd in them is kept in the file but not understood."""
    texts: dict[str, str] = {}
    for piece in entry:
        if piece.part == "previous" and piece.text is not None and piece.keyword:
            try:
                texts[piece.keyword] = texts.get(piece.keyword, "") + unquote(piece.text)
            except ValueError:
                continue
    if not texts:
        return None
    return Previous(texts.get("msgctxt"), texts.get("msgid"), texts.get("msgid_plural"))
