"""The page of a comparison: whole in itself, and safe to open."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from lxml import html

from l10n.formats.diff.html import render
from tests.formats.diff.compared import comparison
from tests.formats.diff.test_markdown import HOSTILE


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_others_stays_text(text: str) -> None:
    source = render(comparison([("Før " + text, "Etter " + text)], role=text, old=text))
    page = html.fromstring(source)
    assert [script.text_content() for script in page.iter("script")] == [page.find(".//script").text]
    assert not list(page.iter("img", "iframe", "link", "object"))
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert all(link.get("href").startswith("#") for link in page.iter("a"))
    assert "\u202e" not in source


def test_its_policy_names_its_own_style_and_script_by_hash() -> None:
    source = render(comparison([("Før", "Etter")]))
    policy = html.fromstring(source).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        text = re.search(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert text
        digest = base64.b64encode(hashlib.sha256(text[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_every_text_says_its_language() -> None:
    page = html.fromstring(render(comparison([("Før", "Etter")])))
    assert [(cell.get("lang"), cell.get("dir")) for cell in page.iterfind(".//dd[@lang]")] == [
        ("en", "auto"),
        ("nb", "auto"),
    ]
