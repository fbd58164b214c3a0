"""gettext's own layout, <lang>/LC_MESSAGES/<domain>.po: programs, Babel, Django and Sphinx have it."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator

from l10n.workspace.adopting.found import Place, locale_of
from l10n.workspace.adopting.naming import named
from l10n.workspace.adopting.tree import Tree

_CATALOG = re.compile(r"(?P<base>(?:.*/)?)(?P<locale>[^/]+)/LC_MESSAGES/(?P<domain>.+)\.po")
_MANY = 8
"""More domains than this in one place have one table between them."""
_DIRS = re.compile(r"^locale_dirs\s*=\s*[\[(]([^\])]*)[\])]", re.MULTILINE)
_LANGUAGE = re.compile(r"""^language\s*=\s*["']([\w-]+)["']""", re.MULTILINE)


def places(tree: Tree) -> Iterator[Place]:
    """One place for each domain; one for each documentation, whatever domains it has."""
    bases: dict[str, set[str]] = defaultdict(set)
    for path in tree.catalogs:
        match = _CATALOG.fullmatch(path)
        if match and locale_of(match["locale"]):
            bases[match["base"]].add(match["domain"])
    manuals = dict(_manuals(tree))
    for base, domains in bases.items():
        home = base.rstrip("/").rpartition("/")[0]
        if base in manuals or any("/" in domain for domain in domains) or len(domains) > _MANY:
            yield Place(
                tool="Sphinx" if base in manuals else "gettext",
                name=named(home, "" if home else "docs"),
                catalogs=f"{base}{{locale}}/LC_MESSAGES/{{domain}}.po",
                template=_manual_template(tree, base, home),
                language=manuals.get(base, ""),
            )
            continue
        for domain in sorted(domains):
            yield Place(
                tool="Django" if domain in ("django", "djangojs") else "gettext",
                name=named(home, domain),
                catalogs=f"{base}{{locale}}/LC_MESSAGES/{domain}.po",
                template=_program_template(tree, base, home, domain),
            )


def _manuals(tree: Tree) -> Iterator[tuple[str, str]]:
    """(folder of the catalogs, source language) of each Sphinx project, whose conf.py may name several."""
    for path in tree.named("conf.py"):
        text = tree.text(path)
        said = _DIRS.search(text)
        language = _LANGUAGE.search(text)
        for folder in re.findall(r"""["']([^"']+)["']""", said[1]) if said else ["locales"]:
            base = posixpath.normpath(posixpath.join(posixpath.dirname(path), folder))
            yield f"{base}/", language[1] if language else ""


def _manual_template(tree: Tree, base: str, home: str) -> str:
    """Where `sphinx-build -b gettext` wrote its templates, if it has: sphinx-intl's places, and make's."""
    builds = [posixpath.join(home, build) for build in ("_build/gettext", "build/gettext", "_build/locale")]
    folders = [f"{base}pot", f"{base}gettext", *builds, "_build/gettext", "build/gettext"]
    return tree.first_template(*(f"{folder}/{{domain}}.pot" for folder in folders))


def _program_template(tree: Tree, base: str, home: str, domain: str) -> str:
    """Where xgettext, pybabel and makemessages --keep-pot leave it."""
    folders = [base, f"{base}templates/LC_MESSAGES/", f"{home}/" if home else "", "", "po/"]
    return tree.first_template(*(f"{folder}{domain}.pot" for folder in folders))
