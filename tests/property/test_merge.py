"""Random three-way merges: no translation of either side is lost, and no seal vouches for what nobody judged."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts
from l10n.model.message import FUZZY, Message
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, standing
from l10n.steps.merge import merge

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
TEXTS = st.sampled_from(["Avvis", "Godta", "Les mer", 'sa «ja»\nog "nei"', "70 %", "15. desember"])
IDS = ["Dismiss", "Accept", "Read more", "December 15", "December 16", "{count} days"]


def edited(message: Message, data: st.DataObject) -> Message:
    """What one person, or one machine, does to a message."""
    act = data.draw(
        st.sampled_from(["leave", "translate", "review", "reject", "draft", "editor", "mark", "note", "drop"])
    )
    text = (data.draw(TEXTS),)
    if act == "translate":
        return judged(replace(message, msgstr=text), State.TRANSLATED, by=OLA, at="1", origin=HUMAN)
    if act == "review" and message.has_text:
        return judged(message, State.REVIEWED, by=OLA, at="2", origin=HUMAN)
    if act == "reject" and message.has_text:
        return judged(message, State.REJECTED, by=OLA, at="3", origin=HUMAN)
    if act == "draft" and not message.has_text:
        return judged(replace(message, msgstr=text), State.DRAFT, by=None, at="", origin=ARGOS)
    if act == "editor":
        return replace(message, msgstr=text, flags=tuple(f for f in message.flags if f != FUZZY))
    if act == "mark" and message.has_text:
        return replace(message, flags=tuple(dict.fromkeys((FUZZY, *message.flags))))
    if act == "note":
        return replace(message, comments=(*message.comments, "a note"))
    if act == "drop":
        return replace(message, obsolete=not message.obsolete)
    return message


@st.composite
def sides(draw: st.DrawFn) -> tuple[Catalog, Catalog, Catalog]:
    data = draw(st.data())
    base = [edited(Message(msgid=msgid), data) for msgid in draw(st.lists(st.sampled_from(IDS), unique=True))]
    both = []
    for _ in range(2):
        messages = [edited(edited(message, data), data) for message in base if draw(st.integers(0, 5))]
        added = draw(st.lists(st.sampled_from(IDS), unique=True))
        messages += [edited(Message(msgid=i), data) for i in added if all(i != m.msgid for m in base)]
        both.append(messages)
    ours, theirs = (Catalog(messages=tuple(messages)) for messages in both)
    return Catalog(messages=tuple(base)), ours, theirs


def work(catalog: Catalog, base: Catalog) -> set[tuple[str, tuple[str, ...]]]:
    """(msgid, text) of all that a person wrote since the base."""
    before = {(m.msgid, m.msgstr) for m in base.messages}
    return {
        (m.msgid, m.msgstr)
        for m in catalog.messages
        if m.has_text
        and (m.msgid, m.msgstr) not in before
        and not (standing(m).state is State.DRAFT and standing(m).is_untouched)
    }


@settings(max_examples=300)
@given(sides())
def test_no_work_is_lost_and_nothing_is_vouched_for_by_nobody(found: tuple[Catalog, Catalog, Catalog]) -> None:
    base, ours, theirs = found
    merged = merge(base, ours, theirs)
    there = {(m.msgid, m.msgstr) for m in merged.catalog.messages}
    there |= {(m.msgid, text) for m in merged.catalog.messages for text in conflicting_texts(m)}
    assert work(ours, base) | work(theirs, base) <= there

    vouched = {(m.msgid, m.msgstr) for c in (ours, theirs) for m in c.messages if standing(m).state is State.REVIEWED}
    for message in merged.catalog.messages:
        if standing(message).state is State.REVIEWED:
            assert (message.msgid, message.msgstr) in vouched
        if message.has_text and not message.is_fuzzy:
            clear = {(m.msgid, m.msgstr) for c in (ours, theirs) for m in c.messages if not m.is_fuzzy}
            assert (message.msgid, message.msgstr) in clear, "a text is not fuzzy that was nowhere free of doubt"
    assert all(message.is_fuzzy for message in merged.conflicts)


@given(sides())
def test_the_result_is_a_catalog_that_merges_to_itself(found: tuple[Catalog, Catalog, Catalog]) -> None:
    base, ours, theirs = found
    merged = merge(base, ours, theirs).catalog
    assert po.parse(po.serialize(merged)).catalog == merged
    assert merge(merged, merged, merged).catalog == merged
    assert merge(base, ours, ours).catalog == merge(base, base, ours).catalog
