"""Drafting: what is new is filled, what a person wrote is never touched, and the same run twice is the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.engines.contract import Draft
from l10n.engines.pseudo import PseudoEngine
from l10n.errors import EngineError
from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.glossary import Term, TermKind
from l10n.model.memory import Memory
from l10n.model.message import FUZZY, Message, Previous
from l10n.model.provenance import HUMAN, MEMORY, Actor, Origin
from l10n.model.state import State, judged, standing
from l10n.steps.draft import Drafting, draft, notes_of
from l10n.steps.draft_plan import Pivot, plan_drafts

OLA = Actor(name="Ola Nordmann")
AT = "2026-01-05T10:11Z"
ENGINE = PseudoEngine()
TITLE = Message(msgctxt="title", msgid="Tokyo hosts a forum")
LEAD = Message(msgctxt="lead", msgid="Read **more** about {n} talks on December 15.")


class Deaf:
    """An engine that loses everything but the first word, and cannot say "forum"."""

    name = "deaf"

    def origin(self, source: str, target: str) -> Origin:
        return Origin(engine=self.name)

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        said = [Draft(text=text.split()[0], unknown=("a", "B")) for text in texts]
        return [
            Draft(text="", notes=("no word",)) if "forum" in text else draft
            for text, draft in zip(texts, said, strict=True)
        ]

    def close(self) -> None: ...


def run(
    catalog: Catalog,
    *,
    engine: PseudoEngine | Deaf = ENGINE,
    memory: Sequence[Catalog] = (),
    pivot: Pivot | None = None,
    refresh: bool = False,
    terms: Sequence[Term] = (),
) -> Drafting:
    languages = ["en", *([pivot.locale] if pivot else [])]
    plan = plan_drafts(
        catalog,
        locale="nn",
        source_language="en",
        origins={language: engine.origin(language, "nn") for language in languages},
        memory=Memory(memory),
        pivot=pivot,
        refresh=refresh,
    )
    return draft(catalog, plan.jobs, engine, locale="nn", domain="articles/x", at=AT, terms=terms)


def written(message: Message, text: str, state: State, origin: Origin | None = HUMAN) -> Message:
    return judged(replace(message, msgstr=(text,)), state, by=OLA, at=AT, origin=origin)


def without_suggestion(message: Message) -> Message:
    return replace(message, comments=tuple(line for line in message.comments if not line.startswith("l10n-suggestion")))


def catalog_of(*messages: Message) -> Catalog:
    return Catalog(messages=messages)


def test_a_draft_is_fuzzy_sealed_and_says_who() -> None:
    result = run(catalog_of(TITLE))
    (message,) = result.catalog.messages
    found = standing(message)
    assert (found.state, found.is_untouched) == (State.DRAFT, True)
    assert message.is_fuzzy and message.text.startswith("⟦")
    assert str(found.origin) == "pseudo en_nn 1"
    assert found.record.by is None and found.record.at == ""
    (entry,) = result.entries
    assert (entry.by, entry.seal, entry.text, entry.at) == ("pseudo", found.record.seal, message.text, AT)


HUMAN_TEXTS = {
    "translated": written(TITLE, "Tokyo", State.TRANSLATED),
    "reviewed": written(TITLE, "Tokyo", State.REVIEWED),
    "final": written(TITLE, "Tokyo", State.FINAL),
    "rejected": written(TITLE, "Tokyo", State.REJECTED),
    "no record": replace(TITLE, msgstr=("Tokyo",)),
    "fuzzy by hand": replace(TITLE, msgstr=("Tokyo",), flags=(FUZZY,)),
    "stale": replace(written(TITLE, "Tokyo", State.REVIEWED), flags=(FUZZY,), previous=Previous(msgid="Osaka")),
    "edited draft": replace(written(TITLE, "Tokyo", State.DRAFT, Origin(engine="pseudo")), msgstr=("Tokio",)),
    "accepted draft": replace(written(TITLE, "Tokyo", State.DRAFT, Origin(engine="pseudo")), flags=()),
    "person's draft": written(TITLE, "Tokyo", State.DRAFT, HUMAN),
    "half a plural": replace(TITLE, msgid_plural="forums", msgstr=("Tokyo", "to")),
}


@pytest.mark.parametrize("name", HUMAN_TEXTS)
@pytest.mark.parametrize("refresh", [False, True])
def test_what_a_person_wrote_is_never_touched(name: str, refresh: bool) -> None:
    catalog = catalog_of(HUMAN_TEXTS[name], LEAD)
    result = run(catalog, refresh=refresh, memory=[catalog_of(written(TITLE, "Anna", State.FINAL))])
    assert without_suggestion(result.catalog.messages[0]) == HUMAN_TEXTS[name]
    assert standing(result.catalog.messages[1]).state is State.DRAFT


@settings(deadline=None)
@given(st.lists(st.sampled_from([TITLE, LEAD, *HUMAN_TEXTS.values()]), unique_by=lambda m: m.key), st.booleans())
def test_twice_is_the_same_bytes(messages: list[Message], refresh: bool) -> None:
    once = run(catalog_of(*messages)).catalog
    again = run(once, refresh=refresh)
    assert po.serialize(again.catalog) == po.serialize(once)
    assert again.entries == ()


def test_a_draft_is_made_anew_by_another_engine_but_not_by_another_version() -> None:
    old = written(TITLE, "Tokyo!", State.DRAFT, Origin(engine="argos", model="en_nn", version="1"))
    assert run(catalog_of(old)).catalog.messages[0].text.startswith("⟦")
    older = written(TITLE, "Tokyo!", State.DRAFT, Origin(engine="pseudo", model="en_nn", version="0"))
    assert run(catalog_of(older)).catalog.messages[0] == older
    assert run(catalog_of(older), refresh=True).catalog.messages[0].text.startswith("⟦")


def test_memory_first_and_only_what_people_vouch_for() -> None:
    known = written(LEAD, "Les **meir** om {n} samtalar 15. desember.", State.TRANSLATED)
    same_role = run(catalog_of(LEAD), memory=[catalog_of(known)])
    (message,) = same_role.catalog.messages
    assert message.text == known.text and standing(message).origin == MEMORY and message.is_fuzzy
    other_role = replace(known, msgctxt="card summary")
    assert run(catalog_of(LEAD), memory=[catalog_of(other_role)]).catalog.messages[0].text == known.text
    unvouched = written(LEAD, "noko", State.DRAFT, Origin(engine="argos"))
    assert run(catalog_of(LEAD), memory=[catalog_of(unvouched)]).catalog.messages[0].text.startswith("⟦")


def test_short_texts_are_remembered_in_their_own_role_only() -> None:
    reject = Message(msgctxt="button", msgid="Reject all")
    heading = written(replace(reject, msgctxt="heading"), "Avvist alt", State.REVIEWED)
    assert run(catalog_of(reject), memory=[catalog_of(heading)]).catalog.messages[0].text != "Avvist alt"


def test_memory_prefers_the_better_vouched_for() -> None:
    first = written(TITLE, "ein", State.TRANSLATED)
    second = written(TITLE, "to", State.REVIEWED)
    assert run(catalog_of(TITLE), memory=[catalog_of(first), catalog_of(second)]).catalog.messages[0].text == "to"


def pivot_of(*messages: Message, least: State = State.TRANSLATED) -> Pivot:
    return Pivot(locale="nb", catalog=catalog_of(*messages), least=least)


def test_drafts_from_the_pivot_and_says_which_text() -> None:
    bokmål = written(TITLE, "Tokyo holder forum", State.TRANSLATED)
    (message,) = run(catalog_of(TITLE), pivot=pivot_of(bokmål)).catalog.messages
    assert message.text.startswith("⟦Ţöķýö ĥöļđéŕ")
    assert f"l10n-pivot: nb {standing(bokmål).record.seal}" in message.comments


def test_a_changed_pivot_text_makes_an_untouched_draft_anew() -> None:
    first = run(catalog_of(TITLE), pivot=pivot_of(written(TITLE, "Tokyo holder forum", State.TRANSLATED)))
    better = pivot_of(written(TITLE, "Tokyo er vertskap", State.TRANSLATED))
    assert "ṽéŕţšķåþ" in run(first.catalog, pivot=better).catalog.messages[0].text
    edited = replace(first.catalog.messages[0], msgstr=("Mitt eige",))
    assert run(catalog_of(edited), pivot=better).catalog.messages[0] == edited


def test_a_pivot_that_is_not_good_enough_is_passed_over() -> None:
    bokmål = written(TITLE, "Tokyo holder forum", State.TRANSLATED)
    (message,) = run(catalog_of(TITLE), pivot=pivot_of(bokmål, least=State.REVIEWED)).catalog.messages
    assert str(standing(message).origin) == "pseudo en_nn 1"
    plan = plan_drafts(
        catalog_of(TITLE, written(LEAD, "x", State.TRANSLATED)), locale="nn", source_language="en", memory=Memory([]),
        origins={"nb": Origin(engine="apertium")}, pivot=pivot_of(bokmål, least=State.REVIEWED),
    )  # fmt: skip
    assert plan.jobs == () and plan.waiting == (TITLE,)


def test_a_number_that_is_missing_stands_as_it_is_written() -> None:
    cost = Message(msgctxt="paragraph", msgid="It cost 62.5 million, and 1,204 people paid in 2019 and 2019 again.")
    (message,) = run(catalog_of(cost), engine=Deaf()).catalog.messages
    assert "number missing: 62.5, 1,204, 2019, 2019" in notes_of(message)


def test_what_the_machine_lost_stands_in_the_notes() -> None:
    terms = [Term(source="talks", target="samtalar"), Term(source="December", kind=TermKind.DO_NOT_TRANSLATE)]
    (message,) = run(catalog_of(LEAD), engine=Deaf(), terms=terms).catalog.messages
    assert message.text == "Read"
    assert notes_of(message) == [
        "lost **, **, December, {n}",
        "number missing: 15",
        "glossary: talks is samtalar",
        "glossary: December stays as it is",
        "not in the engine's dictionary: a",
    ]
    assert standing(message).is_untouched
    mended = run(catalog_of(message), terms=terms, refresh=True).catalog.messages[0]
    assert "number missing: 15" not in notes_of(mended) and "lost" not in " ".join(notes_of(mended))


def test_a_person_who_vouches_for_a_draft_answers_its_notes() -> None:
    bokmål = written(LEAD, "Les **mer** om {n} samtaler 15. desember.", State.TRANSLATED)
    (message,) = run(catalog_of(LEAD), engine=Deaf(), pivot=pivot_of(bokmål)).catalog.messages
    assert any(line.startswith("l10n-pivot") for line in message.comments) and notes_of(message)
    reviewed = judged(message, State.REVIEWED, by=OLA, at=AT, origin=HUMAN)
    assert [line.partition(":")[0] for line in reviewed.comments] == [
        "l10n-state", "l10n-seal", "l10n-by", "l10n-origin",
    ]  # fmt: skip


def test_one_bad_text_stops_nothing() -> None:
    result = run(catalog_of(TITLE, LEAD), engine=Deaf())
    assert result.catalog.messages[0] == TITLE
    assert result.failed == ((TITLE, "no word"),)
    assert standing(result.catalog.messages[1]).state is State.DRAFT


def test_an_engine_that_gives_up_keeps_what_it_had_done() -> None:
    class Tired(PseudoEngine):
        calls = 0

        def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
            self.calls += 1
            if self.calls == 2:
                raise EngineError("engine-failed", "The engine fell asleep.")
            return super().translate(texts, source, target, keep=keep)

    messages = [replace(TITLE, msgid=f"Text number {n} here") for n in range(600)]
    result = run(catalog_of(*messages), engine=Tired())
    states = [standing(message).state for message in result.catalog.messages]
    assert states.count(State.DRAFT) == 344 and states.count(State.NEW) == 256
    assert result.error is not None and len(result.failed) == 256


def test_every_plural_form_gets_a_text() -> None:
    plural = Message(msgctxt="label", msgid="One comment", msgid_plural="{n} comments", msgstr=("", ""))
    (message,) = run(catalog_of(plural)).catalog.messages
    assert "Öñé" in message.msgstr[0] and "{n}" in message.msgstr[1]
    assert standing(message).state is State.DRAFT


def test_a_translator_s_own_comments_stay() -> None:
    message = replace(TITLE, comments=("Spør Kari.", "l10n-note: split from a paragraph"))
    (drafted,) = run(catalog_of(message)).catalog.messages
    assert "Spør Kari." in drafted.comments and "l10n-note: split from a paragraph" in drafted.comments
