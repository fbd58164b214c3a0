"""An article as Markdown says all that its page says, and nothing in it is run by what reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown import Markdown as PythonMarkdown
from markdown_it import MarkdownIt

from l10n.formats.readers.markdown import article as markdown
from l10n.formats.writers import article_md, portable_markdown
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.html import render
from l10n.formats.writers.site import Site
from l10n.formats.writers.theme import chrome_keys
from l10n.model.bundle import Bundle
from l10n.model.message import MessageKey
from l10n.model.picture import Picture
from l10n.model.publishing import Fallback, Labelling, Policy
from l10n.model.state import State
from l10n.segmentation.tokens import parser
from tests import bundles

SITE = Site(name="Havneavisen", url="https://havn.example")
DRAFTS = Policy(gate=State.DRAFT, fallback=Fallback.DRAFT, pivot="nb")


def written(bundle: Bundle, pictures: dict[str, Picture] | None = None) -> tuple[dict[str, object], str]:
    """Front matter and body."""
    text = article_md.write(Publication(bundle=bundle, site=SITE, locales=("en", "nb"), pictures=pictures or {}))
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body


def shown(body: str) -> lxml_html.HtmlElement:
    """As CommonMark with tables shows it, raw HTML and all."""
    return lxml_html.fragment_fromstring(MarkdownIt("commonmark").enable("table").render(body), create_parent="main")


def in_states(policy: Policy, state: bundles.Choose | State, locale: str = "nn") -> Bundle:
    return bundles.bundle(
        locale,
        policy,
        texts=bundles.catalog(bundles.article_keys(), state, locale),
        pivot=bundles.catalog(bundles.article_keys(), State.REVIEWED, "nb"),
        chrome=bundles.catalog(chrome_keys(), state, locale),
    )


def one_draft(key: MessageKey) -> State:
    return State.DRAFT if key.msgctxt == "heading" else State.REVIEWED


def one_new(key: MessageKey) -> State:
    return State.NEW if key.msgctxt in ("quote", "heading") else State.REVIEWED


def policies() -> Iterator[Policy]:
    for fallback, labelling in product(Fallback, (Labelling.ALWAYS, Labelling.DRAFTS)):
        yield Policy(gate=State.TRANSLATED, fallback=fallback, labelling=labelling, pivot="nb")
    yield DRAFTS


@pytest.mark.parametrize("state", [State.DRAFT, State.TRANSLATED, State.STALE, State.NEW, one_draft, one_new])
@pytest.mark.parametrize("policy", list(policies()), ids=lambda policy: f"{policy.fallback}-{policy.labelling}")
def test_the_words_above_the_text_are_those_of_the_page(policy: Policy, state: bundles.Choose | State) -> None:
    bundle = in_states(policy, state)
    page = lxml_html.document_fromstring(render(Publication(bundle=bundle, site=SITE)).html)
    for spoken in page.xpath('//span[@class="unseen"]'):
        spoken.text = ""
    _, body = written(bundle)
    above = shown(body)[0]
    assert bare(above if above.tag == "blockquote" else []) == bare(page.xpath('//div[@class="notice"]/p'))


def bare(paragraphs: Iterable[lxml_html.HtmlElement]) -> list[str]:
    """Their texts without blanks."""
    return ["".join(paragraph.text_content().split()) for paragraph in paragraphs]


def test_every_draft_is_marked_where_it_stands() -> None:
    front, body = written(in_states(DRAFTS, State.DRAFT))
    assert front["machine_made_share"] == 1
    assert front["machine_made_label"] == "nn: Maskinoversatt"
    assert str(front["title"]).endswith("(nn: Maskinoversatt)")
    content = shown(body)
    for key in bundles.article_keys():
        if key.msgctxt not in ("title", "card alt"):
            text = f"nn: {key.msgid}".replace("*", "").replace("[", "").replace("](https://example.org/harbour)", "")
            assert f"{text} ◇" in content.text_content()
    assert content[0].tag == "blockquote"


def test_what_people_stand_for_carries_no_mark() -> None:
    front, body = written(in_states(Policy(), State.REVIEWED))
    assert "◇" not in body
    assert "machine_made_label" not in front
    assert (front["title"], front["lang"]) == ("nn: Ferries return to Bergen", "nn")
    assert (front["slug"], front["translationKey"]) == ("ferries", "ferries")
    assert front["canonical"] == "https://havn.example/ferries/nn/index.html"


def test_structure_survives() -> None:
    _, body = written(bundles.bundle("en", Policy()))
    content = shown(body)
    assert [e.text for e in content.xpath("//h2")] == ["What happens next", "Relaterte artikler"]
    assert len(content.xpath("//main/ul[1]/li")) == 2
    assert [e.text for e in content.xpath("//th | //td")] == ["Route", "Hours", "Stavanger", "5"]
    assert content.xpath("//a/@href") == ["https://example.org/harbour", "https://example.org/storm"]


def test_front_matter_of_the_article_comes_along_but_steers_nothing() -> None:
    extra = {
        "date": "2026-01-05",
        "updated": "2026-01-06T10:11:00+00:00",
        "author": "Kari Nordmann",
        "tags": ["ferry", "{{ secret }}"],
        "title": "another",
        "permalink": "/etc/passwd",
        "eleventyComputed": {"x": "{{ run }}"},
        "myst": {"enable_extensions": ["substitution"]},
    }
    front, _ = written(bundles.bundle("en", Policy(), source=replace(bundles.article, extra=extra)))
    assert str(front["date"]) == "2026-01-05"
    assert str(front["lastmod"]) == "2026-01-06 10:11:00+00:00"
    assert (front["authors"], front["title"]) == (["Kari Nordmann"], "Ferries return to Bergen")
    assert front["tags"] == ["ferry", "{\u2060{ secret }}"]
    assert not {"permalink", "eleventyComputed", "myst"} & front.keys()


def test_pictures_lie_beside_it() -> None:
    source = markdown.parse(
        "---\ntitle: A\nlang: en\nimages:\n  - alt: A [red] *ferry*\n    src: a.png\n---\n\n![B & C](a.png)\n\n"
        "![elsewhere](https://other.example/x.png)\n",
        slug="a",
    )
    file = Picture(ending="png", data=b"x")
    _, body = written(bundles.bundle("en", Policy(), source=source), {"a.png": file})
    content = shown(body)
    assert content.xpath("//img/@src") == [f"./{file.name}"] * 2
    assert content.xpath("//img/@alt") == ["A (red) ∗ferry∗", "B & C"]
    assert content.xpath("//a/@href") == ["https://other.example/x.png"]


ELEMENTS = {
    "main",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "a",
    "img",
    "br",
    "hr",
}
ELEMENTS |= {"table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"href", "class", "start", "src", "alt"}
SIGNS = "ab \\`*_{}[]()<>#+-.!|&;:=%~$^/\"'@1\n\t"
HOSTILE = st.lists(
    st.one_of(
        st.text(SIGNS, max_size=6),
        st.sampled_from(
            [
                "<script>", "</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "{{ x }}",
                "{% x %}", "{{< x >}}", "\n\n", "\n    ", "\n- ", "\n1. ", "\n> ", "\n```\n", "\n~~~ {raw} html\n",
                "`", "``", "&lt;script&gt;", "&#60;b>", "<!--", "-->", "<![CDATA[", "<?x",
                "\n| a | b |\n|---|---|\n| c | d |\n",
                "<javascript:alert(1)>", "[x]: javascript:alert(1)\n", "![x](a.png)", "\n<div>\n", "\n***\n", "\n# ",
            ]
        ),
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(HOSTILE)
def test_hostile_text_is_the_same_text_and_no_element_of_its_own(text: str) -> None:
    tokens = parser().parse(text)
    before = lxml_html.fragment_fromstring(parser().render(text), create_parent="main")
    after = shown(portable_markdown.document(tokens, {"a.png": Picture(ending="png", data=b"")}))
    assert {element.tag for element in after.iter()} <= ELEMENTS
    assert not [href for href in after.xpath("//@href") if href.startswith("javascript")]
    assert not [name for element in after.iter() for name in element.attrib if name not in ATTRIBUTES]
    assert signs(after) == signs(before)


@given(HOSTILE)
def test_python_markdown_makes_no_element_of_hostile_text_either(text: str) -> None:
    after = portable_markdown.document(parser().parse(text), {"a.png": Picture(ending="png", data=b"")})
    content = lxml_html.fragment_fromstring(python_markdown().reset().convert(after), create_parent="main")
    assert {element.tag for element in content.iter()} <= ELEMENTS
    assert not [href for href in content.xpath("//@href") if href.startswith("javascript")]
    assert not [n for element in content.iter() for n in element.attrib if n not in ATTRIBUTES | {"id"}]


@lru_cache
def python_markdown() -> PythonMarkdown:
    """As MkDocs has it, and with what its users add."""
    named = ["toc", "tables", "fenced_code", "attr_list", "admonition", "def_list", "footnotes", "abbr", "md_in_html"]
    return PythonMarkdown(extensions=named)


def signs(element: lxml_html.HtmlElement) -> str:
    """What is read, without blanks and what is not seen."""
    for image in element.xpath("//img"):
        image.tail = image.get("alt", "") + (image.tail or "")
    return "".join(element.text_content().replace("\u2060", "").split())
