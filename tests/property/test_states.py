"""States told from the bytes of a catalog are those that its messages have, in every shape that the grammar allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.formats.po.states import states
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message, Previous
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged, standing

TEXTS = st.text(st.sampled_from('ab Å\u0301\u0338=<“”\\"\n\té\u1100\u1161#~'), max_size=8)
HEADER = catalog_header("chrome", "en", "nb")
KARI = Actor(name="Kari", email="kari@example.org")


@st.composite
def messages(draw: st.DrawFn) -> Message:
    message = Message(
        msgctxt=draw(st.none() | TEXTS),
        msgid=draw(TEXTS),
        msgstr=(draw(TEXTS),),
        comments=tuple(draw(st.lists(st.sampled_from(["Ola: why?", "", "l10n-note: short", "l10n-stat"]), max_size=2))),
        extracted=tuple(draw(st.lists(st.just("The headline."), max_size=1))),
        flags=tuple(draw(st.lists(st.sampled_from(["fuzzy", "no-wrap"]), max_size=2, unique=True))),
        previous=draw(st.none() | st.just(Previous(msgid="before"))),
    )
    if draw(st.booleans()):
        by = draw(st.sampled_from([None, KARI]))
        message = judged(message, draw(st.sampled_from(State)), by=by, at="2026-01-05T10:11Z", origin=HUMAN)
    changes: list[Callable[[Message], Message]] = [
        lambda one: one,
        lambda one: replace(one, msgstr=(one.text + "!",)),
        lambda one: replace(one, flags=(*one.flags, "fuzzy")),
        lambda one: replace(one, flags=()),
        lambda one: replace(one, comments=one.comments[::-1]),
        lambda one: replace(one, comments=(*one.comments, "l10n-seal: 0123456789ab")),
        lambda one: replace(one, comments=(*one.comments, *one.comments)),
        lambda one: replace(one, obsolete=True),
        lambda one: replace(one, msgid_plural="boats", msgstr=(one.text, one.text)),
    ]
    return draw(st.sampled_from(changes))(message)


FILES = st.lists(messages(), max_size=5).map(lambda found: po.encode(Catalog(header=HEADER, messages=tuple(found))))
SPOILT: list[tuple[bytes, bytes]] = [
    (b"", b""),
    (b"msgstr", b"msgstr "),
    (b'"\n', b'" \n'),
    (b"\n\n", b"\n"),
    (b"\n\n", b"\n\n\n"),
    (b"# ", b"#"),
    (b"\n", b"\r\n"),
    (b' "a', b' ""\n"a'),
    (b"a", b"\0"),
    (b"a", b"\x04"),
    (b"b", b"\xff"),
    (b"a", b'"'),
    (b"a", b"\\"),
    (b"b", b"\\x62"),
    (b"msgid", b"msgidx"),
    (b"UTF-8", b"latin-1"),
    (b"#~ ", b"#~"),
    (b"msgctxt", b"domain"),
]


def told(data: bytes) -> dict[bytes, State]:
    """The states, by the reader that makes messages."""
    catalog = po.decode(data).catalog
    return {
        ("" if one.msgctxt is None else one.msgctxt + "\x04").encode() + one.msgid.encode(): standing(one).counted
        for one in catalog.live
    }


@given(FILES, st.sampled_from(SPOILT), st.sampled_from([0, 1, -1]))
def test_states_are_those_of_the_messages_or_none_are_told(
    data: bytes, spoilt: tuple[bytes, bytes], count: int
) -> None:
    head, blank, rest = data.partition(b"\n\n")
    data = head + blank + rest.replace(*spoilt, count) if count >= 0 else data.replace(*spoilt)
    found = states(data)
    if found is not None:
        assert found == told(data)


def catalog(*entries: str) -> bytes:
    return po.encode(Catalog(header=HEADER)) + b"\n" + "\n".join(entries).encode()


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "Boats"\nmsgstr ""\n',
        '# Ola: why?\n#. The headline.\n#: a:1\n#, fuzzy\n#| msgid "Boat"\nmsgctxt "t"\nmsgid "Boats"\nmsgstr "Båt"\n',
        'msgid ""\n"Boats "\n"sail"\nmsgstr ""\n"Båter "\n"seiler \\"langt\\""\n',
        '#~ msgctxt "title"\n#~ msgid ""\n#~ "Boats"\n#~ msgstr "Båter"\n',
        '# l10n-state: draft\n# l10n-seal: 0123456789ab\n#, fuzzy\nmsgid "Boats"\nmsgstr "Båter"\n',
    ],
)
def test_what_catalogs_are_made_of_is_told(entry: str) -> None:
    data = catalog(entry, 'msgid "Trains"\nmsgstr "Tog"\n')
    assert states(data) == told(data)


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "Trains"\nmsgstr "Tog"\n',
        'msgid "Boats\nmsgstr "Båter"\n',
        'msgid "Boats"\nmsgstr "B\\åter"\n',
        'msgid ""\nmsgstr "Language: nb"\n',
        "<<<<<<< ours\n",
    ],
)
def test_of_what_is_wrong_nothing_is_told(entry: str) -> None:
    data = catalog(entry, 'msgid "Trains"\nmsgstr "Tog"\n')
    assert states(data) is None
    with pytest.raises(InvalidInputError):
        told(data)
