"""The review page in a real browser: by keyboard alone, by everyone, in every light."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from l10n.commands import main
from l10n.model.message import Previous
from l10n.model.state import State, judged, standing
from l10n.model.suggestion import Suggestion, with_suggestion
from l10n.review_app.people import TokenHolders
from l10n.workspace import Workspace
from tests import bundles
from tests.browser.axe import axe_violations
from tests.browser.test_pages import ROOT
from tests.conftest import SETTINGS
from tests.review_app.client import KARI, OLA, serving
from tests.review_app.conftest import LEAD, TITLE

pytestmark = pytest.mark.needs("chromium")

TOKENS = {"Ola": "ola-ola-ola-ola-ola-ola", "Kari": "kari-kari-kari-kari-kari"}
CATALOG = Path("catalogs/nn/articles/tokyo-forum.po")
CONFLICT, EXPIRED, COMMENTED, HELP = "conflict", "expired", "commented", "help"
"""States of the page that no address leads to."""
SIZES = ((390, "dark"), (1280, "light"))


@pytest.fixture
def tokyo(project: Path) -> Path:
    """The Tokyo article, drafted into Nynorsk, in a project that asks for four eyes."""
    article = (ROOT / "tests/fixtures/articles/tokyo-forum.md").read_text(encoding="utf-8")
    (project / "articles/tokyo-forum.md").write_text(article, encoding="utf-8")
    (project / "l10n.toml").write_text(
        SETTINGS.replace('pivot = "nb"\npivot_state = "translated"\n', "") + "\n[review]\nfour_eyes = true\n",
        encoding="utf-8",
    )
    for command in (["extract"], ["sync"], ["draft", "nn"]):
        with pytest.raises(SystemExit) as stop:
            main(["-C", str(project), *command])
        assert stop.value.code == 0
    return project


@pytest.fixture
def tokyo_host(tokyo: Path) -> Iterator[str]:
    with serving(tokyo, TokenHolders({TOKENS["Ola"]: OLA, TOKENS["Kari"]: KARI})) as host:
        yield host


def context(browser: Browser, *, script: bool = True) -> BrowserContext:
    return browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=script, locale="nb-NO")


def listened(page: Page) -> list[str]:
    """Everything the page complains of: a policy that was broken, a script that failed."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if "status of 4" not in message.text else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the link or button that reads so has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()").startswith(wanted):
            return
    raise AssertionError(f"Tab never came to {wanted!r}")


def sign_in(page: Page, host: str, who: str) -> None:
    page.goto(f"http://{host}/")
    page.keyboard.type(TOKENS[who])
    page.keyboard.press("Enter")
    page.wait_for_url(f"http://{host}/")


def open_article(page: Page) -> None:
    page.locator("#locale-nn").wait_for()
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "/nn/tokyo-forum":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/nn/tokyo-forum")


def wait_for_editor(page: Page) -> None:
    """A person is never quicker than the script that listens to the keys; a test is."""
    page.locator("html.js #open").wait_for()


def replace_text(page: Page, text: str) -> None:
    """Only where the field has the focus by itself."""
    wait_for_editor(page)
    assert page.evaluate("document.activeElement.id") == "text-1"
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def test_two_people_by_keyboard_alone(browser: Browser, tokyo: Path, tokyo_host: str) -> None:
    before = (tokyo / CATALOG).read_text(encoding="utf-8").split("\n\n")
    ola = context(browser).new_page()
    heard = listened(ola)
    sign_in(ola, tokyo_host, "Ola")
    open_article(ola)
    tab_to(ola, "tittel")
    ola.keyboard.press("Enter")
    wait_for_editor(ola)
    title = ola.url
    replace_text(ola, "Tokyo er vert for eit forum")
    ola.keyboard.press("Control+Enter")
    ola.wait_for_url(lambda url: url.split("?")[0] != title)
    lead = ola.url.split("?")[0]
    replace_text(ola, "Den japanske regjeringa er vert for forumet.")
    ola.keyboard.press("Control+Enter")
    ola.wait_for_url(lambda url: url.split("?")[0] != lead)
    ola.keyboard.press("Alt+PageUp")
    ola.wait_for_url(lambda url: url.split("?")[0] == lead)
    wait_for_editor(ola)
    ola.keyboard.press("Control+Shift+Enter")
    ola.get_by_role("alert").wait_for()
    assert "second pair of eyes" in (ola.get_by_role("alert").text_content() or "")

    kari = context(browser).new_page()
    sign_in(kari, tokyo_host, "Kari")
    open_article(kari)
    tab_to(kari, "tittel")
    kari.keyboard.press("Enter")
    wait_for_editor(kari)
    kari.keyboard.press("Control+Shift+Enter")
    kari.get_by_role("status").wait_for()
    assert "Godkjent." in (kari.get_by_role("status").text_content() or "")

    after = (tokyo / CATALOG).read_text(encoding="utf-8").split("\n\n")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 2
    assert "Tokyo er vert for eit forum" in changed[0]
    assert "l10n-state: reviewed" in changed[0]
    assert "Kari Nordmann" in changed[0]
    assert "l10n-state: translated" in changed[1]
    assert "Ola Nordmann" in changed[1]
    assert heard == []
    ola.context.close()
    kari.context.close()


