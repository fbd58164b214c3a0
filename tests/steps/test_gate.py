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
