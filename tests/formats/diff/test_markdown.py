"""The comment on a pull request: nothing in it is obeyed, and it always fits."""

from __future__ import annotations

import pytest
from lxml import html
from markdown_it import MarkdownIt

from l10n.formats.diff.markdown import GITHUB, MARK, render
from tests.formats.diff.compared import comparison

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table></details>\n\n# Approved by everyone",
    "![pixel](https://evil.example/p.png)",
    "[log in](javascript:alert(1))",
    "`code` **bold** | a | cell |\n|---|---|",
    "\n\n/close\n/approve",
    "```\nfence",
    "<!-- l10n diff -->",
    "\u202eturned\u2066",
)


def parsed(text: str) -> html.HtmlElement:
    """What GitHub's first step makes of it: CommonMark with tables, raw HTML let through."""
    return html.fromstring(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_others_stays_text(text: str) -> None:
    comment = render(comparison([("Før " + text, "Etter " + text), (text, "Noe annet")], role=text, old=text))
    page = parsed(comment)
    allowed = {"div", "h3", "h4", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "b", "ins", "del",
               "details", "summary", "strong"}  # fmt: skip
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= allowed
    assert not any(set(element.attrib) - {"align", "style"} for element in page.iter())
    assert "Approved by everyone" not in "".join(
        heading.text_content() for heading in page.iter("h1", "h2", "h3", "h4")
    )
    assert not [line for line in comment.splitlines() if line.lstrip().startswith("/")]
    assert comment.count(MARK) == 1
    assert "\u202e" not in comment


@pytest.mark.parametrize(
    "called",
    ["@octocat", "@org/team", "#12", "org/repo#12", "!12", "%3", "~label", "&4", "$5", "GH-12", "https://a.example/",
     "www.a.example", ":tada:", "[issue:1]", "[[page]]", "ola@example.org"],
)  # fmt: skip
def test_nobody_is_called_and_nothing_is_linked(called: str) -> None:
    comment = render(comparison([(f"Før {called} her", f"Etter {called} her")]))
    assert called not in comment.replace("&amp;", "&")
    assert called in comment.replace("&amp;", "&").replace("\u200b", "")


def test_it_fits_and_says_how_many_it_leaves_out() -> None:
    many = [(f"Setning {n} om havnen 😀.", f"Setning {n} om «kaia» og mye annet 😀.") for n in range(900)]
    comment = render(comparison(many))
    assert GITHUB * 0.9 < len(comment.encode("utf-16-le")) // 2 <= GITHUB
    shown = comment.count('<tr><th align="left">')
    assert f"**{900 - shown} more changes**" in comment
    page = parsed(comment)
    assert len(page.findall(".//details")) == 1
    assert comment.count("<details>") == comment.count("</details>")


def test_the_gravest_stands_first_even_where_there_is_room_for_little() -> None:
    many = [(f"Setning {n} om havnen.", f"Setning {n} om kaia.") for n in range(100)]
    comment = render(comparison([*many, ("Det koster 70 kroner.", "Det koster 90 kroner.")]), most=2_000)
    assert "<del>70</del> <ins><b>90</b></ins>" in comment
    assert "#### Meaning" in comment
    assert len(comment) <= 2_000


def test_one_endless_text_is_cut() -> None:
    comment = render(comparison([("a" * 200_000, "b " * 200_000)]))
    assert len(comment) < 10_000


def test_typography_is_counted_and_shown_when_asked_for() -> None:
    changes = comparison([('Han sa "ja".', "Han sa «ja».")])
    assert "1 change of typography counted, not listed" in render(changes)
    assert "<ins><b>«</b></ins>" in render(changes, is_all=True)


def test_no_change_is_said() -> None:
    assert "No message changed" in render(comparison([("Det samme", "Det samme")]))
