"""Files of memory from outside the project: TMX, PO and MO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from l10n.errors import InvalidInputError, UsageError
from l10n.formats import mo, po, tmx
from l10n.model.catalog import Catalog
from l10n.model.locale import canonical
from l10n.model.memory_unit import Languages, MemoryUnit, units_of
from l10n.workspace import files

_FIELD = re.compile(r"^(Language|X-Source-Language):[ \t]*(\S+)", re.MULTILINE)


def memory_units(path: Path, *, source: str, target: str) -> Iterator[MemoryUnit]:
    """The units of a .tmx, .po or .mo file, in its order.

    `source` and `target` are the languages of a catalog whose header does not name them; an empty target is asked
    for. Raises InvalidInputError with path:line, and UsageError for a file that is not there or of another kind.
    """
    kind = path.suffix.lower()
    if kind not in (".tmx", ".po", ".mo"):
        raise UsageError(
            "no-such-format",
            "{path} is no .tmx, .po or .mo file.",
            path=path,
            hint="Other memories can be saved as TMX 1.4.",
        )
    if kind == ".tmx":
        return tmx_units(path, str(path))
    catalog = _catalog(path)
    return units_of(catalog, _languages(path, catalog, source, target))


def tmx_units(path: Path, shown: str) -> Iterator[MemoryUnit]:
    """The units of a TMX file, however large it is."""
    try:
        with path.open("rb") as file:
            yield from tmx.parse(file)
    except FileNotFoundError:
        raise UsageError("no-such-file", "There is no file {shown}.", shown=shown) from None
    except OSError as error:
        raise files.storage_error(Path(shown), error, "read") from None
    except InvalidInputError as error:
        raise error.at(shown) from None


def _catalog(path: Path) -> Catalog:
    data = files.read_bytes(path, str(path))
    if data is None:
        raise UsageError("no-such-file", "There is no file {path}.", path=path)
    try:
        return mo.parse(data) if path.suffix.lower() == ".mo" else po.decode(data).catalog
    except InvalidInputError as error:
        raise error.at(str(path)) from None


def _languages(path: Path, catalog: Catalog, source: str, target: str) -> Languages:
    header = dict(_FIELD.findall(catalog.header.text))
    found = target or header.get("Language", "")
    if not found:
        raise UsageError(
            "memory-language-missing",
            "{path} does not say which language it translates into.",
            path=path,
            hint="Name it: --to nb",
        )
    return Languages(canonical(header.get("X-Source-Language", source)), canonical(found))
