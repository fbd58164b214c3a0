"""What a person finds on the pages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from l10n.model.dismissal import Dismissal
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.model.message import Message, MessageKey, Previous
from l10n.model.state import State, judged, seal, standing
from l10n.model.suggestion import Suggestion, with_suggestion
from l10n.review_app.desk import message_id
from l10n.workspace import Workspace
from l10n.workspace.memory import TranslationMemory
from tests import bundles
from tests.review_app.client import Client, serving
from tests.review_app.conftest import CATALOG, LEAD, TITLE


def shown_texts(page: str) -> list[str]:
    return [unescape(text) for text in re.findall(r'<div class="source text"[^>]*>(.*?)</div>', page, re.DOTALL)]


def test_the_front_page_counts_words_by_state(ola: Client) -> None:
    page = ola.get("/", Accept_Language="en").text
    assert 'href="/nn/ferries"' in page
    assert re.search(r"machine draft <b>\d+</b>", page)
    assert re.search(r"of \d+ words", page)


def test_a_catalog_that_cannot_be_read_hides_no_other(ferries: Path, ola: Client) -> None:
    (ferries / CATALOG).write_text("msgid broken", encoding="utf-8")
    page = ola.get("/").text
    assert "catalogs/nn/articles/ferries.po:1" in page
    assert 'href="/nb/ferries"' in page
    assert ola.get("/nn/ferries").status == 422


def test_an_article_stands_in_reading_order_with_its_chrome(ola: Client) -> None:
    texts = shown_texts(ola.get("/nn/ferries").text)
    order = [
        "Dette nettstedet bruker informasjonskapsler",
        "Ferries return to Bergen",
        "Rapportert av AI",
        "The *first* ferries left Bergen on Monday.",
        "A red ferry in the morning fog.",
        "Bilde generert av AI",
        "What happens next",
        "Relaterte artikler",
        "A lighthouse.",
        "Storm warning lifted",
        "Fish prices fell on Tuesday.",
    ]
    places = [texts.index(text) for text in order]
    assert places == sorted(places)


def test_texts_carry_their_language_and_direction(ferries: Path) -> None:
    with (ferries / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[locales.ar]\n")
    bundles.fill(ferries, "ar", State.DRAFT)
    with serving(ferries) as host:
        page = Client(host).get(f"/ar/ferries/{TITLE}").text
    assert re.search(r'<textarea id="text-1"[^>]* lang="ar" dir="rtl" spellcheck="true"', page)
    assert '<div class="source text" lang="en" dir="ltr">' in page


def test_a_filter_shows_what_waits_and_keeps_to_it(ferries: Path, ola: Client) -> None:
    ola.press(f"/nn/ferries/{LEAD}", "save", "Dei første ferjene gjekk måndag.")
    drafts = shown_texts(ola.get("/nn/ferries?show=draft").text)
    assert "Ferries return to Bergen" in drafts
    assert "The *first* ferries left Bergen on Monday." not in drafts
    page = ola.get(f"/nn/ferries/{TITLE}?show=draft")
    assert LEAD not in re.findall(r'data-key="next" href="/nn/ferries/(\w+)', page.text)
    assert page.hidden("show") == "draft"


def test_a_permalink_by_seal_finds_the_message(ferries: Path, ola: Client) -> None:
    catalog = Workspace(ferries).load_catalog("nn", "articles/ferries")
    assert catalog
    title = catalog.by_key[MessageKey("title", "Ferries return to Bergen")]
    assert ola.get(f"/nn/ferries/{seal(title)}").field == title.text


def test_a_stale_text_shows_what_changed_in_its_source(ferries: Path, ola: Client) -> None:
    key = MessageKey("title", "Ferries return to Bergen")
    old = Message(
        msgctxt="title",
        msgid=key.msgid,
        msgstr=("Ferjene vender heim",),
        previous=Previous(None, "Ferries sail to Bergen"),
    )
    stale = judged(old, State.STALE, by=bundles.WHO, at="2026-01-05T10:11Z", origin=None)
    workspace = Workspace(ferries)
    catalog = workspace.load_catalog("nn", "articles/ferries")
    assert catalog
    workspace.save_catalog("nn", "articles/ferries", catalog.with_messages([stale]))
    page = ola.get(f"/nn/ferries/{TITLE}").text
    assert "<del>sail</del><ins>return</ins>" in page


def test_an_edited_draft_is_shown_against_the_machines(ferries: Path, ola: Client) -> None:
    ola.press(f"/nn/ferries/{TITLE}", "reject", why="ny")
    ledger = ferries / "catalogs/nn/reviews.jsonl"
    line = ledger.read_text(encoding="utf-8").replace('"rejected"', '"draft"').replace('"why":"ny",', "")
    ledger.write_text(line, encoding="utf-8")
    ola.press(f"/nn/ferries/{TITLE}", "save", "nn: Ferries return to Oslo")
    assert "<del>Bergen</del><ins>Oslo</ins>" in ola.get(f"/nn/ferries/{TITLE}").text


def test_the_pivot_and_the_glossary_stand_beside_the_editor(ferries: Path, ola: Client) -> None:
    (ferries / "catalogs/nn/glossary.csv").write_text(
        "source,target,note,kind\nferries,ferjer,ikkje ferger,preferred\n", encoding="utf-8"
    )
    page = ola.get(f"/nn/ferries/{TITLE}").text
    assert "nb: Ferries return to Bergen" in page
    assert ">norsk bokmål</span>" in page  # as it stands in a sentence
    assert "ikkje ferger" in page


def test_checks_look_at_the_text_as_it_is_typed(ferries: Path, ola: Client) -> None:
    path = f"/nn/ferries/{message_id(MessageKey('table cell', 'Route'))}"
    lead = f"/nn/ferries/{LEAD}"
    page = ola.get(lead)
    before = (ferries / CATALOG).read_bytes()
    fields = [("token", page.hidden("token")), ("text", "Dei første 300 ferjene gjekk frå Bergen")]
    answer = ola.post(lead + "/checks", fields, HX_Request="true")
    assert answer.status == 200
    assert "300" in answer.text
    assert "<html" not in answer.text
    assert (ferries / CATALOG).read_bytes() == before
    assert ola.get(path).status == 200


def test_what_was_dismissed_in_a_text_is_silent_and_in_another_it_is_not(ferries: Path, ola: Client) -> None:
    text = "Dei første 300 ferjene gjekk frå Bergen"
    ola.press(f"/nn/ferries/{LEAD}", "save", text)
    workspace = Workspace(ferries)
    catalog = workspace.load_catalog("nn", "articles/ferries")
    assert catalog
    lead = next(message for message in catalog.live if message.text == text)
    about = {
        "seal": seal(lead),
        "check": "numbers",
        "domain": "articles/ferries",
        "by": "Ola",
        "at": "2026-01-05T10:11Z",
    }
    workspace.records.append_dismissals("nn", [Dismissal(**about, why="Counted at the quay.")])
    page = ola.get(f"/nn/ferries/{LEAD}")
    for typed, is_heard in ((text, False), (text + " no", True)):
        fields = [("token", page.hidden("token")), ("text", typed)]
        answer = ola.post(f"/nn/ferries/{LEAD}/checks", fields, HX_Request="true")
        assert ("300" in answer.text) is is_heard


def test_checks_work_without_scripts_and_keep_the_text(ola: Client) -> None:
    answer = ola.press(f"/nn/ferries/{LEAD}", "check", "Dei 300 første ferjene")
    assert answer.status == 200
    assert answer.field == "Dei 300 første ferjene"
    assert "300" in re.sub(r"<textarea.*?</textarea>", "", answer.text, flags=re.DOTALL)


def test_memory_offers_what_people_made_of_a_like_text(ferries: Path, ola: Client) -> None:
    other = MessageKey("paragraph", "The first ferries left Bergen on Sunday.")
    known = bundles.message(other, State.TRANSLATED, "Dei første ferjene gjekk frå Bergen søndag.")
    (ferries / "articles/older.md").write_text("---\ntitle: Old\nlang: en\n---\n\nX.\n", encoding="utf-8")
    catalog = bundles.catalog([other], State.TRANSLATED, "nn").with_messages([known])
    Workspace(ferries).save_catalog("nn", "articles/older", catalog)
    whole = ola.get(f"/nn/ferries/{LEAD}/memory").text
    part = ola.get(f"/nn/ferries/{LEAD}/memory", HX_Request="true").text
    assert "Dei første ferjene gjekk frå Bergen søndag." in part
    assert "<html" in whole
    assert "<html" not in part


def test_the_preview_outlines_what_is_not_vouched_for(ola: Client) -> None:
    page = ola.get("/nn/ferries/preview", Accept_Language="en").text
    assert "Is held back." in page
    built = ola.get("/built/ferries/nn/index.html").text
    assert "outline: 2px solid" in built


def test_the_preview_has_its_pictures_and_says_where_each_text_comes_from(ferries: Path, ola: Client) -> None:
    (ferries / "articles/photos").mkdir()
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    (ferries / "articles/photos/map.svg").write_bytes(drawing)
    article = ferries / "articles/ferries.md"
    article.write_text(article.read_text(encoding="utf-8") + "\n![A map.](photos/map.svg)\n", encoding="utf-8")
    built = ola.get("/built/ferries/nn/index.html").text
    (source,) = re.findall(r'<img src="(images/[^"]+)"', built)
    answer = ola.get(f"/built/ferries/nn/{source}")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.text.encode() == drawing
    assert ola.get("/built/ferries/nn/images/other.svg").status == 404
    assert 'href="provenance.html"' in built
    provenance = ola.get("/built/ferries/nn/provenance.html").text
    assert "Hvor hver tekst kommer fra" in provenance
    assert "A map." in provenance


def test_plural_forms_have_a_field_each(ferries: Path, ola: Client) -> None:
    with (ferries / CATALOG).open("a", encoding="utf-8") as file:
        file.write('\nmsgctxt "label"\nmsgid "one ferry"\nmsgid_plural "{n} ferries"\nmsgstr[0] ""\nmsgstr[1] ""\n')
    path = f"/nn/ferries/{message_id(MessageKey('label', 'one ferry'))}"
    page = ola.get(path)
    assert 'id="text-2"' in page.text
    fields = [("token", page.hidden("token")), ("seen", page.hidden("seen")), ("do", "save")]
    assert ola.post(path, [*fields, ("text", "éi ferje")]).status == 422
    assert ola.post(path, [*fields, ("text", "éi ferje"), ("text", "{n} ferjer")]).status == 303
    assert 'msgstr[1] "{n} ferjer"' in (ferries / CATALOG).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("nb-NO,nb;q=0.9", "nb"),
        ("nn", "nb"),
        ("da,en;q=0.5", "nb"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("fr,no;q=0.1", "nb"),
        ("", "en"),
        (";;q=x,,", "en"),
    ],
)
def test_the_page_speaks_the_visitors_language(ola: Client, accepted: str, language: str) -> None:
    assert f'<html lang="{language}">' in ola.get("/", Accept_Language=accepted).text


def test_a_language_that_the_page_does_not_have_is_told(ola: Client) -> None:
    assert "The page does not speak this language." in ola.get("/language/fr?to=/").text


def test_a_chosen_language_stays(ola: Client) -> None:
    ola.get("/language/nb?to=/")
    assert '<html lang="nb">' in ola.get("/", Accept_Language="en").text


def test_an_empty_project_says_what_to_do(project: Path) -> None:
    with serving(project) as host:
        page = Client(host).get("/", Accept_Language="en")
    assert page.status == 200
    assert "l10n sync" in page.text or "l10n ingest" in page.text


def test_an_article_of_2000_texts_opens(project: Path) -> None:
    texts = [f"Ferry number {n} left Bergen at noon." for n in range(2000)]
    article = "---\ntitle: The fleet\nlang: en\n---\n\n" + "\n\n".join(texts) + "\n"
    (project / "articles" / "fleet.md").write_text(article, encoding="utf-8")
    keys = [MessageKey("paragraph", text) for text in texts]
    Workspace(project).save_catalog("nn", "articles/fleet", bundles.catalog(keys, State.DRAFT, "nn"))
    with serving(project) as host:
        page = Client(host).get("/nn/fleet").text
    assert page.count('<li class="row') >= 2000


def test_a_suggestion_stands_beside_a_stale_text_with_its_differences(ferries: Path, ola: Client) -> None:
    key = MessageKey("title", "Ferries return to Bergen")
    old = Message(msgctxt="title", msgid=key.msgid, msgstr=("Ferjene vender heim",), previous=Previous(None, "Ferries"))
    stale = judged(old, State.STALE, by=bundles.WHO, at="2026-01-05T10:11Z", origin=None)
    suggested = with_suggestion(stale, Suggestion(texts=("Ferjene vender attende",), origin=bundles.MACHINE))
    workspace = Workspace(ferries)
    catalog = workspace.load_catalog("nn", "articles/ferries")
    assert catalog
    workspace.save_catalog("nn", "articles/ferries", catalog.with_messages([suggested]))
    page = ola.get(f"/nn/ferries/{TITLE}").text
    assert "<del>heim</del><ins>attende</ins>" in page
    assert 'data-puts="Ferjene vender attende"' in page
    ola.press(f"/nn/ferries/{TITLE}", "save", "Ferjene vender attende")
    saved = Workspace(ferries).load_catalog("nn", "articles/ferries")
    assert saved
    found = standing(saved.by_key[key])
    assert (found.state, found.origin) == (State.TRANSLATED, bundles.MACHINE)


def test_a_fault_that_can_be_mended_offers_the_mended_text(ola: Client) -> None:
    page = ola.get(f"/nn/ferries/{LEAD}")
    text = 'Dei *første* ferjene gjekk frå "Bergen" måndag.'
    answer = ola.post(
        f"/nn/ferries/{LEAD}/checks", [("token", page.hidden("token")), ("text", text)], HX_Request="true"
    )
    assert 'data-puts="Dei *første* ferjene gjekk frå «Bergen» måndag."' in answer.text


def test_imported_memories_are_offered_too(ferries: Path, ola: Client) -> None:
    languages = Languages("en", "nn")
    unit = MemoryUnit(
        languages=languages, source="The first ferries left Bergen on Sunday.", target="Dei første gjekk søndag."
    )
    TranslationMemory(Workspace(ferries)).save("old.tmx", [unit])
    part = ola.get(f"/nn/ferries/{LEAD}/memory", HX_Request="true").text
    assert "Dei første gjekk søndag." in part
