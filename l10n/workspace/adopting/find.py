"""All places of catalogs in a folder: those that a tool's own configuration names first, then what looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from l10n.errors import L10nError
from l10n.formats import po
from l10n.settings.faults import pattern_fault
from l10n.workspace import files
from l10n.workspace.adopting import flat, lc_messages, mdbook, po4a
from l10n.workspace.adopting.found import Found, Place, locale_of, look
from l10n.workspace.adopting.tree import Tree

_LAYOUTS = (po4a, mdbook, lc_messages, flat)


def find_layouts(root: Path) -> tuple[list[Found], list[str]]:
    """What was found, each catalog in one place, in the order of their paths; and the .po files in none."""
    tree = Tree(root)
    free = set(tree.catalogs)
    found: list[Found] = []
    for place in _places(tree):
        one = look(place, free)
        if one:
            free -= one.paths
            found.append(_with_language(root, one))
    return _named_apart(sorted(found, key=lambda one: one.place.catalogs)), sorted(free)


def _places(tree: Tree) -> Iterator[Place]:
    """Those that l10n.toml can say: not below a folder called `{{name}}`, and nothing outside of the project."""
    for layout in _LAYOUTS:
        for place in layout.places(tree):
            if not pattern_fault(place.catalogs, ".po"):
                has_template = place.template and not pattern_fault(place.template, ".pot")
                yield place if has_template else replace(place, template="")


def _with_language(root: Path, found: Found) -> Found:
    """The language of the msgids by the tool's own files, else by the header of a catalog; empty for nobody's word."""
    said = found.place.language or _header(root, min(found.paths)).get("X-Source-Language", "")
    return replace(found, place=replace(found.place, language=locale_of(said) or ""))


def _header(root: Path, path: str) -> dict[str, str]:
    try:
        return po.decode(files.read_bytes(root / path, path) or b"").catalog.headers
    except L10nError:
        return {}  # who works on the catalog says what is wrong with it


def _named_apart(found: list[Found]) -> list[Found]:
    """No two of one name, and none below another's, as the domains of a table with many are."""
    taken = ["chrome", "articles"]
    apart = []
    for one in found:
        name = next(name for name in _candidates(one.place.name) if not any(_clash(name, other) for other in taken))
        taken.append(name)
        apart.append(replace(one, place=replace(one.place, name=name)))
    return apart


def _candidates(name: str) -> Iterator[str]:
    """`docs/django`, `docs-django`, `docs-django-2` …"""
    alone = name.replace("/", "-")
    yield from (name, alone)
    yield from (f"{alone}-{number}" for number in count(2))


def _clash(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")
