"""TMX: what other tools write is read, what we write is valid, and hostile files are refused."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from l10n.errors import InvalidInputError
from l10n.formats import tmx
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.provenance import Origin
from l10n.model.state import State

DTD = Path(__file__).parents[1] / "fixtures" / "tmx14.dtd"
EN_NB = Languages("en", "nb")

# as OmegaT writes it, cut to two units
OMEGAT = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="5.7.1"
    segtype="sentence" srclang="EN-US"/>
  <body>
    <tu>
      <prop type="file">index.html</prop>
      <tuv xml:lang="EN-US"><seg>Read <bpt i="0">&lt;b&gt;</bpt>this<ept i="0">&lt;/b&gt;</ept> first.</seg></tuv>
      <tuv xml:lang="NB-NO" changeid="kari" changedate="20240131T101500Z" creationdate="20230101T000000Z">
        <seg>Les <bpt i="0">&lt;b&gt;</bpt>dette<ept i="0">&lt;/b&gt;</ept> først.</seg>
      </tuv>
    </tu>
    <tu creationdate="20230101T000000Z">
      <tuv xml:lang="NB-NO"><seg>Lukk</seg></tuv>
      <tuv xml:lang="EN-US"><seg>Close</seg></tuv>
      <tuv xml:lang="SV"><seg>Stäng</seg></tuv>
      <tuv xml:lang="DA"><seg> </seg></tuv>
    </tu>
  </body>
</tmx>
"""


def parse(text: str | bytes) -> list[MemoryUnit]:
    return list(tmx.parse(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def body(units: str, srclang: str = "en") -> str:
    return f'<tmx version="1.4"><header srclang="{srclang}"/><body>{units}</body></tmx>'


def test_reads_another_tool_s_file_with_inline_codes_and_several_languages() -> None:
    assert [(*unit.languages, unit.source, unit.target, unit.at) for unit in parse(OMEGAT)] == [
        ("en-US", "nb", "Read <b>this</b> first.", "Les <b>dette</b> først.", ""),
        ("en-US", "nb", "Close", "Lukk", "2023-01-01T00:00Z"),
        ("en-US", "sv", "Close", "Stäng", "2023-01-01T00:00Z"),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_reads_the_encoding_that_the_file_declares(encoding: str) -> None:
    assert parse(OMEGAT.replace("UTF-8", encoding).encode(encoding)) == parse(OMEGAT)


def test_a_memory_without_a_direction_goes_both_ways() -> None:
    pair = '<tu><tuv xml:lang="en"><seg>Close</seg></tuv><tuv xml:lang="nb"><seg>Lukk</seg></tuv></tu>'
    assert [unit.languages for unit in parse(body(pair, "*all*"))] == [("en", "nb"), ("nb", "en")]


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1)
units = st.builds(
    MemoryUnit,
    languages=st.sampled_from([EN_NB, Languages("nb", "nn"), Languages("en", "pt-BR")]),
    source=texts,
    target=texts,
    role=st.none() | texts,
    before=st.sampled_from(["", "70973b569d1c"]),
    state=st.sampled_from([State.TRANSLATED, State.REVIEWED, State.FINAL]),
    origin=st.none() | st.just(Origin(engine="argos", model="en_nb", version="1.9")),
    at=st.sampled_from(["", "2026-01-05T10:11Z"]),
).filter(tmx.is_writable)


@given(st.lists(units, max_size=4))
def test_what_we_write_is_valid_and_reads_back_as_it_was(found: list[MemoryUnit]) -> None:
    text = "".join(tmx.serialize(found))
    assert parse(text) == found
    assert "".join(tmx.serialize(parse(text))) == text
    document = etree.fromstring(text.encode())
    with DTD.open(encoding="utf-8") as file:
        dtd = etree.DTD(file)
    assert dtd.validate(document), dtd.error_log


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{LAUGHS}]>' + body("&l9;"), "entity of its own"),
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + body("&x;"), "entity of its own"),
        ('<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1/p.dtd">%p;]>' + body(""), "entity of its own"),
        ('<!DOCTYPE tmx SYSTEM "file:///etc/passwd">' + body("<tu>&who;</tu>"), "entity of its own"),
        ('<tmx version="1.4">' + "<a>" * 5000, "deep"),
        (body(f'<tu><tuv xml:lang="en"><seg>{"x" * 200_000}</seg></tuv></tu>'), "longer than"),
    ],
)
def test_a_hostile_file_is_refused(text: str, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says) as caught:
        parse(text)
    assert caught.value.line == 1


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "ends too early"),
        ("not XML", 1, "not well-formed"),
        (OMEGAT.replace("</seg></tuv>\n      <tuv xml:lang", "</tuv>\n      <tuv xml:lang", 1), 9, "mismatched tag"),
        (OMEGAT[: OMEGAT.index("</body>")], 20, "ends too early"),
        ("<html>\n</html>", 1, "not a TMX file: it begins with <html>"),
        (body("\n<tu>\n<tuv><seg>x</seg></tuv></tu>"), 3, "xml:lang"),
    ],
)
def test_a_broken_file_is_told_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says) as caught:
        parse(text)
    assert caught.value.line == line


class Endless(io.RawIOBase):
    """A TMX file of 60 MB that is made while it is read."""

    def __init__(self) -> None:
        self._pieces = self._made()

    @staticmethod
    def _made() -> Iterator[bytes]:
        yield b'<tmx version="1.4"><header srclang="en"/><body>'
        text = b"word " * 100
        unit = b'<tu><tuv xml:lang="en"><seg>%s</seg></tuv><tuv xml:lang="nb"><seg>%s</seg></tuv></tu>' % (text, text)
        yield from [unit * 60] * 1000
        yield b"</body></tmx>"

    def read(self, size: int = -1) -> bytes:
        return next(self._pieces, b"")


def test_a_large_file_is_never_held_in_memory() -> None:
    tracemalloc.start()
    count = sum(1 for _ in tmx.parse(Endless()))  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 60_000
    assert peak < 3_000_000
