"""`l10n watch`: an edit is on the page in the browser without anybody touching it."""

from __future__ import annotations

import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from l10n.model.state import State
from tests import bundles, program
from tests.commands.test_build import tree

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def newsroom(project: Path) -> Path:
    for tag in ("en", "nb", "nn"):
        bundles.fill(project, tag, State.TRANSLATED)
    return project


@pytest.fixture
def watching(newsroom: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    process = program.start("watch", "--port", "0", cwd=newsroom)
    assert process.stdout is not None
    yield process, process.stdout.readline().decode().strip()
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.faults = []  # type: ignore[attr-defined]
        page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)  # type: ignore[attr-defined]
        yield page


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_edits_of_every_kind_reach_the_browser_by_themselves(
    newsroom: Path, watching: tuple[subprocess.Popen[bytes], str], page: Page
) -> None:
    process, url = watching
    page.goto(f"{url}ferries/nn/")
    swap(newsroom / "catalogs/nn/articles/ferries.po", "nn: Tickets are sold again.", "Billettane er i sal att.")
    expect(page.get_by_text("Billettane er i sal att.")).to_be_visible(timeout=10_000)
    page.goto(f"{url}ferries/en/index.html")
    article = newsroom / "articles/ferries.md"
    swap(article, "Two ferries left at noon", "Nine ferries left at noon")
    expect(page.get_by_text("Nine ferries left at noon")).to_be_visible(timeout=10_000)
    swap(newsroom / "l10n.toml", "[locales.en]", '[site]\nname = "Bergen Daily"\n\n[locales.en]')
    expect(page).to_have_title("Ferries return to Bergen – Bergen Daily", timeout=10_000)
    (newsroom / "theme").mkdir()
    (newsroom / "theme/style.css").write_text("h1 { color: rgb(1, 2, 3) }", encoding="utf-8")
    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)", timeout=10_000)
    assert page.faults == []  # type: ignore[attr-defined]
    # what breaks is said, and the last good page stays
    whole = article.read_text(encoding="utf-8")
    article.write_text(whole.replace("lang: en", "lang: [en"), encoding="utf-8")
    assert process.stderr is not None
    said = ""
    while "l10n: articles/ferries.md" not in said:
        said = process.stderr.readline().decode()
        assert said, "the server is gone"
    with urllib.request.urlopen(f"{url}ferries/en/") as answer:
        assert "Nine ferries left at noon" in answer.read().decode()
    article.write_text(whole.replace("Nine ferries", "Ten ferries"), encoding="utf-8")
    page.goto(f"{url}ferries/en/")
    expect(page.get_by_text("Ten ferries left at noon")).to_be_visible(timeout=10_000)
    process.send_signal(signal.SIGINT)  # with the page, and its stream, still open
    _, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert err.decode().rstrip().endswith("Stopped.")
    assert b"Traceback" not in err
    assert all(b"EventSource" not in data for data in tree(newsroom / "dist").values())


def test_a_page_that_is_held_back_appears_once_it_goes_out(
    newsroom: Path, watching: tuple[subprocess.Popen[bytes], str], page: Page
) -> None:
    _, url = watching
    bundles.fill(newsroom, "nn", State.DRAFT)
    page.goto(f"{url}ferries/nn/")
    expect(page.get_by_text("Nothing is built at ferries/nn/index.html")).to_be_visible(timeout=10_000)
    bundles.fill(newsroom, "nn", State.TRANSLATED)
    expect(page.locator("h1")).to_have_text("nn: Ferries return to Bergen", timeout=10_000)


def test_only_this_machine_is_answered_and_only_what_was_built(
    watching: tuple[subprocess.Popen[bytes], str], newsroom: Path
) -> None:
    _, url = watching
    (newsroom / "dist/.secret").write_text("x", encoding="utf-8")
    for path in ("../l10n.toml", "%2e%2e/l10n.toml", ".secret", "ferries//etc"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(url + path)
        assert refused.value.code == 404
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(url, headers={"Host": "evil.example"}))
    assert refused.value.code == 421
