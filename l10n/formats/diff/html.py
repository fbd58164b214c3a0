"""A comparison as one page that needs nothing else: to be attached to a run, mailed, and read without a network."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any

from l10n.formats.diff import words
from l10n.formats.diff.rows import rows
from l10n.model.change import Kind
from l10n.model.comparison import Comparison
from l10n.segmentation.printable import printable
from l10n.segmentation.wording import Op, Piece, visible

if TYPE_CHECKING:
    from markupsafe import Markup

_TAGS = {Op.REMOVED: "del", Op.ADDED: "ins"}


def render(comparison: Comparison) -> str:
    """The page. Without JavaScript everything on it can be read; with it, it can be filtered.

    Its policy lets a browser run its own script and style, and load nothing.
    """
    changes = comparison.changes
    style, script = _asset("page.css"), _asset("page.js")
    groups = [(kind, list(group)) for kind, group in groupby(changes, key=lambda change: change.kind)]
    page: str = _template().render(
        comparison=comparison,
        groups=groups,
        folded=Kind.TYPOGRAPHY,
        locales=sorted({change.locale for change in changes}),
        domains=sorted({change.domain for change in changes}),
        states=[str(state) for state in sorted({change.side.state for change in changes}, key=lambda one: one.rank)],
        words=words,
        rows=rows,
        woven=_woven,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; "
        "base-uri 'none'; form-action 'none'",
    )
    return page


def _woven(pieces: tuple[Piece, ...]) -> Markup:
    """The text with what went and what came marked as such, for eyes and for screen readers."""
    from markupsafe import Markup, escape

    parts = []
    for piece in pieces:
        text = escape(_seen(visible(piece))).replace("\n", Markup("<br>"))
        tag = _TAGS.get(piece.op)
        parts.append(Markup("<{0}>{1}</{0}>").format(tag, text) if tag else text)
    return Markup("").join(parts)


def _seen(text: Any) -> str:
    """Text from a file, without what turns or hides the text around it."""
    return printable(str(text), keep="\n")


@lru_cache(maxsize=1)
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalized
    )
    return environment.from_string(_asset("page.html.j2"))


def _finalized(value: Any) -> Any:
    return value if hasattr(value, "__html__") else _seen(value)


@lru_cache
def _asset(name: str) -> Markup:
    from markupsafe import Markup

    return Markup((files("l10n") / "formats" / "diff" / name).read_text(encoding="utf-8"))  # noqa: S704 - our own files


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
