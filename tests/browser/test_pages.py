"""The pages in a real browser: readable at every width, by everyone, and asking no one for anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from l10n.commands import main
from l10n.model.state import State
from tests import bundles
from tests.browser.axe import axe_violations
from tests.browser.opened import opened
from tests.conftest import SETTINGS

pytestmark = pytest.mark.needs("chromium")

ROOT = Path(__file__).parents[2]
PAGES = [*(f"ferries/{locale}/index.html" for locale in ("en", "nb", "nn", "ar")), "tokyo-forum/en/index.html"]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Tokyo article and one with everything a page can hold: in its own language, with two texts that fell back,
    all drafts, and nearly all fallen back on a page that runs from right to left."""
    project = tmp_path_factory.mktemp("pages")
    (project / "articles").mkdir()
    tokyo = (ROOT / "articles/tokyo-forum.md").read_text(encoding="utf-8")
    (project / "articles/tokyo-forum.md").write_text(tokyo, encoding="utf-8")
    (project / "l10n.toml").write_text(SETTINGS + "\n[locales.ar]\n", encoding="utf-8")
    bundles.fill(project, "en", State.TRANSLATED)
    bundles.fill(project, "nb", lambda key: State.NEW if key.msgctxt in ("title", "list item") else State.TRANSLATED)
    bundles.fill(project, "nn", State.DRAFT)
    bundles.fill(project, "ar", lambda key: State.TRANSLATED if key.msgctxt == "lead" else State.NEW)
    with pytest.raises(SystemExit) as stop:
        main(["-C", str(project), "build", "--gate", "draft=0"])
    assert stop.value.code == 0
    return project / "dist"


@pytest.mark.parametrize("path", [*PAGES, "index.html"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_cut_off_covered_or_loaded_from_elsewhere(
    browser: Browser, dist: Path, path: str, width: int
) -> None:
    page = opened(browser, dist / path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.heard == []  # type: ignore[attr-defined]
    if page.locator("dialog").count():
        below = page.locator("dialog").evaluate("e => e.getBoundingClientRect().bottom")
        assert page.locator("header.masthead").evaluate("e => e.getBoundingClientRect().top") >= below
    page.context.close()


@pytest.mark.parametrize("path", [*PAGES, "index.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, dist: Path, path: str, scheme: str) -> None:
    page = opened(browser, dist / path, width=390, scheme=scheme)
    assert axe_violations(page) == []
    page.context.close()


def test_a_text_in_another_language_is_so_to_a_screen_reader(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "ferries/nb/index.html", width=1280)
    language = "element => element.closest('[lang]').lang"
    assert page.locator("h1").evaluate(language) == "en"
    assert page.locator(".body li span").first.evaluate(language) == "en"
    assert page.locator(".lead").evaluate(language) == "nb"
    assert page.locator("#cookies button").evaluate(language) == "nb"
    page.goto((dist / "ferries/ar/index.html").as_uri())
    assert page.locator("h1").evaluate("element => getComputedStyle(element).direction") == "ltr"
    assert page.locator(".lead").evaluate("element => getComputedStyle(element).direction") == "rtl"
    page.context.close()


def test_a_draft_is_seen_and_heard(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "ferries/nn/index.html", width=390)
    assert page.get_by_role("note").is_visible()
    assert page.locator("h1 .mark [aria-hidden]").is_visible()
    assert page.get_by_role("heading", level=1, name="(nn: Maskinoversatt)").count() == 1
    page.context.close()


def test_the_cookie_notice_closes_for_good(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "ferries/en/index.html", width=390)
    page.get_by_role("button").click()
    assert page.locator("dialog").is_hidden()
    page.reload()
    assert page.locator("dialog").is_hidden()
    page.context.close()


def test_the_cookie_notice_closes_without_scripts(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "ferries/en/index.html", width=390, script=False)
    assert page.locator("dialog").is_visible()
    page.get_by_role("button").click()
    assert page.locator("dialog").is_hidden()
    page.context.close()


def test_keyboard_first_stop_is_the_way_to_the_text(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "ferries/nb/index.html", width=1280)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("element => element === document.activeElement")
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.context.close()


def test_the_menu_leads_to_the_same_article(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "index.html", width=1280)
    page.locator("a[hreflang=nb]").first.click()
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("ferries/en/index.html")
    assert page.locator("html").get_attribute("lang") == "en"
    page.context.close()


def test_paper_has_no_buttons(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "ferries/nn/index.html", width=760, scheme="dark")
    page.emulate_media(media="print")
    for gone in ("#cookies", ".skip", "nav"):
        assert page.locator(gone).is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.get_by_role("note").is_visible()
    page.context.close()


def test_a_phone_shows_the_headline_at_once(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "tokyo-forum/en/index.html", width=390)
    assert page.locator("h1").evaluate("e => e.getBoundingClientRect().top") < 260
    page.context.close()


def test_cards_of_a_row_begin_and_end_together(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "tokyo-forum/en/index.html", width=1280)
    box = "es => es.map(e => [e.closest('.card').getBoundingClientRect().top, e.getBoundingClientRect()])"
    for selector, edge in ((".brief .summary", "top"), (".brief .badges", "bottom")):
        rows: dict[float, set[float]] = {}
        for row, place in page.locator(selector).evaluate_all(box):
            rows.setdefault(round(row), set()).add(round(place[edge]))
        assert len(rows) == 2
        assert all(len(edges) == 1 for edges in rows.values()), selector
    page.context.close()


def test_a_translation_leads_to_its_original(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "ferries/nn/index.html", width=390)
    page.get_by_role("note").get_by_role("link").click()
    assert page.url.endswith("ferries/en/index.html")
    assert page.get_by_role("note").count() == 0
    page.context.close()


def test_the_front_page_says_aloud_which_headline_is_a_draft(browser: Browser, dist: Path) -> None:
    page = opened(browser, dist / "index.html", width=390)
    drafted = page.get_by_role("link", name="(Maskinoversatt)")
    assert drafted.count() == 1
    assert drafted.get_attribute("hreflang") == "nn"
    page.context.close()
