"""The edit matrix: what a newsroom does to an article, and what must become of its reviewed translation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.conflict import conflicting_texts, with_conflict
from l10n.model.message import Message, MessageKey, Previous
from l10n.model.provenance import Origin
from l10n.model.source_change import Grade
from l10n.model.state import State, judged, read_record, seal, standing
from l10n.steps.sync import Synced, sync
from tests.steps.newsroom import ARTICLES, SLUGS, catalog, edited, reviewed, source, synced, translation

MEANING = [
    ("tokyo-forum", Grade.REWORDED, "collaboration is highlighted.", "collaboration is stressed."),
    ("tokyo-forum", Grade.NUMBER, "with 70% of global production", "with 75% of global production"),
    ("tokyo-forum", Grade.NUMBER, "four panel discussions", "five panel discussions"),
    ("tokyo-forum", Grade.DATE, "rare earths on October 9", "rare earths on October 10"),
    ("tokyo-forum", Grade.NEGATION, "will join the discussions", "will not join the discussions"),
    ("tokyo-forum", Grade.CURRENCY, "about ¥1.8 trillion", "about $1.8 trillion"),
    ("tokyo-forum", Grade.NUMBER, "about ¥1.8 trillion", "about ¥1.9 trillion"),
    ("tokyo-forum", Grade.NAME, "Secretary General Yasutaka Nakasone", "Secretary General Hirokazu Nakasone"),
    ("coastal-ferries", Grade.REWORDED, "are quieter and shake less", "are quieter and smell less"),
    ("coastal-ferries", Grade.NUMBER, "covers 40% of it", "covers 45% of it"),
    ("coastal-ferries", Grade.NEGATION, "Fares will not rise", "Fares will rise"),
    ("coastal-ferries", Grade.NEGATION, "to be next.", "never to be next."),
    ("coastal-ferries", Grade.DATE, "in Florø on November 3", "in Florø on November 4"),
    ("coastal-ferries", Grade.CURRENCY, "pay €210 million", "pay £210 million"),
    ("coastal-ferries", Grade.NAME, "mayor Morten Storebø", "mayor Marten Storebø"),
    ("coastal-ferries", Grade.REWORDED, "https://example.org/ferries", "https://example.org/boats"),
    ("sleep-study", Grade.REWORDED, "in the same chair", "in the same room"),
    ("sleep-study", Grade.NUMBER, "recalled 14 of 20 names", "recalled 15 of 20 names"),
    ("sleep-study", Grade.NEGATION, "cannot be used", "can be used"),
    ("sleep-study", Grade.NEGATION, "The foundation had no say", "The foundation had a say"),
    ("sleep-study", Grade.DATE, "published in March 2027", "published in March 2028"),
    ("sleep-study", Grade.NAME, "Henrik Vang, a sleep", "Henrik Wang, a sleep"),
]  # fmt: skip

COSMETIC = [
    ("tokyo-forum", "Japan's fine-tuning expertise", "Japan’s fine-tuning expertise"),
    ("tokyo-forum", "“Japan is finding itself", "\"Japan is finding itself"),
    ("tokyo-forum", "the US-China trade war", "the US–China trade war"),
    ("tokyo-forum", "with 70% of global", "with 70 % of global"),
    ("tokyo-forum", "at Nikkei Hall in Chiyoda Ward", "at  Nikkei Hall in\u00a0Chiyoda Ward"),
    ("tokyo-forum", "WTO-centered free trade", "**WTO-centered** free trade"),
    ("tokyo-forum", "Japan—retaliation for", "Japan – retaliation for"),
    ("coastal-ferries", "“We were promised help", "«We were promised help"),
    ("coastal-ferries", "The sea is our road.", "The *sea* is our road."),
    ("coastal-ferries", "Western ferries go electric", "Western  ferries go electric"),
    ("sleep-study", "before two o'clock", "before two o’clock"),
    ("sleep-study", "twenty-five minutes", "twenty‑five minutes"),
    ("sleep-study", "Half of them took", "Half of&nbsp;them took"),
    ("sleep-study", "Lindqvist's group", "Lindqvist&#39;s group"),
]  # fmt: skip


def assert_untouched(before: Catalog, result: Synced, *touched: str) -> None:
    """Messages whose text holds none of the `touched` passages are the same, byte for byte."""
    for message in before.live:
        if not any(passage in message.msgid for passage in touched):
            assert result.catalog.by_key[message.key] == message


def only_change(result: Synced) -> MessageKey:
    assert len(result.changes) == 1, [(change.grade, change.key.msgid[:50]) for change in result.changes]
    return result.changes[0].key


@pytest.mark.parametrize(("slug", "grade", "old", "new"), MEANING)
def test_a_change_of_meaning_makes_its_message_stale_and_no_other(slug: str, grade: Grade, old: str, new: str) -> None:
    before = catalog(slug)
    result = synced(before, edited(source(slug), old, new), slug)
    message = result.catalog.by_key[only_change(result)]
    was = next(m for m in before.live if old in m.msgid)
    assert result.changes[0].grade is grade
    assert standing(message).state is State.STALE and message.is_fuzzy
    assert message.previous and message.previous.msgid == was.msgid
    assert message.msgstr == was.msgstr
    assert "Kari: ring redaksjonen om navnet." in message.comments
    assert f"l10n-changed: {result.changes[0].why}" in message.comments
    assert_untouched(before, result, old)


@pytest.mark.parametrize(("slug", "old", "new"), COSMETIC)
def test_a_cosmetic_change_keeps_translation_and_review(slug: str, old: str, new: str) -> None:
    before = catalog(slug)
    result = synced(before, edited(source(slug), old, new), slug)
    message = result.catalog.by_key[only_change(result)]
    was = next(m for m in before.live if old in m.msgid)
    found = standing(message)
    assert result.changes[0].grade is Grade.COSMETIC
    assert (found.state, found.record.by, found.record.at) == (State.REVIEWED, *signature(was))
    assert message.msgstr == was.msgstr and message.msgid != was.msgid
    assert not list(obsolete(result))
    assert_untouched(before, result, old)


def signature(message: Message) -> tuple[object, str]:
    record = read_record(message)
    return record.by, record.at


def obsolete(result: Synced) -> list[Message]:
    return [message for message in result.catalog.messages if message.obsolete]


@pytest.mark.parametrize("slug", SLUGS)
def test_curling_every_apostrophe_makes_nothing_stale(slug: str) -> None:
    result = synced(catalog(slug), source(slug).replace("'", "’").replace("“", '"').replace("”", '"'), slug)
    assert {standing(message).state for message in result.catalog.live} == {State.REVIEWED}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_paragraph_on_top_changes_nothing_else(slug: str) -> None:
    before, text = catalog(slug), source(slug)
    first = next(m.msgid for m in before.live if m.msgctxt == "paragraph")
    added = "Readers have asked what this means for them, and we have gathered the answers here."
    result = synced(before, edited(text, first, f"{added}\n\n{first}"), slug)
    assert only_change(result).msgid == added
    assert result.changes[0].grade is Grade.NEW and result.catalog.by_key[only_change(result)].msgstr == ("",)
    assert_untouched(before, result)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_moved_paragraph_costs_nothing(slug: str) -> None:
    before, text = catalog(slug), source(slug)
    paragraphs = [m.msgid for m in before.live if m.msgctxt == "paragraph"]
    moved = edited(text, paragraphs[0] + "\n\n", "").replace(paragraphs[-1], f"{paragraphs[-1]}\n\n{paragraphs[0]}")
    result = synced(before, moved, slug)
    assert [(change.grade, change.key.msgid) for change in result.changes] == [(Grade.MOVED, paragraphs[0])]
    assert_untouched(before, result)


def test_a_text_in_another_role_is_told_from_one_that_is_new() -> None:
    before = Catalog(messages=(Message(msgctxt="button", msgid="Open", msgstr=("Åpne",)),))
    template = Catalog(messages=(Message(msgctxt="label", msgid="Open"), Message(msgctxt="label", msgid="Wholly new")))
    changes = sync(template, before, source_language="en", locale="nb").changes
    why = {change.key.msgid: change.why for change in changes if change.grade is Grade.NEW}
    assert why["Open"] == "the same text is known as button, and nothing is carried from there to another role"
    assert why["Wholly new"] == "nothing like it was there before"
    untranslated = Catalog(messages=(Message(msgctxt="button", msgid="Open"),))
    (change, *_) = sync(template, untranslated, source_language="en", locale="nb").changes
    assert change.why == "the same text is known as button, where it has no translation"


@pytest.mark.parametrize("slug", SLUGS)
def test_a_paragraph_that_becomes_the_lead_keeps_its_review(slug: str) -> None:
    before, text = catalog(slug), source(slug)
    lead = next(m for m in before.live if m.msgctxt == "lead")
    first = next(m for m in before.live if m.msgctxt == "paragraph")
    fresh = "This is an update, with what has become known since the first report was published."
    swapped = edited(edited(text, lead.msgid, fresh), first.msgid, f"{lead.msgid}\n\n{first.msgid}")
    result = synced(before, swapped, slug)
    now = result.catalog.by_key[MessageKey("paragraph", lead.msgid)]
    assert now.msgstr == lead.msgstr and standing(now).state is State.REVIEWED
    assert result.catalog.by_key[MessageKey("lead", fresh)].msgstr == ("",)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_deleted_paragraph_comes_back_with_translation_state_and_seal(slug: str) -> None:
    before, text = catalog(slug), source(slug)
    paragraph = [m.msgid for m in before.live if m.msgctxt == "paragraph"][1]
    deleted = synced(before, edited(text, paragraph, ""), slug)
    assert [change.grade for change in deleted.changes] == [Grade.GONE]
    assert [message.msgid for message in obsolete(deleted)] == [paragraph]
    back = synced(deleted.catalog, text, slug)
    assert [change.grade for change in back.changes] == [Grade.BACK]
    assert back.catalog == before


@pytest.mark.parametrize(("slug", "grade", "old", "new"), MEANING)
def test_a_revert_restores_the_catalog(slug: str, grade: Grade, old: str, new: str) -> None:
    before, text = catalog(slug), source(slug)
    changed = synced(before, edited(text, old, new), slug)
    assert synced(changed.catalog, text, slug).catalog == before


def test_what_changed_is_said_beside_the_text_until_someone_judges_it() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    result = synced(before, edited(text, "recalled 14 of 20", "recalled 15 of 20"), "sleep-study")
    stale = result.catalog.by_key[only_change(result)]
    assert stale.comments[:3] == ("l10n-state: stale", f"l10n-seal: {seal(stale)}", "l10n-origin: human")
    assert stale.comments[3] == "l10n-changed: number: “14” → “15”"
    approved = judged(stale, State.REVIEWED, by=None, at="", origin=None)
    assert not any(line.startswith("l10n-changed") for line in approved.comments)


@pytest.mark.parametrize(("slug", "old", "new"), COSMETIC)
def test_a_cosmetic_revert_restores_the_catalog(slug: str, old: str, new: str) -> None:
    before, text = catalog(slug), source(slug)
    changed = synced(before, edited(text, old, new), slug)
    assert synced(changed.catalog, text, slug).catalog == before


@pytest.mark.parametrize("slug", SLUGS)
def test_a_split_paragraph_takes_its_sentences_along(slug: str) -> None:
    before, text = catalog(slug), source(slug)
    whole = [m for m in before.live if m.msgctxt == "paragraph"][1]
    at = whole.msgid.index(". ") + 1
    halves = whole.msgid[:at], whole.msgid[at + 1 :]
    result = synced(before, edited(text, whole.msgid, "\n\n".join(halves)), slug)
    assert [change.grade for change in result.changes] == [Grade.SPLIT, Grade.SPLIT]
    for half in halves:
        message = result.catalog.by_key[MessageKey("paragraph", half)]
        assert message.msgstr == (translation(half),)
        assert standing(message).state is State.TRANSLATED, "nobody has reviewed the half on its own"
    assert_untouched(before, result, whole.msgid)
    assert synced(result.catalog, text, slug).catalog.by_key == before.by_key, "joined again, it is reviewed again"


@pytest.mark.parametrize("slug", SLUGS)
def test_merged_paragraphs_bring_their_sentences(slug: str) -> None:
    before, text = catalog(slug), source(slug)
    one, other = [m for m in before.live if m.msgctxt == "paragraph"][:2]
    result = synced(before, edited(text, f"{one.msgid}\n\n{other.msgid}", f"{one.msgid} {other.msgid}"), slug)
    message = result.catalog.by_key[MessageKey("paragraph", f"{one.msgid} {other.msgid}")]
    assert [change.grade for change in result.changes] == [Grade.MERGED]
    assert message.msgstr == (f"{one.text} {other.text}",)
    assert standing(message).state is State.TRANSLATED
    assert_untouched(before, result, one.msgid, other.msgid)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_half_with_a_new_sentence_is_stale_beside_what_was_carried(slug: str) -> None:
    before, text = catalog(slug), source(slug)
    whole = [m for m in before.live if m.msgctxt == "paragraph"][1]
    at = whole.msgid.index(". ") + 1
    half = whole.msgid[:at] + " It is news to most."
    result = synced(before, edited(text, whole.msgid, f"{half}\n\n{whole.msgid[at + 1 :]}"), slug)
    message = result.catalog.by_key[MessageKey("paragraph", half)]
    assert standing(message).state is State.STALE
    assert message.msgstr == (translation(whole.msgid[:at]),)
    assert message.previous and message.previous.msgid == whole.msgid[:at]


def test_a_paragraph_that_gave_a_sentence_to_a_merged_one_keeps_the_rest() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    giver, one, other = [m.msgid for m in before.live if m.msgctxt == "paragraph"][:3]
    given = giver[giver.rindex(". ") + 2 :]
    merged = f"{one} {other} {given}"
    shorter = giver.removesuffix(f" {given}")
    result = synced(before, edited(text, f"{giver}\n\n{one}\n\n{other}", f"{shorter}\n\n{merged}"), "sleep-study")
    by_text = result.catalog.by_key
    assert by_text[MessageKey("paragraph", merged)].text == translation(merged)
    left = by_text[MessageKey("paragraph", shorter)]
    assert left.text == translation(giver) and standing(left).state is State.STALE


@pytest.mark.parametrize("last", ["It can be treated.", "All data will be published in March 2027."])
def test_a_last_sentence_on_its_own_has_its_own_translation(last: str) -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    whole = next(m for m in before.live if m.msgid.endswith(last))
    rest = whole.msgid.removesuffix(f" {last}")
    result = synced(before, edited(text, whole.msgid, f"{rest}\n\n{last}"), "sleep-study")
    assert [change.grade for change in result.changes] == [Grade.SPLIT, Grade.SPLIT]
    assert [result.catalog.by_key[change.key].text for change in result.changes] == list(map(translation, (rest, last)))


def test_a_sentence_edited_while_its_paragraph_is_split_is_stale_with_its_own_translation() -> None:
    before, text = catalog("tokyo-forum"), source("tokyo-forum")
    whole = next(m for m in before.live if m.msgid.startswith("This forum serves"))
    at = whole.msgid.index(" China announced") + 1
    first, second = whole.msgid[: at - 1], whole.msgid[at:]
    result = synced(before, edited(text, whole.msgid, f"{first}\n\n{second.replace('70%', '75%')}"), "tokyo-forum")
    one, other = (result.catalog.by_key[change.key] for change in result.changes)
    assert standing(one).state is State.TRANSLATED and one.text == translation(first)
    assert standing(other).state is State.STALE and other.text == translation(second)
    assert other.previous and other.previous.msgid == second
    assert "l10n-changed: number: “70%” → “75%”" in other.comments


def test_halves_of_a_real_translation_get_the_sentences_that_are_theirs() -> None:
    text = source("tokyo-forum")
    bokmål = po.decode((ARTICLES / "tokyo-forum.nb.po").read_bytes()).catalog
    whole = next(m for m in bokmål.live if m.msgid.startswith("On December 14"))
    at = whole.msgid.index(" Secretary General") + 1
    halves = f"{whole.msgid[: at - 1]}\n\n{whole.msgid[at:]}"
    result = synced(bokmål, edited(text, whole.msgid, halves), "tokyo-forum")
    one, other = (result.catalog.by_key[change.key].text for change in result.changes)
    assert one.startswith("Den 14. desember") and one.endswith("CFIUS i USA.")
    assert other.startswith("Generalsekretær Yasutaka Nakasone") and f"{one} {other}" == whole.text


def test_halves_of_a_translation_with_other_sentences_do_not_both_show_all_of_it() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    whole = [m for m in before.live if m.msgctxt == "paragraph"][1]
    loose = reviewed(whole)
    loose = judged(
        Message(msgctxt=loose.msgctxt, msgid=loose.msgid, msgstr=("Etter en måned husket de mest.",), extracted=()),
        State.REVIEWED, by=None, at="", origin=None,
    )  # fmt: skip
    at = whole.msgid.index(". ") + 1
    result = synced(
        before.with_messages([loose]),
        edited(text, whole.msgid, f"{whole.msgid[:at]}\n\n{whole.msgid[at + 1 :]}"),
        "sleep-study",
    )
    halves = [result.catalog.by_key[change.key] for change in result.changes]
    assert sorted(half.text for half in halves) == ["", "Etter en måned husket de mest."]
    assert {standing(half).state for half in halves} == {State.NEW, State.STALE}


def chrome(*messages: Message) -> Catalog:
    return Catalog(messages=messages)


def label(context: str, msgid: str, text: str = "") -> Message:
    message = Message(msgctxt=context, msgid=msgid, msgstr=(text,))
    return judged(message, State.REVIEWED, by=None, at="", origin=None) if text else message


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("Avvis", "Avvis alle", "Reject"),
        ("Bilde generert av AI", "Ikke generert av AI", "Image generated by AI"),
        ("Vis flere artikler her", "Vis færre artikler her", "Show more articles here"),
    ],
)
def test_a_label_is_never_filled_from_one_that_is_alike(old: str, new: str, text: str) -> None:
    result = sync(chrome(label("button", new)), chrome(label("button", old, text)), source_language="nb", locale="en")
    assert result.catalog.by_key[MessageKey("button", new)].msgstr == ("",)
    assert [(m.msgid, m.text) for m in obsolete(result)] == [(old, text)], "and the old one is kept"


def test_an_untouched_draft_of_a_changed_source_makes_room_for_a_fresh_one() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    paragraph = next(m for m in before.live if m.msgctxt == "paragraph")
    draft = judged(paragraph, State.DRAFT, by=None, at="", origin=Origin.parse("argos en_nb 1.9"))
    changed = edited(text, "in a quiet room", "in a loud room")
    result = synced(before.with_messages([draft]), changed, "sleep-study")
    assert result.catalog.by_key[only_change(result)].msgstr == ("",)
    assert synced(result.catalog, text, "sleep-study").catalog.by_key[paragraph.key] == draft


def test_ten_edits_leave_one_copy_of_the_translation() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    current = before
    for number in range(15, 25):
        current = synced(current, edited(text, "recalled 14 of 20", f"recalled {number} of 20"), "sleep-study").catalog
    was = next(m for m in before.live if "recalled 14" in m.msgid)
    now = next(m for m in current.live if "recalled 24" in m.msgid)
    assert sum(m.obsolete for m in current.messages) == 1
    assert now.previous and now.previous.msgid == was.msgid, "stale since the source it was made from"


def test_a_stale_text_that_someone_worked_on_goes_along() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    first = synced(before, edited(text, "recalled 14 of 20", "recalled 15 of 20"), "sleep-study").catalog
    half_done = replace(next(m for m in first.live if m.is_fuzzy), msgstr=("Halvferdig …",))
    second = synced(
        first.with_messages([half_done]), edited(text, "recalled 14 of 20", "recalled 16 of 20"), "sleep-study"
    )
    now = next(m for m in second.catalog.live if "recalled 16" in m.msgid)
    assert now.msgstr == ("Halvferdig …",) and standing(now).state is State.STALE
    assert [m.msgstr for m in obsolete(second)] == [next(m for m in before.live if "recalled 14" in m.msgid).msgstr]


def test_what_msgmerge_made_fuzzy_is_restored_when_the_source_is_reverted() -> None:
    before, text = catalog("coastal-ferries"), source("coastal-ferries")
    was = next(m for m in before.live if "covers 40%" in m.msgid)
    # msgmerge --previous moves text and comments to the new msgid, and keeps no old entry
    merged = replace(
        was, msgid=was.msgid.replace("40%", "45%"), flags=("fuzzy",), previous=Previous(was.msgctxt, was.msgid)
    )
    foreign = replace(before, messages=tuple(merged if m.key == was.key else m for m in before.messages))
    assert standing(merged).state is State.STALE
    restored = synced(foreign, text, "coastal-ferries").catalog
    assert restored.by_key[was.key] == was and standing(restored.by_key[was.key]).state is State.REVIEWED


def test_both_texts_of_a_merge_conflict_go_along_with_a_changed_source() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    ours = next(m for m in before.live if "recalled 14" in m.msgid)
    unsettled = with_conflict(ours, replace(ours, msgstr=("Kari skrev noe annet.",)))
    changed = edited(text, "recalled 14 of 20", "recalled 15 of 20")
    result = synced(before.with_messages([unsettled]), changed, "sleep-study")
    now = result.catalog.by_key[only_change(result)]
    assert now.msgstr == ours.msgstr and conflicting_texts(now) == [("Kari skrev noe annet.",)]


def test_a_broken_seal_does_not_heal_by_a_cosmetic_change() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    was = next(m for m in before.live if "o'clock" in m.msgid)
    tampered = replace(was, msgstr=("Noe helt annet.",))
    result = synced(before.with_messages([tampered]), edited(text, "two o'clock", "two o’clock"), "sleep-study")
    now = next(m for m in result.catalog.live if "o’clock" in m.msgid)
    assert standing(now).state is State.TRANSLATED and read_record(now).seal != seal(now)


def test_nothing_to_do_is_the_same_object() -> None:
    before = catalog("tokyo-forum")
    assert synced(before, source("tokyo-forum"), "tokyo-forum").catalog is before


def test_foreign_state_of_an_unchanged_message_is_respected() -> None:
    """What Poedit or a person did to a message whose source is the same is not ours to judge."""
    message = Message(
        msgctxt="paragraph", msgid="Two ferries left at noon, and one came back.", msgstr=("To ferger gikk.",),
        comments=("l10n-state: reviewed", "l10n-seal: 000000000000", "egen merknad"), flags=("fuzzy", "no-wrap"),
    )  # fmt: skip
    wanted = Message(msgctxt="paragraph", msgid=message.msgid)
    assert sync(chrome(wanted), chrome(message), source_language="en", locale="nb").catalog.messages == (message,)


def test_a_changed_note_follows_the_template_and_touches_nothing_else() -> None:
    before, text = catalog("sleep-study"), source("sleep-study")
    result = synced(before, edited(text, "delays sleep by an hour", "delays sleep by one hour"), "sleep-study")
    summary = next(m for m in result.catalog.live if "double espresso" in m.msgid)
    assert any("by one hour" in note for note in summary.extracted)
    assert standing(summary).state is State.REVIEWED


def test_a_new_plural_is_stale_and_keeps_the_text() -> None:
    old = label("notice", "There are several comments below this article", "Det er flere kommentarer")
    new = Message(msgctxt="notice", msgid=old.msgid, msgid_plural="There are %(n)s comments", msgstr=("", ""))
    message = sync(chrome(new), chrome(old), source_language="en", locale="nb").catalog.messages[0]
    assert message.msgstr == ("Det er flere kommentarer",) * 2 and standing(message).state is State.STALE


def test_a_sentence_whose_link_leads_elsewhere_is_not_carried_through_a_split() -> None:
    before, text = catalog("coastal-ferries"), source("coastal-ferries")
    whole = next(m.msgid for m in before.live if "](https://example.org/ferries)" in m.msgid)
    at = whole.index(". ") + 1
    halves = f"{whole[:at]}\n\n{whole[at + 1 :]}".replace("example.org/ferries", "example.org/boats")
    result = synced(before, edited(text, whole, halves), "coastal-ferries").catalog
    linked = next(m for m in result.live if "example.org/boats" in m.msgid)
    assert standing(linked).state in (State.STALE, State.NEW)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_split_or_a_merge_that_is_taken_back_leaves_no_trace(slug: str) -> None:
    before, text = catalog(slug), source(slug)
    first, second = [m.msgid for m in before.live if m.msgctxt == "paragraph"][1:3]
    split = edited(text, first, first.replace(". ", ".\n\n", 1).replace("70%", "71%"))
    merged = edited(edited(text, second, ""), first, f"{first} {second}")
    for changed in (split, merged):
        result = synced(synced(before, changed, slug).catalog, text, slug)
        assert result.catalog == before
