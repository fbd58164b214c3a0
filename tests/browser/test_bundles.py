"""The Tokyo article's bundles, served as a site serves them: quiet in the console, asking no host but their own."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from l10n.commands import main
from tests.browser.axe import axe_violations
from tests.browser.test_pages import ROOT

pytestmark = pytest.mark.needs("chromium")

LOCALES = ("nb", "nn", "da", "ar")
RTL = '\n[locales.ar]\nengine = "pseudo"\nfallback = "draft"\ngate = { state = "draft", percent = 0 }\n'


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server, as a static host is one."""

    def log_message(self, format: str, *args: object) -> None:
        """The tests' own output is enough."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Bokmål as people wrote it, Nynorsk and Danish as Apertium drafted them, Arabic as the pseudo engine did."""
    project = tmp_path_factory.mktemp("tokyo")
    for name in ("articles", "catalogs"):
        shutil.copytree(ROOT / name, project / name)
    settings = (ROOT / "l10n.toml").read_text(encoding="utf-8")
    (project / "l10n.toml").write_text(settings + RTL, encoding="utf-8")
    article = project / "articles/tokyo-forum.md"
    picture = "images:\n  - src: forum.svg\n    alt:"
    article.write_text(article.read_text(encoding="utf-8").replace("images:\n  - alt:", picture), encoding="utf-8")
    (project / "articles/forum.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z" fill="#9ab"/></svg>',
        encoding="utf-8",
    )
    for command in (["sync"], ["draft", "ar"], ["build"]):
        with pytest.raises(SystemExit) as stop:
            main(["-C", str(project), *command])
        assert stop.value.code == 0, command
    handler = functools.partial(Quiet, directory=str(project / "dist"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def opened(browser: Browser, host: str, path: str, width: int) -> tuple[Page, list[str]]:
    """A page, and everything that it complained of or asked another host for."""
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((host, "data:,")) else heard.append(request.url))
    page.on("requestfailed", lambda request: heard.append(f"failed: {request.url}"))
    page.goto(host + path, wait_until="networkidle")
    return page, heard


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("width", [390, 1280])
def test_the_tokyo_page_is_quiet_and_whole(browser: Browser, host: str, locale: str, width: int) -> None:
    page, heard = opened(browser, host, f"/tokyo-forum/{locale}/index.html", width)
    assert heard == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("html").get_attribute("dir") == ("rtl" if locale == "ar" else "ltr")
    assert page.locator("figure img").evaluate("e => e.naturalWidth") > 0
    assert page.get_by_role("note").count() == (locale != "nb")
    page.context.close()


@pytest.mark.parametrize("locale", ["nb", "ar"])
def test_the_page_of_provenance_is_quiet_and_can_be_read_by_everyone(browser: Browser, host: str, locale: str) -> None:
    page, heard = opened(browser, host, f"/tokyo-forum/{locale}/index.html", 390)
    page.locator("footer a").click()
    assert page.url.endswith(f"/tokyo-forum/{locale}/provenance.html")
    assert heard == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe_violations(page) == []
    page.emulate_media(media="print")
    assert page.locator("li").first.is_visible()
    page.context.close()
