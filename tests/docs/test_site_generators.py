"""docs/how-to/site-generators.md does what it says, and a hostile article does nothing in the sites it makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.docs.typed import type_section

PLACES = {"Hugo": ("public/nb", "public/nn"), "MkDocs": ("site", "site/nn"), "Sphinx": ("site/nb", "site/nn")}
GENERATORS = [pytest.param("Hugo", marks=pytest.mark.needs("hugo")), "MkDocs", "Sphinx"]

HOSTILE = """\
---
title: 'A <script>pwned()</script> {{ 7 * 7 }} {{< ref "x" >}} {% raw %} "title" *forum*'
lang: en
lead: '<img src=x onerror=pwned()> {{ 7 * 7 }} {{% x %}} {raw-html}`x` [dead](javascript:pwned())'
tags: ['<script>pwned()</script>', '{{ 7 * 7 }}']
eleventyComputed: {x: '{{ 7 * 7 }}'}
myst: {enable_extensions: [substitution], substitutions: {x: '{{ 7 * 7 }}'}}
images:
  - alt: '"><script>pwned()</script> [x](javascript:pwned())'
    src: harbour.svg
cards:
  - headline: <script>pwned()</script>
    url: javascript:pwned()
---

<script>pwned()</script>

<div onclick="pwned()">

## Heading {#id onclick=pwned()} <svg onload=pwned()>

- <iframe src="javascript:pwned()"></iframe>

      <script>pwned()</script>

1. `<script>pwned()</script>` ``{{ 7 * 7 }}``

> ~~~
> <script>pwned()</script>
> ~~~

| <b>a</b> | `<script>` |
| --- | --- |
| {{ 7 * 7 }} | [x](data:text/html,x) |

```{raw} html
<script>pwned()</script> {{< x >}} {{ 7 * 7 }}
```

~~~{include} /etc/passwd
~~~

\\:::{raw} html\\
<script>pwned()</script>\\
:::

![x](harbour.svg "y onload=pwned()") --8<-- "/etc/passwd" {: onclick="pwned()" }
"""
OPEN = """\
article_language = "en"
chrome_language = "nb"

[locales.nb]
fallback = "source"
gate = { state = "draft", percent = 0 }

[locales.nn]
fallback = "source"
gate = { state = "draft", percent = 0 }
"""


def pages(app: Path, generator: str) -> list[Path]:
    return [app / place / "tokyo-forum/index.html" for place in PLACES[generator]]


def headings(document: lxml_html.HtmlElement) -> str:
    return " ".join(heading.text_content() for heading in document.xpath("//h1"))


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_site_has_the_articles_and_says_what_is_a_draft(app: Path, generator: str) -> None:
    type_section("site-generators.md", generator, app)
    for page in pages(app, generator):
        document = lxml_html.document_fromstring(page.read_text(encoding="utf-8"))
        assert "Tokyo" in headings(document)
    notice = " ".join(document.xpath("//blockquote")[0].text_content().split())
    assert "◇ Maskinomsett" in notice
    drafts = [p for p in document.xpath("//p") if "◇" in p.text_content()]
    assert len(drafts) > 5


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_hostile_article_is_nothing_but_text(app: Path, generator: str) -> None:
    newsroom = app.parent / "newsroom"
    (newsroom / "l10n.toml").write_text(OPEN, encoding="utf-8")
    (newsroom / "articles/tokyo-forum.md").write_text(HOSTILE, encoding="utf-8")
    (newsroom / "articles/harbour.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    type_section("site-generators.md", generator, app)
    for page in pages(app, generator):
        text = page.read_text(encoding="utf-8")
        document = lxml_html.document_fromstring(text)
        assert not [script for script in document.xpath("//script") if "pwned" in script.text_content()]
        assert not document.xpath("//iframe | //svg[@onload] | //img[@onerror] | //body//b")
        addresses = document.xpath("//@href | //@src | //@action")
        assert not [url for url in addresses if re.match(r"\s*(javascript|data:text)", url)]
        handlers = [name for element in document.iter() for name in element.attrib if name.startswith("on")]
        assert not handlers
        assert "root:" not in text  # of /etc/passwd
        assert not re.search(r"\b49\b", document.text_content())
        assert "pwned()" in headings(document)
        assert document.text_content().count("pwned()") > 10
