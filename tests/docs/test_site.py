"""The documentation as a site: strictly built, every page found, nothing asked of the network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser

from tests.browser.conftest import browser  # noqa: F401
from tests.docs.typed import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md"))


def build(target: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", ROOT / "mkdocs.yml"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([*command, "--site-dir", target], capture_output=True, text=True, env=environment)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly: a link or an anchor that leads nowhere ends it."""
    target = tmp_path_factory.mktemp("site")
    done = build(target)
    assert done.returncode == 0, done.stderr
    return target


def place(page: Path) -> str:
    """Where a page stands in the site."""
    shown = page.relative_to(DOCS).with_suffix(".html")
    return shown.with_name("index.html").as_posix() if page.name == "README.md" else shown.as_posix()


def test_the_navigation_leads_to_every_page(site: Path) -> None:
    start = lxml_html.document_fromstring((site / "index.html").read_text(encoding="utf-8"))
    linked = {urlsplit(address).path for address in start.xpath("//nav//a/@href")}
    assert [place(page) for page in PAGES if place(page) not in linked | {"index.html"}] == []


def links(page: Path) -> Iterator[str]:
    document = lxml_html.document_fromstring(page.read_text(encoding="utf-8"))
    yield from document.xpath("//article//a/@href")


def test_the_index_of_decisions_lists_them(site: Path) -> None:
    linked = set(links(site / "decisions/index.html"))
    decisions = [page for page in PAGES if page.parent.name == "decisions" and page.name != "README.md"]
    assert len(decisions) > 20
    assert [page.name for page in decisions if page.with_suffix(".html").name not in linked] == []


def test_every_link_of_a_built_page_leads_somewhere(site: Path) -> None:
    """MkDocs looks at links between pages; this also sees those to files, and to the sections of generated pages."""
    dead = []
    ids: dict[Path, set[str]] = {}
    for page in site.rglob("*.html"):
        for address in links(page):
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            if target not in ids and target.suffix == ".html" and target.is_file():
                ids[target] = set(re.findall(r'\bid="([^"]+)"', target.read_text(encoding="utf-8")))
            if not target.exists() or (parts.fragment and unquote(parts.fragment) not in ids.get(target, ())):
                dead.append(f"{page.relative_to(site)}: {address}")
    assert dead == []


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.needs("chromium")
def test_a_page_asks_nothing_of_the_network_and_search_works(site: Path, browser: Browser) -> None:  # noqa: F811
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}"
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    try:
        page.goto(f"{home}/explanation/states-and-seals.html")
        page.keyboard.press("/")  # the theme's key for its search
        page.keyboard.type("rubber_stamp")
        page.locator(".md-search-result a", has_text="Settings").first.wait_for()
    finally:
        page.close()
        server.shutdown()
        server.server_close()
    assert len(asked) > 3
    assert [address for address in asked if not address.startswith((home, "data:", "blob:"))] == []


def test_a_page_opens_from_a_folder_without_a_server(site: Path) -> None:
    for page in site.rglob("*.html"):
        document = lxml_html.document_fromstring(page.read_text(encoding="utf-8"))
        loaded = document.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src")
        absolute = [address for address in loaded if urlsplit(address).scheme or address.startswith("/")]
        assert page.name == "404.html" or not absolute, page


def test_a_dead_link_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# l10n\n\n[gone](gone.md) [below](#nowhere)\n", encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    kept = re.sub(r"(?ms)^(hooks|nav):\n(?:  .*\n|    .*\n)*", "", config)
    (tmp_path / "mkdocs.yml").write_text(kept, encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert done.returncode == 1
    assert "gone.md" in done.stderr
    assert "nowhere" in done.stderr
