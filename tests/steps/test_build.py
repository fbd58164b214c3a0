"""What stands for a text, in every state, under every gate and fallback."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.formats.writers.theme import chrome_keys
from l10n.model.bundle import Passage, Stand
from l10n.model.catalog import Catalog
from l10n.model.chrome import ChromeString
from l10n.model.message import MessageKey
from l10n.model.publishing import Fallback, Policy
from l10n.model.state import State, standing
from l10n.steps.build import Shelf, build
from tests import bundles

TITLE = MessageKey("title", bundles.article.title)

# S the source, P the pivot's text, D the locale's own draft with its label, T the locale's own text
_STATES = (State.NEW, State.REJECTED, State.STALE, State.DRAFT, State.TRANSLATED, State.REVIEWED, State.FINAL)
_TABLE = """
gate        fallback   new rejected stale draft translated reviewed final
draft       source     S   S        S     D     T          T        T
draft       pivot      P   P        P     D     T          T        T
draft       draft      P   P        P     D     T          T        T
draft       fail       S   S        S     D     T          T        T
translated  source     S   S        S     S     T          T        T
translated  pivot      P   P        P     P     T          T        T
translated  draft      P   P        P     D     T          T        T
translated  fail       S   S        S     S     T          T        T
reviewed    source     S   S        S     S     S          T        T
reviewed    pivot      P   P        P     P     P          T        T
reviewed    draft      P   P        P     D     T          T        T
reviewed    fail       S   S        S     S     S          T        T
final       source     S   S        S     S     S          S        T
final       pivot      P   P        P     P     P          P        T
final       draft      P   P        P     D     T          T        T
final       fail       S   S        S     S     S          S        T
"""
_STANDS = {"S": Stand.SOURCE, "P": Stand.PIVOT, "D": Stand.DRAFT, "T": Stand.TRANSLATION}
_CASES = [
    (gate, fallback, state, stand)
    for gate, fallback, *stands in (line.split() for line in _TABLE.strip().splitlines()[1:])
    for state, stand in zip(_STATES, stands, strict=True)
]


def title(state: State, policy: Policy, pivot: State = State.FINAL) -> Passage:
    texts = bundles.catalog([TITLE], state, "nn")
    return bundles.bundle("nn", policy, texts=texts, pivot=bundles.catalog([TITLE], pivot, "nb")).passages[TITLE]


@pytest.mark.parametrize(("gate", "fallback", "state", "stand"), _CASES, ids=lambda value: str(value))
def test_what_stands(gate: str, fallback: str, state: State, stand: str) -> None:
    passage = title(state, Policy(gate=State(gate), fallback=Fallback(fallback), pivot="nb"))
    texts = {"S": TITLE.msgid, "P": f"nb: {TITLE.msgid}", "D": f"nn: {TITLE.msgid}", "T": f"nn: {TITLE.msgid}"}
    langs = {"S": "en", "P": "nb", "D": "nn", "T": "nn"}
    assert (passage.stand, passage.text, passage.lang) == (_STANDS[stand], texts[stand], langs[stand])
    assert passage.state is state


def test_no_text_is_ever_empty_and_no_draft_unlabelled() -> None:
    keys = bundles.article_keys()
    for state in State:
        for fallback in Fallback:
            policy = Policy(fallback=fallback, percent=0)
            built = bundles.bundle("nn", policy, texts=bundles.catalog(keys, state, "nn"))
            assert list(built.passages) == list(dict.fromkeys(keys))
            assert all(passage.text.strip() for passage in built.passages.values())
            drafts = [passage for passage in built.passages.values() if passage.is_draft]
            assert bool(drafts) == (state is State.DRAFT and fallback is Fallback.DRAFT)


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
        chrome=Shelf(),
        words={},
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