@pytest.fixture
def ferries_host(project: Path) -> Iterator[str]:
    """One person; an article in every state, with findings, a rejection, and a page that runs from right to left."""
    with (project / "l10n.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[locales.ar]\n")
    states = [State.NEW, State.DRAFT, State.TRANSLATED, State.REVIEWED, State.REJECTED, State.STALE]
    order = {key: states[at % len(states)] for at, key in enumerate(bundles.article_keys())}
    for tag in ("nb", "nn", "ar"):
        bundles.fill(project, tag, order.__getitem__, chrome=State.TRANSLATED)
    with serving(project) as host:
        yield host


PAGES = [
    "/",
    "/nn/ferries",
    "/ar/ferries",
    "/nn/chrome",
    f"/nn/ferries/{TITLE}",
    "/nn/ferries/preview",
    "/nowhere/at-all",
]


def opened(browser: Browser, host: str, path: str) -> Page:
    page = context(browser).new_page()
    if path not in (CONFLICT, EXPIRED, COMMENTED, HELP):
        page.goto(f"http://{host}{path}")
        page.wait_for_load_state("networkidle")
        return page
    page.goto(f"http://{host}/nn/ferries/{TITLE}")
    wait_for_editor(page)
    if path == HELP:
        page.get_by_role("button", name="Taster").click()
    elif path == COMMENTED:
        page.keyboard.press("Control+a")
        page.keyboard.press("Control+m")
        page.keyboard.type("Heiter det dette?")
        page.keyboard.press("Control+Enter")
        page.locator("article.thread summary").click()
    else:
        page.locator("#text-1").fill("Min tekst")
        field, value = ("seen", "0") if path == CONFLICT else ("token", "0")
        page.locator(f"form.editor [name={field}]").evaluate("(e, value) => { e.value = value }", value)
        page.keyboard.press("Control+Enter")
        page.get_by_text("Min tekst").first.wait_for()
    page.wait_for_load_state("networkidle")
    return page


def assert_fit_for_all(page: Page) -> None:
    """On a phone in the dark and on a desk in the light: axe finds nothing, and nothing is cut off.

    The policy forbids scripts that are not ours, so axe is put in from outside of the page.
    """
    for width, scheme in SIZES:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert axe_violations(page) == [], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize("path", [*PAGES, CONFLICT, EXPIRED, COMMENTED, HELP])
def test_every_page_and_state_is_fit_for_all(browser: Browser, ferries_host: str, path: str) -> None:
    assert_fit_for_all(opened(browser, ferries_host, path))


def test_signing_in_is_fit_for_all(browser: Browser, tokyo_host: str) -> None:
    page = opened(browser, tokyo_host, "/")
    page.keyboard.type("a wrong token")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    assert_fit_for_all(page)


def test_an_empty_project_is_fit_for_all(browser: Browser, project: Path) -> None:
    with serving(project) as host:
        page = opened(browser, host, "/")
        assert page.get_by_text("l10n ingest").is_visible()
        assert_fit_for_all(page)


def test_checks_answer_as_one_types(browser: Browser, ferries_host: str) -> None:
    page = opened(browser, ferries_host, f"/nn/ferries/{TITLE}")
    page.locator("#text-1").fill("Heile 17 ferjer vender attende til Bergen")
    page.locator("#findings").get_by_text("17").wait_for()
    page.context.close()


def test_an_unsaved_text_holds_the_page(browser: Browser, ferries_host: str) -> None:
    page = opened(browser, ferries_host, f"/nn/ferries/{TITLE}")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("#text-1").press_sequentially("Halvferdig")
    page.keyboard.press("Alt+PageDown")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert TITLE in page.url
    assert page.locator("#text-1").input_value() == "Halvferdig"
    page.context.close()


def test_the_source_is_copied_and_taken_back(browser: Browser, ferries_host: str) -> None:
    page = opened(browser, ferries_host, f"/nn/ferries/{TITLE}")
    field = page.locator("#text-1")
    field.press_sequentially("Mitt")
    page.keyboard.press("Control+o")
    assert field.input_value() == "Ferries return to Bergen"
    page.keyboard.press("Control+z")
    assert field.input_value() == "Mitt"
    page.context.close()


def test_the_keys_are_shown_on_request(browser: Browser, ferries_host: str) -> None:
    page = opened(browser, ferries_host, "/nn/ferries")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Taster").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    page.context.close()


