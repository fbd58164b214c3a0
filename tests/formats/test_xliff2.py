"""XLIFF 2.1: valid against the schema of OASIS, and back to the very same texts."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from l10n.errors import InvalidInputError
from l10n.formats import xliff2
from l10n.model.catalog import Catalog
from l10n.model.exchange import ExchangeFile, Unit, message_id
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged
from l10n.steps.export_units import export_units
from tests import xliff_schemas
from tests.property.test_po import CATALOGS

NS = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
OLA = Actor(name="Ola Nordmann", email="ola@example.org")
MARKED = Message(
    msgctxt="paragraph",
    msgid="Read **our** [policy](privacy) at https://example.org, %s.",
    msgstr=("Les [erklæringen](personvern) **vår** på https://example.org, %s.",),
    extracted=("From the footer.",),
)


def exchange(*messages: Message) -> ExchangeFile:
    units = export_units(Catalog(messages=messages))
    return ExchangeFile(domain="articles/tokyo", source_language="en", target_language="nb", units=units)


def returned(unit: Unit) -> Unit:
    """What is read of a unit: notes are for people, and `new` is what says nothing."""
    return replace(unit, notes=(), state=None if unit.state is State.NEW else unit.state)


def units_of(text: str) -> tuple[Unit, ...]:
    (found,) = xliff2.parse(BytesIO(text.encode()))
    return found.units


@given(CATALOGS, st.booleans())
@settings(deadline=None)
def test_every_catalog_is_valid_and_comes_back_as_it_was(catalog: Catalog, codes: bool) -> None:
    sent = exchange(*catalog.messages)
    if not sent.units:
        return
    text = xliff2.serialize(sent, codes=codes)
    assert xliff_schemas.faults(text.encode()) == []
    wanted = []
    for unit in sent.units:
        is_nameable = unit.role is not None and not any(ord(c) < 32 and c not in "\t\n\r" for c in unit.role)
        wanted.append(replace(returned(unit), role=unit.role if is_nameable else None))
    if not any(char in (unit.role or "") for unit in sent.units for char in "\ufffe\uffff"):
        assert units_of(text) == tuple(wanted)


@given(CATALOGS)
@settings(deadline=None)
def test_ids_are_what_the_standard_asks_of_them(catalog: Catalog) -> None:
    """Constraints of the core that its schema cannot say: ids are unique, references lead somewhere, codes pair up."""
    sent = exchange(*catalog.messages)
    tree = etree.fromstring(xliff2.serialize(sent).encode())
    for name in ("unit", "group"):
        ids = [one.get("id") for one in tree.iterfind(f".//x:{name}", NS)]
        assert len(ids) == len(set(ids))
    for unit in tree.iterfind(".//x:unit", NS):
        data = {one.get("id") for one in unit.iterfind(".//x:data", NS)}
        sides = [
            {code.get("id"): dict(code.attrib) for code in side.iter() if code.get("id")}
            for side in (*unit.iterfind(".//x:source", NS), *unit.iterfind(".//x:target", NS))
        ]
        for side, codes in zip((*unit.iterfind(".//x:source", NS), *unit.iterfind(".//x:target", NS)), sides, strict=True):  # fmt: skip # noqa: E501
            assert len(codes) == sum(code.get("id") is not None for code in side.iter())
            assert {value for one in codes.values() for name, value in one.items() if "dataRef" in name} <= data
        if len(sides) == 2:
            assert all(sides[0][number] == sides[1][number] for number in sides[0].keys() & sides[1].keys())


def test_states_come_back_each_as_itself() -> None:
    sent = []
    for state in State:
        text = "" if state is State.NEW else f"tekst som er {state}"
        message = Message(msgid=f"text that is {state}", msgstr=(text,))
        sent.append(judged(message, state, by=OLA, at="2026-01-05T10:11Z", origin=HUMAN) if text else message)
    text = xliff2.serialize(exchange(*sent))
    assert [unit.state or State.NEW for unit in units_of(text)] == list(State)
    segments = etree.fromstring(text.encode()).iterfind(".//x:segment", NS)
    assert [(one.get("state"), one.get("subState")) for one in segments] == [
        (None, None),
        ("initial", "l10n:draft"),
        ("initial", "l10n:stale"),
        ("initial", "l10n:rejected"),
        ("translated", None),
        ("reviewed", None),
        ("final", None),
    ]


def test_a_translator_sees_words_and_not_markup() -> None:
    tree = etree.fromstring(xliff2.serialize(exchange(MARKED)).encode())
    source, target = (tree.find(f".//x:{name}", NS) for name in ("source", "target"))
    assert "".join(source.itertext()) == "Read our policy at , ."
    assert "".join(target.itertext()) == "Les erklæringen vår på , ."
    data = {one.get("id"): one.text for one in tree.iterfind(".//x:data", NS)}
    link = source.find("x:pc[@type='link']", NS)
    assert (data[link.get("dataRefStart")], data[link.get("dataRefEnd")]) == ("[", "](privacy)")
    # the same code has the same id on both sides, in whatever order; a link that leads elsewhere is another code
    ids = [[(one.tag.rpartition("}")[2], one.get("id")) for one in side] for side in (source, target)]
    assert ids == [[("pc", "1"), ("pc", "2"), ("ph", "3"), ("ph", "4")], [("pc", "5"), ("pc", "1"), ("ph", "3"), ("ph", "4")]]  # fmt: skip # noqa: E501


def test_ids_stay_when_texts_are_edited_or_moved() -> None:
    other = Message(msgid="Another paragraph.", msgctxt="paragraph")
    before, after = exchange(MARKED, other), exchange(other, replace(MARKED, msgstr=("Noe annet.",)))
    assert {unit.id for unit in before.units} == {unit.id for unit in after.units}
    assert before.units[0].id == message_id(MARKED.key)


def test_plural_forms_are_a_group_of_units() -> None:
    plural = Message(msgid="%d article", msgid_plural="%d articles", msgstr=("%d artikkel", "%d artikler"))
    text = xliff2.serialize(exchange(plural))
    tree = etree.fromstring(text.encode())
    (group,) = tree.iterfind(".//x:group", NS)
    assert [unit.get("id") for unit in group] == [f"{group.get('id')}.0", f"{group.get('id')}.1"]
    assert [(unit.source, unit.target) for unit in units_of(text)] == [
        ("%d article", "%d artikkel"),
        ("%d articles", "%d artikler"),
    ]


CUT = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="nb">
<file id="f" original="articles/tokyo"><unit id="u">
<originalData><data id="d">&lt;br/&gt;</data></originalData>
<segment state="final"><source>One.</source><target>En.</target></segment>
<ignorable><source> </source></ignorable>
<segment state="translated"><source>T<mrk id="m" type="term">wo</mrk><ph id="1" dataRef="d"/></source>\
<target>To<ph id="1" dataRef="d"/></target></segment>
</unit></file></xliff>
"""


