"""The canonical form of a PO file: one way to write each catalog, so that only meaning makes a difference.

It is what `msgcat --no-wrap --no-location` writes: strings unwrapped, parts in gettext's order, no references, one
blank line between entries, obsolete entries last. Unlike msgcat it drops no flag, no `#=` line and no comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from l10n.formats.po.block import Block
from l10n.formats.po.document import Document
from l10n.formats.po.render import render
from l10n.model.message import FUZZY, Message


def canonical(document: Document) -> str:
    """The whole text in canonical form, with line feeds. Raises InvalidInputError for a broken entry."""
    _ = document.catalog  # names every fault that is not within one entry
    texts = [_entry(block) for domain in _domains(document) for block in sorted(domain, key=_is_obsolete)]
    loose = "".join(block.raw for block in document.blocks if not block.has_entry).strip()
    if loose:
        texts.append(loose.replace("\r\n", "\n") + "\n")
    return "\n".join(texts)


def _domains(document: Document) -> Iterator[list[Block]]:
    """The entries of each domain; nearly every file has one."""
    found: list[Block] = []
    for block in document.entries:
        if block.begins_domain and found:
            yield found
            found = []
        found.append(block)
    yield found


def _is_obsolete(block: Block) -> bool:
    return block.message.obsolete


def _entry(block: Block) -> str:
    message = replace(block.message, references=(), flags=_ordered(block.message))
    kept = {part: [piece.raw.strip() for piece in block.pieces if piece.part == part] for part in ("domain", "sticky")}
    domain = " ".join(kept["domain"])
    text = render(message)
    if kept["sticky"]:
        at = _end_of_flags(text)
        text = text[:at] + "".join(line + "\n" for line in kept["sticky"]) + text[at:]
    return f"{domain}\n\n{text}" if domain else text


def _ordered(message: Message) -> tuple[str, ...]:
    """Fuzzy first, then formats, then the rest, as gettext writes them."""
    return tuple(sorted(message.flags, key=lambda flag: (flag != FUZZY, not flag.endswith("-format"))))


def _end_of_flags(text: str) -> int:
    """Where the lines of `#=` belong: after `#,` and before `#|` and the keywords."""
    at = 0
    for line in text.splitlines(keepends=True):
        if not line.startswith("#") or line.startswith(("#|", "#~")):
            break
        at += len(line)
    return at
