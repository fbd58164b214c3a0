"""A glossary as CSV: `source,target,note,kind,forms`, with a head line; a spreadsheet can write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from l10n.errors import InvalidInputError
from l10n.model.glossary import Term, TermKind

_COLUMNS = ("source", "target", "note", "kind", "forms")
_BETWEEN = "|"
"""Between the forms of one term: `kjeden|kjeder|kjedene`."""


def parse(text: str) -> tuple[Term, ...]:
    """The terms in file order; an empty kind is `preferred`. Raises InvalidInputError with the line that is wrong."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True, restval="")
    try:
        names = [name.strip().lower() for name in reader.fieldnames or ()]
        if names and ("source" not in names or not set(names) <= set(_COLUMNS)):
            raise InvalidInputError(
                "glossary-columns",
                "the first line must name the columns: {columns}.",
                columns=",".join(_COLUMNS),
                line=1,
            )
        reader.fieldnames = names
        return tuple(_term(row, reader.line_num) for row in reader)
    except csv.Error as error:
        raise InvalidInputError(
            "not-csv", "not a CSV file: {error}.", error=error, line=reader.reader.line_num
        ) from None


def serialize(terms: Iterable[Term]) -> str:
    """The file, one term a line in the order given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for term in terms:
        kind = "" if term.kind is TermKind.PREFERRED else term.kind.value
        writer.writerow([term.source, term.target, term.note, kind, _BETWEEN.join(term.forms)])
    return out.getvalue()


def _term(row: dict[str | None, str], line: int) -> Term:
    if None in row:
        raise InvalidInputError("glossary-row", "this line has more cells than the first one names.", line=line)
    cells = {name: row.get(name, "").strip() for name in _COLUMNS}
    kind = cells["kind"] or TermKind.PREFERRED
    if kind not in frozenset(TermKind):
        raise InvalidInputError(
            "glossary-row",
            "the kind {kind!r} is not one of {termkind}.",
            kind=kind,
            termkind=", ".join(TermKind),
            line=line,
        )
    needs_target = kind != TermKind.DO_NOT_TRANSLATE
    if not cells["source"] or (needs_target and not cells["target"]):
        raise InvalidInputError(
            "glossary-row",
            "a {kind} term needs {what}.",
            kind=kind,
            what="a source and a target" if needs_target else "a source",
            line=line,
        )
    forms = tuple(form.strip() for form in cells["forms"].split(_BETWEEN) if form.strip())
    return Term(source=cells["source"], target=cells["target"], note=cells["note"], kind=TermKind(kind), forms=forms)
