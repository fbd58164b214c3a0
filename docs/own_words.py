"""What the program says, found in its code, and its Norwegian catalog brought up to it. Run by `make words`.

Said are: the sentences of errors and what they advise, what stands in `_("…")`, `plural(n, "…")` and `counted(n, …)`,
the help of commands and their options, and the explanations of errors.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from typer.main import get_command

from l10n.commands.app import COMMANDS, app, plain_command
from l10n.commands.explain import explanations
from l10n.commands.help import TYPERS, help_texts
from l10n.commands.review.keys import KEYS
from l10n.formats import po
from l10n.formats.diff import words as diff_words
from l10n.model.catalog import Catalog
from l10n.model.message import Message
from l10n.model.source_change import Grade
from l10n.model.state import State
from l10n.steps.sync import sync

CODE = Path(__file__).parents[1] / "l10n"
DIFF = [*diff_words.TITLES.values(), *diff_words.EXPLAINED.values(), *filter(None, diff_words.MOVED.values())]
_ID = re.compile(r"[a-z0-9-]+")
CATALOG = CODE / "commands" / "locale" / "nb.po"


def said() -> dict[str, str]:
    """Every text → the file that says it first."""
    found: dict[str, str] = {}
    for path in sorted(CODE.rglob("*.py")):
        if "review_app" in path.parts:
            continue  # the page has words of its own, written in Norwegian
        for text in _said_in(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(text, path.relative_to(CODE.parent).as_posix())
    for text in (
        *map(str, (*Grade, *State)),
        *DIFF,
        *(text for key in KEYS for text in key[1:]),
        *TYPERS,
        *help_texts(get_command(app)),
        *(line for _, _, line in COMMANDS.values()),
    ):
        found.setdefault(text, "l10n --help")
    for verb in COMMANDS:
        for text in help_texts(plain_command(verb)):
            found.setdefault(text, f"l10n {verb} --help")
    for text in (text for entry in explanations().values() for text in entry.values()):
        found.setdefault(text, "l10n/commands/explained.toml")
    return found


def errors() -> dict[str, list[tuple[str, str]]]:
    """Id → class and sentence of each place that raises it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(CODE.rglob("*.py")):
        for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            name = _name(call)
            first = call.args[0] if len(call.args) > 1 else None
            if name.endswith("Error") and isinstance(first, ast.Constant) and _ID.fullmatch(str(first.value)):
                for sentence in _texts(call.args[1]) or [""]:
                    found.setdefault(str(first.value), []).append((name, sentence))
    return found


def _said_in(tree: ast.Module) -> Iterator[str]:
    for call in _calls(tree):
        name = _name(call)
        if name in ("_", "marked") and call.args:
            yield from _texts(call.args[0])
        elif name == "Section":
            yield from (text for word in call.keywords if word.arg == "label" for text in _texts(word.value))
        elif name == "plural":
            yield from _forms(call)
        elif name == "counted":
            yield from (text for argument in call.args[1:] for text in _texts(argument))
        elif name.endswith("Error") and len(call.args) > 1:
            yield from _texts(call.args[1])
        if name.endswith("Error") or name == "advising":
            yield from (text for word in call.keywords if word.arg == "hint" for text in _texts(word.value, tree))


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    function = call.func
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _texts(node: ast.expr, tree: ast.Module | None = None) -> list[str]:
    """The texts that an expression can be: a constant, one of two, or the module's constant of that name."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body, tree), *_texts(node.orelse, tree)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value] if re.search(r"[^\W\d_](?![^{]*\})", node.value) else []
    if isinstance(node, ast.Name) and tree is not None:
        for statement in tree.body:
            if isinstance(statement, ast.Assign) and getattr(statement.targets[0], "id", "") == node.id:
                return _texts(statement.value)
    return []


def _forms(call: ast.Call) -> Iterator[str]:
    for one in _texts(call.args[1]) if len(call.args) > 1 else []:
        yield one
        yield from _texts(call.args[2]) if len(call.args) > 2 else [one + "s"]


def main() -> None:
    document = po.decode(CATALOG.read_bytes())
    template = Catalog(messages=tuple(Message(msgid=text) for text in said()))
    result = sync(template, document.catalog, source_language="en", locale="nb")
    # what the code no longer says is kept by git
    catalog = replace(result.catalog, messages=tuple(result.catalog.live))
    CATALOG.write_bytes(po.encode(catalog, document))
    missing = sum(one.is_fuzzy or not one.has_text for one in catalog.live)
    sys.stdout.write(f"{missing} of {len(catalog.by_key)} texts are to be translated\n")


if __name__ == "__main__":
    main()
