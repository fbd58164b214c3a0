"""Texts ⇄ XLSX: every cell a text, whatever it begins with. Needs openpyxl, the extra `xlsx`."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from l10n.errors import EngineError, InvalidInputError
from l10n.formats.table.columns import head, read_rows, rows
from l10n.model.exchange import ExchangeFile

_WIDTHS = (10, 14, 14, 60, 60, 12, 30, 10)
_LONGEST = 32_767
"""Characters that a cell may hold (Excel specifications and limits)."""
_LARGEST = 64 * 1024 * 1024
"""Bytes of an unpacked workbook."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold: the same texts give the same bytes."""
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_ESCAPED = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What ECMA-376 (22.9.2.19, ST_Xstring) writes by number: what XML cannot hold, and what looks like such a number."""


def serialize(exchange: ExchangeFile) -> bytes:
    """The workbook, with one sheet. Raises InvalidInputError for a text that is too long for a cell."""
    book = _openpyxl().Workbook()
    sheet = book.active
    sheet.title = "texts"
    sheet.freeze_panes = "A2"
    wrapped = _openpyxl().styles.Alignment(wrap_text=True, vertical="top")
    for at, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGH"[at]].width = width
    for number, row in enumerate([head(exchange), *rows(exchange)], 1):
        for column, text in enumerate(row, 1):
            written = _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
            if len(written) > _LONGEST:
                raise InvalidInputError(
                    "text-too-long",
                    "the text “{row}…” is longer than a cell of a spreadsheet can hold.",
                    row=row[3][:40],
                    hint="Export XLIFF.",
                )
            cell = sheet.cell(number, column, written)
            cell.data_type = "s"  # never a formula, a number or an error
            cell.quotePrefix = written.startswith(("=", "+", "-", "@"))
            cell.alignment = wrapped
    book.properties.creator = "l10n"
    out = io.BytesIO()
    book.save(out)
    return _dateless(out.getvalue())


def parse(file: BinaryIO) -> list[ExchangeFile]:
    """The texts of the first sheet. Raises InvalidInputError for what is no workbook, or one made to do harm."""
    data = file.read()
    _check(data)
    try:
        book = _openpyxl().load_workbook(io.BytesIO(data), read_only=True)
        return read_rows(_lines(book.worksheets[0]))
    except InvalidInputError:
        raise
    except Exception as error:  # openpyxl raises whatever a strange workbook makes it stumble over
        raise InvalidInputError(
            "not-a-workbook", "not a workbook that can be read ({kind}).", kind=type(error).__name__
        ) from None


def _lines(sheet: Any) -> Iterator[Sequence[str]]:
    for row in sheet.iter_rows(values_only=True):
        yield [_text(value) for value in row]


def _text(value: object) -> str:
    """A cell as text: a number that a translator typed is written as they saw it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def _check(data: bytes) -> None:
    """Raises InvalidInputError for what unpacks to more than any table needs, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _LARGEST:
                raise InvalidInputError("not-a-workbook", "it unpacks to more than any table of texts needs.")
            for entry in packed.infolist():
                if b"<!DOCTYPE" in packed.read(entry).replace(b"\0", b""):
                    raise InvalidInputError(
                        "not-a-workbook", "it declares a document type, which no workbook needs, and is not read."
                    )
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error):
        raise InvalidInputError(
            "not-a-workbook", "not a workbook: it is no zip archive that can be unpacked."
        ) from None


def _dateless(data: bytes) -> bytes:
    """The same workbook without the time it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for entry in packed.infolist():
            content = packed.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            plain = zipfile.ZipInfo(entry.filename, _EPOCH)
            plain.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(plain, content)
    return out.getvalue()


def _openpyxl() -> Any:
    try:
        import openpyxl
        import openpyxl.styles
    except ModuleNotFoundError:
        raise EngineError(
            "package-missing",
            "XLSX files need the Python package openpyxl, which is not installed.",
            hint="Install it: pip install openpyxl; or use CSV, which needs nothing.",
        ) from None
    return openpyxl
