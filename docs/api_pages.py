"""Writes docs/reference/python-api.md from the code that other packages may rely on. Run by `make docs`."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import docstrings

PAGE = Path(__file__).parent / "reference" / "python-api.md"
PUBLIC: dict[str, tuple[str, list[str]]] = {
    "Checks": (
        "An entry point in the group `l10n.checks` is a `Check` or a `CollectionCheck`; its name is the id. "
        "[How to write one](../how-to/own-check.md).",
        [
            "l10n.checks.contract:Check",
            "l10n.checks.contract:CollectionCheck",
            "l10n.checks.contract:Subject",
            "l10n.checks.contract:Fault",
            "l10n.checks.contract:Example",
            "l10n.checks.examples:faults_in",
            "l10n.model.finding:Severity",
            "l10n.model.finding:Category",
            "l10n.model.finding:Edit",
            "l10n.model.glossary:Term",
        ],
    ),
    "Engines": (
        "An entry point in the group `l10n.engines` is called without arguments and returns an `Engine`. "
        "[How to write one](../how-to/own-engine.md).",
        [
            "l10n.engines.contract:Engine",
            "l10n.engines.contract:Draft",
            "l10n.model.provenance:Origin",
            "l10n.errors:EngineError",
        ],
    ),
    "Readers": (
        "An entry point in the group `l10n.readers` is a function `read(text: str, options: ReadingOptions) -> Reading`"
        "; its name is what `l10n ingest --format` calls it.",
        [
            "l10n.model.reading:ReadingOptions",
            "l10n.model.reading:Reading",
            "l10n.model.reading:LineVerdict",
            "l10n.model.reading:Question",
            "l10n.model.article:Article",
            "l10n.model.article:Image",
            "l10n.model.article:Card",
            "l10n.model.chrome:ChromeString",
            "l10n.errors:InvalidInputError",
        ],
    ),
    "Writers": (
        "An entry point in the group `l10n.writers` is a function `write(publication: Publication) -> str`; its name "
        "is the file that it adds to each bundle, `article.xml`. The same publication must give the same text.",
        ["l10n.formats.writers.contract:Publication", "l10n.model.bundle:Bundle"],
    ),
    "Catalogs": (
        "PO files, read and written so that what did not change keeps every byte, and the state of a message.",
        [
            "l10n.formats.po:decode",
            "l10n.formats.po:encode",
            "l10n.formats.po:Document",
            "l10n.model.catalog:Catalog",
            "l10n.model.message:Message",
            "l10n.model.message:MessageKey",
            "l10n.model.state:State",
            "l10n.model.state:standing",
            "l10n.model.state:Standing",
            "l10n.model.state:seal",
        ],
    ),
}
_HEAD = """\
# Python API

What other packages may rely on, written from the code itself by `make docs`. Names on this page keep their meaning \
within a major version; before 1.0, a change of one is in the changelog under *Changed*. Every other module is the \
inside of the house and may change with any version: to use l10n from another language or from a script, run the \
[commands](commands.md) with `--json`.

An entry point that does not load stops the command that needs it, and names its package.
"""


def pages() -> dict[Path, str]:
    """The page's path → its text."""
    parts = [_HEAD]
    for title, (said, names) in PUBLIC.items():
        parts.append(f"## {title}\n\n{said}")
        for name in names:
            module, _, attribute = name.partition(":")
            found = getattr(import_module(module), attribute)
            parts.append(f"### `{attribute}`\n\n```python\nfrom {module} import {attribute}\n```")
            parts += _function(found) if inspect.isfunction(found) else _class(found)
    return {PAGE: "\n\n".join(part.strip("\n") for part in parts) + "\n"}


def _function(found: Any) -> Iterator[str]:
    yield f"`{found.__name__}{str(inspect.signature(found)).replace(chr(39), '')}`"
    yield _paragraphs(found)


def _class(found: type[Any]) -> Iterator[str]:
    yield _paragraphs(found)
    if issubclass(found, Enum):
        yield ", ".join(f"`{member.value}`" for member in found) + "."
        return
    said, types = docstrings.of_fields(found), docstrings.annotations(found)
    rows = [f"| `{name}` | {_code(types[name])} | {_escaped(text)} |" for name, text in said.items() if name[0] != "_"]
    rows += [
        f"| `{name}{_parameters(member)}` | {_code(_returned(member))} | {_escaped(_paragraphs(member))} |"
        for name, member in vars(found).items()
        if name[0] != "_" and inspect.getdoc(member) and (inspect.isfunction(member) or _is_property(member))
    ]
    if rows:
        yield "\n".join(["| | | |", "|---|---|---|", *rows])


def _is_property(member: Any) -> bool:
    return isinstance(member, property) or type(member).__name__ == "cached_property"


def _parameters(member: Any) -> str:
    if not inspect.isfunction(member):
        return ""
    return "(" + ", ".join(name for name in inspect.signature(member).parameters if name != "self") + ")"


def _returned(member: Any) -> str:
    function = getattr(member, "fget", None) or getattr(member, "func", None) or member
    return str(inspect.signature(function).return_annotation)


def _paragraphs(found: Any) -> str:
    return " ".join((inspect.getdoc(found) or "").split())


def _code(text: str) -> str:
    return f"<code>{text.replace('|', '&#124;')}</code>" if "|" in text else f"`{text}`"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
