"""Markdown that every program takes for the same text: CommonMark, Python-Markdown and the site generators on them.

A text is written by others, and a generator runs what it finds: raw HTML, shortcodes (Hugo), template tags (Eleventy,
Jekyll), roles and directives (MyST), admonitions and attribute lists (Python-Markdown). So whatever could mean
anything in one of them is written as a character reference, which none of them takes for more than a character. Code
knows no references: there, an unseen word joiner breaks up what a generator would run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from l10n.formats.writers import markup

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from l10n.model.picture import Picture

JOINER = "\u2060"
"""Word joiner: it is not seen, and takes no space."""
INDENT = 4
"""Columns that the content of a list item stands in: what Python-Markdown asks for, and CommonMark allows."""
_MEANS_SOMETHING = re.compile(r"[\\`*_{}\[\]<>|~#$^]|&(?=#?\w+;|$)")
_AT_LINE_START = re.compile(r"[-+=:/%@.,;](?!\*)|!(?!\[)")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")
_RUN_BY_GENERATORS = re.compile(r"(?<=\{)(?=[{%#<])|(?<=--)(?=8<-)")
_LANGUAGE = re.compile(r"[\w+#-]{1,30}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SAFE_IN_URL = ":/?#@!&,;=+%~-."
_NAMED_SIGN = re.compile(r"&(?=#?\w+;)")
_ALIKE = str.maketrans("[]<>*`\\|", "()‹›∗'∖¦")


def document(tokens: Sequence[Token], pictures: Mapping[str, Picture] | None = None) -> str:
    """A parsed text as Markdown, without a newline at its end. Pictures lead to the files that come with the bundle;
    one that has none is a link with its description, as on the page."""
    from markdown_it.tree import SyntaxTreeNode

    return "\n".join(_Writing(pictures or {}).blocks(SyntaxTreeNode(tokens).children, nested=False))


def passage(tokens: Sequence[Token], pictures: Mapping[str, Picture] | None = None) -> str:
    """What `parseInline` gives, on one line."""
    from markdown_it.tree import SyntaxTreeNode

    return _Writing(pictures or {}).line(_content(SyntaxTreeNode(tokens)))


def escape(text: str) -> str:
    """Plain text as Markdown, for any place but the start of a line."""
    return _MEANS_SOMETHING.sub(lambda sign: _reference(sign[0]), _CONTROL.sub("", text))


def guard(line: str) -> str:
    """A line of a paragraph that nothing takes for the start of a list, a heading or an admonition."""
    line = line.strip(" \t")
    if numbered := _NUMBERED.match(line):
        return f"{numbered[1]}{_reference(numbered[2])}{line[numbered.end() :]}"
    return _reference(line[0]) + line[1:] if _AT_LINE_START.match(line) else line


def unrun(text: str) -> str:
    """Code, without what a generator would run before anything reads it as code."""
    return _RUN_BY_GENERATORS.sub(JOINER, _CONTROL.sub("", text))


def code(text: str) -> str:
    """A code span."""
    text = unrun(" ".join(text.split("\n")))
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text.strip() else ""


def picture(source: str, description: str, pictures: Mapping[str, Picture]) -> str:
    """A picture with its description, a plain text; a link, or the text alone, where its file did not come along."""
    if file := pictures.get(source):
        return f"![{_description(description)}](./{file.name})"
    return link(escape(description), markup.elsewhere(source)) if description else ""


def link(text: str, address: str) -> str:
    """A link where the address is one that a page may lead to; else its text."""
    safe = markup.safe_url(address)
    return f"[{text}]({quote(safe, safe=_SAFE_IN_URL).replace('&', '&amp;')})" if safe else text


class _Writing:
    """One text on its way."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        self.pictures = pictures

    def blocks(self, nodes: Iterable[SyntaxTreeNode], *, nested: bool) -> list[str]:
        """Lines; a blank one between blocks, and an unseen paragraph between lists, which would become one list."""
        lines: list[str] = []
        previous = ""
        for node in nodes:
            written = self._block(node, nested=nested)
            if previous.endswith("_list") and node.type.endswith("_list"):
                lines += ["", _reference(JOINER)]
            lines += ["", *written] if lines and written else written
            previous = node.type
        return lines

    def line(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        """Inline content where there is one line for it."""
        return self._inline(nodes).replace("  \n", " ").strip(" \t")

    def _block(self, node: SyntaxTreeNode, *, nested: bool) -> list[str]:
        match node.type:
            case "paragraph":
                return [guard(line) + ("  " if broken else "") for line, broken in _lines(self._inline(_content(node)))]
            case "heading":
                return [f"{'#' * int(node.tag[1])} {self.line(_content(node))}"]
            case "bullet_list":
                return self._list(node, "-")
            case "ordered_list":
                return self._list(node, f"{int(node.attrGet('start') or 1)}.")
            case "blockquote":
                return [f"> {line}".rstrip(" ") for line in self.blocks(node.children, nested=True)]
            case "table":
                return self._table(node)
            case "fence" | "code_block":
                return _code_lines(node.content) if nested else _fence(node)
            case "hr":
                return ["***"]
            case kind:
                raise AssertionError(f"the parser has no block {kind!r}")

    def _list(self, node: SyntaxTreeNode, mark: str) -> list[str]:
        """A list; all items of a numbered one carry its first number, and are counted from there."""
        width = -(-(len(mark) + 1) // INDENT) * INDENT
        lines: list[str] = []
        for item in node.children:
            content = self._item(item)
            first = f"{mark:{width}}{content[0] if content else ''}".rstrip(" ")
            is_tight = all(child.type != "paragraph" or child.hidden for child in item.children)
            lines += [] if is_tight or not lines else [""]
            lines += [first, *(" " * width + line if line else "" for line in content[1:])]
        return lines

    def _item(self, item: SyntaxTreeNode) -> list[str]:
        """An item's lines. A list right below its paragraph keeps the list tight."""
        lines: list[str] = []
        previous = None
        for child in item.children:
            is_below = previous is not None and previous.hidden and child.type.endswith("_list")
            written = self._block(child, nested=True)
            lines += ["", *written] if lines and written and not is_below else written
            previous = child
        return lines

    def _table(self, node: SyntaxTreeNode) -> list[str]:
        rows = [[self.line(_content(cell)) for cell in row.children] for part in node.children for row in part.children]
        return [_row(rows[0]), _row(["---"] * len(rows[0])), *map(_row, rows[1:])]

    def _inline(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        """Inline content; a hard break is two blanks and a newline, which every dialect knows."""
        text = ""
        for node in nodes:
            piece = self._piece(node)
            if piece.startswith("[") and text.endswith("!"):
                text = text[:-1] + _reference("!")
            text += piece
        return text

    def _piece(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "text" | "text_special":
                return escape(node.content)
            case "softbreak":
                return " "
            case "hardbreak":
                return "  \n"
            case "code_inline":
                in_table = "|" in node.content  # a cell ends there, in code as well
                return escape(node.content) if in_table else code(node.content)
            case "em" | "strong":
                return self._around(node)
            case "link":
                return link(self._inline(node.children), str(node.attrGet("href") or ""))
            case "image":
                source = str(node.attrGet("src") or "")
                return picture(source, self._plain(node.children), self.pictures)
            case kind:
                raise AssertionError(f"the parser has no inline {kind!r}")

    def _around(self, node: SyntaxTreeNode) -> str:
        """Emphasis, with the signs it had: `_*a*b_` would be another text with two of a kind."""
        inner = self._inline(node.children)
        return f"{node.markup}{inner}{node.markup}" if inner.strip() else inner

    def _plain(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        return "".join(self._plain(n.children) if n.children else n.content or " " for n in nodes)


def _content(node: SyntaxTreeNode) -> Sequence[SyntaxTreeNode]:
    return [child for inline in node.children for child in inline.children]


def _lines(text: str) -> list[tuple[str, bool]]:
    """Lines, and whether each ends in a hard break."""
    lines = text.split("  \n")
    return [(line, at < len(lines) - 1) for at, line in enumerate(lines)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _fence(node: SyntaxTreeNode) -> list[str]:
    """A code block at the left margin, the only place where Python-Markdown knows fences."""
    text = unrun(node.content)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    named = _LANGUAGE.fullmatch(node.info.split(maxsplit=1)[0]) if node.info.strip() else None
    return [fence + (named[0] if named else ""), *text.rstrip("\n").split("\n"), fence]


def _code_lines(text: str) -> list[str]:
    """A code block in a list or a quote, as lines of code spans: no dialect agrees with another on anything else."""
    spans = [
        code("\u00a0" * (len(line) - len(line.lstrip(" "))) + line.lstrip(" "))
        for line in text.rstrip("\n").expandtabs(INDENT).split("\n")
        if line.strip()
    ]
    return [span + "  " for span in spans[:-1]] + spans[-1:]


def _description(text: str) -> str:
    """An alt text. Generators lose references in it, so what means something has a sign in its place that looks alike;
    tags and names of signs are broken up."""
    alike = _CONTROL.sub("", " ".join(text.split())).translate(_ALIKE)
    return _RUN_BY_GENERATORS.sub(JOINER, _NAMED_SIGN.sub("&" + JOINER, alike))


def _reference(sign: str) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(sign, f"&#{ord(sign)};")