def test_what_a_tool_has_cut_into_segments_is_one_text() -> None:
    (unit,) = units_of(CUT)
    assert (unit.source, unit.target, unit.state) == ("One. Two<br/>", "En. To<br/>", State.TRANSLATED)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('<target>To<ph id="1" dataRef="d"/></target>', "", "1 of its 3 segments are not translated."),
        ('To<ph id="1" dataRef="d"/>', 'To<ph id="9" dataRef="x"/>', "its inline code 9 stands for nothing."),
        ("<target>En.", '<target>E<cp hex="ZZ"/>', "it holds no character 'ZZ'."),
        ("<target>En.", '<target>E<cp hex="D800"/>', "it holds no character 'D800'."),
        ("<target>En.", "<target><b>En.</b>", "it holds a <b>, which is no inline code."),
    ],
)
def test_a_unit_that_is_broken_says_why(old: str, new: str, fault: str) -> None:
    (unit,) = units_of(CUT.replace(old, new))
    assert unit.fault == fault


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<tmx/>", "begins with <tmx>"),
        (CUT.replace('version="2.0"', 'version="1.2"'), "not XLIFF 2"),
        (CUT.replace(' trgLang="nb"', ""), "not XLIFF 2 with a source and a target"),
        (CUT[:-40], "not well-formed XML"),
        ('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><xliff>&b;</xliff>', "entity of its own, 'a'"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>', "entity of its own, 'a'"),
        ("<xliff>" + "<group>" * 200, "more than 100 deep"),
        ('<?xml version="1.0" encoding="klingon"?><xliff/>', "not XML that can be read"),
    ],
)
def test_what_is_no_xliff_is_refused_with_a_sentence(text: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        xliff2.parse(BytesIO(text.encode()))
