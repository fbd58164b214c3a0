"""GNU's layout: a folder with <lang>.po for each language, and the template beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.workspace.adopting.found import Place, locale_of
from l10n.workspace.adopting.naming import named
from l10n.workspace.adopting.tree import Tree

_DOMAIN = re.compile(r"^DOMAIN\s*=\s*([\w.+-]+)\s*$", re.MULTILINE)


def places(tree: Tree) -> Iterator[Place]:
    """One place for each folder; the template or Makevars says what the domain is called, else the folder does."""
    folders = {path.rpartition("/")[0] for path in tree.catalogs if locale_of(path.rpartition("/")[2][: -len(".po")])}
    for folder in sorted(folders):
        below = f"{folder}/" if folder else ""
        said = _DOMAIN.search(tree.text(f"{below}Makevars"))
        templates = tree.templates_in(folder)
        template = tree.first_template(
            f"{below}{said[1]}.pot" if said else "", *(templates if len(templates) == 1 else ())
        )
        home, _, last = folder.rpartition("/")
        own = said[1] if said else template.rpartition("/")[2].removesuffix(".pot") or last or "messages"
        yield Place(tool="gettext", name=named(home, own), catalogs=f"{below}{{locale}}.po", template=template)
