"""One entry of a PO file as it stands in the text: raw lines, parsed only when someone looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from l10n.errors import InvalidInputError
from l10n.formats.po.quoting import LITERAL, unquote
from l10n.model.message import Message, Previous

# The order in which gettext writes the parts of an entry; `#=` (sticky flags, since gettext 0.25) follows `#,`.
PARTS = (
    "comments", "extracted", "references", "flags", "sticky", "previous",
    "msgctxt", "msgid", "msgid_plural", "msgstr",
)  # fmt: skip
_COMMENT_PARTS = {".": "extracted", ":": "references", ",": "flags", "=": "sticky", "|": "previous"}
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)[ \t]*(?=\"|$)")
LINES = re.compile(r"[^\n]*\n|[^\n]+")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})( |$)")


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line: its part of the entry, and the text with comment sign and `#~` taken off."""

    raw: str
    part: str
    """One of PARTS, or `blank`."""
    body: str
    obsolete: bool


def classify(raw: str) -> Line:
    """Tell what a line is by its first characters, as gettext's own reader does."""
    text = raw.rstrip("\r\n")
    stripped = text.lstrip(" \t\ufeff")
    if not stripped:
        return Line(raw, "blank", "", False)
    if stripped[0] != "#":
        return Line(raw, _keyword_part(stripped), stripped, False)
    sign, rest = stripped[1:2], stripped[2:]
    if sign == "~":
        rest = rest.lstrip(" \t")
        if rest.startswith("|"):
            return Line(raw, "previous", rest[1:].strip(), True)
        return Line(raw, _keyword_part(rest), rest, True)
    part = _COMMENT_PARTS.get(sign, "comments")
    if part == "comments":
        return Line(raw, part, stripped[1:].removeprefix(" "), False)
    return Line(raw, part, rest.strip() if part in ("flags", "previous") else rest.removeprefix(" "), False)


def _keyword_part(text: str) -> str:
    match = _KEYWORD.match(text)
    if match:
        return "msgstr" if match[1].startswith("msgstr") else match[1]
    return "continuation"


@dataclass(frozen=True)
class Block:
    """The lines of one entry, blank lines after it included. `message` parses them, once, when asked."""

    raw: str
    line: int
    """The number of its first line in the file, from 1."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, each continuation counted to the part that it continues."""
        found: list[Line] = []
        part = ""
        for raw in LINES.findall(self.raw):
            line = classify(raw)
            if line.part == "continuation":
                line = Line(raw, part or "continuation", line.body, line.obsolete)
            elif line.part in ("msgctxt", "msgid", "msgid_plural", "msgstr"):
                part = line.part
            found.append(line)
        return tuple(found)

    @property
    def has_entry(self) -> bool:
        """False for comments at the end of a file that belong to no message."""
        return any(line.part not in ("blank", *PARTS[:6]) for line in self.lines)

    @cached_property
    def message(self) -> Message:
        """The entry as a message. Raises InvalidInputError with the line that cannot be understood."""
        texts = dict(_literals(self))
        if "msgid" not in texts:
            raise InvalidInputError("an entry has no msgid.", line=self._line_of("msgctxt", "msgstr"))
        forms = {key: text for key, text in texts.items() if key.startswith("msgstr")}
        if not forms:
            raise InvalidInputError("an entry has no msgstr.", line=self._line_of("msgid"))
        expected = [f"msgstr[{i}]" for i in range(len(forms))] if "msgid_plural" in texts else ["msgstr"]
        if list(forms) != expected:
            raise InvalidInputError(
                f"expected {expected[0]} but found {next(iter(forms))}.", line=self._line_of("msgstr")
            )
        comments: dict[str, list[str]] = {part: [] for part in PARTS[:4]}
        for line in self.lines:
            if line.part in comments:
                comments[line.part].append(line.body)
        flags = (flag.strip() for line in comments["flags"] for flag in line.split(","))
        return Message(
            msgid=texts["msgid"],
            msgctxt=texts.get("msgctxt"),
            msgid_plural=texts.get("msgid_plural"),
            msgstr=tuple(forms.values()),
            comments=tuple(comments["comments"]),
            extracted=tuple(comments["extracted"]),
            references=tuple(comments["references"]),
            flags=tuple(dict.fromkeys(flag for flag in flags if flag)),
            previous=_previous(self),
            obsolete=any(line.obsolete and line.part == "msgid" for line in self.lines),
        )

    def _line_of(self, *parts: str) -> int:
        for offset, line in enumerate(self.lines):
            if line.part in parts:
                return self.line + offset
        return self.line


def _literals(block: Block) -> Iterator[tuple[str, str]]:
    """(keyword, text) for each of msgctxt … msgstr[n], in file order."""
    keyword, pieces = "", list[str]()
    for offset, line in enumerate(block.lines):
        if line.part in PARTS[:6] or line.part == "blank":
            continue
        match = _KEYWORD.match(line.body)
        if match:
            if keyword:
                yield keyword, "".join(pieces)
            keyword, pieces = match[1], []
        body = line.body[match.end() :] if match else line.body
        literal = LITERAL.match(body)
        if not keyword or literal is None:
            raise InvalidInputError(_why_not(line.body, keyword), line=block.line + offset)
        pieces.append(unquote(literal[1]))
    if keyword:
        yield keyword, "".join(pieces)


def _why_not(text: str, keyword: str) -> str:
    """What is wrong with a line that is neither keyword nor literal, in words."""
    if _CONFLICT.match(text):
        return "an unresolved merge conflict stands here; resolve it, or merge again with l10n's merge driver."
    if text.startswith('"') or (keyword and '"' in text):
        return 'a string is not closed, or a quotation mark in it is not escaped as \\".'
    return f"expected a keyword such as msgid, or a string in double quotes, but found {text[:40]!r}."


def _previous(block: Block) -> Previous | None:
    """The `#|` lines, which have a little grammar of their own."""
    texts: dict[str, list[str]] = {}
    keyword = ""
    for line in block.lines:
        if line.part != "previous":
            continue
        match = _KEYWORD.match(line.body)
        if match:
            keyword = match[1]
        literal = LITERAL.match(line.body[match.end() :] if match else line.body)
        if keyword and literal:
            texts.setdefault(keyword, []).append(unquote(literal[1]))
    if not texts:
        return None
    joined = {key: "".join(pieces) for key, pieces in texts.items()}
    return Previous(joined.get("msgctxt"), joined.get("msgid"), joined.get("msgid_plural"))


def split(text: str) -> Iterator[Block]:
    """Cut a file into blocks. A comment, or a new msgctxt or msgid, after a msgstr begins the next one."""
    start_line, number = 1, 0
    pending: list[str] = []
    in_msgstr = seen_msgid = False
    for raw in LINES.findall(text):
        number += 1
        first = raw[:1]
        if first == '"' or not raw.strip():
            pending.append(raw)
            continue
        part = classify(raw).part
        starts = part in PARTS[:7] or part == "msgid"
        if in_msgstr and starts:
            yield Block("".join(pending), start_line)
            pending, start_line, in_msgstr, seen_msgid = [], number, False, False
        elif part == "msgid" and seen_msgid:
            raise InvalidInputError("a second msgid, but the entry before it has no msgstr.", line=number)
        in_msgstr = in_msgstr or part == "msgstr"
        seen_msgid = seen_msgid or part == "msgid"
        pending.append(raw)
    if pending:
        yield Block("".join(pending), start_line)
