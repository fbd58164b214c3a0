"""Whatever is written in an article: it is refused with a sentence, or it can be extracted, written and built."""

from __future__ import annotations

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.formats.readers.markdown import article as markdown
from l10n.formats.writers import article_json
from l10n.formats.writers import markdown as writer
from l10n.formats.writers.html import render
from l10n.formats.writers.wording import Site
from l10n.segmentation.article import join, split
from l10n.steps.extract import extract
from tests import bundles

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
        assert "<h1" in render(bundle, site=SITE, locales=[locale]).html
        assert article_json.serialize(bundle)


@given(FRONT, BODIES)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_an_article_as_a_program_writes_it(front: dict[str, object], body: str) -> None:
    whatever_becomes_of(f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}")


@given(st.one_of(st.text(), BODIES, BODIES.map(lambda text: f"---\ntitle: T\n{text}\n---\n{text}")))
def test_an_article_as_a_hand_slips(text: str) -> None:
    whatever_becomes_of(text)
