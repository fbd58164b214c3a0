"""The columns of a table of texts, and what a row says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from l10n.errors import InvalidInputError
from l10n.model.exchange import Base, ExchangeFile, Unit, split_id
from l10n.model.state import State

_FIXED = ("id", "article", "role", "state", "notes", "base")
_LANGUAGE = re.compile(r"(source|target) \((.+)\)")


def head(exchange: ExchangeFile) -> list[str]:
    """The names of the columns; the two texts name their languages: `source (en)`."""
    texts = [f"source ({exchange.source_language})", f"target ({exchange.target_language})"]
    return ["id", "article", "role", *texts, "state", "notes", "base"]


def rows(exchange: ExchangeFile) -> Iterator[list[str]]:
    """One row a unit. Only `target` and `state` are read back as somebody's work."""
    for unit in exchange.units:
        notes = "\n".join(f"{note.category}: {note.text}" for note in unit.notes)
        state, base = unit.state or "", str(unit.base or "")
        yield [unit.id, exchange.domain, unit.role or "", unit.source, unit.target, state, notes, base]


def read_rows(lines: Iterable[Sequence[str]]) -> list[ExchangeFile]:
    """The texts of a table, its first row the head; columns may stand in any order, and others beside them.

    Rows without an id are passed over. Raises InvalidInputError, with the line, for a head without these columns.
    """
    every = iter(lines)
    names = [name.strip().lower() for name in next(every, ())]
    languages = {found[1]: (found[2], at) for at, name in enumerate(names) if (found := _LANGUAGE.fullmatch(name))}
    places = {name: names.index(name) for name in _FIXED if name in names}
    missing = [name for name in ("id", "article") if name not in places]
    missing += [f"{name} (LOCALE)" for name in ("source", "target") if name not in languages]
    if missing:
        raise InvalidInputError(
            "table-columns",
            "the first row does not name these columns: {missing}.",
            missing=", ".join(missing),
            line=1,
            hint="Keep the first row as it was exported.",
        )
    places |= {name: at for name, (_, at) in languages.items()}
    files: dict[str, list[Unit]] = {}
    for line in every:
        cells = {name: line[at] if at < len(line) else "" for name, at in places.items()}
        if cells["id"].strip():
            files.setdefault(cells["article"].strip(), []).append(_unit(cells))
    source, target = languages["source"][0], languages["target"][0]
    return [
        ExchangeFile(domain=domain, source_language=source, target_language=target, units=tuple(units))
        for domain, units in files.items()
    ]


def _unit(cells: dict[str, str]) -> Unit:
    message_id, form = split_id(cells["id"].strip())
    base = Base.parse(cells.get("base", ""))
    said = cells.get("state", "").strip().lower()
    is_known = said in frozenset(State)
    state = State(said) if is_known else None
    return Unit(
        message_id=message_id,
        form=form,
        role=cells.get("role") or None,
        source=cells["source"],
        target=cells["target"],
        # a spreadsheet changes no state by itself: what the row was exported with says nothing of the text in it now
        state=None if base and state is base.state else state,
        base=base,
        fault="" if is_known or not said else f"its state “{said}” is none of {', '.join(State)}.",
    )
