"""A file opened in the browser, as a reader would."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page


def opened(browser: Browser, path: Path, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
    """A page, with everything it complains of or asks for in `page.heard`."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else heard.append(request.url))
    page.heard = heard  # type: ignore[attr-defined]
    page.goto(path.as_uri())
    return page
