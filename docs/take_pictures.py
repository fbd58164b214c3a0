"""Takes the pictures of the README anew: a page of the demo, and the review page, in the system's Chromium.

    make pictures

Both show the project that comes with l10n, copied elsewhere; nothing in it is changed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
_WHO = {"GIT_AUTHOR_NAME": "Kari Nordmann", "GIT_AUTHOR_EMAIL": "kari@example.org"}
_ENVIRONMENT = {**os.environ, **_WHO, "LC_ALL": "C.UTF-8"}


def take(target: Path = PICTURES) -> None:
    """Write page.png and review.png."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Path(folder) / "newsroom"
        for name in ("articles", "catalogs"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copy(ROOT / "l10n.toml", project)
        subprocess.run([*_l10n(), "build"], cwd=project, env=_ENVIRONMENT, check=True, capture_output=True)
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1100, "height": 760}, locale="en-GB")
        page.goto((project / "dist/tokyo-forum/nn/index.html").as_uri())
        page.screenshot(path=target / "page.png", animations="disabled", caret="hide")
        page.set_viewport_size({"width": 1100, "height": 900})
        server = subprocess.Popen(
            [*_l10n(), "serve", "--port", "0"],
            cwd=project, env=_ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        try:
            page.goto(f"{_address(server)}/nn/tokyo-forum")
            page.get_by_role("link", name="Title").click()
            page.get_by_role("textbox").first.wait_for()
            page.screenshot(path=target / "review.png", animations="disabled", caret="hide")
        finally:
            server.terminate()
            server.wait()
        chromium.close()


def _l10n() -> list[str | Path]:
    return [sys.executable, ROOT / "cli.py"]


def _address(server: subprocess.Popen[str]) -> str:
    """Where the page is, as the program says it."""
    assert server.stdout is not None
    for line in server.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    raise SystemExit("l10n serve ended before it said where it is")


if __name__ == "__main__":
    take()
