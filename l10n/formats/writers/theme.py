"""The theme: templates, style and script that come with this package."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from l10n.formats.writers import markup
from l10n.model.message import MessageKey

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FOLDER = "themes/default"
LANGUAGE = "nb"
"""The language that the theme's own words are written in (law 2)."""


@lru_cache(maxsize=1)
def chrome_keys() -> tuple[MessageKey, ...]:
    """All words that the theme may ask for, in the order of its template."""
    from jinja2.ext import extract_from_ast

    tree = environment().parse(asset("article.html.j2"))
    found = extract_from_ast(tree, gettext_functions=("pgettext",))
    calls = (words for _, _, words in found if isinstance(words, tuple))
    return tuple(dict.fromkeys(MessageKey(str(role), str(text)) for role, text, *_ in calls))


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Jinja2 as every template gets it: all text escaped, and no name that is not there."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters["safe_url"] = markup.safe_url
    return environment


@lru_cache
def template(name: str) -> Template:
    """A template of the theme, compiled once."""
    return environment().from_string(asset(name))


def asset(name: str) -> str:
    """The text of a file of the theme, which is part of this package."""
    return (files("l10n") / FOLDER / name).read_text(encoding="utf-8")


@lru_cache(maxsize=2)
def assets(extra_style: str = "") -> dict[str, Any]:
    """Style and script, and the policy that lets a browser run these two and load nothing else."""
    from markupsafe import Markup

    style, script = asset("style.css") + extra_style, asset("dismiss.js")
    policy = (
        f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; img-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": Markup(style), "script": Markup(script), "policy": policy}  # noqa: S704 - our own files


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
