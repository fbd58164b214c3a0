"""A sentence that people have translated in another text is taken from there, and only the rest is drafted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.memory import Memory
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, MEMORY, Actor
from l10n.model.state import State, judged, standing
from l10n.model.suggestion import suggestion_of
from l10n.steps.draft import Drafting, draft, notes_of
from l10n.steps.draft_plan import Pivot, plan_drafts
from l10n.steps.mend import Frame
from l10n.steps.sentence_memory import SentenceMemory
from l10n.steps.sync import sync
from tests.steps.shouting import Shouting

OLA = Actor(name="Ola Nordmann")
AT = "2026-01-05T10:11Z"
KNOWN = "The ferry left at noon. It carried 40 cars."
TEXT = "Ferga gikk klokka tolv. Den hadde 40 biler om bord."
NEW = "The harbour was closed. The ferry left at noon. Nobody was hurt."


def vouched(source: str, text: str, state: State = State.REVIEWED, role: str = "paragraph") -> Message:
    return judged(Message(msgctxt=role, msgid=source, msgstr=(text,)), state, by=OLA, at=AT, origin=HUMAN)


def sentences(*messages: Message, imported: Callable[[str], Sequence[MemoryUnit]] = lambda text: ()) -> SentenceMemory:
    return SentenceMemory([Catalog(messages=messages)], imported, source_language="en", locale="nb")


def run(catalog: Catalog, engine: Shouting, memory: SentenceMemory, pivot: Pivot | None = None) -> Drafting:
    languages = ["en", *([pivot.locale] if pivot else [])]
    plan = plan_drafts(
        catalog, locale="nb", source_language="en", memory=Memory([]), sentences=memory, pivot=pivot,
        origins={language: engine.origin(language, "nb") for language in languages},
    )  # fmt: skip
    return draft(catalog, plan.jobs, engine, locale="nb", domain="articles/x", at=AT)


def new(source: str = NEW, role: str = "paragraph") -> Catalog:
    return Catalog(messages=(Message(msgctxt=role, msgid=source),))


def found(memory: SentenceMemory, text: str, role: str = "paragraph") -> tuple[str | None, ...]:
    return memory.filled(Frame.empty(text, "en"), role).kept


def test_a_known_sentence_is_taken_and_the_rest_drafted() -> None:
    engine = Shouting()
    (message,) = run(new(), engine, sentences(vouched(KNOWN, TEXT))).catalog.messages
    assert message.text == "THE HARBOUR WAS CLOSED. Ferga gikk klokka tolv. NOBODY WAS HURT."
    assert engine.asked == ["The harbour was closed.", "Nobody was hurt."]
    assert notes_of(message) == ["2 of 3 sentences drafted anew, 1 from memory"]
    assert standing(message).state is State.DRAFT and str(standing(message).origin) == "shouting en_nb 1"


def test_twice_is_the_same_and_a_sentence_learned_since_makes_it_anew() -> None:
    once = run(new(), Shouting(), sentences()).catalog
    assert once.messages[0].text == NEW.upper()
    better = run(once, Shouting(), sentences(vouched(KNOWN, TEXT))).catalog
    assert "Ferga gikk klokka tolv." in better.messages[0].text
    engine = Shouting()
    again = run(better, engine, sentences(vouched(KNOWN, TEXT))).catalog
    assert po.serialize(again) == po.serialize(better) and engine.asked == []


def test_where_all_is_known_no_machine_is_asked() -> None:
    engine = Shouting()
    memory = sentences(vouched(KNOWN, TEXT), vouched("Nobody was hurt.", "Ingen ble skadd."))
    (message,) = run(new("Nobody was hurt.  The ferry left at noon."), engine, memory).catalog.messages
    assert message.text == "Ingen ble skadd.  Ferga gikk klokka tolv."
    assert engine.asked == [] and standing(message).origin == MEMORY
    assert notes_of(message) == ["2 of 2 sentences from memory"]


def test_only_what_people_vouch_for_and_what_aligns_for_certain() -> None:
    untouched = vouched(KNOWN, TEXT, State.DRAFT)
    joined = vouched(KNOWN, "Ferga gikk klokka tolv med 40 biler om bord.")
    unmarked = vouched("Read **this** first. Then go on.", "Les dette først. Gå så videre.")
    memory = sentences(untouched, joined, unmarked)
    assert found(memory, NEW) == (None, None, None)
    assert found(memory, "Read **this** first. Then go on.") == (None, "Gå så videre.")


def test_the_same_neighbours_go_first_then_the_role_then_the_state() -> None:
    line = "The ferry left at noon."
    memory = sentences(
        vouched(f"{line} Nobody was hurt.", "Ferja gjekk. Ingen ble skadd.", State.FINAL, "lead"),
        vouched(
            f"It rained. {line} It got late.", "Det regnet. Ferga gikk da. Det ble sent.", State.TRANSLATED, "lead"
        ),
        vouched(f"Snow fell. {line} It was dark.", "Snøen falt. Ferga gikk nå. Det var mørkt.", State.TRANSLATED),
    )
    assert found(memory, f"It rained. {line} Then it stopped.")[1] == "Ferga gikk da."
    assert found(memory, f"Wind blew. {line} Then it stopped.")[1] == "Ferga gikk nå."
    assert found(memory, f"Wind blew. {line} Then it stopped.", "lead")[1] == "Ferja gjekk."


def test_short_sentences_are_taken_in_their_role_only() -> None:
    memory = sentences(vouched("Share it now. The ferry left at noon.", "Del det nå. Ferga gikk klokka tolv."))
    assert found(memory, "Share it now.") == ("Del det nå.",)
    assert found(memory, "Share it now.", "button") == (None,)


def test_an_imported_sentence_counts_too() -> None:
    def imported(text: str) -> list[MemoryUnit]:
        texts = {"Nobody was hurt today.": "Ingen ble skadd i dag."}
        return [MemoryUnit(languages=Languages("en", "nb"), source=text, target=texts[text])] if text in texts else []

    assert found(sentences(imported=imported), "It rained. Nobody was hurt today.") == (None, "Ingen ble skadd i dag.")


def test_the_rest_comes_from_the_pivot_where_its_sentences_can_be_told_apart() -> None:
    engine = Shouting()
    theirs = vouched(NEW, "Hamna var stengd. Ferja gjekk klokka tolv. Ingen vart skadde.")
    pivot = Pivot(locale="nn", catalog=Catalog(messages=(theirs,)), least=State.REVIEWED)
    (message,) = run(new(), engine, sentences(vouched(KNOWN, TEXT)), pivot).catalog.messages
    assert message.text == "HAMNA VAR STENGD. Ferga gikk klokka tolv. INGEN VART SKADDE."
    joined = vouched(NEW, "Hamna var stengd, men ferja gjekk klokka tolv. Ingen vart skadde.")
    pivot = Pivot(locale="nn", catalog=Catalog(messages=(joined,)), least=State.REVIEWED)
    (whole,) = run(new(), Shouting(), sentences(vouched(KNOWN, TEXT)), pivot).catalog.messages
    assert whole.text == joined.text.upper()


def test_a_suggestion_takes_changed_sentences_from_memory() -> None:
    old, text = "The harbour was closed. It rained. Nobody was hurt.", "Havna var stengt. Det regnet. Ingen ble skadd."
    before = Catalog(messages=(vouched(old, text),))
    stale = sync(new(), before, source_language="en", locale="nb").catalog
    engine = Shouting()
    (message,) = run(stale, engine, sentences(vouched(KNOWN, TEXT))).catalog.live
    suggestion = suggestion_of(message)
    assert suggestion is not None and engine.asked == []
    assert suggestion.texts == ("Havna var stengt. Ferga gikk klokka tolv. Ingen ble skadd.",)
    assert suggestion.notes == ("1 of 3 sentences from memory, the others kept",)
