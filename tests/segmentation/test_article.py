"""Articles into messages and back."""

from __future__ import annotations

import pytest

from l10n.model.article import Article, Card, Image
from l10n.segmentation.article import join, split
from l10n.segmentation.body import as_inline, passages, replace_passages
from l10n.segmentation.words import count_words

BODY = """\
## What happened

Oil fell by *five* per cent
on Monday, the [agency](https://example.org/a) said.

> “We are calm,”
> the minister said.

- First point
  goes on
- Second point

| Country | Share |
|---------|-------|
| Norway  | 2%    |

![A rig at dawn](rig.jpg "Rig")

```
code is not text
```
"""
ARTICLE = Article(
    slug="oil",
    title="Oil falls",
    lead="Oil fell.",
    images=(Image(alt="A pump", caption="A pump in Texas"),),
    cards=(Card(headline="Gas rises", summary="Gas rose.", alt="A flame", badges=("ai-report",)),),
    body=BODY,
)


def test_joining_with_the_source_gives_the_same_article() -> None:
    assert join(ARTICLE, lambda _, text: text, lang="en") == ARTICLE


def test_every_text_has_its_role_and_stands_on_one_line() -> None:
    assert [(unit.context, unit.text) for unit in split(ARTICLE)] == [
        ("title", "Oil falls"),
        ("lead", "Oil fell."),
        ("image alt", "A pump"),
        ("caption", "A pump in Texas"),
        ("heading", "What happened"),
        ("paragraph", "Oil fell by *five* per cent on Monday, the [agency](https://example.org/a) said."),
        ("quote", "“We are calm,” the minister said."),
        ("list item", "First point goes on"),
        ("list item", "Second point"),
        ("table cell", "Country"),
        ("table cell", "Share"),
        ("table cell", "Norway"),
        ("table cell", "2%"),
        ("image alt", "A rig at dawn"),
        ("card headline", "Gas rises"),
        ("card alt", "A flame"),
        ("card summary", "Gas rose."),
    ]


def test_rewrapping_a_paragraph_changes_no_message() -> None:
    rewrapped = BODY.replace("per cent\non Monday", "per\ncent on Monday")
    assert [p.text for p in passages(rewrapped)] == [p.text for p in passages(BODY)]


def test_inserting_a_paragraph_on_top_changes_no_other_message() -> None:
    old = {(p.context, p.text) for p in passages(BODY)}
    new = {(p.context, p.text) for p in passages("A new beginning.\n\n" + BODY)}
    assert new - old == {("paragraph", "A new beginning.")}
    assert old <= new


def test_translations_stand_where_the_sources_stood() -> None:
    translated = join(ARTICLE, lambda context, text: text.upper(), lang="nb")
    assert "- FIRST POINT GOES ON\n- SECOND POINT" in translated.body
    assert "| NORWAY  | 2%    |" in translated.body
    assert '![A RIG AT DAWN](rig.jpg "Rig")' in translated.body
    assert "code is not text" in translated.body


@pytest.mark.parametrize("text", ["15. desember kom han.", "- og så", "# 1 i køen", "> mer enn 5", "1) først"])
def test_a_translation_never_turns_into_a_list_or_a_heading(text: str) -> None:
    body = "The party met on December 15.\n"
    (passage,) = passages(body)
    (again,) = passages(replace_passages(body, {passage: text}))
    assert again.context == "paragraph"
    assert as_inline("Helt vanlig tekst.") == "Helt vanlig tekst."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("US-China trade war", 3),
        ("Japan’s 70% share — “big”", 4),
        ("Read [our policy](privacy) now", 4),
        ("<b>Two</b> words", 2),
        ("東京です", 4),
        ("…", 0),
        ("", 0),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words
