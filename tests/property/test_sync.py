"""What holds for every catalog and every edit of its source: sync is done once, and loses no words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.message import Message, Previous
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, standing
from l10n.steps.sync import Synced, sync

T = TypeVar("T")

CONTEXTS = st.sampled_from(["title", "lead", "paragraph", "heading", "list item", "button", None])
SENTENCES = st.sampled_from(
    [
        "The harbour opened on Monday after three days.",
        "The harbour opened on Tuesday after three days.",
        "The harbour didn't open on Monday after three days.",
        "“Nobody slept,” said the mayor of Bergen.",
        '"Nobody slept," said the mayor of Bergen.',
        "Two ferries left at noon with 70% of the cars.",
        "Two ferries left at noon with 75 % of the cars.",
        "Read more.",
        "Reject",
        "Reject all",
    ]
)
SOURCES = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
STATES = st.sampled_from([State.DRAFT, State.STALE, State.REJECTED, State.TRANSLATED, State.REVIEWED, State.FINAL])
KARI = Actor(name="Kari", email="kari@example.org")


@st.composite
def messages(draw: Callable[[st.SearchStrategy[T]], T]) -> Message:
    """A message in any state, from any tool: recorded or not, edited after its seal or not, obsolete or live."""
    message = Message(msgctxt=draw(CONTEXTS), msgid=draw(SOURCES))
    text = draw(st.sampled_from(["", "Havnen åpnet.", "Havnen åpnet. Les mer.", "To ferger.", "Avvis"]))
    if not text:
        return message
    message = Message(msgctxt=message.msgctxt, msgid=message.msgid, msgstr=(text,), obsolete=draw(st.booleans()))
    if draw(st.booleans()):
        previous = Previous(message.msgctxt, draw(SOURCES))
        message = Message(**{**_fields(message), "flags": ("fuzzy",), "previous": previous})
    if draw(st.booleans()):
        origin = draw(st.sampled_from([HUMAN, Origin.parse("argos en_nb 1.9")]))
        message = judged(message, draw(STATES), by=KARI, at="2026-01-05T10:11Z", origin=origin)
    if draw(st.booleans()):
        message = Message(**{**_fields(message), "msgstr": (text + " Endret.",)})
    return message


def _fields(message: Message) -> dict[str, object]:
    return {name: getattr(message, name) for name in Message.__slots__}


def _unique(found: list[Message]) -> Catalog:
    """A catalog as gettext allows it: a key stands once, live or obsolete."""
    by_key = {message.key: message for message in found}
    return Catalog(messages=tuple(sorted(by_key.values(), key=lambda message: message.obsolete)))


CATALOGS = st.lists(messages(), max_size=8).map(_unique)
TEMPLATES = st.lists(st.builds(lambda c, m: Message(msgctxt=c, msgid=m), CONTEXTS, SOURCES), max_size=8).map(_unique)


def synced(template: Catalog, catalog: Catalog) -> Synced:
    return sync(template, catalog, source_language="en", locale="nb")


@settings(max_examples=300, deadline=None)
@given(TEMPLATES, CATALOGS)
def test_the_live_messages_are_the_template(template: Catalog, catalog: Catalog) -> None:
    result = synced(template, catalog).catalog
    assert [message.key for message in result.live] == [message.key for message in template.messages]
    keys = [message.key for message in result.messages]
    assert len(set(keys)) == len(keys), "gettext refuses a key that stands twice"


@settings(max_examples=300, deadline=None)
@given(TEMPLATES, CATALOGS)
def test_a_second_sync_changes_nothing(template: Catalog, catalog: Catalog) -> None:
    once = synced(template, catalog).catalog
    again = synced(template, once)
    assert again.catalog is once and not again.changes
    assert po.serialize(again.catalog) == po.serialize(once)


@settings(max_examples=300, deadline=None)
@given(TEMPLATES, CATALOGS)
def test_no_text_is_lost(template: Catalog, catalog: Catalog) -> None:
    after = {message.msgstr for message in synced(template, catalog).catalog.messages}
    assert {message.msgstr for message in catalog.messages if message.has_text} <= after


@settings(max_examples=300, deadline=None)
@given(TEMPLATES, CATALOGS)
def test_nobody_is_said_to_have_judged_what_they_did_not(template: Catalog, catalog: Catalog) -> None:
    vouched = {State.REVIEWED, State.FINAL}
    judged_texts = {message.msgstr for message in catalog.messages if standing(message).state in vouched}
    after = [message for message in synced(template, catalog).catalog.live if standing(message).state in vouched]
    assert {message.msgstr for message in after} <= judged_texts


@settings(max_examples=200, deadline=None)
@given(TEMPLATES, CATALOGS)
def test_going_to_another_template_and_back_keeps_every_judgement(template: Catalog, catalog: Catalog) -> None:
    here = Catalog(messages=tuple(Message(msgctxt=m.msgctxt, msgid=m.msgid) for m in catalog.live))
    back = synced(here, synced(template, catalog).catalog).catalog
    for message in catalog.live:
        if standing(message).state in (State.TRANSLATED, State.REVIEWED, State.FINAL):
            assert back.by_key[message.key].msgstr == message.msgstr
            assert standing(back.by_key[message.key]) == standing(message)
