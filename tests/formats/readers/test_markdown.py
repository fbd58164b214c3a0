"""An article's file, read as its author meant it, or refused with the line where it is wrong."""

from __future__ import annotations

import datetime

import pytest

from l10n.errors import InvalidInputError
from l10n.formats.readers.markdown.article import parse
from l10n.formats.writers.markdown import serialize
from l10n.model.article import Article, Image
from l10n.segmentation.article import split


def article(front: str, body: str = "") -> Article:
    return parse(f"---\n{front}\n---\n{body}", slug="x")


@pytest.mark.parametrize("title", ["no", "1984", "2026-01-05", "12:30", "1_000", "off", "0x10", "1e3", ".inf", "N"])
def test_a_title_is_what_was_typed(title: str) -> None:
    assert article(f"title: {title}").title == title


def test_texts_are_text_and_switches_are_switches() -> None:
    read = article(
        "title: T\nlang: no\nlead: 1984\nimages:\n  - alt: 2026-01-05\n    machine_made: Yes\ndate: 2026-01-05"
    )
    assert (read.lang, read.lead) == ("nb", "1984")
    assert read.images == (Image(alt="2026-01-05", machine_made=True),)
    assert read.extra == {"date": datetime.date(2026, 1, 5)}
    assert parse(serialize(read), slug="x") == read


def test_empty_fields_are_not_there() -> None:
    read = article('title: T\nlead:\nlang: ""\nimages: [{alt: ""}]\ncards:\nbadges: []')
    assert read == Article(slug="x", title="T", images=(Image(),))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("---\ntitle:\n---\n", 2, "the title is empty"),
        ('---\nlang: en\ntitle: "  "\n---\n', 3, "the title is empty"),
        ("# \u200b\n\nText.\n", 1, "the title is empty"),
        ("---\ntitle: A\nlead: B\ntitle: C\n---\n", 4, "`title` is there twice"),
        ("---\ntitle: A\ncards:\n  - summary: B\n    summary: C\n---\n", 5, "`summary` is there twice"),
        ("---\ntitle: A\ncards:\n  - url: https://example.org\n---\n", 3, "has no text"),
        ("---\ntitle: A\nlang: klingon-x\n---\n", 3, "klingon"),
        ("---\ntitle: [A]\n---\n", 2, "must be text, not a list"),
        ("---\ntitle: A\nimages: x\n---\n", 3, "must be a list"),
        ("---\ntitle: A\nimages: [x]\n---\n", 3, "must be `key: value` lines"),
        ("---\ntitle: A\nimages: [{machine_made: maybe}]\n---\n", 3, "machine_made"),
        ("---\ntitle: A\ndate: 2026-13-05\n---\n", 3, "put it in quotes"),
        ("---\ntitle: A\n? [a]\n: b\n---\n", 3, "a key is a list"),
        ("---\ntitle: &a [*a]\n---\n", 2, "nested too deeply"),
        ("---\ntitle: A\nimages: " + "[" * 3000 + "\n---\n", 2, "nested too deeply"),
        ('---\ntitle: "\\ud800"\n---\n', 2, "U+D800"),
        ('---\ntitle: A\nlead: "\\x07"\n---\n', 3, "U+0007"),
        ("---\ntitle: A\n---\n\nText.\n\nBell\x07.\n", 7, "control character U+0007"),
        ("# A\n\n\x1b[31mred\n", 3, "control character U+001B"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says.replace("+", r"\+")) as caught:
        parse(text, slug="x")
    assert caught.value.line == line


def test_aliases_do_not_grow() -> None:
    bomb = "title: T\na0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 40))
    with pytest.raises(InvalidInputError, match="nested too deeply"):
        article(bomb + "images: *a39")


def test_lists_far_deeper_than_anyone_writes_keep_every_text() -> None:
    body = "\n".join(f"{'  ' * depth}- item {depth}" for depth in range(48))
    texts = [unit.text for unit in split(article("title: T", body))]
    assert texts == ["T", *(f"item {depth}" for depth in range(48))]


@pytest.mark.parametrize("mark", ["- ", "> ", "1. "])
def test_what_is_deeper_still_is_refused_and_never_dropped(mark: str) -> None:
    with pytest.raises(InvalidInputError, match="nested too deeply") as caught:
        article("title: T", f"First.\n\n{mark * 300}text\n")
    assert caught.value.line == 6


@pytest.mark.parametrize("tail", ["-" * 300, "|" + "---|" * 80, "1" * 300, "    " * 40 + "code"])
def test_a_long_margin_alone_is_no_nesting(tail: str) -> None:
    assert article("title: T", f"| a |\n{tail}\n").body
