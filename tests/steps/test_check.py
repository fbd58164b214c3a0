"""The step that runs checks: which texts it looks at, and what a failing check does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from l10n.checks.contract import AnyCheck, Check, CollectionCheck, Fault, Subject
from l10n.model.catalog import Catalog
from l10n.model.finding import Category, Finding, Severity
from l10n.model.message import FUZZY, Message
from l10n.model.state import State
from l10n.steps.check import check, subjects_of
from l10n.steps.check_locale import check_locale
from tests.checks.judging import ALL

SHARE = Message(msgctxt="paragraph", msgid="It has 70% of production.", msgstr=("Det har 75 % av produksjonen.",))


def checked(*messages: Message, checks: list[AnyCheck] = ALL) -> list[Finding]:
    return check(Catalog(messages=messages), locale="nb", domain="articles/x", source_language="en", checks=checks)


def _broken(find: Callable[[Subject], Iterator[Fault]]) -> Check:
    return Check("broken", "Fails.", find, category=Category.CUSTOM, about="It fails.", examples=())


def test_an_error_in_a_translated_text_blocks_and_in_a_draft_does_not() -> None:
    done, draft = checked(SHARE), checked(replace(SHARE, flags=(FUZZY,)))
    assert [(f.state, f.is_blocking) for f in done] == [(State.TRANSLATED, True)]
    assert [(f.state, f.is_blocking) for f in draft] == [(State.DRAFT, False)]


def test_untranslated_and_obsolete_messages_are_not_looked_at() -> None:
    assert checked(replace(SHARE, msgstr=("",)), replace(SHARE, obsolete=True)) == []


def test_every_plural_form_is_checked_against_its_own_source() -> None:
    ships = Message(msgid="One ship left.", msgid_plural="%d ships left.", msgstr=("Ett skip gikk.", "Skipene gikk."))
    assert [(finding.check, finding.message) for finding in checked(ships)] == [
        ("markup", "The placeholder %d is missing.")
    ]


def test_a_missing_plural_form_is_an_error() -> None:
    ships = Message(msgid="One ship left.", msgid_plural="%d ships left.", msgstr=("Ett skip gikk.", ""))
    assert [finding.check for finding in checked(ships)] == ["empty"]


def test_a_check_that_fails_says_so_and_hides_no_other() -> None:
    def explode(_: Subject) -> Iterator[Fault]:
        raise RecursionError("too deep")

    found = checked(SHARE, checks=[_broken(explode), *ALL])
    assert [(finding.check, finding.severity) for finding in found] == [
        ("broken", Severity.WARNING),
        ("numbers", Severity.ERROR),
    ]
    assert "too deep" in found[0].message


def test_findings_come_by_message_and_then_by_check_in_however_large_a_catalog() -> None:
    share, wrong = "It has 70% of production.", "Det har 75 % av produksjonen?"
    many = [Message(msgid=f"({n}) {share}", msgstr=(f"({n}) {wrong}",)) for n in range(600)]
    found = [(finding.key.msgid, finding.check) for finding in checked(*many)]
    assert found == [(message.msgid, name) for message in many for name in ("numbers", "ends")]


def test_the_project_decides_how_grave_a_finding_is() -> None:
    found = check(
        Catalog(messages=(SHARE,)),
        locale="nb",
        domain="articles/x",
        source_language="en",
        checks=ALL,
        severities={"numbers": Severity.HINT},
    )
    assert [(f.check, f.severity, f.is_blocking) for f in found] == [("numbers", Severity.HINT, False)]


def test_only_the_named_messages_are_looked_at() -> None:
    other = replace(SHARE, msgctxt="lead")
    catalog = Catalog(messages=(SHARE, other))
    found = check(catalog, locale="nb", domain="articles/x", source_language="en", checks=ALL, only={other.key})
    assert [finding.key for finding in found] == [other.key]


def _same_source_twice(texts: Sequence[Subject]) -> Iterator[tuple[Subject, Fault]]:
    first: dict[str, Subject] = {}
    for text in texts:
        if first.setdefault(text.source, text).target != text.target:
            yield text, Fault(Severity.WARNING, f"Elsewhere it is “{first[text.source].target}”.", "Choose one.")


def test_a_check_that_compares_sees_all_catalogs_of_a_locale() -> None:
    one = CollectionCheck(
        "same", "One source.", _same_source_twice, category=Category.INCONSISTENT_TERM, about="…", examples=()
    )
    storm = Message(msgid="Storm", msgstr=("Storm",))
    subjects = [
        subject
        for domain, text in (("articles/a", "Storm"), ("articles/b", "Uvær"))
        for subject in subjects_of(
            Catalog(messages=(replace(storm, msgstr=(text,)),)), locale="nb", domain=domain, source_language="en"
        )
    ]
    found = check_locale(subjects, checks=[ALL[0], one], severities={"same": Severity.HINT})
    assert [(f.check, f.domain, f.severity) for f in found] == [("same", "articles/b", Severity.HINT)]
    assert checked(replace(storm, msgstr=("Uvær",)), checks=[one]) == [], "a single catalog cannot be compared"


HOSTILE = [
    "“" * 3000, "(" * 3000, "[a](b" * 1000, "<a " * 2000, "**a " * 2000, "9" * 3000, "1." * 2000, "1,000 " * 2000,
    "Aa " * 2000, "Minister Aa Bb " * 500, "{a" * 2000, "&#9" * 2000, "a@a." * 1500, "http://" * 1000,
    "\x00\x01\x1b[31m", "\u202e\u200f\ufeff", "𝟙𝟚 ²½Ⅻ ٣٤٪ 5² million", "١٢ million", "NaN inf 1e99999",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_neither_breaks_a_check_nor_keeps_it_busy(text: str) -> None:
    plain = "En helt vanlig setning om 3 ting i Oslo."
    messages = [Message(msgctxt="a", msgid=text, msgstr=(plain,)), Message(msgctxt="b", msgid=plain, msgstr=(text,))]
    found = checked(*messages, Message(msgctxt="badge", msgid=text, msgstr=(text + " ",)))
    assert not [finding.message for finding in found if "could not judge" in finding.message]
