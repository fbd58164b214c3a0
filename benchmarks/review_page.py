"""An article of 2,000 messages opened in Chromium, on the real server, beside a plain file of the same HTML.

    python benchmarks/review_page.py [--messages 2000]

For the first visit after the server has started, and for later ones; the page alone, and open at a message in the
middle. Times are the browser's own, from the request on: the first byte, the HTML read (DOMContentLoaded), the first
paint of text. The plain file is the same HTML without style or script: what the browser alone needs to read it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.review_saves import ROOT, make_project
from l10n.review_app.desk import message_id

VISITS = 5
TIMES = """() => {
  const at = performance.getEntriesByType("navigation")[0];
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [at.responseStart, at.domContentLoadedEventEnd, paint?.startTime ?? NaN];
}"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--messages", type=int, default=2000)
    options = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors; first byte, HTML read, first paint, in ms")
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        serving(Path(folder), options) as pages,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, url in pages:
            visits = []
            for _ in range(VISITS):
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.goto(url)
                page.wait_for_timeout(500)  # the first paint is told a moment after it
                visits.append(page.evaluate(TIMES))
                if url.startswith("http"):
                    Path(folder, "plain.html").write_text(page.locator("main").inner_html(), encoding="utf-8")
                page.close()
            first, later = visits[0], [statistics.median(times) for times in zip(*visits[1:], strict=True)]
            print(f"{name:24} first {told(first)}   later {told(later)}")


def told(times: list[float]) -> str:
    return " ".join(f"{one:5.0f}" for one in times)


@contextmanager
def serving(folder: Path, options: argparse.Namespace) -> Iterator[list[tuple[str, str]]]:
    messages = make_project(folder / "project", options.messages)
    who = {"GIT_AUTHOR_NAME": "Ola Nordmann", "GIT_AUTHOR_EMAIL": "ola@example.org"}
    command = [sys.executable, str(ROOT / "cli.py"), "-C", str(folder / "project"), "serve", "--port", "0"]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=os.environ | who
    )
    try:
        assert server.stdout
        url = server.stdout.readline().strip() + "nn/fleet"
        middle = message_id(messages[len(messages) // 2].key)
        plain = f"file://{folder}/plain.html"
        yield [("the article", url), ("open at a message", f"{url}/{middle}"), ("plain file", plain)]
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
