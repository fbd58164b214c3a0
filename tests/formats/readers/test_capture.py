"""Page captures: every line in its place on the real page and on pages of many other kinds."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import pytest

from l10n.errors import InvalidInputError
from l10n.formats.readers.capture import read
from l10n.model.article import AI_IMAGE, AI_REPORT
from l10n.model.chrome import ChromeString
from l10n.model.reading import CHROME, UNSURE, Reading, ReadingOptions
from tests.conftest import CAPTURE, FIXTURES
from tests.formats.readers.annotated import Annotated

PAGES = sorted((FIXTURES / "captures").glob("*.txt"), key=lambda path: path.stem)
TOKYO = CAPTURE.read_text(encoding="utf-8")
STRANGERS = [
    "Støtt lokaljournalistikken",
    "Slik jobber vi",
    "Gi tilbakemelding",
    "Fant du en feil?",
    "Prøv gratis i en måned",
    "Vis bildetekst",
    "Få varsel på mobilen",
    "Bruk av innhold fra nettstedet er ikke tillatt uten avtale.",
]
"""Chrome that stands in no table."""


def places(reading: Reading) -> dict[int, list[str]]:
    found = defaultdict(list)
    for verdict in reading.lines:
        found[verdict.line].append({CHROME: "#", UNSURE: "?"}.get(verdict.verdict, verdict.role))
    return dict(found)


def settled(annotated: Annotated) -> tuple[Reading, int]:
    """The reading after a person who knows the page has answered its questions, and how many there were."""
    answers: dict[int, str] = {}
    while True:
        reading = read(annotated.text, ReadingOptions(answers=answers))
        asked = {question.line: annotated.answer(question.line) for question in reading.questions}
        if asked.keys() <= answers.keys():
            return reading, len(answers)
        answers |= asked


class TestTheRealPage:
    reading = read(TOKYO, ReadingOptions())

    def test_all_27_lines(self) -> None:
        kinds = [verdict.verdict for verdict in self.reading.lines]
        langs = [verdict.lang for verdict in self.reading.lines]
        assert (kinds.count("body"), kinds.count("chrome")) == (16, 11)
        assert (langs.count("en"), langs.count("nb")) == (16, 11)
        assert not self.reading.questions

    def test_the_article(self) -> None:
        article = self.reading.article
        assert article is not None
        assert article.title == "Tokyo hosts inaugural economic security forum"
        assert article.lead.startswith("Japan's government is hosting")
        assert article.lead.strip() not in article.body
        assert len(article.body.split("\n\n")) == 4
        assert article.badges == (AI_IMAGE,)
        assert [image.machine_made for image in article.images] == [True]
        assert article.images[0].alt.startswith("Illustration of international experts")

    def test_the_seven_cards(self) -> None:
        article = self.reading.article
        assert article is not None
        report = (AI_REPORT,)
        assert [card.badges for card in article.cards] == [(AI_REPORT, AI_IMAGE), (), report, (), report, (), report]
        assert [bool(card.headline) for card in article.cards] == [True] + [False] * 6
        assert all(card.summary for card in article.cards)
        assert article.cards[2].summary.startswith("Building on plans")

    def test_the_chrome(self) -> None:
        assert {(string.id, string.context) for string in self.reading.chrome} == {
            ("ai-image", "badge"),
            ("ai-report", "badge"),
            ("related-heading", "heading"),
            ("cookie-heading", "cookie heading"),
            ("cookie-text", "cookie text"),
            ("cookie-dismiss", "button"),
        }
        text = next(string.text for string in self.reading.chrome if string.id == "cookie-text")
        assert "Les vår [personvernerklæring](privacy) for" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_line_of_other_pages(page: Path) -> None:
    annotated = Annotated.load(page)
    reading = read(annotated.text, ReadingOptions())
    found = places(reading)
    assert {line: found[line] for line in annotated.expected} == annotated.expected
    assert reading.article is not None
    badges = " ".join(",".join(card.badges) or "-" for card in reading.article.cards)
    assert badges == annotated.facts["cards"]
    assert {string.lang for string in reading.chrome} - {"en"} <= {annotated.facts.get("lang", "nb")}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("ends", ["\r\n", " \t\n", "\u00a0\n"], ids=["crlf", "blanks", "nbsp"])
def test_line_ends_and_blanks_change_nothing(page: Path, ends: str) -> None:
    annotated = Annotated.load(page)
    reading = read("\ufeff" + annotated.text.replace("\n", ends), ReadingOptions())
    assert reading.article == read(annotated.text, ReadingOptions()).article


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(3))
def test_chrome_nobody_knows_between_the_blocks_is_never_taken_for_the_story(page: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a choice of lines, no secret
    lines: list[tuple[str, str]] = []
    for code, text in Annotated.load(page).lines:
        lines.append((code, text))
        if not code and rng.random() < 0.25:
            lines += [("#", rng.choice(STRANGERS)), ("", "")]
    mixed = Annotated(tuple(lines), {})
    reading, questions = settled(mixed)
    found = places(reading)
    assert {line: found[line] for line in mixed.expected} == mixed.expected
    assert questions <= 3


# wrapped paragraphs are told by their blank lines alone
@pytest.mark.parametrize(
    "page",
    [*(page for page in PAGES if "wrapped" not in page.stem), None],
    ids=lambda path: path.stem if path else "tokyo",
)
@pytest.mark.parametrize("spacing", ["none", "all"])
def test_without_meaning_in_blank_lines_nothing_is_guessed(page: Path | None, spacing: str) -> None:
    rows = Annotated.load(page).lines if page else [("x", row) for row in TOKYO.split("\n")]
    dense = [row for row in rows if row[1].strip()]
    spread = dense if spacing == "none" else [row for line in dense for row in (line, ("", ""))]
    annotated = Annotated(tuple(spread), {})
    if page is None:
        assert read(annotated.text, ReadingOptions()).article == read(TOKYO, ReadingOptions()).article
    else:
        found = places(settled(annotated)[0])
        assert {line: found[line] for line in annotated.expected} == annotated.expected


HEAD, CARDS, COOKIES = (
    "\n".join(TOKYO.split("\n")[start:end]) + "\n\n" for start, end in ((0, 16), (17, 45), (52, 56))
)


@pytest.mark.parametrize(
    "text",
    [COOKIES + HEAD + CARDS, CARDS + HEAD + COOKIES, COOKIES + CARDS + HEAD, HEAD + COOKIES + CARDS],
    ids=["cookies first", "cards first", "article last", "cookies between"],
)
def test_the_parts_of_a_page_may_stand_in_any_order(text: str) -> None:
    usual, moved = read(TOKYO, ReadingOptions()), read(text, ReadingOptions())
    assert moved.article == usual.article
    assert set(moved.chrome) == set(usual.chrome)


SWEDISH = {
    "Bilde generert av AI": "AI-skapad bild",
    "Rapportert av AI": "Artikel av AI",
    "Relaterte artikler": "Du kanske också gillar",
    "Dette nettstedet bruker informasjonskapsler": "Denna webbplats använder cookies",
    "Vi bruker informasjonskapsler for analyse for å forbedre nettstedet vårt. "
    "Les vår personvernerklæring for mer informasjon.": "Vi använder cookies för att göra webbplatsen bättre. "
    "Läs vår integritetspolicy för mer information.",
    "Avvis": "Avfärda",
}


def test_the_same_page_with_swedish_chrome_in_words_nobody_knows() -> None:
    text = TOKYO
    for norwegian, swedish in SWEDISH.items():
        text = text.replace(norwegian, swedish)
    reading = read(text, ReadingOptions())
    assert reading.article == read(TOKYO, ReadingOptions()).article
    assert {string.lang for string in reading.chrome} == {"sv"}
    assert {"ai-image", "ai-report", "cookie-heading", "cookie-text"} <= {string.id for string in reading.chrome}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_whose_chrome_was_met_before_is_read_the_same(page: Path) -> None:
    text = Annotated.load(page).text
    first = read(text, ReadingOptions())
    again = read(text, ReadingOptions(known=first.chrome))
    assert (again.article, again.chrome) == (first.article, first.chrome)


PARAGRAPH = "The ferry company said on Monday that it would buy eleven new ships for the lines along the coast.\n"


@pytest.mark.parametrize(
    "site", ["Nordlys Avis", "The Harbor Times | News", "The Harbor Times", "Harbor Post: Local news"]
)
@pytest.mark.parametrize("headline", ["Storm damage shuts down port for days", "“We lost everything”", "What now?"])
def test_the_name_of_the_site_on_top_is_no_headline(site: str, headline: str) -> None:
    story = (
        "The harbor will reopen on Monday after the storm, the port authority said. Ships waited outside the bay.",
        "Two cranes were damaged and will be repaired by March. Nobody was hurt.",
    )
    article = read("\n\n".join((site, headline, *story)) + "\n", ReadingOptions()).article
    assert article is not None
    assert (article.title, article.lead, article.body.strip()) == (headline, *story)


def test_a_headline_about_a_paper_is_still_one() -> None:
    story = "The owner of the Harbor Post said on Monday that the paper would close. Nobody had offered to buy it."
    article = read(
        f"Owner to close the Harbor Post\n\n{story}\n\nThe last issue comes in May.\n", ReadingOptions()
    ).article
    assert article is not None and article.title == "Owner to close the Harbor Post"


def test_a_line_that_could_be_either_is_asked_about_and_an_answer_settles_it() -> None:
    text = f"Ferries sail again\n\n{PARAGRAPH}\nAnnonse\n\nSenja, Andøya, Langøya\n\nAnnonse\n\n{PARAGRAPH}"
    reading = read(text, ReadingOptions())
    assert reading.article is None
    assert [(q.line, q.choices) for q in reading.questions] == [(7, ("body", "chrome"))]
    as_body = read(text, ReadingOptions(answers={7: "body"}))
    as_chrome = read(text, ReadingOptions(answer_all="chrome"))
    assert as_body.article is not None and "## Senja, Andøya, Langøya" in as_body.article.body
    assert as_chrome.article is not None and "Senja" not in as_chrome.article.body


def test_a_badge_between_two_summaries_goes_to_the_one_below_or_is_asked_about() -> None:
    summary = "The board of the line will meet in Tromsø next week to decide on the price of tickets."
    text = f"Ferries sail again\n\n{PARAGRAPH}\nRelaterte artikler\n\n{summary}\n\nRapportert av AI\n\n{summary}\n"
    reading = read(text, ReadingOptions())
    asked = [q for q in reading.questions if q.choices == ("above", "below")]
    if reading.article is not None:
        assert [card.badges for card in reading.article.cards] == [(), (AI_REPORT,)]
    else:
        assert asked


@pytest.mark.parametrize("text", ["Ikke generert av AI", "Bildet er ikke laget av KI"])
def test_a_label_that_denies_a_machine_is_no_machine_badge(text: str) -> None:
    reading = read(f"Ferries sail again\n\n{text}\n\n{PARAGRAPH}", ReadingOptions())
    assert reading.article is not None
    assert reading.article.badges == ()
    assert {string.id for string in reading.chrome}.isdisjoint({AI_IMAGE, AI_REPORT})


def test_what_the_project_calls_chrome_is_chrome() -> None:
    text = f"Ferries sail again\n\n{PARAGRAPH}\nHurtigposten recommends\n\n{PARAGRAPH}"
    known = ChromeString(id="tip", context="heading", text="Hurtigposten recommends", lang="en")
    without, with_it = read(text, ReadingOptions()), read(text, ReadingOptions(known=(known,)))
    assert without.article is not None and "## Hurtigposten" in without.article.body
    assert with_it.article is not None and "Hurtigposten" not in with_it.article.body


def test_signs_of_markdown_are_shown_as_they_were() -> None:
    from markdown_it import MarkdownIt

    page = Annotated.load(FIXTURES / "captures" / "markdown-signs.txt")
    reading = read(page.text, ReadingOptions())
    assert reading.article is not None
    tokens = MarkdownIt("commonmark").parse(reading.article.body)
    shown = ["".join(part.content for part in token.children or ()) for token in tokens if token.type == "inline"]
    captured = [text for code, text in page.lines if code == "p"]
    assert shown == captured[1:]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "there is no text"),
        (" \n\u00a0\n\t\n", "there is no text"),
        ("Relaterte artikler\n\nAvvis\n", "there is no article"),
        (PARAGRAPH + "\n" + PARAGRAPH, "no title"),
    ],
)
def test_a_page_without_an_article_is_an_error_and_no_empty_article(text: str, sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        read(text, ReadingOptions())
