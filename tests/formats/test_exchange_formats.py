"""Every exchange format: what is written is read back to the very same texts, and read by the tools it is for."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from translate.storage import xliff, xliff2

from l10n.errors import InvalidInputError
from l10n.formats.exchange import FORMATS, read
from l10n.formats.table.csv import bare, guarded
from l10n.model.catalog import Catalog
from l10n.model.exchange import ExchangeFile, Unit
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged
from l10n.steps.export_units import export_units
from tests import xliff_schemas
from tests.property.test_po import CATALOGS

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")


def exchange(*messages: Message) -> ExchangeFile:
    units = export_units(Catalog(messages=messages))
    return ExchangeFile(domain="articles/tokyo", source_language="en", target_language="nb", units=units)


def returned(data: bytes, name: str) -> list[Unit]:
    """The units of a file without what is allowed to differ: notes are not read back, roles only where they can be."""
    found = read(data, suffix=FORMATS[name].suffix)
    return [replace(unit, role=None) for one in found for unit in one.units]


def wanted(sent: ExchangeFile, name: str) -> list[Unit]:
    is_table = name in ("csv", "xlsx")
    return [
        replace(unit, role=None, notes=(), state=None if is_table or unit.state is State.NEW else unit.state)
        for unit in sent.units
    ]


@pytest.mark.parametrize("name", ["xliff12", "csv"])
@given(catalog=CATALOGS)
@settings(deadline=None)
def test_what_is_written_is_read_back(name: str, catalog: Catalog) -> None:
    sent = exchange(*catalog.messages)
    data = FORMATS[name].write(sent)
    assert returned(data, name) == wanted(sent, name) or not sent.units
    if name == "xliff12":
        assert xliff_schemas.faults(data) == []


@given(catalog=CATALOGS)
@settings(max_examples=25, deadline=None)
def test_a_workbook_is_read_back_and_has_the_same_bytes_again(catalog: Catalog) -> None:
    sent = exchange(*catalog.messages)
    data = FORMATS["xlsx"].write(sent)
    assert returned(data, "xlsx") == wanted(sent, "xlsx")
    assert FORMATS["xlsx"].write(sent) == data


MARKED = judged(
    Message(
        msgctxt="paragraph",
        msgid="Read **our** [policy](privacy), %s.",
        msgstr=("Les **vår** [erklæring](privacy), %s.",),
        extracted=("From the footer.",),
    ),
    State.DRAFT, by=None, at="", origin=ARGOS,
)  # fmt: skip
DONE = judged(
    Message(msgid="Share", msgctxt="button", msgstr=("Del",)), State.REVIEWED, by=OLA, at="2026-01-05T10:11Z", origin=HUMAN  # noqa: E501
)  # fmt: skip
OPEN = Message(msgid="Close", msgctxt="button")


def test_version_2_is_read_by_translate_toolkit() -> None:
    store = xliff2.Xliff2File.parsestring(FORMATS["xliff"].write(exchange(MARKED, DONE, OPEN)))
    marked, done, waiting = store.units
    assert (store.sourcelanguage, store.targetlanguage) == ("en", "nb")
    assert "Les " in marked.target and marked.isfuzzy()
    assert (done.target, done.isfuzzy(), done.isapproved()) == ("Del", False, True)
    assert (waiting.source, waiting.target, waiting.istranslated()) == ("Close", None, False)


def test_what_translate_toolkit_writes_comes_back() -> None:
    """As Weblate saves it: one text translated, the others untouched."""
    for name, store_class in (("xliff", xliff2.Xliff2File), ("xliff12", xliff.xlifffile)):
        sent = exchange(MARKED, DONE, OPEN)
        store = store_class.parsestring(FORMATS[name].write(sent))
        store.units[2].target = "Lukk"
        *others, unit = returned(bytes(store), name)
        assert others == wanted(sent, name)[:2]
        assert unit.target == "Lukk" and unit.state in (None, State.TRANSLATED)


@pytest.mark.parametrize("name", ["xliff", "xliff12"])
def test_a_text_with_markup_is_edited_as_plain_text_in_translate_toolkit(name: str) -> None:
    """It would leave the codes of the old text behind the new one, so `--plain` is for it and for Weblate."""
    store_class = xliff2.Xliff2File if name == "xliff" else xliff.xlifffile
    store = store_class.parsestring(FORMATS[name].write(exchange(MARKED), codes=False))
    assert store.units[0].target == MARKED.text
    store.units[0].target = "Les **vår** nye [erklæring](privacy), %s."
    (unit,) = returned(bytes(store), name)
    assert unit.target == "Les **vår** nye [erklæring](privacy), %s."


def test_version_12_is_read_by_translate_toolkit() -> None:
    store = xliff.xlifffile.parsestring(FORMATS["xliff12"].write(exchange(MARKED, DONE, OPEN)))
    marked, done, waiting = store.units
    assert marked.target == MARKED.text and marked.isfuzzy() and marked.getnotes() == "From the footer."
    assert (done.target, done.isfuzzy(), done.isapproved()) == ("Del", False, True)
    assert (waiting.source, waiting.target) == ("Close", None)


def test_states_of_version_12_come_back_each_as_itself() -> None:
    sent = []
    for state in State:
        text = "" if state is State.NEW else f"tekst som er {state}"
        message = Message(msgid=f"text that is {state}", msgstr=(text,))
        sent.append(judged(message, state, by=OLA, at="2026-01-05T10:11Z", origin=HUMAN) if text else message)
    units = returned(FORMATS["xliff12"].write(exchange(*sent)), "xliff12")
    assert [unit.state or State.NEW for unit in units] == list(State)


# ---- tables

FORMULA = Message(msgid="=1+1", msgctxt="paragraph", msgstr=("@SUM(A1:A9)",))


@given(st.text("'=+-@\t\r a", max_size=6))
def test_no_cell_is_run_and_every_cell_comes_back(text: str) -> None:
    assert bare(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_csv_file_is_what_a_spreadsheet_expects() -> None:
    data = FORMATS["csv"].write(exchange(FORMULA, MARKED))
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    head, formula, marked = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == ["id", "article", "role", "source (en)", "target (nb)", "state", "notes", "base"]
    assert formula[3:5] == ["'=1+1", "'@SUM(A1:A9)"]
    assert marked[5:7] == ["draft", "developer: From the footer."]


def test_a_workbook_holds_texts_and_no_formulas() -> None:
    data = FORMATS["xlsx"].write(exchange(FORMULA))
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    cells = [sheet["D2"], sheet["E2"]]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        ("=1+1", "s", True),
        ("@SUM(A1:A9)", "s", True),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_is_read(delimiter: str, encoding: str) -> None:
    """With other separators and encodings, columns moved, one of their own beside them, and a row without an id."""
    sent = exchange(MARKED)
    (unit,) = sent.units
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["Target (nb)", "my own", "state", "source (en)", "article", "id", "base"])
    writer.writerow(["Les, les; les.", "?", "Translated", unit.source, "articles/tokyo", unit.id, str(unit.base)])
    writer.writerow(["", "a remark"])
    (found,) = read(out.getvalue().encode(encoding), suffix=".csv")
    (back,) = found.units
    assert (back.target, back.state, back.base) == ("Les, les; les.", State.TRANSLATED, unit.base)


def test_a_number_that_a_translator_typed_is_a_text() -> None:
    book = openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].write(exchange(OPEN))))
    book.active["E2"] = 7
    out = BytesIO()
    book.save(out)
    assert [unit.target for unit in returned(out.getvalue(), "xlsx")] == ["7"]


def test_an_unknown_state_is_named() -> None:
    text = FORMATS["csv"].write(exchange(MARKED)).decode().replace(",draft,", ",ferdig,")
    assert "“ferdig” is none of new, draft" in returned(text.encode(), "csv")[0].fault


def zipped(name: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "said"),
    [
        (b"a,b\n1,2\n", ".csv", "does not name these columns: id, article, source"),
        ("kø".encode("latin-1"), ".csv", "not UTF-8"),
        (b'id,article\n"', ".csv", "columns"),
        (b"", ".csv", "columns"),
        (b"no zip", ".xlsx", "not a workbook"),
        (zipped("a.xml", b"<a/>"), ".xlsx", "not a workbook that can be read"),
        (zipped("xl/a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), ".xlsx", "declares a document type"),
        (zipped("a.xml", b" " * 68_000_000), ".xlsx", "unpacks to more than"),
        (b"<html/>", ".xlf", "neither XLIFF nor a table"),
        (b'<xliff version="1.2"><file><trans-unit/></file></xliff>', ".xlf", "not XLIFF 1 with a source"),
        (b'<xliff version="1.2"><![CDATA[', ".xlf", "not well-formed"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data: bytes, suffix: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        read(data, suffix=suffix)


def test_a_text_too_long_for_a_cell_is_refused_by_name() -> None:
    with pytest.raises(InvalidInputError, match="longer than a cell"):
        FORMATS["xlsx"].write(exchange(Message(msgid="x" * 40_000)))
    assert returned(FORMATS["csv"].write(exchange(Message(msgid="x" * 400_000))), "csv")[0].source == "x" * 400_000


def test_a_code_of_another_tool_that_holds_no_text_is_a_fault() -> None:
    text = FORMATS["xliff12"].write(exchange(MARKED)).decode()
    broken = text.replace(f'<ph id="3">{escape("%s")}</ph>', '<x id="3"/>')
    assert returned(broken.encode(), "xliff12")[0].fault == "its inline code 3 stands for nothing."


def test_a_workbook_in_a_real_file_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(FORMATS["xlsx"].write(exchange(MARKED)))
    assert openpyxl.load_workbook(path).sheetnames == ["texts"]
