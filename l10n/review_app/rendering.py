"""Templates into HTML: everything escaped, and what a reader cannot see made visible."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from l10n.model.finding import Finding
from l10n.model.locale import facts
from l10n.model.state import State
from l10n.segmentation.sentences import replace_spans

if TYPE_CHECKING:
    from jinja2 import Environment

# characters that turn, hide or join what stands around them: Unicode's bidi controls and the invisible ones
_UNSEEN = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")
_NAMED = Markup('<span class="unseen-char">U+{:04X}</span>')
GLYPHS = {
    State.NEW: "○", State.DRAFT: "◇", State.STALE: "↻", State.REJECTED: "✕",
    State.TRANSLATED: "◐", State.REVIEWED: "●", State.FINAL: "★",
}  # fmt: skip
"""A sign beside each state's word, so that a list can be read at a glance and without colours."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Jinja2, strict about names, escaping everything."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("l10n.review_app"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["seen"] = seen
    environment.filters["mended"] = mended
    environment.globals.update(glyphs=GLYPHS, State=State, facts=facts)
    return environment


def render(template: str, **values: Any) -> str:
    return environment().get_template(template).render(values)


@lru_cache
def macro(template: str, name: str) -> Callable[..., Markup]:
    """A macro of a template, for what is rendered a thousand times."""
    found: Callable[..., Markup] = getattr(environment().get_template(template).module, name)
    return found


def mended(finding: Finding, text: str) -> str:
    """The text that a finding was made in, with its fix."""
    places = [(edit.start, edit.end) for edit in finding.fix]
    return replace_spans(text, places, [edit.text for edit in finding.fix])


def seen(text: str) -> Markup:
    """A text from a file, with its invisible characters shown by name instead of obeyed."""
    if not _UNSEEN.search(text):
        return escape(text)
    shown: list[Markup] = []
    last = 0
    for match in _UNSEEN.finditer(text):
        shown += [
            escape(text[last : match.start()]),
            Markup('<span class="unseen-char">U+{:04X}</span>').format(ord(match[0])),
        ]
        last = match.end()
    return Markup("").join([*shown, escape(text[last:])])
