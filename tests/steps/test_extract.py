"""Templates from articles and from the theme."""

from __future__ import annotations

import pytest

from l10n.errors import InvalidInputError
from l10n.model.chrome import ChromeString
from l10n.steps.extract_chrome import extract_chrome
from tests.steps.newsroom import SLUGS, edited, source, template


def test_messages_stand_in_reading_order_with_their_roles() -> None:
    found = template(source("coastal-ferries"), "coastal-ferries")
    roles = [message.msgctxt for message in found.messages]
    assert roles[:5] == ["title", "lead", "image alt", "caption", "paragraph"]
    assert roles[-2:] == ["card headline", "card summary"]
    assert {"heading", "list item", "quote"} < set(roles)
    assert all(message.msgstr == ("",) and not message.flags for message in found.messages)


def test_a_card_text_names_the_headline_it_belongs_to() -> None:
    found = template(source("sleep-study"), "sleep-study").messages
    alt = next(message for message in found if message.msgctxt == "card alt")
    assert alt.extracted == (
        "Describes the picture on the card of a related article, for readers who do not see it.",
        "The card's headline: Coffee after three in the afternoon delays sleep by an hour",
    )
    alone = next(message for message in found if "Odense" in message.msgid)
    assert alone.extracted == ("The summary on the card of a related article.",)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_paragraph_on_top_changes_no_other_entry(slug: str) -> None:
    text = source(slug)
    before = template(text, slug).messages
    first = next(message.msgid for message in before if message.msgctxt == "paragraph")
    after = template(edited(text, first, f"An added paragraph.\n\n{first}"), slug).messages
    assert [message for message in after if message.msgid != "An added paragraph."] == list(before)


def test_the_same_text_twice_is_one_message() -> None:
    text = "---\ntitle: Twice\nlang: en\n---\n\nSo it goes.\n\nOther words.\n\nSo it goes.\n"
    assert [message.msgid for message in template(text, "twice").messages] == ["Twice", "So it goes.", "Other words."]


def test_the_header_says_which_language_the_msgids_are_in() -> None:
    headers = template(source("tokyo-forum"), "tokyo-forum").headers
    assert headers["X-Source-Language"] == "en" and headers["Content-Type"] == "text/plain; charset=UTF-8"
    assert "POT-Creation-Date" not in headers


THEME = """\
{# NOTE: Shuts the notice. #}
<button>{{ pgettext("button", "Avvis") }}</button>
<p>{{ gettext("70% av alle %(what)s", what=1) }} {{ _("Hele 70% av disse") }}</p>
{{ npgettext("count", "{n} artikkel", "{n} artikler", n) }}
"""


def chrome(context: str, text: str, lang: str = "nb") -> ChromeString:
    return ChromeString(id=text.lower(), context=context, text=text, lang=lang)


def test_the_theme_gives_its_words_with_roles_notes_and_plurals() -> None:
    button, named, plain, plural = extract_chrome({"page.html.j2": THEME}, [], language="nb").messages
    assert (button.msgctxt, button.msgid, button.extracted) == ("button", "Avvis", ("Shuts the notice.",))
    assert named.flags == ("python-format",)
    assert plain.flags == (), "a per cent sign is no placeholder"
    assert (plural.msgid_plural, plural.msgstr, plural.flags) == ("{n} artikler", ("", ""), ("python-brace-format",))


def test_captured_chrome_joins_it_once_and_in_its_own_language_only() -> None:
    captured = [chrome("button", "Avvis"), chrome("label", "Del"), chrome("label", "Dela", "sv")]
    found = extract_chrome({"page.html.j2": THEME}, captured, language="nb").messages
    assert [message.msgid for message in found].count("Avvis") == 1
    assert (found[-1].msgctxt, found[-1].msgid) == ("label", "Del")


def test_a_broken_template_is_named_with_its_line() -> None:
    with pytest.raises(InvalidInputError, match=r"page\.html\.j2:2: not a Jinja2 template"):
        extract_chrome({"page.html.j2": "<p>\n{% if %}\n"}, [], language="nb")
