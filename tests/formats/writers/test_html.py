"""The page says what it stands on: languages, drafts, shares."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from l10n.formats.readers.markdown import article as markdown
from l10n.formats.writers.contract import Publication
from l10n.formats.writers.html import render
from l10n.formats.writers.site import Site
from l10n.formats.writers.theme import chrome_keys
from l10n.formats.writers.wording import DRAFT_LABEL
from l10n.model.bundle import Bundle
from l10n.model.chrome import KNOWN_BADGES
from l10n.model.message import MessageKey
from l10n.model.provenance import Actor
from l10n.model.publishing import Fallback, Policy
from l10n.model.state import State, judged
from tests import bundles

SITE = Site(name="Havneavisen", links={"privacy": "/personvern"})
DRAFTS = Policy(gate=State.DRAFT, fallback=Fallback.DRAFT, pivot="nb")


def page(bundle: Bundle, locales: tuple[str, ...] = ("en", "nb", "nn")) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(render(Publication(bundle=bundle, site=SITE, locales=locales)).html)


def xpath(page: lxml_html.HtmlElement, path: str) -> list[lxml_html.HtmlElement]:
    return list(page.xpath(path))


def by_class(page: lxml_html.HtmlElement, name: str) -> str:
    found = page.xpath(f'//*[contains(concat(" ", @class, " "), " {name} ")]')
    return " ".join(" ".join(element.text_content() for element in found).split())


def translated(locale: str, state: State = State.TRANSLATED) -> Bundle:
    return bundles.bundle(
        locale,
        DRAFTS,
        texts=bundles.catalog(bundles.article_keys(), state, locale),
        chrome=bundles.catalog(chrome_keys(), state, locale),
    )


def test_a_translated_page_has_one_language_and_no_notice() -> None:
    document = page(translated("nn"))
    assert document.get("lang") == "nn"
    assert document.get("dir") == "ltr"
    assert by_class(document, "notice") == ""
    assert {e.get("lang") for e in xpath(document, "//body//*[@lang][not(ancestor::nav)]")} == set()
    assert xpath(document, "//h1")[0].text_content() == "nn: Ferries return to Bergen"
    assert xpath(document, "//title")[0].text == "nn: Ferries return to Bergen – Havneavisen"


def test_every_text_of_the_article_is_on_the_page() -> None:
    content = page(translated("nn")).text_content()
    for key in bundles.article_keys():
        shown = key.msgid.replace("*", "").replace("[", "").replace("](https://example.org/harbour)", "")
        assert f"nn: {shown}" in content


def test_a_text_that_fell_back_says_its_language_and_the_page_says_so_in_words() -> None:
    def choose(key: MessageKey) -> State:
        return State.NEW if key.msgctxt in ("title", "caption") else State.TRANSLATED

    document = page(bundles.bundle("nb", texts=bundles.catalog(bundles.article_keys(), choose, "nb")))
    assert xpath(document, "//h1")[0].get("lang") == "en"
    assert xpath(document, "//title")[0].get("lang") == "en"
    assert xpath(document, "//figcaption/span")[0].get("lang") == "en"
    assert xpath(document, "//*[@class='lead']")[0].get("lang") is None
    notice = "Deler av teksten er ikke oversatt ennå og står på originalspråket."
    assert by_class(document, "notice").split("\n") == [notice + "Les originalen"]
    assert [link.get("href") for link in xpath(document, "//*[@class='notice']//a")] == ["../en/index.html"]


def test_chrome_that_fell_back_says_its_language() -> None:
    document = page(bundles.bundle("en"))
    assert xpath(document, "//button/span")[0].get("lang") == "nb"
    assert xpath(document, "//a[@class='skip']/span")[0].get("lang") == "nb"
    assert by_class(document, "notice") == ""


def test_a_drafted_page_says_that_no_one_has_read_it() -> None:
    document = page(translated("nn", State.DRAFT))
    notice = by_class(document, "notice")
    assert "nn: Denne oversettelsen er laget av en maskin. Ingen har kontrollert den." in notice
    for path in ("//h1", "//*[@class='lead']", "//div[@class='body']/p", "//h3", "//*[@class='summary']"):
        for element in xpath(document, path):
            assert element.get("data-state") == "draft"
            assert "(nn: Maskinoversatt)" in element.text_content()


def test_only_a_signature_lets_a_page_say_that_a_person_approved_it() -> None:
    def machine_made(by: Actor | None) -> str:
        texts = bundles.catalog(bundles.article_keys(), State.DRAFT, "nb")
        accepted = [
            judged(one, State.TRANSLATED, by=by, at="2026-01-05T10:11Z", origin=bundles.MACHINE) for one in texts.live
        ]
        return by_class(page(bundles.bundle("nb", texts=replace(texts, messages=tuple(accepted)))), "notice")

    assert "laget av en maskin og godkjent av et menneske" in machine_made(bundles.WHO)
    unsigned = machine_made(None)
    assert "godkjent" not in unsigned
    assert "Denne oversettelsen er laget av en maskin. Ingen har kontrollert den." in unsigned


@pytest.mark.parametrize("fallback", list(Fallback))
def test_no_page_shows_a_draft_that_it_does_not_mark(fallback: Fallback) -> None:
    for gate in (State.DRAFT, State.TRANSLATED, State.REVIEWED, State.FINAL):
        policy = Policy(gate=gate, fallback=fallback)
        texts = bundles.catalog(bundles.article_keys(), State.DRAFT, "nn", mark="DRAFT")
        chrome = bundles.catalog(chrome_keys(), State.DRAFT, "nn", mark="DRAFT")
        document = page(bundles.bundle("nn", policy, texts=texts, chrome=chrome))
        drafts = xpath(document, "//body//*[starts-with(normalize-space(text()), 'DRAFT: ')]")
        assert bool(drafts) == (State.DRAFT in (gate, fallback.value))
        label = "Maskinoversatt"  # the label itself is a draft here, and is not marked with itself
        unmarked = [
            e for e in drafts if label not in e.text_content() and not xpath(e, "ancestor-or-self::*[@data-state]")
        ]
        assert [e.text_content() for e in unmarked] == []


def test_a_partly_drafted_page_says_how_much() -> None:
    def choose(key: MessageKey) -> State:
        return State.DRAFT if key.msgctxt == "lead" else State.TRANSLATED

    document = page(bundles.bundle("nb", DRAFTS, texts=bundles.catalog(bundles.article_keys(), choose, "nb")))
    assert by_class(document, "notice").startswith("10 % av denne teksten er oversatt av en maskin")
    assert len(xpath(document, "//*[@data-state='draft']")) == 1


def test_a_pivot_is_named_in_the_language_of_the_notice() -> None:
    pivot = bundles.catalog(bundles.article_keys(), State.TRANSLATED, "nb")
    document = page(bundles.bundle("da", Policy(fallback=Fallback.PIVOT, pivot="nb"), pivot=pivot))
    assert "står på norsk bokmål." in by_class(document, "notice")
    assert xpath(document, "//h1")[0].get("lang") == "nb"


def test_a_page_from_right_to_left_gives_each_foreign_text_its_direction() -> None:
    document = page(bundles.bundle("ar"), locales=("ar", "en"))
    assert document.get("dir") == "rtl"
    assert (xpath(document, "//h1")[0].get("lang"), xpath(document, "//h1")[0].get("dir")) == ("en", "ltr")
    assert xpath(document, "//nav//a[@lang='ar']")[0].get("dir") == "rtl"


def test_the_menu_names_each_language_in_itself() -> None:
    links = xpath(page(translated("nn")), "//nav//a")
    assert [(a.text, a.get("lang"), a.get("hreflang"), a.get("aria-current")) for a in links] == [
        ("English", "en", "en", None),
        ("Norsk bokmål", "nb", "nb", None),
        ("Norsk nynorsk", "nn", "nn", "page"),
    ]
    assert links[0].get("href") == "../en/index.html"
    assert not xpath(page(translated("nn"), locales=("nn",)), "//nav")


def test_badges_stand_with_what_they_are_about() -> None:
    document = page(bundles.bundle("nb"))
    assert xpath(document, "//article/header/p[@class='badges']")[0].text_content().strip() == "Rapportert av AI"
    assert "Bilde generert av AI" in xpath(document, "//figcaption")[0].text_content()
    assert "Bilde generert av AI" in xpath(document, "//li[contains(@class, 'card')]")[0].text_content()


def test_the_theme_can_show_every_badge_and_label_that_the_code_names() -> None:
    assert {badge.key for badge in KNOWN_BADGES} | {DRAFT_LABEL} <= set(chrome_keys())


def test_a_placeholder_that_a_translator_broke_breaks_no_page() -> None:
    share = next(key for key in chrome_keys() if "{share}" in key.msgid)
    hostile = bundles.message(share, State.TRANSLATED, "{share.real} {0} %s {")

    def choose(key: MessageKey) -> State:
        return State.DRAFT if key.msgctxt == "lead" else State.TRANSLATED

    chrome = bundles.catalog(chrome_keys(), State.TRANSLATED, "nn").with_messages([hostile])
    built = bundles.bundle("nn", DRAFTS, texts=bundles.catalog(bundles.article_keys(), choose, "nn"), chrome=chrome)
    assert "{share.real} {0} %s {" in by_class(page(built), "notice")


def test_a_photograph_says_who_took_it_and_a_machine_takes_none() -> None:
    front = "---\ntitle: T\nimages:\n  - alt: A ferry.\n    credit: Kari *Nordmann* {share} / NTB\n{0}---\n"
    credit = "Kari *Nordmann* {share} / NTB"
    photograph = markdown.parse(front.replace("{0}", ""), slug="x")
    figure = xpath(page(bundles.bundle("en", source=photograph)), "//figcaption")[0]
    assert figure.text_content().strip() == f"Foto: {credit}"
    drawn = markdown.parse(front.replace("{0}", "    machine_made: true\n"), slug="x")
    figure = xpath(page(bundles.bundle("nb", source=drawn)), "//figcaption")[0]
    assert " ".join(figure.text_content().split()) == f"{credit} Bilde generert av AI"


def test_a_card_that_leads_somewhere_is_a_link() -> None:
    front = "---\ntitle: T\ncards:\n  - alt: A lighthouse.\n    url: https://example.org/a\n"
    front += "  - summary: Fish.\n    url: https://example.org/b\n  - headline: Storm\n    url: https://example.org/c\n"
    front += "  - summary: Evil.\n    url: javascript:alert(1)\n---\n"
    document = page(bundles.bundle("en", source=markdown.parse(front, slug="x")))
    links = [(link.get("href"), link.text_content().strip()) for link in xpath(document, "//*[@class='related']//a")]
    assert links == [
        ("https://example.org/a", "A lighthouse."),
        ("https://example.org/b", "Fish."),
        ("https://example.org/c", "Storm"),
    ]


@pytest.mark.parametrize("gate", [State.DRAFT, State.TRANSLATED, State.REVIEWED, State.FINAL])
@pytest.mark.parametrize("fallback", list(Fallback))
@pytest.mark.parametrize("state", list(State))
def test_under_no_policy_is_a_passage_empty_or_a_draft_unlabelled(
    gate: State, fallback: Fallback, state: State
) -> None:
    policy = Policy(gate=gate, fallback=fallback, pivot="nb")
    # every third text in the state, so that what falls back or goes stands among what does not
    every = {key: state if at % 3 else State.FINAL for at, key in enumerate(bundles.article_keys())}
    built = bundles.bundle(
        "nn",
        policy,
        texts=bundles.catalog(every, every.__getitem__, "nn"),
        pivot=bundles.catalog(every, State.FINAL, "nb"),
        chrome=bundles.catalog(chrome_keys(), state, "nn"),
    )
    document = page(built)
    for element in xpath(document, "//main//*[self::p or self::li or self::h1 or self::h2 or self::h3 or self::td]"):
        assert element.text_content().strip(), lxml_html.tostring(element)
    drafts = xpath(document, '//body//*[@data-state="draft"][not(ancestor::*[@class="legend"])]')
    for element in drafts:  # the mark stands in the element, or for a word of the chrome behind it
        assert element.xpath('.//*[@class="mark"] | following-sibling::*[@class="mark"]'), element.text_content()
    shown = document.text_content()
    for passage in built.passages.values():
        if passage.is_draft and passage.key.msgctxt in ("title", "caption", "card headline"):
            label = built.chrome[DRAFT_LABEL].text
            assert f"{passage.text}◇ ({label})" in shown
    assert bool(xpath(document, '//*[@class="notice"]')) or not (drafts or built.omitted)
