"""What `l10n init` makes of the catalogs it finds, and what it says of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from l10n.commands.console import one_line, plural, put, say
from l10n.commands.speech import _
from l10n.settings.starter import adopted_table
from l10n.workspace.adopting import Found, find_layouts

_MOST = 5
"""So many files that nobody knows are named; of more, how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """The catalogs that were found, as tables for l10n.toml."""

    found: list[Found]
    tables: dict[str, str]
    """The pattern of the catalogs → the text of its table."""
    locales: list[str]
    """All that something is translated into, sorted."""
    left: list[str]
    """Files that lie in no place anybody knows."""


def find(root: Path, source: str) -> Adoption:
    """Look through a folder. `source` is the language of the msgids, by the person's own word; empty for none."""
    found, left = find_layouts(root)
    tables, locales = {}, set[str]()
    for one in found:
        place = one.place
        language = source or place.language or "en"
        locales.update(tag for tag in one.spelling if tag != language)
        tables[place.catalogs] = adopted_table(
            place.name,
            catalogs=place.catalogs,
            template=place.template,
            language=language,
            spelling=one.spelling,
            tool=place.tool,
        )
    return Adoption(found=found, tables=tables, locales=sorted(locales), left=left)


def tell(adoption: Adoption) -> None:
    """What was adopted, a line each, and what was not."""
    for one in adoption.found:
        count = plural(len(one.paths), "catalog")
        say(f"{one.place.tool}: {one.place.catalogs}  ({count}: {', '.join(sorted(one.spelling))})")
    say(_("They stay where they are; l10n.toml names them. What is translated and not fuzzy counts as translated."))
    _tell_left(adoption.left)


def tell_new(adoption: Adoption, known: Collection[str]) -> None:
    """The tables of places that an l10n.toml does not name, to be pasted there."""
    new = [table for catalogs, table in adoption.tables.items() if catalogs not in known]
    if new:
        say(_("Catalogs that it does not name yet can be adopted with these tables:"))
        put("\n".join(new))


def _tell_left(left: list[str]) -> None:
    if not left:
        return
    say(_("Not adopted, for nothing tells their locale; a table [adopted.NAME] can name them:"))
    for path in left[:_MOST]:
        say(f"  {one_line(path, 80)}")
    if len(left) > _MOST:
        say(_("  and {count} more", count=len(left) - _MOST))
