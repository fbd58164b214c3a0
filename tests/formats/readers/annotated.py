"""Captures whose lines say what they are: `p|Oil prices fell …`; the reader gets what stands behind the bar."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROLES = {
    "t": "title",
    "a": "image alt",
    "c": "caption",
    "p": "paragraph",
    "h": "heading",
    "l": "list item",
    "K": "card alt",
    "H": "card headline",
    "S": "card summary",
}
"""`#` stands for chrome of any role. A line that is two things has both: `#+H`."""


@dataclass(frozen=True)
class Annotated:
    lines: tuple[tuple[str, str], ...]
    """(code, text) of every line; an empty code for a blank one."""
    facts: dict[str, str]
    """`% cards: ai-report - -` gives the badges of each card; `% lang: sv` the language of the chrome."""

    @classmethod
    def load(cls, path: Path) -> Annotated:
        facts, lines = {}, []
        for row in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
            if row.startswith("%"):
                name, _, value = row[1:].partition(":")
                facts[name.strip()] = value.strip()
            else:
                code, _, text = row.partition("|")
                lines.append((code, text))
        return cls(tuple(lines), facts)

    @property
    def text(self) -> str:
        return "\n".join(text for _, text in self.lines) + "\n"

    @property
    def expected(self) -> dict[int, list[str]]:
        return {
            number: [ROLES.get(part, part) for part in code.split("+")]
            for number, (code, _) in enumerate(self.lines, 1)
            if code
        }

    def answer(self, line: int) -> str:
        """What a person who knows the page answers to a question about a line."""
        code = self.lines[line - 1][0]
        return {"#": "chrome", "t": "title", "a": "caption", "c": "caption"}.get(
            code, "card" if code in "KHS" else "body"
        )
