"""Where a shorter way is taken to what a library or a whole reader would say, both agree on whatever text there is."""

from __future__ import annotations

import json
import re
from datetime import date

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.formats.po.render import render, render_new
from l10n.formats.readers.markdown.front_matter import read_front_matter
from l10n.formats.readers.markdown.plain_fields import read_plainly
from l10n.formats.writers import front_matter, json_text
from l10n.model.message import Message
from l10n.segmentation.body import _passages, _plain_passages
from l10n.segmentation.tokens import parse_body, parse_inline, parser
from l10n.segmentation.words import _MARKUP, _WORD, count_words

TEXTS = st.text(
    st.one_of(st.sampled_from("aN1 .,:#-'\"*_[]()!<>&`\\\n\u00a0«é漢"), st.characters(codec="utf-8")), max_size=30
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(TEXTS)
@example("no one: yes")
@example("no one #1")
@example("yes no")
@example("Før kl. 10 «åpent»")
def test_front_matter_is_what_yaml_would_write(text: str) -> None:
    written = "".join(front_matter.lines({"title": text, "lang": "nb"}))
    dumped = yaml.safe_dump({"title": text, "lang": "nb"}, allow_unicode=True, sort_keys=False, width=1_000_000)
    assert written == dumped


def test_a_day_that_is_given_twice_is_written_twice() -> None:
    day = date(2026, 1, 5)
    assert front_matter.lines({"date": day, "lastmod": day}) == "date: 2026-01-05\nlastmod: 2026-01-05\n"


@given(TEXTS)
@example("Ships & trains")
@example("[a](b)")
def test_a_plain_text_is_the_token_that_the_parser_makes_of_it(text: str) -> None:
    assert parse_inline(text) == (parser().parseInline(text)[0].children or [])


@given(st.lists(TEXTS, max_size=6).map("\n\n".join))
def test_a_copied_body_is_the_body_and_changing_it_changes_no_other(body: str) -> None:
    tokens = parse_body(body).copies()
    assert tokens == parser().parse(body)
    for token in tokens:
        token.attrSet("lang", "nb")
        token.children = []
    assert parse_body(body).copies() == parser().parse(body)


@given(JSON)
def test_json_is_what_the_standard_library_would_write(document: object) -> None:
    assert json_text.serialize(document) == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


WORDS = st.sampled_from(
    [
        "no",
        "Null",
        "en",
        "yes",
        "2026-01-05",
        "2026-13-45",
        '"Boats: #1"',
        '"a\\u00e9"',
        "''",
        '""',
        '" x "',
        "~",
        "a b",
        "1",
    ]
)
FIELDS = st.lists(
    st.tuples(
        st.sampled_from(["title", "lang", "date", "lead", "on", "null", "x-y"]),
        st.sampled_from([": ", ":", ":  "]),
        WORDS | TEXTS,
        st.sampled_from(["\n", "\n\n", " \n", " # why\n"]),
    ).map("".join),
    max_size=4,
).map("".join)


@given(FIELDS)
@example('title: "Boats"\nlang: no\ndate: 2026-01-05\n')
@example("title: Null\nother: Null\n")
@example("date: 2026-13-45\n")
@example('title: "a\u2028b"\n')
def test_plain_front_matter_is_what_yaml_makes_of_it(source: str) -> None:
    plain = read_plainly(source, ("title", "lang", "lead"))
    if plain is not None:
        assert plain == read_front_matter(source, ("title", "lang", "lead"))


def test_front_matter_as_most_of_it_is_written_takes_no_yaml() -> None:
    assert read_plainly('title: "Boats"\nlang: en\ndate: 2026-01-05\n', ("title", "lang"))


_LINES = """Boats sail.
# Boats
## Boats ##
> said he
15. desember
2026 was
---
===
a | b
- | -
- a
* b
    code
```
<div>
[a]: b
![alt](x.png)
“Quoted”
(5) things
so\\
"""
LINES = st.sampled_from([*_LINES.split("\n"), "so  "])


@given(st.lists(LINES | TEXTS, max_size=7).map("\n".join) | st.lists(LINES | TEXTS, max_size=5).map("\n\n".join))
@example("Boats\nsail  \nfar.\n\n## Trains\n\n> said\n\n2026 was\n")
@example("Boats\n---\n")
@example("15. desember\n")
@example("a\n15. desember\n")
@example("## Boats \\#\n")
@example("# \u00a0\n")
def test_the_passages_of_a_plain_body_are_the_parsers(body: str) -> None:
    plain = _plain_passages(body)
    if plain is not None:
        assert plain == tuple(_passages(body, parse_body(body).tokens))


def test_a_body_of_paragraphs_headings_and_quotes_is_plain() -> None:
    assert _plain_passages("Boats.\n\n## Trains\n\n> “Said”\n\nMore\nof it.\n")


@given(TEXTS)
@example("a – b & c  (d)\x1ce")
@example("\u2000x “ y")
def test_words_are_counted_as_the_pattern_finds_them(text: str) -> None:
    assert count_words(text) == len(re.findall(_WORD, re.sub(_MARKUP, " ", text)))


@given(st.none() | TEXTS, TEXTS, st.lists(TEXTS, max_size=2))
def test_a_new_message_is_rendered_as_any_other(msgctxt: str | None, msgid: str, notes: list[str]) -> None:
    assert render_new(msgctxt, msgid, notes) == render(Message(msgctxt=msgctxt, msgid=msgid, extracted=tuple(notes)))


def test_words_next_to_characters_that_are_words_each() -> None:
    assert count_words("AIが描く (2026)") == 5
    assert count_words("US-China trade war, again.") == 4
