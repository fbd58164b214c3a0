"""Verdicts: counted in words, over the article and the chrome that its page uses."""

from __future__ import annotations

import pytest

from l10n.model.message import MessageKey
from l10n.model.publishing import Fallback, Policy, Verdict
from l10n.model.state import State
from l10n.segmentation.words import count_words
from l10n.steps.gate import gate
from tests import bundles

NONE: frozenset[MessageKey] = frozenset()
SKIP = MessageKey("label", "Hopp til innholdet")
NOTICE = MessageKey("notice", "Deler av teksten er ikke oversatt ennå og står på originalspråket.")


def test_words_are_those_of_the_source_by_state() -> None:
    def choose(key: MessageKey) -> State:
        return State.DRAFT if key.msgctxt == "title" else State.TRANSLATED

    texts = bundles.catalog(bundles.article_keys(), choose, "nb")
    verdict = gate(bundles.bundle("nb", texts=texts), Policy(), NONE)
    total = sum(count_words(key.msgid) for key in set(bundles.article_keys()))
    assert verdict.words == {"translated": total - 4, "draft": 4}
    assert not verdict.is_met
    assert f"% of {total} words are translated or better (gate: translated 100 %)" in verdict.reason


def test_used_chrome_counts_and_notices_do_not() -> None:
    built = bundles.bundle("en")
    verdict = gate(built, Policy(), frozenset({SKIP, NOTICE}))
    assert verdict.words["new"] == 3
    assert verdict.words["source"] == sum(count_words(key.msgid) for key in set(bundles.article_keys()))
    assert not verdict.is_met


@pytest.mark.parametrize(
    ("words", "percent", "fallback", "met", "share"),
    [
        ({"reviewed": 100}, 100, "source", True, "100 %"),
        ({"reviewed": 9999, "new": 1}, 100, "source", False, "99.9 %"),
        ({"reviewed": 9999, "new": 1}, 99.99, "source", True, "99.9 %"),
        ({"reviewed": 99, "translated": 1}, 90, "fail", False, "99 %"),
        ({"source": 40, "final": 60}, 100, "fail", True, "100 %"),
        ({"draft": 100}, 0, "source", True, "0 %"),
        ({}, 100, "source", True, "100 %"),
    ],
)
def test_a_gate_is_met_exactly(words: dict[str, int], percent: float, fallback: str, met: bool, share: str) -> None:
    verdict = Verdict(
        locale="nb", subject="x", words=words, gate=State.REVIEWED, percent=percent, fallback=Fallback(fallback)
    )
    assert verdict.is_met is met
    assert verdict.reason.startswith(share)


def lacking(policy: Policy, **states: State) -> dict[str, int]:
    def choose(key: MessageKey) -> State:
        return states.get((key.msgctxt or "").replace(" ", "_"), State.REVIEWED)

    built = bundles.bundle("nb", policy, texts=bundles.catalog(bundles.article_keys(), choose, "nb"))
    return dict(gate(built, policy, NONE).lacking)


def test_a_mandatory_role_holds_an_article_back_whatever_the_percentage() -> None:
    policy = Policy(gate=State.REVIEWED, percent=0, mandatory=frozenset({"title", "image alt"}))
    assert lacking(policy) == {}
    assert lacking(policy, caption=State.DRAFT) == {}
    assert lacking(policy, title=State.TRANSLATED, image_alt=State.DRAFT) == {"title": 1, "image alt": 1}


def test_a_role_whose_own_fallback_is_fail_holds_an_article_back() -> None:
    policy = Policy(percent=0, fallbacks={"list item": Fallback.FAIL})
    assert lacking(policy, list_item=State.DRAFT) == {"list item": 2}
    assert lacking(policy, quote=State.DRAFT) == {}


def test_neither_a_title_nor_everything_else_can_be_left_out() -> None:
    policy = Policy(percent=0, fallback=Fallback.OMIT)
    assert lacking(policy, title=State.DRAFT) == {"title": 1}
    assert lacking(policy, caption=State.DRAFT) == {}
    all_but_the_title = {(key.msgctxt or "").replace(" ", "_"): State.NEW for key in bundles.article_keys()}
    assert lacking(policy, **{**all_but_the_title, "title": State.FINAL}) == {"text": 1}


def test_what_is_lacking_is_named_in_the_verdict() -> None:
    verdict = Verdict(
        locale="nb", subject="x", words={"reviewed": 100}, gate=State.REVIEWED, percent=90,
        fallback=Fallback.SOURCE, lacking={"cookie text": 1, "caption": 2},
    )  # fmt: skip
    assert not verdict.is_met
    assert verdict.reason.endswith("(gate: reviewed 90 %); not fit to go out: 2 caption, 1 cookie text")
