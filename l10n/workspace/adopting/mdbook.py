"""mdBook: po/<lang>.po beside book.toml, as mdbook-i18n-helpers has them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from l10n.workspace.adopting.found import Place
from l10n.workspace.adopting.naming import named
from l10n.workspace.adopting.tree import Tree


def places(tree: Tree) -> Iterator[Place]:
    """The catalogs of each book."""
    for path in tree.named("book.toml"):
        try:
            book = tomllib.loads(tree.text(path))
        except tomllib.TOMLDecodeError:
            continue
        folder = path.rpartition("/")[0]
        below = f"{folder}/" if folder else ""
        po = str(_value(book, "preprocessor", "gettext", "po-dir") or "po").strip("/")
        yield Place(
            tool="mdBook",
            name=named(folder or "book", ""),
            catalogs=f"{below}{po}/{{locale}}.po",
            template=tree.first_template(f"{below}{po}/messages.pot", f"{below}book/xgettext/messages.pot"),
            language=str(_value(book, "book", "language") or ""),
        )


def _value(book: dict[str, Any], *keys: str) -> Any:
    found: Any = book
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found
