"""Every PO file that can be found here goes out in every exchange format, and comes back without a change.

Set L10N_PO_FILES to a folder of foreign catalogs, as for test_po_files.py: debian-edu-doc's were tried.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.formats import po
from l10n.formats.exchange import FORMATS, read
from l10n.model.exchange import ExchangeFile
from l10n.model.provenance import Actor
from l10n.steps.export_units import export_units
from l10n.steps.import_message import Desk
from l10n.steps.import_units import import_units
from tests import xliff_schemas
from tests.conformance.test_po_files import FILES

CATALOGS = [path for path in FILES if path.suffix == ".po"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.name)
def test_a_round_trip_changes_no_byte(path: Path, name: str) -> None:
    data = path.read_bytes()
    document = po.decode(data)
    catalog = document.catalog
    sent = ExchangeFile(
        domain="articles/a", source_language="en", target_language="nb", units=export_units(catalog)
    )  # fmt: skip
    written = FORMATS[name].write(sent)
    if name.startswith("xliff"):
        assert xliff_schemas.faults(written) == []
    (back,) = read(written, suffix=FORMATS[name].suffix)
    desk = Desk(
        domain="articles/a", source_language="en", locale="nb", actor=Actor(name="Ola"), at="2026-01-05T10:11Z"
    )  # fmt: skip
    result = import_units(catalog, back.units, desk)
    assert po.encode(result.catalog, document) == data
    assert result.entries == () and {one.fate.value for one in result.receptions} == {"unchanged"}
