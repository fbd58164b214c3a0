"""PO files of every shape that the grammar allows: nothing is lost, nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.formats.po.careful import read_message
from l10n.formats.po.pairs import clear_pairs
from l10n.formats.writers import mo
from l10n.model.catalog import Catalog
from l10n.model.message import Message, Previous
from l10n.model.publishing import Policy

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["Avvis", 'sa «ja» og "nei"\n', "\n", "a\nb\n", "\\n", "\t", "70 %", '"', "\\", "<<<<<<< HEAD", 'msgid "x"']
)
LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\0"), max_size=12)
FLAG = st.sampled_from(["fuzzy", "c-format", "no-wrap", "python-brace-format"])


@st.composite
def messages(draw: st.DrawFn) -> Message:
    plural = draw(st.none() | TEXT)
    previous = draw(st.none() | st.builds(Previous, st.none() | TEXT, TEXT, st.none() | TEXT))
    count = 1 if plural is None else draw(st.integers(1, 3))
    return Message(
        msgid=draw(TEXT),
        msgctxt=draw(st.none() | TEXT),
        msgid_plural=plural,
        msgstr=tuple(draw(st.lists(TEXT, min_size=count, max_size=count))),
        comments=tuple(draw(st.lists(LINE, max_size=2))),
        extracted=tuple(draw(st.lists(LINE, max_size=2))),
        references=tuple(draw(st.lists(LINE, max_size=2))),
        flags=tuple(draw(st.lists(FLAG, max_size=2, unique=True))),
        previous=previous,
        obsolete=draw(st.booleans()),
    )


def is_header(message: Message) -> bool:
    return message.msgid == "" and message.msgctxt is None


CATALOGS = st.builds(
    lambda found, header: Catalog(
        header=Message(msgid="", msgstr=(header,)), messages=tuple(m for m in found if not is_header(m))
    ),
    st.lists(messages(), max_size=5, unique_by=lambda m: m.key),
    st.sampled_from(["", "Language: nb\nContent-Type: text/plain; charset=UTF-8\n"]),
)


@given(CATALOGS)
def test_what_is_written_is_read_back(catalog: Catalog) -> None:
    assert po.parse(po.serialize(catalog)).catalog == catalog
    assert po.decode(po.encode(catalog)).catalog == catalog


KEYWORD = st.sampled_from(["", " ", "  ", "\t", "\n", "\n\n"])
LITERAL = st.sampled_from(['"x"', '""', '"a\\n"', '"\\"«»"', '"\\303\\245"'])
STRINGS = st.lists(
    st.tuples(LITERAL, st.sampled_from(["\n", " ", "  \n", "\r\n", "\n\n"])), min_size=1, max_size=3
).map(lambda found: "".join(literal + blank for literal, blank in found))
COMMENT = st.sampled_from(
    ["# c\n", "#\n", "#. e\n", "#: r:1\n", "#, fuzzy\n", "#= s\n", '#| msgid "o"\n', "\n", "#x\r\n"]
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """The text of a file with entries in odd shapes; the msgids are all different."""
    entries = []
    for number in range(draw(st.integers(0, 5))):
        comments = "".join(draw(st.lists(COMMENT, max_size=4)))
        msgid = f'msgid{draw(KEYWORD)}"{number}"{draw(st.sampled_from([" ", chr(10)]))}'
        msgstr = f"msgstr{draw(KEYWORD)}{draw(STRINGS)}"
        entry = comments + msgid + msgstr
        if draw(st.booleans()) and "\n\n" not in entry:
            lines = entry.splitlines(keepends=True)
            entry = "".join(line if line.startswith("#") or not line.strip() else f"#~ {line}" for line in lines)
        entries.append(entry + draw(st.sampled_from(["", "\n", "\n\n"])))
    end = draw(st.sampled_from(["", "# end", "# end\n", "\n"]))
    return "".join(entry if entry.endswith("\n") else entry + "\n" for entry in entries) + end


@given(files())
def test_any_file_comes_back_as_it_was(text: str) -> None:
    document = po.parse(text)
    assert "".join(block.raw for block in document.blocks) == text
    assert po.serialize(document.catalog, document) == text


@given(files())
def test_the_short_cut_and_the_careful_reader_agree(text: str) -> None:
    for block in po.parse(text).entries:
        assert "".join(piece.raw for piece in block.pieces) == block.raw
        assert read_message(text, block.pieces) == block.message


@given(files(), st.data())
def test_a_change_of_one_message_touches_its_entry_only(text: str, data: st.DataObject) -> None:
    document = po.parse(text)
    if not document.entries:
        return
    index = data.draw(st.integers(0, len(document.entries) - 1))
    block = document.entries[index]
    changed = replace(
        block.message,
        msgstr=(data.draw(TEXT),),
        comments=tuple(data.draw(st.lists(LINE, max_size=2))),
        flags=tuple(data.draw(st.lists(FLAG, max_size=2, unique=True))),
        obsolete=data.draw(st.booleans()),
    )
    before = document.catalog.messages
    result = po.serialize(
        replace(document.catalog, messages=(*before[:index], changed, *before[index + 1 :])), document
    )
    assert result.startswith(text[: block.start])
    assert result.endswith(text[block.end :])
    assert po.parse(result).catalog.messages == (*before[:index], changed, *before[index + 1 :])


@given(files(), st.data())
def test_messages_moved_added_and_removed_leave_the_others_in_their_bytes(text: str, data: st.DataObject) -> None:
    document = po.parse(text)
    kept = data.draw(st.permutations(document.catalog.messages)) if document.entries else []
    kept = kept[: data.draw(st.integers(0, len(kept)))]
    catalog = replace(document.catalog, messages=(Message(msgid="ny", msgstr=("new",)), *kept))
    result = po.serialize(catalog, document)
    assert po.parse(result).catalog == catalog
    for block in document.entries:
        if block.message in kept:
            assert block.raw.rstrip("\r\n") in result


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@given(files(), st.booleans(), st.data())
def test_one_message_changed_in_the_bytes_is_that_message_changed_in_the_catalog(
    text: str, canonical: bool, data: st.DataObject
) -> None:
    document = po.parse(HEADER + text)
    if canonical:
        document = po.parse(po.canonical(document))
    live = list(document.catalog.live)
    if not live:
        return
    message, new = data.draw(st.sampled_from(live)), data.draw(TEXT)
    changed = document.catalog.with_messages([replace(message, msgstr=(new,))])
    before = document.text.encode()
    after = po.change_message(before, message.key, lambda found: replace(found, msgstr=(new,)))
    assert after == po.encode(changed, po.decode(before))


@st.composite
def torn_files(draw: st.DrawFn) -> bytes:
    """A file with a few bytes lost, or others in their place."""
    data = (HEADER + draw(files())).encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "latin-1"])), "replace")
    at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 3))
    ours = st.sampled_from(
        [b"", b'"', b"\\", b"\n", b"\r", b"\xa0", "«".encode(), b"#~ ", b"msgid", b"fuzzy", b'domain "x"\n']
    )
    return data[:at] + draw(ours) + data[at + length :]


def compiled(compile_it: Callable[[bytes], bytes], data: bytes) -> object:
    try:
        return compile_it(data)
    except InvalidInputError as error:
        return error.id, str(error), error.line


@given(CATALOGS.map(po.encode) | torn_files())
def test_the_short_way_to_a_compiled_catalog_is_the_long_way(data: bytes) -> None:
    publishes = Policy().publishes
    long_way = compiled(lambda data: mo.encode(po.decode(data).catalog, publishes), data)
    assert compiled(lambda data: mo.compile_po(data, publishes), data) == long_way


@given(CATALOGS)
def test_what_we_write_needs_no_full_reading_to_be_compiled(catalog: Catalog) -> None:
    assert clear_pairs(po.encode(catalog)) is not None
