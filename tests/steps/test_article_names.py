"""Names of a source article."""

from __future__ import annotations

from l10n.model.glossary import Term, TermKind
from l10n.model.message import Message
from l10n.steps.article_names import article_names
from tests.steps import newsroom

TEXTS = (
    "Following the storm, Finance Minister Satsuki Katayama flew from Kyoto on Thursday.",
    "In December, Rapidus Corp. promised Satsuki Katayama’s ministry a plant. With Germany and the United Nations, "
    "Kazuto Suzuki's [team](https://example.org/Team) agreed.",
)


def names(*terms: Term) -> list[tuple[str, int]]:
    messages = [Message(msgid=text) for text in TEXTS]
    return article_names(messages, terms, source_language="en", locale="nb")


def test_people_companies_and_towns_are_found_whole_and_nothing_else() -> None:
    assert names() == [("Satsuki Katayama", 2), ("Kazuto Suzuki", 1), ("Kyoto", 1), ("Rapidus", 1)]


def test_what_the_glossary_has_is_left_out() -> None:
    kept = Term(source="satsuki katayama", kind=TermKind.DO_NOT_TRANSLATE)
    assert [name for name, _ in names(kept)] == ["Kazuto Suzuki", "Kyoto", "Rapidus"]


def found(*texts: str, locale: str = "nb", language: str = "en") -> list[str]:
    messages = [Message(msgid=text) for text in texts]
    return [name for name, _ in article_names(messages, (), source_language=language, locale=locale)]


def test_a_name_is_known_in_every_message_from_one() -> None:
    texts = (
        "Mayor Ingrid Solheim opened the pier.",
        "Solheim thanked the crews.",
        "“We waited,” Solheim’s deputy said.",
    )
    messages = [Message(msgid=text) for text in texts]
    assert article_names(messages, (), source_language="en", locale="nb") == [("Ingrid Solheim", 3)]


def test_real_articles() -> None:
    ferries = newsroom.template(newsroom.source("coastal-ferries"), "coastal-ferries")
    assert found(*(message.msgid for message in ferries.live)) == [
        "Halhjem", "Bergen", "Florø", "Ingrid Solheim", "Morten Storebø", "Vestland", "Ålesund",
    ]  # fmt: skip
    sleep = newsroom.template(newsroom.source("sleep-study"), "sleep-study")
    assert found(*(message.msgid for message in sleep.live)) == [
        "Mette Lindqvist", "Aarhus", "Boston", "Odense", "Oslo", "Vang",
    ]  # fmt: skip


def test_capitals_that_make_no_name() -> None:
    assert (
        found(
            "Rates rose again. Analysts were surprised. Bonds fell.",
            "The Cabinet approved its Green Deal on Monday, October 9, under French and Dutch pressure.",
            "How Rising Rates Change What Families Pay For Their Homes",
            "WE WILL NOT PAY, said one poster. GDP grew; World War II did not come back.",
            "Bonds and analysts’ views of markets matter, the U.S. Congress heard in a Muslim country.",
        )
        == []
    )


def test_acronyms_of_organizations_are_kept_where_languages_take_them_over() -> None:
    text = "The WTO and the JBIC answered."
    assert found(text) == ["JBIC", "WTO"]
    assert found(text, locale="fr") == ["JBIC"]


def test_nouns_of_german_sources_are_no_names() -> None:
    assert found("Am Montag sprach Kanzler Friedrich Merz in Bergen.", language="de") == []


def test_two_capitals_are_no_start_of_a_sentence() -> None:
    assert found("Sør-Trøndelag får mer snø.", language="nb") == ["Sør-Trøndelag"]
    assert found("Post-War growth was fast.") == []
