"""Where a build takes a shorter way to what a library would say, the two agree on whatever text there is."""

from __future__ import annotations

import json
from datetime import date

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.formats.writers import front_matter, json_text
from l10n.segmentation.tokens import parse_body, parse_inline, parser
from l10n.segmentation.words import count_words

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


def test_words_next_to_characters_that_are_words_each() -> None:
    assert count_words("AIが描く (2026)") == 5
    assert count_words("US-China trade war, again.") == 4
