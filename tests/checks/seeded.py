"""The seeded faults of tests/fixtures/checks/faults.txt: invented news, each text once right and once with a fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).parents[1] / "fixtures/checks/faults.txt"
_ESCAPES = {"\\ufffd": "\ufffd", "\\u200b": "\u200b", "\\u043e": "\u043e", "\\u202e": "\u202e"}


@dataclass(frozen=True, slots=True)
class SeededFault:
    """A text of the news, translated well and translated with one fault."""

    kind: str
    locale: str
    role: str
    source: str
    right: str
    wrong: str
    held_out: bool
    """True for every third of a kind: no check was written by it."""

    @property
    def language(self) -> str:
        """What the source is written in: chrome is written in Bokmål, news in English."""
        return "nb" if self.locale == "en" else "en"

    @property
    def domain(self) -> str:
        return "chrome" if self.locale == "en" else "articles/news"


def seeded_faults() -> list[SeededFault]:
    """All of them, in the file's order."""
    return list(_read(_FILE.read_text("utf-8")))


def _read(text: str) -> Iterator[SeededFault]:
    kind, number = "", 0
    for block in text.split("\n\n"):
        lines = block.strip().splitlines()
        if lines and lines[0].startswith("## "):
            kind, number = lines.pop(0).removeprefix("## "), 0
        if len(lines) != 4 or lines[0].startswith("#"):
            continue
        locale, role = lines[0].split(" | ")
        source, right, wrong = (_unescaped(line[2:]) for line in lines[1:])
        number += 1
        yield SeededFault(kind, locale, role, source, right, wrong, held_out=number % 3 == 0)


def _unescaped(line: str) -> str:
    for escape, char in _ESCAPES.items():
        line = line.replace(escape, char)
    return line
