"""Markdown that is brought: written as an article, or copied with the page around it."""

from __future__ import annotations

import pytest

from l10n.errors import InvalidInputError
from l10n.formats.readers.markdown.read import read
from l10n.model.article import AI_IMAGE, AI_REPORT, Image
from l10n.model.reading import Reading, ReadingOptions

PAGE = """\
![Three beavers on a green.](beavers.jpg)
Bilde generert av AI

# Beavers flood a golf course near Kongsberg

Rapportert av AI

Three beavers have turned the ninth hole into a
pond, the club says.[^1]

## What the law says

- Beavers may be moved only between August and April.
  - With a permit.
- Dams may be lowered by hand.

> Vi må lære å leve med beveren.

    dam = sticks + mud

[^1]: The club has 412 members.

**Les også:** [Moose sleeps in car park](https://example.org/moose)

Del artikkelen

## Relaterte artikler

![A heron.](heron.jpg)
Bilde generert av AI

### Herons move to town

Rapportert av AI

Forty pairs nest above the bus station this year.

---

Dette nettstedet bruker informasjonskapsler

Les vår [personvernerklæring](/personvern) for mer informasjon.

Avvis
"""
BODY = """\
Three beavers have turned the ninth hole into a
pond, the club says.[^1]

## What the law says

- Beavers may be moved only between August and April.
  - With a permit.
- Dams may be lowered by hand.

> Vi må lære å leve med beveren.

    dam = sticks + mud

[^1]: The club has 412 members.
"""


def read_it(text: str) -> Reading:
    return read(text, ReadingOptions())


def test_a_page_in_markdown_gives_up_its_chrome_and_keeps_its_source() -> None:
    reading = read_it(PAGE)
    article = reading.article
    assert article is not None
    assert (article.title, article.badges) == ("Beavers flood a golf course near Kongsberg", (AI_REPORT,))
    assert article.images == (Image(alt="Three beavers on a green.", src="beavers.jpg", machine_made=True),)
    assert [(card.headline, card.url, card.badges) for card in article.cards] == [
        ("Moose sleeps in car park", "https://example.org/moose", ()),
        ("Herons move to town", "", (AI_REPORT, AI_IMAGE)),
    ]
    assert article.body == BODY
    assert {"Relaterte artikler", "Les også:", "Del artikkelen", "Avvis"} <= {string.text for string in reading.chrome}
    assert {string.lang for string in reading.chrome} == {"nb"}


def test_windows_line_ends_change_nothing() -> None:
    assert read_it(PAGE.replace("\n", "\r\n")).article == read_it(PAGE).article


def test_lines_are_counted_in_the_file() -> None:
    numbers = {line.text: line.line for line in read_it(f"---\nlang: en\n---\n{PAGE}").lines}
    assert numbers["Relaterte artikler"] == PAGE.split("\n").index("## Relaterte artikler") + 4


def test_an_article_alone_is_kept_to_the_letter() -> None:
    body = 'Norwegians say "takk for maten".\n\n– Det er en stor dag, sa han.\n\n![A heron.](heron.jpg)\n'
    article = read_it(f"# Beavers are back\n\n{body}").article
    assert article is not None and article.body == body


@pytest.mark.parametrize("top", ["## Beavers are back\n\n", "![A dam.](dam.jpg)\n\n# Beavers are back\n\n"])
def test_the_title_need_not_be_a_heading_of_the_first_rank_on_the_first_line(top: str) -> None:
    article = read_it(f"{top}Three beavers have built a dam, the club says.\n").article
    assert article is not None
    assert (article.title, article.body) == ("Beavers are back", "Three beavers have built a dam, the club says.\n")


def test_title_and_lead_of_the_front_matter_are_not_shown_twice() -> None:
    lead = "Three beavers have built a dam."
    article = read_it(f"---\ntitle: A dam\nlead: {lead}\n---\n# A dam\n\n{lead}\n\nIt holds, they say.\n").article
    assert article is not None
    assert (article.title, article.lead, article.body) == ("A dam", lead, "It holds, they say.\n")


def test_a_foreign_sentence_amid_the_story_of_a_page_is_asked_about() -> None:
    text = PAGE.replace("> Vi må lære", "Vi må lære")
    reading = read_it(text)
    assert [question.text for question in reading.questions] == ["Vi må lære å leve med beveren."]
    answered = read(text, ReadingOptions(answer_all="body")).article
    assert answered is not None and "Vi må lære" in answered.body


def test_an_article_in_the_language_of_the_site_is_not_told_apart() -> None:
    article = read("# Bever på banen\n\nDel artikkelen\n", ReadingOptions(article_language="nb")).article
    assert article is not None and "Del artikkelen" in article.body


@pytest.mark.parametrize(("text", "sentence"), [("", "no text"), ("A beaver, and no title.\n", "no title")])
def test_what_is_no_article_is_an_error(text: str, sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        read_it(text)
