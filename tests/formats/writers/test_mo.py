"""Compiled catalogs, read back by gettext's own tools and by Python's."""

from __future__ import annotations

import gettext
import io
import shutil
import subprocess

import pytest

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.formats.po.pairs import clear_pairs
from l10n.formats.writers import catalog_json, mo
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message, MessageKey
from l10n.model.publishing import Policy
from l10n.model.state import State
from tests import bundles

HEADER = catalog_header("test", "nb", "en")


def one_in_each_state() -> Catalog:
    messages = [bundles.message(MessageKey("label", str(state)), state, f"is {state}") for state in State]
    plural = Message(msgid="én ferge", msgid_plural="{count} ferger", msgstr=("one ferry", "{count} ferries"))
    return Catalog(header=HEADER, messages=(*messages, plural))


def test_only_what_someone_vouches_for_is_in_it() -> None:
    read = gettext.GNUTranslations(io.BytesIO(mo.encode(one_in_each_state(), Policy().publishes)))
    for state in State:
        vouched = state in (State.TRANSLATED, State.REVIEWED, State.FINAL)
        assert read.pgettext("label", str(state)) == (f"is {state}" if vouched else str(state))
    assert read.ngettext("én ferge", "{count} ferger", 1) == "one ferry"
    assert read.ngettext("én ferge", "{count} ferger", 2) == "{count} ferries"


def test_a_gate_for_reviewed_texts_leaves_the_others_out() -> None:
    read = gettext.GNUTranslations(io.BytesIO(mo.encode(one_in_each_state(), Policy(gate=State.REVIEWED).publishes)))
    assert read.pgettext("label", "translated") == "translated"
    assert read.pgettext("label", "reviewed") == "is reviewed"


@pytest.mark.needs("msgunfmt", "msgfmt")
def test_gettext_reads_it_as_it_reads_its_own() -> None:
    catalog = one_in_each_state()
    ours = mo.encode(catalog, Policy().publishes)
    theirs = subprocess.run(
        [str(shutil.which("msgfmt")), "--no-hash", "-o", "-", "-"],
        input=po.encode(catalog),
        capture_output=True,
        check=True,
    ).stdout
    assert unpacked(ours) == unpacked(theirs)


def unpacked(data: bytes) -> str:
    tool = str(shutil.which("msgunfmt"))
    return subprocess.run([tool, "-"], input=data, capture_output=True, check=True).stdout.decode()


def test_the_same_messages_are_the_same_bytes_in_any_order() -> None:
    catalog = one_in_each_state()
    turned = Catalog(header=catalog.header, messages=catalog.messages[::-1])
    assert mo.encode(catalog, Policy().publishes) == mo.encode(turned, Policy().publishes)


@pytest.mark.parametrize("gate", [State.TRANSLATED, State.REVIEWED])
def test_a_file_is_compiled_as_its_catalog_is(gate: State) -> None:
    catalog, publishes = one_in_each_state(), Policy(gate=gate).publishes
    assert mo.compile_po(po.encode(catalog), publishes) == mo.encode(catalog, publishes)


@pytest.mark.needs("msgunfmt", "msgfmt")
def test_a_file_with_odd_entries_says_what_msgfmt_says_of_it() -> None:
    data = po.encode(one_in_each_state()) + ODD.encode()
    theirs = subprocess.run([str(shutil.which("msgfmt")), "-o", "-", "-"], input=data, capture_output=True, check=True)
    ours = mo.compile_po(data, Policy().publishes)
    assert clear_pairs(data) is not None
    assert unpacked(ours) == unpacked(theirs.stdout)
    assert "slått sammen" in unpacked(ours)


ODD = r"""
#, fuzzy, c-format
#| msgid "Den gamle"
msgid "Den nye"
msgstr "The old one"

# a fuzzy word in a remark, and strings in pieces
msgid ""
"Første linje\n"
"«andre» \"linje\""
msgstr "First" " line\nsecond"   " \"line\""

#, python-brace-format
msgid "wrapped"
msgstr "slått "
"sammen"

#, fuzzy
msgid "%d side"
msgid_plural "%d sider"
msgstr[0] "%d page"
msgstr[1] "%d pages"

msgid "%d ord"
msgid_plural "%d ord (flere)"
msgstr[0] "%d word"
msgstr[1] "%d words"

#~ msgid "Borte"
#~ msgstr "Gone"
"""


@pytest.mark.parametrize(
    ("broken", "line"),
    [('msgid "a"\nmsgstr "b" c\n', 15), ('msgid "a"\nmsgstr "\\q"\n', 15), ('msgid "label"\nmsgstr ""\n' * 2, 16)],
)
def test_a_broken_file_is_told_with_its_line(broken: str, line: int) -> None:
    data = po.encode(Catalog(header=HEADER)) + f"\n{broken}".encode()
    with pytest.raises(InvalidInputError) as raised:
        mo.compile_po(data, Policy().publishes)
    assert raised.value.line == line


def test_a_header_in_another_charset_says_what_is_written() -> None:
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=ISO-8859-1\n",))
    catalog = Catalog(header=header, messages=(Message(msgid="Språk", msgstr=("Språk på sørsiden",)),))
    assert gettext.GNUTranslations(io.BytesIO(mo.encode(catalog, Policy().publishes))).gettext("Språk")[6:8] == "på"
    bare = Catalog(messages=catalog.messages)
    assert gettext.GNUTranslations(io.BytesIO(mo.encode(bare, Policy().publishes))).charset() == "UTF-8"


def test_json_has_the_same_texts_by_context() -> None:
    import json

    written = catalog_json.serialize(one_in_each_state(), locale="en", domain="chrome", source_language="nb")
    messages = json.loads(written)["messages"]
    assert messages[""] == {"én ferge": ["one ferry", "{count} ferries"]}
    assert messages["label"] == {"final": "is final", "reviewed": "is reviewed", "translated": "is translated"}
