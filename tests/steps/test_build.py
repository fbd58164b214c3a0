"""What stands for a text, in every state, under every gate and fallback."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.formats.writers.theme import chrome_keys
from l10n.model.bundle import Bundle, Passage, Stand
from l10n.model.catalog import Catalog
from l10n.model.chrome import ChromeString
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey
from l10n.model.publishing import CONSENT_ROLES, Fallback, Labelling, Policy
from l10n.model.state import State, judged, standing
from l10n.steps.build import Shelf, build, stand_around
from tests import bundles

TITLE = MessageKey("title", bundles.article.title)
LEAD = MessageKey("lead", bundles.article.lead)

# S the source, P the pivot's text, D the locale's own draft with its label, T the locale's own text,
# A the text approved for the source as it was, marked as older, O nothing: the passage is left out
_STATES = (State.NEW, State.REJECTED, State.STALE, State.DRAFT, State.TRANSLATED, State.REVIEWED, State.FINAL)
_TABLE = """
gate        fallback       new rejected stale draft translated reviewed final
draft       source         S   S        S     D     T          T        T
draft       pivot          P   P        P     D     T          T        T
draft       draft          P   P        P     D     T          T        T
draft       last-approved  S   S        A     D     T          T        T
draft       omit           O   O        O     D     T          T        T
draft       fail           S   S        S     D     T          T        T
translated  source         S   S        S     S     T          T        T
translated  pivot          P   P        P     P     T          T        T
translated  draft          P   P        P     D     T          T        T
translated  last-approved  S   S        A     S     T          T        T
translated  omit           O   O        O     O     T          T        T
translated  fail           S   S        S     S     T          T        T
reviewed    source         S   S        S     S     S          T        T
reviewed    pivot          P   P        P     P     P          T        T
reviewed    draft          P   P        P     D     T          T        T
reviewed    last-approved  S   S        A     S     S          T        T
reviewed    omit           O   O        O     O     O          T        T
reviewed    fail           S   S        S     S     S          T        T
final       source         S   S        S     S     S          S        T
final       pivot          P   P        P     P     P          P        T
final       draft          P   P        P     D     T          T        T
final       last-approved  S   S        S     S     S          S        T
final       omit           O   O        O     O     O          O        T
final       fail           S   S        S     S     S          S        T
"""
_STANDS = {
    "S": Stand.SOURCE,
    "P": Stand.PIVOT,
    "D": Stand.DRAFT,
    "T": Stand.TRANSLATION,
    "A": Stand.LAST_APPROVED,
    "O": Stand.OMITTED,
}
_CASES = [
    (gate, fallback, state, stand)
    for gate, fallback, *stands in (line.split() for line in _TABLE.strip().splitlines()[1:])
    for state, stand in zip(_STATES, stands, strict=True)
]
_TEXTS = {"S": LEAD.msgid, "P": f"nb: {LEAD.msgid}", "O": ""} | dict.fromkeys("DTA", f"nn: {LEAD.msgid}")
_LANGS = {"S": "en", "P": "nb", "O": "en", "D": "nn", "T": "nn", "A": "nn"}


def stands(key: MessageKey, state: State, policy: Policy, pivot: State = State.FINAL) -> Bundle:
    """A bundle in which one text is in a state, and all others are final. A stale one was reviewed before."""
    others = [bundles.message(other, State.FINAL, f"nn: {other.msgid}") for other in bundles.article_keys()]
    older, verdict = bundles.stale(key, f"nn: {key.msgid}", State.REVIEWED)
    one = older if state is State.STALE else bundles.message(key, state, f"nn: {key.msgid}")
    return bundles.bundle(
        "nn",
        policy,
        texts=Catalog(messages=tuple(one if other.key == key else other for other in others)),
        pivot=bundles.catalog([key], pivot, "nb"),
        ledger=[verdict],
    )


def title(state: State, policy: Policy, pivot: State = State.FINAL) -> Passage:
    return stands(TITLE, state, policy, pivot).passages[TITLE]


@pytest.mark.parametrize(("gate", "fallback", "state", "stand"), _CASES, ids=lambda value: str(value))
def test_what_stands(gate: str, fallback: str, state: State, stand: str) -> None:
    built = stands(LEAD, state, Policy(gate=State(gate), fallback=Fallback(fallback), pivot="nb"))
    passage = next(passage for passage in (*built.passages.values(), *built.omitted) if passage.key == LEAD)
    assert (passage.stand, passage.text, passage.lang) == (_STANDS[stand], _TEXTS[stand], _LANGS[stand])
    assert passage.state is state
    assert passage.is_labelled == (stand == "D")
    assert (built.source.lead == "") == (built.article.lead == "") == (stand == "O")


@pytest.mark.parametrize("gate", [State.DRAFT, State.TRANSLATED, State.REVIEWED, State.FINAL])
@pytest.mark.parametrize("fallback", list(Fallback))
@pytest.mark.parametrize("state", list(State))
def test_no_text_is_ever_empty_and_no_draft_unlabelled(gate: State, fallback: Fallback, state: State) -> None:
    keys = bundles.article_keys()
    built = bundles.bundle("nn", Policy(gate=gate, fallback=fallback), texts=bundles.catalog(keys, state, "nn"))
    everything = (*built.passages.values(), *built.chrome.values())
    assert {*built.passages, *(passage.key for passage in built.omitted)} == set(keys)
    assert all(passage.text.strip() for passage in everything)
    assert all(passage.is_labelled for passage in everything if passage.is_draft)
    drafts_stand = state is State.DRAFT and (gate is State.DRAFT or fallback is Fallback.DRAFT)
    assert any(passage.is_draft for passage in everything) == drafts_stand
    whole = "\n".join((built.article.title, built.article.lead, built.article.body))
    assert "\n- \n" not in whole
    assert built.article.title.strip()


def test_a_pivot_text_must_pass_the_bar_that_the_locale_sets_itself() -> None:
    policy = Policy(gate=State.REVIEWED, fallback=Fallback.PIVOT, pivot="nb")
    assert title(State.NEW, policy, pivot=State.TRANSLATED).stand is Stand.SOURCE
    assert title(State.NEW, policy, pivot=State.REVIEWED).stand is Stand.PIVOT


def test_a_pivot_never_lends_a_draft() -> None:
    policy = Policy(gate=State.DRAFT, fallback=Fallback.DRAFT, pivot="nb")
    assert title(State.NEW, policy, pivot=State.DRAFT).stand is Stand.SOURCE


def test_a_draft_that_msgmerge_carried_to_another_source_counts_as_stale() -> None:
    draft = bundles.message(MessageKey("title", "Ferries leave Bergen"), State.DRAFT, "Fergene forlater Bergen")
    moved = replace(draft, msgid=TITLE.msgid)
    assert standing(moved).state is State.DRAFT
    policy = Policy(gate=State.DRAFT, fallback=Fallback.DRAFT)
    passage = bundles.bundle("nb", policy, texts=Catalog(messages=(moved,))).passages[TITLE]
    assert (passage.stand, passage.text, passage.state) == (Stand.SOURCE, TITLE.msgid, State.STALE)


def test_a_translation_of_blanks_is_none() -> None:
    blank = bundles.message(TITLE, State.REVIEWED, " ")
    passage = bundles.bundle("nb", texts=Catalog(messages=(blank,))).passages[TITLE]
    assert (passage.text, passage.state) == (TITLE.msgid, State.NEW)


def test_only_a_signed_verdict_that_passed_the_gate_keeps_an_older_text() -> None:
    older, verdict = bundles.stale(LEAD, "Dei første ferjene", State.TRANSLATED)
    policy = Policy(gate=State.TRANSLATED, fallback=Fallback.LAST_APPROVED)

    def lead(policy: Policy, *ledger: LedgerEntry) -> Passage:
        return bundles.bundle("nn", policy, texts=Catalog(messages=(older,)), ledger=ledger).passages[LEAD]

    kept = lead(policy, verdict)
    assert (kept.stand, kept.by, kept.made_from) == (Stand.LAST_APPROVED, str(bundles.WHO), f"{LEAD.msgid} Before.")
    assert lead(replace(policy, gate=State.REVIEWED), verdict).stand is Stand.SOURCE
    assert lead(policy).stand is Stand.SOURCE
    assert lead(policy, replace(verdict, by="")).stand is Stand.SOURCE
    taken_back = replace(verdict, state=State.REJECTED, at="2026-01-06T10:11Z")
    assert lead(policy, verdict, taken_back).stand is Stand.SOURCE
    assert lead(replace(policy, careful=frozenset({"lead"})), verdict).stand is Stand.SOURCE


def test_a_role_can_have_a_fallback_of_its_own() -> None:
    policy = Policy(fallback=Fallback.DRAFT, fallbacks={"caption": Fallback.OMIT, "title": Fallback.SOURCE})
    drafts = bundles.catalog(bundles.article_keys(), State.DRAFT, "nn")
    built = bundles.bundle("nn", policy, texts=drafts)
    assert built.passages[TITLE].stand is Stand.SOURCE
    assert built.passages[LEAD].stand is Stand.DRAFT
    assert [passage.key.msgctxt for passage in built.omitted] == ["caption"]
    assert built.article.images[0].caption == ""


def test_a_text_of_law_is_as_careful_as_consent() -> None:
    policy = Policy(gate=State.DRAFT, fallback=Fallback.OMIT, careful=CONSENT_ROLES | {"quote"})
    built = bundles.bundle("nn", policy, texts=bundles.catalog(bundles.article_keys(), State.DRAFT, "nn"))
    assert {key.msgctxt for key, passage in built.passages.items() if passage.stand is Stand.SOURCE} == {"quote"}
    assert built.omitted == ()


@pytest.mark.parametrize(
    ("labelling", "editor", "state", "labelled"),
    [
        (Labelling.UNLESS_REVIEWED, "", State.TRANSLATED, True),
        (Labelling.UNLESS_REVIEWED, "", State.REVIEWED, True),
        (Labelling.UNLESS_REVIEWED, "Kari", State.TRANSLATED, True),
        (Labelling.UNLESS_REVIEWED, "Kari", State.REVIEWED, False),
        (Labelling.ALWAYS, "Kari", State.FINAL, True),
        (Labelling.DRAFTS, "", State.TRANSLATED, False),
    ],
)
def test_a_machines_text_that_a_person_accepted(
    labelling: Labelling, editor: str, state: State, labelled: bool
) -> None:
    plain = Message(msgctxt=LEAD.msgctxt, msgid=LEAD.msgid, msgstr=("Dei første ferjene",))
    texts = [judged(plain, state, by=bundles.WHO, at="2026-01-05T10:11Z", origin=bundles.MACHINE)]
    policy = Policy(labelling=labelling, editor=editor)
    passage = bundles.bundle("nn", policy, texts=Catalog(messages=tuple(texts))).passages[LEAD]
    assert (passage.stand, passage.is_labelled) == (Stand.TRANSLATION, labelled)


def test_what_a_person_changed_in_a_machines_text_is_counted() -> None:
    draft = LedgerEntry(seal="0", domain=bundles.DOMAIN, state=State.DRAFT, by="apertium", at="2026-01-05T10:11Z",
                        context=LEAD.msgctxt, msgid=LEAD.msgid, text="Dei første ferjene gjekk")  # fmt: skip
    reviewed = bundles.message(LEAD, State.REVIEWED, "Dei fyrste ferjene gjekk i dag")
    passage = bundles.bundle("nn", texts=Catalog(messages=(reviewed,)), ledger=[draft]).passages[LEAD]
    assert (passage.raw, passage.edits) == ("Dei første ferjene gjekk", 3)


def test_consent_never_stands_as_a_draft() -> None:
    drafted = bundles.catalog(chrome_keys(), State.DRAFT, "nn")
    built = bundles.bundle("nn", Policy(gate=State.DRAFT, fallback=Fallback.DRAFT), chrome=drafted)
    consent = {key for key in built.chrome if key.msgctxt in ("cookie heading", "cookie text", "button")}
    assert len(consent) == 3
    for key, passage in built.chrome.items():
        assert passage.stand is (Stand.SOURCE if key in consent else Stand.DRAFT)
        assert passage.lang == ("nb" if key in consent else "nn")


def test_each_domain_has_its_own_source_language() -> None:
    norwegian = bundles.bundle("nb")
    assert {passage.stand for passage in norwegian.chrome.values()} == {Stand.SOURCE_LANGUAGE}
    assert {passage.stand for passage in norwegian.passages.values()} == {Stand.SOURCE}
    english = bundles.bundle("en")
    assert {passage.stand for passage in english.passages.values()} == {Stand.SOURCE_LANGUAGE}
    assert {passage.lang for passage in english.chrome.values()} == {"nb"}


def test_the_source_itself_is_better_than_a_draft_in_its_own_language() -> None:
    drafted = bundles.catalog(chrome_keys(), State.DRAFT, "nb")
    built = bundles.bundle("nb", Policy(gate=State.DRAFT, fallback=Fallback.DRAFT), chrome=drafted)
    assert {passage.stand for passage in built.chrome.values()} == {Stand.SOURCE_LANGUAGE}


def test_a_captured_badge_keeps_the_language_it_was_met_in() -> None:
    badge = ChromeString(id="plus", context="badge", text="Endast för prenumeranter", lang="sv")
    built = build(
        bundles.article,
        locale="nb",
        policy=Policy(),
        texts=Shelf(),
        around=stand_around({badge.key: badge.lang}, locale="nb", policy=Policy(), chrome=Shelf()),
        badges={badge.id: badge},
    )
    assert (built.badge("plus").text, built.badge("plus").lang) == ("Endast för prenumeranter", "sv")


def test_what_vouches_for_a_text_is_told_only_while_its_seal_fits() -> None:
    reviewed = bundles.message(TITLE, State.REVIEWED, "Fergene er tilbake")
    told = bundles.bundle("nb", texts=Catalog(messages=(reviewed,))).passages[TITLE]
    assert (told.by, told.at) == (str(bundles.WHO), "2026-01-05T10:11Z")
    edited = replace(reviewed, msgstr=("Fergene kom tilbake",))
    told = bundles.bundle("nb", texts=Catalog(messages=(edited,))).passages[TITLE]
    assert (told.text, told.by, told.seal, told.state) == ("Fergene kom tilbake", "", "", State.TRANSLATED)
