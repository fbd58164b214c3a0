"""TBX: three dialects in, one out."""

from __future__ import annotations

import io

import pytest

from l10n.errors import InvalidInputError
from l10n.formats import tbx
from l10n.model.glossary import Term, TermKind

# TBX-Basic 2, as terminology tools still write it
MARTIF = """\
<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="1">
  <descrip type="subjectField">economy</descrip>
  <descrip type="definition">From ore to product.</descrip>
  <langSet xml:lang="en-US"><tig><term>supply chain</term></tig></langSet>
  <langSet xml:lang="nb-NO">
    <ntig><termGrp><term>leveransekjede</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
    <ntig><termGrp><term>verdikjede</term>
      <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig>
    <ntig><termGrp><term>forsyningskjede</term><termNote type="partOfSpeech">noun</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
  </langSet>
</termEntry>
<termEntry id="2"><langSet xml:lang="en"><tig><term>only English</term></tig></langSet></termEntry>
</body></text></martif>
"""
# TBX-Basic 3 in the style DCT: the data category is the element
DCT = """\
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="c1">
  <langSec xml:lang="en"><termSec><term>Nikkei Hall</term></termSec></langSec>
  <langSec xml:lang="nb">
    <termSec><term>Nikkei Hall</term>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>Nikkei-salen</term>
      <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
</conceptEntry></body></text></tbx>
"""


def parse(text: str) -> tuple[Term, ...]:
    return tbx.parse(io.BytesIO(text.encode()), source="en", target="nb")


def test_reads_version_2_with_what_is_preferred_admitted_and_deprecated() -> None:
    note = "From ore to product."
    assert parse(MARTIF) == (
        Term(source="supply chain", target="forsyningskjede", note=note, forms=("verdikjede",)),
        Term(source="supply chain", target="leveransekjede", note=note, kind=TermKind.FORBIDDEN),
    )


def test_reads_version_3_with_data_categories_as_elements() -> None:
    assert parse(DCT) == (
        Term(source="Nikkei Hall", kind=TermKind.DO_NOT_TRANSLATE),
        Term(source="Nikkei Hall", target="Nikkei-salen", kind=TermKind.FORBIDDEN),
    )


def test_what_we_write_reads_back_as_it_was() -> None:
    terms = (
        Term(source="man & <wife>", target="mann", forms=("menn", "mennene"), note='ikke "herre"'),
        Term(source="trillion", target="billion", kind=TermKind.FORBIDDEN, forms=("billioner",)),
        Term(source="Sanae Takaichi", kind=TermKind.DO_NOT_TRANSLATE, forms=("Takaichi",)),
    )
    text = tbx.serialize(terms, source="en", target="nb")
    assert parse(text) == terms
    assert text == tbx.serialize(parse(text), source="en", target="nb")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (MARTIF.replace("</termGrp></ntig>", "</termGrp>", 1), 15, "mismatched tag"),
        ("<tmx/>", 1, "not a TBX file"),
        ('<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>', 1, "entity of its own"),
    ],
)
def test_what_is_broken_or_hostile_is_told_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says) as caught:
        parse(text)
    assert caught.value.line == line
