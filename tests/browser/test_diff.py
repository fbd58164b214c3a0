"""The page of a comparison in a real browser: ten edited articles in two locales."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from l10n.commands import main
from tests.browser.axe import axe_violations
from tests.browser.opened import opened
from tests.formats.diff import newsroom

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("diff")
    before, after = newsroom.write(root)
    with pytest.raises(SystemExit) as stop:
        main(["-C", str(root), "diff", str(before), str(after), "--format", "html", "-o", str(root / "diff.html")])
    assert stop.value.code == 0
    return root / "diff.html"


def test_ten_edited_articles_are_a_small_page_with_every_class(browser: Browser, page_file: Path) -> None:
    assert page_file.stat().st_size < 500_000
    page = opened(browser, page_file)
    assert page.locator("section.class h2").all_inner_texts()[0].startswith("Meaning")
    assert page.locator("section.class").count() == 7
    first = page.locator(".change").first
    assert "look here first" in first.inner_text()
    assert page.locator(".change:visible").count() < page.locator(".change").count()  # typography is folded
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_asked_for_or_hard_to_read(
    browser: Browser, page_file: Path, width: int, scheme: str
) -> None:
    page = opened(browser, page_file, width=width, scheme=scheme)
    page.locator("main summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe_violations(page) == []
    assert page.heard == []  # type: ignore[attr-defined]
    page.context.close()


def test_filters_leave_what_was_asked_for_and_can_be_sent_on(browser: Browser, page_file: Path) -> None:
    page = opened(browser, page_file)
    page.get_by_label("Locale").select_option("nn")
    page.get_by_role("combobox", name="Class").select_option("meaning")
    visible = page.locator(".change:visible")
    assert {one.get_attribute("data-locale") for one in visible.all()} == {"nn"}
    assert page.locator("section.class:visible").count() == 1
    count = visible.count()
    assert page.get_by_role("status").inner_text().startswith(f"{count} of ")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert page.locator(".change:visible").count() == count
    page.get_by_label("Search").fill("no such words anywhere")
    assert page.locator(".change:visible").count() == 0
    page.get_by_role("button", name="Show all").click()
    page.locator(".change:visible").first.wait_for()
    assert page.locator(".change:visible").count() > count
    page.context.close()


def test_the_keyboard_reaches_search_and_changes(browser: Browser, page_file: Path) -> None:
    page = opened(browser, page_file)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.querySelectorAll('.change')[1]")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement === document.querySelectorAll('.change')[0]")
    page.keyboard.press("/")
    page.keyboard.type("passasjerer")
    assert page.evaluate("document.activeElement.name") == "text"
    assert "passasjerer" in page.locator(".change:visible").first.inner_text()
    page.context.close()


def test_without_scripts_all_is_there_but_the_filters(browser: Browser, page_file: Path) -> None:
    page = opened(browser, page_file, script=False)
    assert page.locator(".filters").is_hidden()
    assert page.locator(".change").first.is_visible()
    page.locator("main summary").click()
    assert page.locator(".change:visible").count() == page.locator(".change").count()
    page.context.close()


def test_a_screen_reader_is_told_the_language_of_each_text(browser: Browser, page_file: Path) -> None:
    page = opened(browser, page_file)
    assert set(page.locator(".source dd").evaluate_all("es => es.map(e => e.lang)")) == {"en"}
    assert set(page.locator(".text dd").evaluate_all("es => es.map(e => e.lang)")) == {"nb", "nn"}
    page.context.close()
