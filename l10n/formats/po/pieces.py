"""The careful reader: an entry cut into pieces, every character kept, whatever odd shape it has.

A piece is a comment line, a keyword, a string, or what cannot be understood. Pieces joined give the text back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.formats.po.quoting import STRING

COMMENT_PARTS = ("comments", "extracted", "references", "flags", "sticky", "previous")
KEYWORD_PARTS = ("msgctxt", "msgid", "msgid_plural", "msgstr")
PARTS = (*COMMENT_PARTS, *KEYWORD_PARTS)
"""The order in which gettext writes the parts of an entry; `#=` (sticky flags, since gettext 0.25) follows `#,`."""

_SIGNS = {".": "extracted", ":": "references", ",": "flags", "=": "sticky"}
_PIECE = re.compile(
    rf"""[ \t\r\f\v]*+(?:
      (?P<blank>\n|\Z)
    | (?P<mark>\#~(?:[ \t]*\|)?|\#\|)?[ \t]*+ (?:
        (?P<keyword>msgctxt|msgid_plural|msgid|msgstr|domain)(?![\w.-])(?:[ \t]*\[[ \t]*(?P<index>\d+)[ \t]*\])?
      | (?P<string>{STRING})
      | (?P<bare>\n|\Z)                                     # `#~` or `#|` alone on its line
      ) [ \t\r\f\v]*+\n?
    | \#(?![~|])(?P<comment>[^\n]*)\n?
    | (?P<junk>[^\n]+\n?)
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, and the part of an entry that it belongs to."""

    raw: str
    part: str
    """One of PARTS, or `domain`, `blank`, `junk`."""
    start: int
    """Where it stands in the file, in characters."""
    obsolete: bool = False
    keyword: str = ""
    """The keyword that it is (`msgstr[1]`); for a string, the one that it continues."""
    text: str | None = None
    """A string without its quotes, escapes still in it; a comment without its sign."""

    @property
    def is_keyword(self) -> bool:
        return bool(self.keyword) and self.text is None


def pieces(text: str, start: int) -> Iterator[Piece]:
    """The pieces of exactly one entry, from `start`; blank lines after it are its own.

    A comment, a msgctxt, a msgid or a domain that follows a msgstr begins the next entry.
    """
    position = start
    mark, keyword, previous_keyword = "", "", ""
    has_msgstr = False
    while position < len(text):
        match = _PIECE.match(text, position)
        if match is None or match.end() == position:
            return
        if match["mark"]:
            mark = match["mark"]
        found = match["keyword"] or ""
        is_previous = mark.endswith("|")
        is_comment = match["comment"] is not None or is_previous
        if has_msgstr and (is_comment or found in ("msgctxt", "msgid", "domain")):
            return
        name = f"{found}[{match['index']}]" if match["index"] else found
        if is_previous:
            previous_keyword = name or previous_keyword
        else:
            keyword = name or keyword
        has_msgstr = has_msgstr or (found == "msgstr" and not is_previous)
        part, piece_text = _part(match, keyword, is_previous)
        yield Piece(
            raw=match[0],
            part=part,
            start=position,
            obsolete=mark.startswith("#~"),
            keyword=(previous_keyword if is_previous else keyword) if part in (*KEYWORD_PARTS, "previous") else "",
            text=piece_text,
        )
        if match[0].endswith("\n"):
            mark = ""
        position = match.end()


def _part(match: re.Match[str], keyword: str, is_previous: bool) -> tuple[str, str | None]:
    """(part, text) of a piece."""
    comment = match["comment"]
    if comment is not None:
        return comment_part(comment.rstrip("\r"))
    if match["junk"] is not None:
        return "junk", match["junk"]
    if match["blank"] is not None or match["bare"] is not None:
        return "blank", None
    text = match["string"][1:-1] if match["string"] else None
    if is_previous:
        return "previous", text
    return keyword.partition("[")[0] or "junk", text


def comment_part(comment: str) -> tuple[str, str]:
    """(part, text) of a comment line without its `#` and its line end."""
    part = _SIGNS.get(comment[:1])
    if part is None:
        return "comments", comment.removeprefix(" ")
    return part, comment[1:].removeprefix(" ")
