"""What others wrote, as HTML: their words and their links, and nothing that runs or loads."""

from __future__ import annotations

import re

import pytest

from l10n.formats.writers.contract import Publication
from l10n.formats.writers.markup import inline, safe_url
from l10n.formats.writers.site import Site
from l10n.formats.writers.wording import Wording
from l10n.model.article import Article
from l10n.model.bundle import Bundle
from l10n.model.catalog import Catalog
from l10n.model.message import Message
from tests import bundles

SITE = Site(name="Havneavisen", links={"privacy": "/personvern"})


def rendered(bundle: Bundle) -> str:
    return str(Wording(Publication(bundle=bundle, site=SITE)).body())


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[klikk](javascript:alert(1))",
    "[klikk](JaVaScRiPt:alert(1))",
    "[klikk](&#106;avascript:alert(1))",
    "[klikk](data:text/html;base64,PHNjcmlwdD4=)",
    "[klikk](vbscript:x)",
    "<javascript:alert(1)>",
    '[klikk](x "onmouseover=alert(1)")',
    "![x](javascript:alert(1))",
    "![x](https://example.org/pixel.png)",
    "<svg/onload=alert(1)>",
    "<a href='//x' style='position:fixed'>hei</a>",
    "</article></main><h1>Falsk overskrift</h1>",
    "`<b onclick=alert(1)>`",
]


def assert_inert(html: str) -> None:
    tags = re.findall(r"<[^>]*>", html)
    assert not [tag for tag in tags if re.match(r"<(script|img|svg|iframe|h1|/main)", tag)]
    assert not [tag for tag in tags if re.search(r"""\s(on\w+|style|src)\s*=""", re.sub(r'"[^"]*"', '""', tag))]
    assert not re.search(r"""href="(?!https?:|mailto:|[^":]*")""", html)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert_in_a_line(text: str) -> None:
    assert_inert(inline(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert_in_a_body_and_in_its_translation(text: str) -> None:
    article = Article(slug="x", title="x", body=f"{text}\n\nGood.\n")
    translated = Catalog(messages=(Message(msgctxt="paragraph", msgid="Good.", msgstr=(text,)),))
    assert_inert(rendered(bundles.bundle("nb", texts=translated, source=article)))


def test_links_to_people_and_pages_stay() -> None:
    for target in ("https://example.org/a?b=1&c=2", "http://example.org", "mailto:a@example.org", "../nn/", "#top"):
        assert f'href="{target.replace("&", "&amp;")}"' in inline(f"[x]({target})")


def test_named_links_lead_where_the_site_says() -> None:
    assert inline("Les [erklæringen](privacy).", SITE.links) == 'Les <a href="/personvern">erklæringen</a>.'
    assert "href" not in inline("[x](privacy)", {"privacy": "javascript:alert(1)"})


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/x", "https://example.org/x"),
        ("/sport", "/sport"),
        ("sport.html", "sport.html"),
        ("java\nscript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://[", ""),
    ],
)
def test_card_addresses(url: str, safe: str) -> None:
    assert safe_url(url) == safe


def body(source: str, **translations: str) -> str:
    article = Article(slug="x", title="x", body=source)
    messages = tuple(
        Message(msgctxt=role.replace("_", " "), msgid=text.split("=>")[0], msgstr=(text.split("=>")[1],))
        for role, text in translations.items()
    )
    return rendered(bundles.bundle("nb", texts=Catalog(messages=messages), source=article))


def test_a_translation_keeps_its_place_and_cannot_change_the_structure() -> None:
    html = body("One.\n\n- Two.\n", paragraph="One.=># Ny overskrift", list_item="Two.=>15. desember")
    assert "<p># Ny overskrift</p>" in html
    assert re.search(r"<li>\s*15\. desember\s*</li>", html)
    assert "<h" not in html


def test_what_fell_back_says_its_language_on_its_own_element() -> None:
    html = body("One.\n\n- Two.\n\n> Three.\n\n| A |\n| - |\n| B |\n", quote="Three.=>Tre.")
    assert '<p lang="en">One.</p>' in html
    assert re.search(r'<li>\s*<span lang="en">Two\.</span>\s*</li>', html)
    assert "<p>Tre.</p>" in html
    assert '<th lang="en">A</th>' in html
    assert '<td lang="en">B</td>' in html


def test_headings_stand_below_the_title_and_skip_no_level() -> None:
    html = body("# One\n\n#### Two\n\n## Three\n")
    assert re.findall(r"<(h\d)", html) == ["h2", "h3", "h2"]


def test_a_link_that_is_defined_elsewhere_finds_its_target_in_translation() -> None:
    source = "See [the office][1].\n\n[1]: https://example.org/harbour\n"
    html = body(source, paragraph="See [the office][1].=>Se [kontoret][1].")
    assert '<a href="https://example.org/harbour">kontoret</a>' in html


def test_a_picture_is_its_description() -> None:
    assert ">En rød ferje<" in body("![A red ferry](ferry.jpg)\n", image_alt="A red ferry=>En rød ferje")
    html = body('![A <b>"red"</b> ferry](https://example.org/ferry.jpg)\n')
    assert 'role="img"' in html
    assert "src=" not in html
    assert '<a href="https://example.org/ferry.jpg">' in html
