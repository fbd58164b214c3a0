"""Suggestions: beside a stale text, never instead of it, and only for the sentences that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.conflict import with_conflict
from l10n.model.memory import Memory
from l10n.model.message import FUZZY, Message, Previous
from l10n.model.provenance import HUMAN, MEMORY, Actor
from l10n.model.state import State, judged, seal, standing
from l10n.model.suggestion import suggestion_of, taken
from l10n.steps.draft import Drafting, draft
from l10n.steps.draft_plan import Pivot, plan_drafts
from l10n.steps.mend import mend
from l10n.steps.sync import sync
from tests.steps.shouting import Shouting

OLA = Actor(name="Ola Nordmann")
AT = "2026-01-05T10:11Z"
OLD = "The ferry left at noon. It carried 40 cars. Nobody was hurt."
NEW = "The ferry left at noon. It carried 75 cars. Nobody was hurt."
TEXT = "Ferga gikk klokka tolv. Den hadde 40 biler om bord. Ingen ble skadd."


def stale(old: str = OLD, new: str = NEW, text: str = TEXT) -> Catalog:
    """A paragraph that was reviewed, after its source was edited and synced."""
    message = Message(msgctxt="paragraph", msgid=old, msgstr=(text,))
    before = Catalog(messages=(judged(message, State.REVIEWED, by=OLA, at=AT, origin=HUMAN),))
    template = Catalog(messages=(Message(msgctxt="paragraph", msgid=new),))
    return sync(template, before, source_language="en", locale="nb").catalog


def run(
    catalog: Catalog,
    engine: Shouting,
    *,
    memory: Sequence[Catalog] = (),
    pivot: Pivot | None = None,
    locale: str = "nb",
) -> Drafting:
    languages = ["en", *([pivot.locale] if pivot else [])]
    plan = plan_drafts(
        catalog,
        locale=locale,
        source_language="en",
        origins={language: engine.origin(language, locale) for language in languages},
        memory=Memory(memory),
        pivot=pivot,
    )
    return draft(catalog, plan.jobs, engine, locale=locale, domain="articles/x", at=AT)


def live(catalog: Catalog) -> Message:
    (message,) = catalog.live
    return message


def test_only_the_changed_sentence_is_drafted_and_the_old_text_stays() -> None:
    before, engine = stale(), Shouting(confidence=-0.25)
    result = run(before, engine)
    after = live(result.catalog)
    assert engine.asked == ["It carried 75 cars."]
    assert (after.msgstr, after.flags, after.previous) == ((TEXT,), (FUZZY,), live(before).previous)
    assert standing(after).state is State.STALE
    suggestion = suggestion_of(after)
    assert suggestion is not None
    assert suggestion.texts == ("Ferga gikk klokka tolv. IT CARRIED 75 CARS. Ingen ble skadd.",)
    assert str(suggestion.origin) == "shouting en_nb 1"
    assert suggestion.notes == ("1 of 3 sentences drafted anew, the others kept",)


def test_the_ledger_has_the_machine_s_text_and_how_sure_it_was() -> None:
    result = run(stale(), Shouting(confidence=-0.25))
    (entry,) = result.entries
    suggestion = suggestion_of(live(result.catalog))
    assert suggestion is not None
    assert (entry.state, entry.text, entry.confidence) == (State.DRAFT, suggestion.texts[0], -0.25)
    assert entry.seal == seal(replace(live(result.catalog), msgstr=suggestion.texts))


def test_twice_asks_nothing_and_changes_no_byte() -> None:
    once = run(stale(), Shouting(confidence=-0.25)).catalog
    engine = Shouting(confidence=-0.25)
    assert po.serialize(run(once, engine).catalog) == po.serialize(once)
    assert engine.asked == []


def test_gettext_reads_back_what_was_written() -> None:
    catalog = run(
        stale(new='The ferry "left" at\\noon. It carried\t75 cars. Nobody was hurt.'), Shouting(confidence=-0.25)
    ).catalog
    assert suggestion_of(live(po.parse(po.serialize(catalog)).catalog)) == suggestion_of(live(catalog)) is not None


def test_a_suggestion_carried_to_another_source_counts_for_nothing() -> None:
    after = live(run(stale(), Shouting(confidence=-0.25)).catalog)
    assert suggestion_of(replace(after, msgid="Something else.")) is None
    assert suggestion_of(replace(after, flags=())) is None, "somebody has cleared the message in an editor"
    damaged = [line + "x" if line.startswith("l10n-suggestion: ") else line for line in after.comments]
    assert suggestion_of(replace(after, comments=tuple(damaged))) is None


def test_another_edit_of_the_source_asks_again() -> None:
    first = run(stale(), Shouting(confidence=-0.25)).catalog
    newer = Message(msgctxt="paragraph", msgid=NEW.replace("75", "80"))
    synced = sync(Catalog(messages=(newer,)), first, source_language="en", locale="nb").catalog
    assert suggestion_of(live(synced)) is None
    suggestion = suggestion_of(live(run(synced, Shouting(confidence=-0.25)).catalog))
    assert suggestion is not None and "IT CARRIED 80 CARS." in suggestion.texts[0]


def test_any_verdict_drops_it() -> None:
    after = live(run(stale(), Shouting(confidence=-0.25)).catalog)
    for state in (State.REVIEWED, State.REJECTED):
        assert "l10n-suggestion" not in "".join(judged(after, state, by=OLA, at=AT, origin=HUMAN).comments)


def test_a_sentence_that_was_taken_out_needs_no_machine() -> None:
    engine = Shouting(confidence=-0.25)
    after = live(run(stale(new="The ferry left at noon. Nobody was hurt."), engine).catalog)
    suggestion = suggestion_of(after)
    assert suggestion is not None and engine.asked == []
    assert (suggestion.texts, suggestion.origin) == (("Ferga gikk klokka tolv. Ingen ble skadd.",), MEMORY)


def test_where_sentences_cannot_be_told_apart_all_are_drafted() -> None:
    engine = Shouting(confidence=-0.25)
    suggestion = suggestion_of(live(run(stale(text="Ferga gikk klokka tolv med 40 biler."), engine).catalog))
    assert suggestion is not None and suggestion.texts == (NEW.upper(),)
    assert len(engine.asked) == 3 and suggestion.notes == ()


def test_a_sentence_whose_markup_changed_is_drafted_anew() -> None:
    message = live(stale(new="The **ferry** left at noon. It carried 40 cars. Nobody was hurt at sea."))
    frame = mend(message, source_language="en", locale="nb")
    assert frame.holes == ("The **ferry** left at noon.", "Nobody was hurt at sea.")


def test_a_sentence_that_stands_twice_keeps_both_translations() -> None:
    old, text = "Wait here. Wait here. The ferry leaves at noon.", "Vent her. Vent litt. Ferga går klokka tolv."
    message = live(stale(old=old, new="Wait here. Wait here. The ferry leaves at 2.", text=text))
    frame = mend(message, source_language="en", locale="nb")
    assert frame.kept == ("Vent her.", "Vent litt.", None)


def test_memory_of_the_whole_text_comes_first() -> None:
    known = judged(
        Message(msgctxt="paragraph", msgid=NEW, msgstr=("Alt var godt.",)), State.REVIEWED, by=OLA, at=AT, origin=HUMAN
    )
    engine = Shouting(confidence=-0.25)
    suggestion = suggestion_of(live(run(stale(), engine, memory=[Catalog(messages=(known,))]).catalog))
    assert suggestion is not None and engine.asked == []
    assert (suggestion.texts, suggestion.origin) == (("Alt var godt.",), MEMORY)


def test_the_pivot_s_sentence_is_drafted_from() -> None:
    bokmål = judged(
        Message(msgctxt="paragraph", msgid=NEW, msgstr=(TEXT.replace("40", "75"),)),
        State.REVIEWED, by=OLA, at=AT, origin=HUMAN,
    )  # fmt: skip
    pivot = Pivot(locale="nb", catalog=Catalog(messages=(bokmål,)), least=State.REVIEWED)
    engine = Shouting(confidence=-0.25)
    before = stale(text="Ferja gjekk klokka tolv. Ho hadde 40 bilar om bord. Ingen vart skadde.")
    suggestion = suggestion_of(live(run(before, engine, pivot=pivot, locale="nn").catalog))
    assert engine.asked == ["Den hadde 75 biler om bord."]
    assert suggestion is not None
    assert suggestion.texts[0] == "Ferja gjekk klokka tolv. DEN HADDE 75 BILER OM BORD. Ingen vart skadde."
    assert suggestion.pivot == f"nb {seal(bokmål)}"


def test_a_plural_gets_a_text_for_every_form() -> None:
    message = Message(
        msgctxt="label", msgid="One ferry", msgid_plural="{n} ferries", msgstr=("Ei båt", "{n} båter"),
        flags=(FUZZY,), previous=Previous("label", "One boat", "{n} boats"),
    )  # fmt: skip
    suggestion = suggestion_of(live(run(Catalog(messages=(message,)), Shouting(confidence=-0.25)).catalog))
    assert suggestion is not None and suggestion.texts == ("ONE FERRY", "{N} FERRIES")


def test_what_is_not_stale_for_its_source_s_sake_is_let_be() -> None:
    mine = judged(
        Message(msgctxt="title", msgid="Ferry", msgstr=("Ferge",)), State.REVIEWED, by=OLA, at=AT, origin=HUMAN
    )
    doubted = replace(mine, flags=(FUZZY,))
    disputed = with_conflict(mine, replace(mine, msgstr=("Ferje",)))
    for message in (doubted, disputed):
        engine = Shouting(confidence=-0.25)
        assert live(run(Catalog(messages=(message,)), engine).catalog) == message and engine.asked == []


def test_taken_it_is_a_draft_until_somebody_vouches_for_it() -> None:
    catalog = run(stale(), Shouting(confidence=-0.25)).catalog
    message = taken(live(catalog))
    found = standing(message)
    assert (found.state, str(found.origin), found.is_untouched) == (State.DRAFT, "shouting en_nb 1", True)
    assert "IT CARRIED 75" in message.text and "l10n-suggestion" not in "".join(message.comments)
    assert taken(live(stale())) == live(stale())
