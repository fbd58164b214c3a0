"""Compiled catalogs, read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from l10n.errors import InvalidInputError
from l10n.formats import mo, po
from l10n.formats.writers.mo import encode

CATALOG = """\
msgid ""
msgstr "Language: nb\\nContent-Type: text/plain; charset=ISO-8859-1\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "title"
msgid "Close"
msgstr "Lukk døren"

msgid "One file"
msgid_plural "%d files"
msgstr[0] "Én fil"
msgstr[1] "%d filer"
"""


@pytest.mark.needs("msgfmt")
@pytest.mark.parametrize("order", ["little", "big"])
def test_reads_what_msgfmt_writes_in_either_byte_order_and_any_charset(tmp_path: Path, order: str) -> None:
    (tmp_path / "a.po").write_text(CATALOG, encoding="iso-8859-1")
    subprocess.run(["msgfmt", f"--endianness={order}", "a.po", "-o", "a.mo"], cwd=tmp_path, check=True)
    read = mo.parse((tmp_path / "a.mo").read_bytes())
    assert "Language: nb" in read.header.text
    assert {(m.msgctxt, m.msgid, m.msgid_plural, m.msgstr) for m in read.messages} == {
        ("title", "Close", None, ("Lukk døren",)),
        (None, "One file", "%d files", ("Én fil", "%d filer")),
    }


def test_every_cut_is_an_error_and_never_a_crash() -> None:
    whole = encode(po.parse(CATALOG.replace("ISO-8859-1", "UTF-8")).catalog, lambda state: True)
    assert len(mo.parse(whole).messages) == 2
    for end in range(len(whole) - 1):
        with pytest.raises(InvalidInputError):
            mo.parse(whole[:end])


def test_a_table_that_points_out_of_the_file_is_an_error() -> None:
    whole = bytearray(encode(po.parse(CATALOG.replace("ISO-8859-1", "UTF-8")).catalog, lambda state: True))
    for at in range(8, 20):
        broken = whole.copy()
        broken[at] = 0xFF
        with pytest.raises(InvalidInputError, match="cut off or damaged"):
            mo.parse(bytes(broken))