def test_selected_words_are_commented_on_by_key(browser: Browser, ferries_host: str, project: Path) -> None:
    page = opened(browser, ferries_host, f"/nn/ferries/{LEAD}")
    field = page.locator("#text-1")
    text = field.input_value()
    start = text.index("ferries")
    field.evaluate("(field, [start, end]) => field.setSelectionRange(start, end)", [start, start + len("ferries")])
    page.keyboard.press("Control+m")
    assert page.locator("#quoted q").inner_text() == "ferries"
    page.keyboard.type("Ferjer, ikkje ferries.")
    page.keyboard.press("Control+Enter")
    thread = page.locator("article.thread")
    thread.get_by_text("Ferjer, ikkje ferries.").wait_for()
    assert page.locator("#comment").input_value() == ""
    (said,) = Workspace(project).records.load_comments("nn")
    assert (said.quote, said.span) == ("ferries", (start, start + len("ferries")))
    thread.get_by_role("button", name="Vis i teksten").click()
    assert field.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)") == "ferries"
    thread.get_by_role("button", name="Marker som løst").click()
    page.locator("article.thread.settled").wait_for()
    assert axe_violations(page) == []
    page.context.close()


def test_a_suggestion_is_taken_by_key_and_given_back(browser: Browser, ferries_host: str, project: Path) -> None:
    workspace = Workspace(project)
    catalog = workspace.load_catalog("nn", "articles/ferries")
    assert catalog
    title = next(message for message in catalog.live if message.msgctxt == "title")
    old = replace(title, msgstr=("Ferjene vender heim",), previous=Previous(None, "Ferries sail to Bergen"))
    stale = judged(old, State.STALE, by=OLA, at="2026-01-05T10:11Z", origin=None)
    suggested = with_suggestion(stale, Suggestion(texts=("Ferjene vender attende",), origin=bundles.MACHINE))
    workspace.save_catalog("nn", "articles/ferries", catalog.with_messages([suggested]))
    page = opened(browser, ferries_host, f"/nn/ferries/{TITLE}")
    field = page.locator("#text-1")
    page.keyboard.press("Alt+Enter")
    assert field.input_value() == "Ferjene vender attende"
    page.keyboard.press("Control+z")
    assert field.input_value() == "Ferjene vender heim"
    page.get_by_role("button", name="Sett inn forslaget").click()
    assert field.input_value() == "Ferjene vender attende"
    assert_fit_for_all(page)


def test_a_text_from_right_to_left_is_written_and_saved(browser: Browser, ferries_host: str, project: Path) -> None:
    page = opened(browser, ferries_host, f"/ar/ferries/{TITLE}")
    replace_text(page, "عودة العبّارات إلى Bergen، ثم 3 منها")
    box = page.locator("#text-1")
    assert box.evaluate("(field) => getComputedStyle(field).direction") == "rtl"
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"said=saved"))
    catalog = Workspace(project).load_catalog("ar", "articles/ferries")
    assert catalog
    assert "عودة العبّارات إلى Bergen، ثم 3 منها" in {message.text for message in catalog.live}
    assert page.locator(f"#t-{TITLE} .target").evaluate("(text) => getComputedStyle(text).direction") == "rtl"
    page.context.close()


def test_it_works_without_scripts(browser: Browser, ferries_host: str, project: Path) -> None:
    page = context(browser, script=False).new_page()
    page.goto(f"http://{ferries_host}/")
    page.locator("a[href='/nn/ferries']").click()
    page.locator(f"a[href*='{TITLE}']").click()
    page.locator("#text-1").fill("Ferjene er attende i Bergen")
    page.get_by_role("button", name="Se etter feil").click()
    assert page.locator("#text-1").input_value() == "Ferjene er attende i Bergen"
    page.get_by_role("button", name="Lagre og neste").click()
    assert "Lagret." in (page.get_by_role("status").text_content() or "")
    catalog = Workspace(project).load_catalog("nn", "articles/ferries")
    assert catalog
    title = next(message for message in catalog.live if message.msgctxt == "title")
    assert (title.text, standing(title).state) == ("Ferjene er attende i Bergen", State.TRANSLATED)
    page.context.close()


def test_hostile_texts_run_nothing(browser: Browser, ferries_host: str) -> None:
    page = context(browser).new_page()
    heard = listened(page)
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.goto(f"http://{ferries_host}/nn/ferries/{TITLE}")
    hostile = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>[les](javascript:alert(3))"
    page.locator("#text-1").fill(hostile)
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"said=saved"))
    for path in ("/nn/ferries", f"/nn/ferries/{TITLE}", "/nn/ferries/preview"):
        page.goto(f"http://{ferries_host}{path}")
        page.wait_for_load_state("networkidle")
    assert heard == []
    page.context.close()
