"""Certain fixes: what they do to a text, to its state, and when they are left alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

import pytest

from l10n.model.catalog import Catalog
from l10n.model.finding import Edit, Finding, Severity
from l10n.model.message import FUZZY, Message, MessageKey
from l10n.model.provenance import Actor, Origin
from l10n.model.state import State, judged, standing
from l10n.steps.fix import Fixing, fix

OLA, KARI = Actor(name="Ola", email="ola@example.org"), Actor(name="Kari", email="kari@example.org")
AT = "2026-01-05T10:11Z"
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
SHARE = Message(msgctxt="paragraph", msgid="It has 70% of it.", msgstr=("Det har 70% av det.",))


def finding(*edits: Edit, check: str = "percent", form: int = 0, key: MessageKey = SHARE.key) -> Finding:
    return Finding(
        check=check, severity=Severity.WARNING, message="The blank is missing.", locale="nb", domain="articles/x",
        key=key, state=State.TRANSLATED, form=form, fix=edits,
    )  # fmt: skip


def nothing(_: Catalog, __: Collection[MessageKey]) -> Iterable[Finding]:
    return []


def mended(message: Message, *findings: Finding) -> Fixing:
    return fix(Catalog(messages=(message,)), findings, domain="articles/x", actor=OLA, at=AT, recheck=nothing)


BLANK = Edit(10, 10, "\u00a0")


def test_a_translated_text_is_mended_and_signed_by_who_ran_it() -> None:
    done = mended(SHARE, finding(BLANK))
    (after,) = done.catalog.messages
    assert after.text == "Det har 70\u00a0% av det."
    found = standing(after)
    assert (found.state, found.record.by, found.is_untouched) == (State.TRANSLATED, OLA, True)
    assert [(entry.state, entry.by, entry.text) for entry in done.entries] == [(State.TRANSLATED, str(OLA), after.text)]


@pytest.mark.parametrize("state", [State.REVIEWED, State.FINAL])
def test_nobody_vouched_for_the_mended_text_so_a_review_is_over(state: State) -> None:
    reviewed = judged(SHARE, state, by=KARI, at=AT, origin=ARGOS)
    found = standing(mended(reviewed, finding(BLANK)).catalog.messages[0])
    assert (found.state, found.record.by, found.origin) == (State.TRANSLATED, OLA, ARGOS)


def test_a_draft_stays_an_untouched_draft_of_its_machine_and_the_ledger_keeps_the_raw_text() -> None:
    draft = judged(SHARE, State.DRAFT, by=None, at=AT, origin=ARGOS)
    done = mended(draft, finding(BLANK))
    found = standing(done.catalog.messages[0])
    assert (found.state, found.origin, found.is_untouched) == (State.DRAFT, ARGOS, True)
    assert done.entries == ()


def test_a_draft_that_somebody_edited_is_not_sealed_again() -> None:
    draft = judged(SHARE, State.DRAFT, by=None, at=AT, origin=ARGOS)
    edited = replace(draft, msgstr=("Det har 70% av alt.",))
    assert not standing(mended(edited, finding(BLANK)).catalog.messages[0]).is_untouched


@pytest.mark.parametrize("state", [State.STALE, State.REJECTED])
def test_what_waits_for_a_person_is_left_alone(state: State) -> None:
    message = judged(SHARE, state, by=KARI, at=AT, origin=None)
    assert message.flags == (FUZZY,)
    assert mended(message, finding(BLANK)).catalog.messages == (message,)


def test_several_fixes_of_one_text_are_applied_together() -> None:
    full_stop = finding(Edit(18, 19, "!"), check="ends")
    done = mended(SHARE, finding(BLANK), full_stop)
    assert done.catalog.messages[0].text == "Det har 70\u00a0% av det!"
    assert done.fixed[0].checks == ("percent", "ends")


def test_of_two_fixes_of_one_place_the_first_is_applied() -> None:
    other = finding(Edit(8, 11, "søtti prosent"), check="other")
    done = mended(SHARE, finding(BLANK), other)
    assert done.catalog.messages[0].text == "Det har 70\u00a0% av det."
    assert done.fixed[0].checks == ("percent",)


@pytest.mark.parametrize("edit", [Edit(-1, 2, "x"), Edit(5, 400, "x"), Edit(6, 5, "x")])
def test_a_fix_outside_the_text_is_no_fix(edit: Edit) -> None:
    assert mended(SHARE, finding(edit)).fixed == ()


def test_each_plural_form_is_mended_by_its_own_findings() -> None:
    shares = replace(SHARE, msgid_plural="It has %d% of it.", msgstr=("Det har 70% av det.", "Det har 80% av det."))
    done = mended(shares, finding(BLANK, form=1))
    assert done.catalog.messages[0].msgstr == ("Det har 70% av det.", "Det har 80\u00a0% av det.")


def test_a_text_that_would_show_a_new_fault_is_left_alone() -> None:
    def recheck(catalog: Catalog, keys: Collection[MessageKey]) -> Iterable[Finding]:
        found = "\u00a0" in catalog.by_key[SHARE.key].text
        return [finding(check="length")] if found else []

    catalog = Catalog(messages=(SHARE,))
    done = fix(catalog, [finding(BLANK)], domain="articles/x", actor=OLA, at=AT, recheck=recheck)
    assert (done.fixed, done.catalog.messages, done.entries) == ((), (SHARE,), ())
