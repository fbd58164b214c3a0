"""po4a: po4a.cfg names the template and the catalogs."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath

from l10n.formats import po4a_cfg
from l10n.workspace.adopting.found import DOMAIN, Place
from l10n.workspace.adopting.naming import named
from l10n.workspace.adopting.tree import Tree


def places(tree: Tree) -> Iterator[Place]:
    """The catalogs of each configuration. Its paths count from where po4a runs: the project, or its own folder."""
    for config in tree.named("po4a.cfg", "po4a.conf"):
        found = po4a_cfg.parse(tree.text(config))
        for folder in dict.fromkeys(("", config.rpartition("/")[0])):
            below = f"{folder}/" if folder else ""
            templates = (
                [normpath(below + found.template)] if found.template else tree.templates_in(below + found.directory)
            )
            if not found.catalogs and not found.directory:
                continue
            template = tree.first_template(*templates[:1])
            stem = (template or config).rpartition("/")[2].partition(".")[0]
            for catalogs in found.catalogs or (f"{found.directory}/{{locale}}.po",):
                is_many = DOMAIN in catalogs
                name = named(folder, "po4a" if is_many else stem)
                yield Place(tool="po4a", name=name, catalogs=normpath(below + catalogs), template=template)
