"""Captured text as lines: cleaned, numbered as an editor counts, and put together where they were wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from l10n.formats.readers.page.known import KnownChrome

_BLANKS = re.compile(r"[\s\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad]+")
_NAMELESS = re.compile(
    r"[\[(]?(?:(?:privat|arkiv|presse|illustra[st]\w+)(?:foto|bil[dl]\w*)|handout)[\])]?\.?", re.IGNORECASE
)
_GAP = re.compile(r"\t+|[\s\u00a0]{2,}")
_CREDIT = re.compile(
    r"\s*[\[(]?\b(?:\w*foto(?:graf)?|photo(?:graph)?s?(?: by)?|\w*(?:bilde|bild|billede)|\w*illustra[st]\w+"
    r"|grafikk?|ill)\s*:\s*(?P<name>[^.!?]{2,80}?)[\])]?\s*\.?$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?<!:)\s+(?=[A-ZÆØÅÄÖ])")
_BADGES = 80
"""Badges at the end of a line have no more characters."""
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something."""

    numbers: tuple[int, ...]
    """Where it stands; more than one where it was wrapped."""
    text: str
    close: bool
    """It stands directly below the one before, without a blank line."""
    columns: tuple[str, ...] = ()
    """What tabs or wide gaps set apart on it, if they do."""


def split_lines(text: str, known: KnownChrome) -> list[Line]:
    """All lines with text, in order. What stands on one line but is two things comes as two, with one number."""
    lines: list[Line] = []
    blank = True
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        cleaned = _BLANKS.sub(" ", raw).strip()
        if cleaned:
            columns = tuple(_BLANKS.sub(" ", part) for part in _GAP.split(raw.strip()))
            lines += _apart(Line((number,), cleaned, not blank, columns if len(columns) > 1 else ()), known)
        blank = not cleaned
    return _unwrapped(lines, known)


def credit(text: str) -> str:
    """The name in a picture credit that is the whole text: `Foto: Heiko Junge / NTB`; else an empty string."""
    match = _CREDIT.match(text)
    return match["name"].strip() if match else ""


def is_credit(text: str) -> bool:
    """The whole text says who made a picture, by name or not: `Privatfoto`."""
    return bool(credit(text) or _NAMELESS.fullmatch(text))


def split_credit(text: str) -> tuple[str, str]:
    """A caption and the name in the credit at its end; the whole text and nothing where it has none."""
    match = _CREDIT.search(text)
    caption = text[: match.start()].rstrip(" ([") if match else ""
    if match and _SENTENCE_END.search(caption):
        return caption, match["name"].strip()
    return text, ""


def split_badges(text: str, known: KnownChrome) -> tuple[str, str]:
    """A text and the badges that close it: `The bridge has 39 pontoons. Bilde generert av AI`."""
    if not known.pieces(text):
        for start in _CAPITALS.finditer(text, max(0, len(text) - _BADGES)):
            pieces = known.pieces(text[start.end() :])
            if pieces and all(piece.context == "badge" for piece in pieces):
                return text[: start.start()], text[start.end() :]
    return text, ""


def _apart(line: Line, known: KnownChrome) -> list[Line]:
    """`Les også: Oil falls` is a heading and a headline; `A caption. Foto: NTB` is a caption and a credit."""
    label, colon, rest = line.text.partition(": ")
    if colon and rest and any(piece.context == "heading" for piece in known.pieces(label)):
        return [replace(line, text=f"{label}:", columns=()), Line(line.numbers, rest, True)]
    text, badges = split_badges(line.text, known)
    if badges:
        return [*_apart(replace(line, text=text, columns=()), known), Line(line.numbers, badges, True)]
    caption, named = split_credit(line.text)
    if named:
        return [replace(line, text=caption, columns=()), Line(line.numbers, line.text[len(caption) :].strip(), True)]
    return [line]


def _unwrapped(lines: list[Line], known: KnownChrome) -> list[Line]:
    """Paragraphs that the capture broke at a fixed width, on one line again; other captures as they are."""
    width = max((len(line.text) for line in lines), default=0)
    breaks = [_is_break(a, b, width) for a, b in pairwise(lines)]
    if width > 120 or sum(breaks) < 3:
        return lines
    joined = [lines[0]]
    for line, broken in zip(lines[1:], breaks, strict=True):
        if broken and not known.pieces(line.text) and not known.pieces(joined[-1].text):
            last = joined[-1]
            joined[-1] = Line(last.numbers + line.numbers, f"{last.text} {line.text}", last.close)
        else:
            joined.append(line)
    return joined


def _is_break(line: Line, below: Line, width: int) -> bool:
    """The line is full, so the word below would not have fitted on it."""
    return below.close and len(line.text) + 1 + len(below.text.split(" ", 1)[0]) > width - 2 and len(line.text) > 40
