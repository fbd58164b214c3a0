"""Texts ⇄ CSV as spreadsheets write it: UTF-8 with a byte-order mark, and no cell that is taken for a formula."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from l10n.errors import InvalidInputError
from l10n.formats.table.columns import head, read_rows, rows
from l10n.model.exchange import ExchangeFile

_LONGEST = 10_000_000
"""Characters of one cell; Python's own limit is less than a long article."""
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_DELIMITERS = ",;\t"


def serialize(exchange: ExchangeFile) -> str:
    """The table. A cell that a spreadsheet would run (`=`, `+`, `-`, `@`, tab or return first) begins with `'`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head(exchange))
    writer.writerows([guarded(cell) for cell in row] for row in rows(exchange))
    return "\ufeff" + out.getvalue()


def parse(file: BinaryIO) -> list[ExchangeFile]:
    """The texts in UTF-8 or UTF-16, with commas, semicolons or tabs between the cells: all that spreadsheets save.

    Raises InvalidInputError, with the line, for what is no such table.
    """
    text = _decoded(file.read())
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return read_rows(_bare(reader))
    except csv.Error as error:
        raise InvalidInputError("not-csv", "not a CSV file: {error}.", error=error, line=reader.line_num) from None


def guarded(cell: str) -> str:
    """The cell so that no spreadsheet runs it. `bare` gives it back."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """The cell without the guard."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _bare(lines: Iterable[list[str]]) -> Iterator[list[str]]:
    return ([bare(cell) for cell in line] for line in lines)


def _decoded(data: bytes) -> str:
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInputError(
            "not-utf-8",
            "byte {start} is not UTF-8.",
            start=error.start,
            line=data.count(b"\n", 0, error.start) + 1,
            hint="Save it as “CSV UTF-8”, or as XLSX.",
        ) from None
