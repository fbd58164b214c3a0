"""The theme: templates, style and script that come with this package, and those that a project puts in their place."""

from __future__ import annotations

import base64
import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from l10n.errors import InvalidInputError
from l10n.formats.writers import markup
from l10n.model.dateline import iso
from l10n.model.message import MessageKey
from l10n.model.provenance import Actor

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FOLDER = "themes/default"
LANGUAGE = "nb"
"""The language that the theme's own words are written in (law 2)."""
_PAGES = ("article.html.j2", "provenance.html.j2")
"""The templates of a bundle's pages; the front page stands outside of all locales."""


@dataclass(frozen=True, eq=False)
class Theme:
    """The files of a theme by name, each the project's own or else this package's."""

    overrides: Mapping[str, str] = field(default_factory=dict)

    def render(self, name: str, **values: Any) -> str:
        """A page. Raises InvalidInputError, naming the template, where it cannot be read or asks for what is not."""
        with self._own_faults(name):
            return self._template(name).render(**values)

    def assets(self, extra_style: str = "") -> dict[str, Any]:
        """Style and script, and the policy that lets a browser run these two and load nothing else."""
        from markupsafe import Markup

        if extra_style not in self._assets:
            style, script = self.text("style.css") + extra_style, self.text("dismiss.js")
            policy = (
                f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; img-src 'self' data:; "
                "base-uri 'none'; form-action 'none'"
            )
            found = {"style": Markup(style), "script": Markup(script), "policy": policy}  # noqa: S704 - the theme's own
            self._assets[extra_style] = found
        return self._assets[extra_style]

    @cached_property
    def chrome_keys(self) -> tuple[MessageKey, ...]:
        """All words that the theme may ask for, in the order of its templates."""
        from jinja2.ext import extract_from_ast

        keys: dict[MessageKey, None] = {}
        for name in _PAGES:
            with self._own_faults(name):
                tree = self._environment(name).parse(self.text(name))
            found = extract_from_ast(tree, gettext_functions=("pgettext",))
            calls = (words for _, _, words in found if isinstance(words, tuple))
            keys |= dict.fromkeys(MessageKey(str(role), str(text)) for role, text, *_ in calls)
        return tuple(keys)

    def text(self, name: str) -> str:
        """The text of a file of the theme."""
        return self.overrides.get(name) or _packaged(name)

    @contextlib.contextmanager
    def _own_faults(self, name: str) -> Iterator[None]:
        """What goes wrong in a template of the project is the project's to mend; in one of ours it is our fault."""
        from jinja2 import TemplateError, TemplateSyntaxError

        try:
            yield
        except (TemplateError, TypeError, LookupError, ValueError) as error:
            if name not in self.overrides:
                raise
            line = error.lineno if isinstance(error, TemplateSyntaxError) else None
            said = " ".join(str(error).split())
            raise InvalidInputError(
                "theme-unusable", "the template cannot be used: {said}", said=said, path=f"theme/{name}", line=line
            ) from None

    @cached_property
    def _assets(self) -> dict[str, dict[str, Any]]:
        return {}

    @cached_property
    def _templates(self) -> dict[str, Template]:
        return {}

    def _environment(self, name: str) -> Environment:
        return _environment(is_ours=name not in self.overrides)

    def _template(self, name: str) -> Template:
        """A template, compiled once."""
        if name not in self._templates:
            self._templates[name] = self._environment(name).from_string(self.text(name))
        return self._templates[name]


DEFAULT = Theme()


def names() -> list[str]:
    """The files that make a theme, sorted."""
    return sorted(file.name for file in (files("l10n") / FOLDER).iterdir() if file.is_file())


def chrome_keys() -> tuple[MessageKey, ...]:
    """The words of the theme that comes with this package."""
    return DEFAULT.chrome_keys


@lru_cache
def _environment(*, is_ours: bool) -> Environment:
    """Jinja2 as every template gets it: all text escaped, and no name that is not there. For those of a project, no
    way out of the page either; ours need no guard, which would look at every attribute that they ask for."""
    from jinja2 import Environment, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    kind = Environment if is_ours else SandboxedEnvironment
    environment = kind(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters |= {
        "safe_url": markup.safe_url,
        "elsewhere": markup.elsewhere,
        "iso": iso,
        "person": lambda by: Actor.parse(by).name,
    }
    return environment


@lru_cache
def _packaged(name: str) -> str:
    return (files("l10n") / FOLDER / name).read_text(encoding="utf-8")


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
