"""Every engine, check, reader and writer by name: the built-ins in one visible table, others by entry point.

A third party adds one in its pyproject.toml: `[project.entry-points."l10n.checks"]  my-check = "pkg.module:object"`.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from l10n.errors import EngineError, UsageError
from l10n.model.nearest import nearest

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Kind = Literal["engines", "checks", "readers", "writers"]

BUILT_IN: dict[Kind, dict[str, str]] = {
    "engines": {
        "argos": "l10n.engines.argos:ArgosEngine",
        "apertium": "l10n.engines.apertium:ApertiumEngine",
        "libretranslate": "l10n.engines.libretranslate:LibreTranslateEngine",
        "openai": "l10n.engines.openai:OpenAIEngine",
        "pseudo": "l10n.engines.pseudo:PseudoEngine",
    },
    "checks": {
        "numbers": "l10n.checks.numbers:check",
        "names": "l10n.checks.names:check",
        "quotes": "l10n.checks.quotes:check",
        "empty": "l10n.checks.empty:check",
        "unchanged": "l10n.checks.unchanged:check",
        "language": "l10n.checks.language:check",
        "length": "l10n.checks.length:check",
        "ends": "l10n.checks.ends:check",
        "markup": "l10n.checks.markup:check",
        "ai-label": "l10n.checks.ai_label:check",
        "negation": "l10n.checks.negation:check",
        "sentences": "l10n.checks.sentences:check",
        "days": "l10n.checks.day_names:check",
        "units": "l10n.checks.units:check",
        "abbreviations": "l10n.checks.abbreviations:check",
        "acronyms": "l10n.checks.acronyms:check",
        "attribution": "l10n.checks.attribution:check",
        "addresses": "l10n.checks.addresses:check",
        "opposites": "l10n.checks.opposites:check",
        "false-friends": "l10n.checks.false_friends:check",
        "glossary": "l10n.checks.glossary:check",
        "repeats": "l10n.checks.repeats:check",
        "artefacts": "l10n.checks.artefacts:check",
        "characters": "l10n.checks.characters:check",
        "brackets": "l10n.checks.brackets:check",
        "numerals": "l10n.checks.numerals:check",
        "date-format": "l10n.checks.date_format:check",
        "dashes": "l10n.checks.dashes:check",
        "spaces": "l10n.checks.spaces:check",
        "capitals": "l10n.checks.capitals:check",
        "infinitives": "l10n.checks.infinitives:check",
        "compounds": "l10n.checks.compounds:check",
        "spelling": "l10n.checks.unknown_words:check",
        "plurals": "l10n.checks.plurals:check",
        "consistency": "l10n.checks.consistency:check",
        "reused": "l10n.checks.reused:check",
    },
    "readers": {
        "capture": "l10n.formats.readers.capture:read",
        "html": "l10n.formats.readers.html.read:read",
        "markdown": "l10n.formats.readers.markdown.read:read",
    },
    "writers": {
        "article.json": "l10n.formats.writers.article_json:write",
        "article.md": "l10n.formats.writers.article_md:write",
        "article.jsonld": "l10n.formats.writers.jsonld:write",
        "article.ninjs.json": "l10n.formats.writers.ninjs:write",
        "provenance.json": "l10n.formats.writers.provenance_json:write",
        "provenance.html": "l10n.formats.writers.provenance_html:write",
    },
}


def names(kind: Kind) -> list[str]:
    """All names of a kind: built-ins in table order, then entry points, sorted."""
    others = sorted(point.name for point in _added(kind))
    return [*BUILT_IN[kind], *(name for name in others if name not in BUILT_IN[kind])]


def _added(kind: Kind) -> Iterable[EntryPoint]:
    """What other packages bring."""
    from importlib.metadata import entry_points  # it brings the email package along

    return entry_points(group=f"l10n.{kind}")


def load(kind: Kind, name: str) -> Any:
    """Import one by name.

    Raises UsageError, naming what there is, for an unknown one, and EngineError for one of another package that does
    not load.
    """
    target = BUILT_IN[kind].get(name)
    if target is None:
        for point in (point for point in _added(kind) if point.name == name):
            try:
                return point.load()
            except Exception as error:  # another package's module may raise anything
                raise EngineError(
                    "part-unloadable",
                    "The {kind} {name!r} cannot be loaded: {fault}: {error}.",
                    kind=kind[:-1],
                    name=name,
                    fault=type(error).__name__,
                    error=error,
                    value=point.value,
                    hint="Mend or uninstall the package that brings it, {value}.",
                ) from None
        near = nearest(name, names(kind))
        raise UsageError(
            "no-such-part",
            "There is no {kind} {name!r}.",
            kind=kind[:-1],
            name=name,
            names=", ".join(names(kind)),
            near=near,
            hint="Did you mean {near!r}? Known: {names}." if near else "Known: {names}.",
        )
    module, _, attribute = target.partition(":")
    return getattr(import_module(module), attribute)
