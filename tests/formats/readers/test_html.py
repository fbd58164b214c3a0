"""HTML pages: what elements say is believed, and no Norwegian gets into an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import pytest

from l10n.errors import InvalidInputError
from l10n.formats.readers.capture import read as read_capture
from l10n.formats.readers.html.read import read
from l10n.model.article import AI_REPORT, Article, Card, Image
from l10n.model.reading import Reading, ReadingOptions
from tests.conftest import FIXTURES
from tests.formats.readers.annotated import Annotated


def page(name: str) -> Reading:
    return read((FIXTURES / "pages" / f"{name}.html").read_text(encoding="utf-8"), ReadingOptions())


def article_of(reading: Reading) -> Article:
    assert reading.questions == ()
    assert reading.article is not None
    return reading.article


def test_a_whole_news_page() -> None:
    reading = page("tokyo")
    article = article_of(reading)
    assert article == Article(
        slug="",
        title="Tokyo hosts inaugural economic security forum",
        lead="Japan's government is hosting a forum on **economic security** in Tokyo on December 15, "
        "with guests from [Europe and India](https://example.org/europe).",
        badges=(AI_REPORT,),
        images=(
            Image(
                alt="Illustration of experts at a forum in Tokyo.",
                src="/img/forum.jpg",
                caption="Experts met at Nikkei Hall.",
                credit="Fjordposten",
                machine_made=True,
            ),
        ),
        cards=(
            Card(
                headline="Japan plans G7 pushback",
                summary="The finance minister will outline her stance next week.",
                alt="Ministers at a table in Washington.",
                url="/g7",
                badges=(AI_REPORT,),
            ),
            Card(
                headline="Japan and India meet in New Delhi",
                summary="Officials talked about supply chains.",
                url="/india",
            ),
        ),
        body="Companies such as NEC, IBM and General Motors will take part, and the prime minister will speak.\n\n"
        "## Rare earths\n\n"
        "China has tightened its export rules. Prices have doubled.\n\n"
        "- Gallium is used in chips.\n- Dysprosium is used in motors.\n\n"
        "> We need a long-term perspective.\n",
    )
    cookie = next(string for string in reading.chrome if string.id == "cookie-text")
    assert cookie.text == (
        "Vi bruker informasjonskapsler for analyse. Les vår [personvernerklæring](privacy) for mer informasjon."
    )


@dataclass(frozen=True)
class Page:
    name: str
    title: str
    lead: str
    passages: int
    """Blocks of the body, without the lead."""
    cards: tuple[str, ...] = ()
    chrome: tuple[str, ...] = ()
    """Strings that must be among the chrome."""
    lang: str = "nb"
    absent: tuple[str, ...] = field(default=())
    """Words that must not be in the article."""


PAGES = [
    Page(
        "divs-no-article", "Oil falls for a third day", "Oil prices", 2, chrome=("Børs", "Annonse"), absent=("Annonse",)
    ),
    Page("no-h1", "Storm cuts power to thousands", "Thousands", 2, chrome=("Om oss",), absent=("nyhetsbrev", "NRK")),
    Page(
        "swedish-site",
        "Swedes vote in close election",
        "Millions",
        1,
        cards=("Youth turnout may decide the vote", "Energy bills dominate last debate"),
        chrome=("Vi använder kakor. Läs vår [integritetspolicy](privacy).",),
        lang="sv",
        absent=("Publicerad", "Foto"),
    ),
    Page(
        "danish-flat-related",
        "New drug slows dementia",
        "A drug",
        2,
        cards=("Novo Nordisk raises forecast", "Nurses vote on pay deal"),
        chrome=("Læs også",),
        lang="da",
        absent=("Mette",),
    ),
    Page(
        "inline-read-also",
        "Wolves return to the woods",
        "Three packs",
        2,
        cards=("Sheep farmers demand new fences", "Bears seen near Trysil"),
        chrome=("Les også:",),
        absent=("Les også",),
    ),
    Page(
        "aside-most-read",
        "Haaland scores twice",
        "Erling",
        1,
        cards=("Tickets sold out in nine minutes", "Bodø/Glimt sign striker"),
        chrome=("Mest lest", "Nyheter", "Sport"),
    ),
    Page("unclosed-and-hostile", "Hackers test defences", "Security", 1, absent=("javascript", "Hidden", "alert")),
    Page(
        "captions-and-boxes",
        "Orchard in Hardanger picks its first apricots",
        "A fruit farmer",
        3,
        cards=(
            "Cherry growers pray for a dry July",
            "Steepest farm in Norway looks for an heir",
            "Cider sales pass beer in the west",
        ),
        chrome=("Les også:", "Flere saker fra Landbruk", "Bilde generert av AI", "Saken fortsetter under annonsen"),
        absent=("generert", "Siri", "annonsen"),
    ),
    Page(
        "swedish-nameless-classes",
        "Malmö opens a school for grandparents",
        "Forty pensioners",
        3,
        cards=(
            "Teachers retire later than ever",
            "Library lends out violins",
            "Harbour bath heated by server halls",
        ),
        chrome=("Läs även", "Fler artiklar", "Rapporterad av AI"),
        lang="sv",
        absent=("Publicerad", "Dela"),
    ),
    Page(
        "divs-of-spans",
        "Cable car opens above the fjord",
        "The ride takes five minutes, and the view is worth the queue. The queue takes two hours.",
        3,
        chrome=("Reise", "Annonse", "Tips en venn", "Mest lest"),
        absent=("Oppdatert", "Lagret", "Lesetid"),
    ),
    Page(
        "tables-and-lists",
        "Kelp farm feeds a town",
        "**A farm off Frøya",
        2,
        cards=("Sea urchins eat a forest", "Mussel rope stolen at night"),
        chrome=("Seksjoner", "Eldre saker fra havet"),
        absent=("Arkiv",),
    ),
    Page(
        "boxes-and-terms",
        "Tram returns to the hill",
        "The blue tram",
        3,
        chrome=("Siste nytt", "Tv-guide", "Lytt: Sporvognspodden"),
        absent=("Sporvognspodden", "Episode", "Spill av"),
    ),
    Page(
        "english-cookie",
        "Ceasefire holds in Gaza",
        "A ceasefire",
        2,
        chrome=("Accept all",),
        lang="en",
        absent=("Anna",),
    ),
]


@pytest.mark.parametrize("expected", PAGES, ids=lambda expected: expected.name)
def test_other_pages(expected: Page) -> None:
    reading = page(expected.name)
    article = article_of(reading)
    assert article.title == expected.title
    assert article.lead.startswith(expected.lead)
    assert len([block for block in article.body.split("\n\n") if block.strip()]) == expected.passages
    assert tuple(card.headline for card in article.cards) == expected.cards
    assert all(card.url for card in article.cards)
    assert set(expected.chrome) <= {string.text for string in reading.chrome}
    assert {string.lang for string in reading.chrome} == {expected.lang}
    for word in expected.absent:
        assert word not in f"{article.lead}\n{article.body}"


def test_parts_of_a_sentence_are_one_paragraph() -> None:
    body = article_of(page("divs-of-spans")).body
    assert "it wants **300** kroner from all of them." in body
    assert "look after [goats older than the tourists](/geiter) have asked" in body


def test_a_term_stays_with_its_meaning() -> None:
    body = article_of(page("boxes-and-terms")).body
    assert "- 1934: The first tram climbs the hill.\n- 2013: A landslide.\n" in body
    assert "- Stops: 7\n" in body


def test_text_and_marks_keep_their_meaning() -> None:
    article = article_of(page("unclosed-and-hostile"))
    assert article.lead == r"Security firms saw \*stars\* and \[brackets\] in the logs on Tuesday \<script\>."
    assert "[the desk](mailto:a@example.org)" in article.body


def test_a_passage_outside_the_article_is_asked_about() -> None:
    text = (
        "<body><article><h1>Ferries sail again</h1><p>The company said that it would buy eleven ships.</p>"
        "<p>The first of them will sail from Bergen in May.</p></article>"
        "<div><p>The editors have corrected an error in the third paragraph of this report.</p></div></body>"
    )
    reading = read(text, ReadingOptions())
    assert reading.article is None
    [question] = reading.questions
    answered = read(text, ReadingOptions(answers={question.line: "body"}))
    assert answered.article is not None and "corrected" in answered.article.body


def test_a_badge_and_a_credit_in_a_caption_are_the_pictures() -> None:
    [image] = article_of(page("captions-and-boxes")).images
    assert (image.caption, image.credit, image.machine_made) == (
        "The trees were planted in 2017.",
        "Tor Hus / NTB",
        True,
    )


STORY = (
    "<article><h1>Ferries sail again</h1><p>The company said that it would buy eleven ships.</p>"
    "<p>The first of them will sail from Bergen in May.</p></article>"
)


def test_teasers_in_a_part_that_names_another_language() -> None:
    text = (
        f'<body>{STORY}<aside lang="nb"><h2>Mer fra havet</h2><article><h3>Whales return to the strait</h3>'
        "<p>Rapportert av AI</p><p>Eleven humpbacks were counted on Sunday.</p></article>"
        "<article><h3>Harbour wall to be raised</h3></article></aside></body>"
    )
    article = article_of(read(text, ReadingOptions()))
    assert [(card.headline, card.badges) for card in article.cards] == [
        ("Whales return to the strait", (AI_REPORT,)),
        ("Harbour wall to be raised", ()),
    ]


@pytest.mark.parametrize("end", ["", "<p>She added that <a href='/pla"], ids=["no end", "within a tag"])
def test_a_page_that_is_cut_off_is_read_with_a_warning(end: str) -> None:
    whole = read(f"<html><body>{STORY}</body></html>", ReadingOptions())
    cut = read(f"<html><body>{STORY}{end}", ReadingOptions())
    assert whole.warnings == ()
    assert len(cut.warnings) == 1 and "cut off" in cut.warnings[0]
    assert article_of(cut).title == article_of(whole).title


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<html></html>", "no text"),
        (
            "<html><body><nav><a>Hjem</a></nav><footer><p>Alle rettigheter forbeholdt.</p></footer></body></html>",
            "article",
        ),
        ("<p>The company said on Monday that it would buy eleven ships.</p>", "no title"),
        ("<main><h1>Siden finnes ikke</h1><p>Siden du leter etter finnes ikke lenger.</p></main>", "no article"),
        ("<div>" * 300 + STORY + "</div>" * 300, "deep"),
    ],
    ids=["nothing", "menus", "no title", "not found", "deep"],
)
def test_a_page_without_an_article_is_an_error(text: str, sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        read(text, ReadingOptions())


def test_a_table_stays_a_table() -> None:
    text = (
        "<article><h1>Ferries sail again</h1><p>The company said that it would buy eleven ships.</p>"
        "<p>The first of them will sail from Bergen in May.</p>"
        "<table><tr><th>Line</th><th>Price</th></tr><tr><td>Bergen</td><td>NOK 100</td></tr></table></article>"
    )
    article = article_of(read(text, ReadingOptions()))
    assert article.body.endswith("| Line | Price |\n| --- | --- |\n| Bergen | NOK 100 |\n")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "<title>Ferries sail again | Fjordposten</title><header><h1>Fjordposten</h1></header><main><h2>"
            "Ferries sail again</h2><p>The company said that it would buy eleven ships.</p></main>",
            "Ferries sail again",
        ),
        (
            '<?xml version="1.0" encoding="utf-8"?><html><body><h1>Q&amp;A: Ferries</h1>'
            "<p>The company said that it would buy eleven ships.</p></body></html>",
            "Q&A: Ferries",
        ),
    ],
    ids=["the h1 is the site's name", "xhtml"],
)
def test_the_title_is_the_articles(text: str, title: str) -> None:
    assert article_of(read(text, ReadingOptions())).title == title


TAGS = {"t": "h1", "p": "p", "h": "h2", "S": "p"}
FLAT = [
    path
    for path in sorted((FIXTURES / "captures").glob("*.txt"))
    # wrapped lines and lines that are two things say nothing in elements of their own
    if path.stem not in ("storm-wrapped", "inline-read-also", "caption-with-credit", "long-footer")
]


def as_html(annotated: Annotated, chrome: str) -> str:
    """The page as one flat body: nothing but headings, paragraphs and pictures; chrome in the given element."""
    rows = []
    for code, text in annotated.lines:
        shown = escape(text)
        if code == "l":
            numbered = text[0].isdigit()
            rows.append(f"<{'ol' if numbered else 'ul'}><li>{shown.lstrip('•0123456789. ')}</li></ol>")
        elif code in ("a", "K"):
            rows.append(f'<img src="x.jpg" alt="{shown}">')
        elif code == "c":
            rows.append(f"<figure><figcaption>{shown}</figcaption></figure>")
        elif code == "H":
            rows.append(f'<h3><a href="/x">{shown}</a></h3>')
        elif code:
            tag = TAGS.get(code, chrome)
            rows.append(f"<{tag}>{shown}</{tag}>")
    return "<html><body>\n" + "\n".join(rows) + "\n</body></html>"


@pytest.mark.parametrize("path", FLAT, ids=lambda path: path.stem)
@pytest.mark.parametrize("chrome", ["div", "p", "span"])
def test_a_page_without_parts_says_what_its_capture_says(path: Path, chrome: str) -> None:
    annotated = Annotated.load(path)
    captured = read_capture(annotated.text, ReadingOptions()).article
    article = article_of(read(as_html(annotated, chrome), ReadingOptions()))
    assert captured is not None
    assert (article.title, article.lead) == (captured.title, captured.lead)
    assert article.body == captured.body
    assert [(c.headline, c.alt, c.summary, c.badges) for c in article.cards] == [
        (c.headline, c.alt, c.summary, c.badges) for c in captured.cards
    ]
