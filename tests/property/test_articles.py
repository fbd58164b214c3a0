"""Whatever is written in an article: it is refused with a sentence, or it can be extracted, written and built."""

from __future__ import annotations

import json

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n import plugins
from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.formats.readers.markdown import article as markdown
from l10n.formats.writers import markdown as writer
from l10n.formats.writers import ninjs
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.html import render
from l10n.formats.writers.site import Site
from l10n.segmentation.article import join, split
from l10n.segmentation.omission import without
from l10n.steps.extract import extract
from tests import bundles
from tests.commands.test_build_formats import validator

NINJS = validator()
SITE = Site(name="Havneavisen", links={"privacy": "#"})
TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "~",
            "no",
            "1984",
            "2026-01-05",
            "12:30",
            "a: b",
            "- x",
            "[x](y)",
            "# x",
            "<b>",
            "\u00a0",
            "\u200b",
            "ß",
        ]
    ),
    st.text(max_size=12),
)
IMAGES = st.fixed_dictionaries(
    {}, optional={"alt": TEXTS, "caption": TEXTS, "credit": TEXTS, "src": TEXTS, "machine_made": st.booleans()}
)
BADGES = st.lists(st.sampled_from(["ai-image", "ai-report"]), max_size=2)
CARDS = st.fixed_dictionaries(
    {}, optional={"headline": TEXTS, "summary": TEXTS, "alt": TEXTS, "url": TEXTS, "badges": BADGES}
)
FRONT = st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "lang": st.sampled_from(["en", "no", "nb", "", "xx-unknown", "zh"]),
        "lead": TEXTS,
        "badges": BADGES,
        "images": st.lists(IMAGES, max_size=2),
        "cards": st.lists(CARDS, max_size=2),
        "date": st.one_of(TEXTS, st.dates(), st.integers(), st.booleans()),
    },
)
LINES = st.one_of(
    st.sampled_from(["", "Text.", "- item", "  - deeper", "> quote", "| a | b |", "|---|---|", "![](x.png)",
                     "![alt](x)", "```", "    code", "[a]: b", "1. one", "***", "## Heading",
                     "# Heading", "&nbsp;", "\\"]),
    st.text(max_size=20),
)  # fmt: skip
BODIES = st.lists(LINES, max_size=8).map("\n".join)


def whatever_becomes_of(text: str) -> None:
    try:
        article = markdown.parse(text, slug="x")
    except InvalidInputError as error:
        assert error.line
        return
    assert markdown.parse(writer.serialize(article), slug="x") == article
    assert join(article, lambda _, source: source, lang=article.lang) == article
    assert len(extract(article).messages) == len({unit.key for unit in split(article)})
    assert po.decode(po.encode(extract(article))).catalog.by_key.keys() == extract(article).by_key.keys()
    for locale in ("nb", article.lang):
        bundle = bundles.bundle(locale, source=article)
        publication = Publication(bundle=bundle, site=SITE, locales=(locale, "nn"))
        assert "<h1" in render(publication).html
        for name in plugins.names("writers"):
            assert plugins.load("writers", name)(publication)
        assert list(NINJS.iter_errors(json.loads(ninjs.write(publication)))) == []


def what_is_left_of(text: str, gone: int) -> None:
    """Any of an article's texts may be left out: what stays is as it was, and nothing of what goes is left."""
    try:
        article = markdown.parse(text, slug="x")
    except InvalidInputError:
        return
    keys = [unit.key for unit in split(article)]
    chosen = {key for at, key in enumerate(keys) if gone >> at & 1 and key.msgctxt != "title"}
    left = {unit.key for unit in split(without(article, chosen.__contains__))}
    assert left <= set(keys) - chosen


@given(FRONT, BODIES)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_an_article_as_a_program_writes_it(front: dict[str, object], body: str) -> None:
    whatever_becomes_of(f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}")


@given(st.one_of(st.text(), BODIES, BODIES.map(lambda text: f"---\ntitle: T\n{text}\n---\n{text}")))
def test_an_article_as_a_hand_slips(text: str) -> None:
    whatever_becomes_of(text)


@given(BODIES, st.integers(0, 255))
def test_a_text_that_is_left_out_changes_no_other(body: str, gone: int) -> None:
    what_is_left_of(f"---\ntitle: T\nlead: L\n---\n{body}", gone)
