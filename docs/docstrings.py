"""What the code says of its own parts: the strings below the fields of a class, which Python itself throws away."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any


def of_fields(owner: type[Any]) -> dict[str, str]:
    """Field → its docstring, on one line; empty for a field without one. In the order of the source."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(owner))).body
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for statement, after in zip(body.body, [*body.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            said = after.value if isinstance(after, ast.Expr) else None
            text = said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else ""
            found[statement.target.id] = " ".join(text.split())
    return found


def annotations(owner: type[Any]) -> dict[str, str]:
    """Field → its type, as the source writes it."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(owner))).body
    assert isinstance(body, ast.ClassDef)
    fields = [one for one in body.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
    return {ast.unparse(one.target): ast.unparse(one.annotation) for one in fields}
