"""What axe-core finds on a page."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page


def axe_violations(page: Page) -> list[tuple[str, list[str]]]:
    """Rule and markup of each violation. axe is put in from outside: our pages' policy forbids foreign scripts."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    violations = page.evaluate("axe.run()")["violations"]
    return [(v["id"], [node["html"] for node in v["nodes"]]) for v in violations]
