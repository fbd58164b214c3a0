"""Many people saving in one article without pause, on the real server, beside what the disk alone asks for.

    python benchmarks/review_saves.py [--clients 20] [--messages 200] [--seconds 5] [--read]

Each client keeps one connection and saves its own messages, one after the other; with --read it also loads the page
that it is sent to, as a browser does. The floor, before and after in the same run: one writer who puts a file of that
size at its place and flushes it, and nothing else; and as many writers who take turns at that. Meanwhile the catalog
is read at random moments and held against `msgfmt -c`. In the end each message must hold what was last saved in it,
and the ledger every save.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message
from l10n.model.state import State
from l10n.review_app.desk import message_id
from l10n.review_app.writing import fingerprint
from l10n.workspace import Workspace, files

SETTINGS = 'article_language = "en"\nchrome_language = "nb"\n[locales.nn]\n'
DOMAIN = "articles/fleet"
ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--messages", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--read", action="store_true", help="load the next page after each save, too")
    options = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "project")
        messages = make_project(root, options.messages)
        catalog = Workspace(root).catalog_path("nn", DOMAIN)
        print_floor(Path(folder), catalog.stat().st_size, options.clients)
        crowd = [Client(messages[n :: options.clients], options.read) for n in range(options.clients)]
        run(root, crowd, options.seconds, catalog)
        print_floor(Path(folder), catalog.stat().st_size, options.clients)
        took = [one for client in crowd for one in client.took]
        print(f"{options.clients} clients: {len(took)} saves, {len(took) / options.seconds:.0f} a second; {told(took)}")
        check_nothing_lost(root, crowd, len(took))


def make_project(root: Path, count: int) -> list[Message]:
    (root / "articles").mkdir(parents=True)
    (root / "l10n.toml").write_text(SETTINGS, encoding="utf-8")
    band = "left Bergen at noon while the band of the fire brigade played on the quay, and people waved from it"
    texts = [f"Ferry number {n} {band}." for n in range(count)]
    body = "\n\n".join(texts)
    (root / "articles/fleet.md").write_text(f"---\ntitle: The fleet\nlang: en\n---\n\n{body}\n", encoding="utf-8")
    messages = [Message(msgctxt="paragraph", msgid=text, msgstr=(f"Ferje. {text}",)) for text in texts]
    header = catalog_header(DOMAIN, "en", "nn")
    Workspace(root).save_catalog("nn", DOMAIN, Catalog(header=header, messages=tuple(messages)))
    return messages


def print_floor(folder: Path, size: int, writers: int) -> None:
    path, turn = folder / "floor", threading.Lock()

    def write() -> float:
        start = time.perf_counter()
        with turn:
            files.write_atomic(path, os.urandom(size // 2).hex().encode(), "floor")
        return time.perf_counter() - start

    alone = [write() for _ in range(40)]
    with ThreadPoolExecutor(writers) as pool:
        crowded = list(pool.map(lambda _: write(), range(10 * writers)))
    print(f"floor, {size // 1000} KB written and flushed: alone {told(alone)}; {writers} in turns {told(crowded)}")


class Client:
    """One person: a connection, some messages, and what was last saved in them."""

    def __init__(self, messages: list[Message], reads: bool) -> None:
        self.messages, self.reads = messages, reads
        self.took: list[float] = []
        self.cookie = self.token = ""

    def open(self, url: str) -> None:
        self.host = urlsplit(url).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=60)
        self.connection.connect()
        page = self._send("GET", f"/nn/fleet/{message_id(self.messages[0].key)}")
        self.cookie = (page.headers["set-cookie"] or "").partition(";")[0]
        self.token = re.findall(r'name="token" value="(\w+)"', page.read().decode())[-1]

    def work(self, until: float) -> None:
        number = 0
        while time.monotonic() < until:
            self._save(number % len(self.messages), f"Ferja gjekk, {number}.")
            number += 1

    def _save(self, at: int, text: str) -> None:
        message = self.messages[at]
        fields = {"token": self.token, "seen": fingerprint(message), "show": "", "text": text, "do": "save"}
        start = time.perf_counter()
        answer = self._send("POST", f"/nn/fleet/{message_id(message.key)}", urlencode(fields))
        answer.read()
        self.took.append(time.perf_counter() - start)
        if answer.status != 303:
            raise SystemExit(f"a save was answered with {answer.status}")
        self.messages[at] = Message(msgctxt=message.msgctxt, msgid=message.msgid, msgstr=(text,))
        if self.reads:
            self._send("GET", answer.headers["location"]).read()

    def _send(self, method: str, path: str, body: str | None = None) -> http.client.HTTPResponse:
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, path, body, headers | {"Origin": f"http://{self.host}"})
        return self.connection.getresponse()


def run(root: Path, crowd: list[Client], seconds: float, catalog: Path) -> None:
    """Start the server as a user does, and let everyone save until the time is over."""
    who = {"GIT_AUTHOR_NAME": "Ola Nordmann", "GIT_AUTHOR_EMAIL": "ola@example.org"}
    command = [sys.executable, str(ROOT / "cli.py"), "-C", str(root), "serve", "--port", "0"]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=os.environ | who
    )
    try:
        assert server.stdout
        url = server.stdout.readline().strip()
        for client in crowd:
            client.open(url)
        until = time.monotonic() + seconds
        with ThreadPoolExecutor(len(crowd) + 1) as pool:
            watching = pool.submit(watch, catalog, until)
            for done in [pool.submit(client.work, until) for client in crowd]:
                done.result()
            print(f"the catalog was whole at {watching.result()} moments")
    finally:
        server.terminate()
        server.wait()


def watch(catalog: Path, until: float) -> int:
    """How often the file was looked at; a torn one ends the run."""
    looks = 0
    while time.monotonic() < until:
        time.sleep(random.uniform(0.05, 0.25))  # noqa: S311 - any moment will do
        data = catalog.read_bytes()
        po.decode(data).catalog  # noqa: B018 - raises for what is torn
        subprocess.run(["msgfmt", "-c", "-o", os.devnull, "-"], input=data, check=True)
        looks += 1
    return looks


def check_nothing_lost(root: Path, crowd: list[Client], saves: int) -> None:
    catalog = Workspace(root).load_catalog("nn", DOMAIN)
    assert catalog
    saved = [message for client in crowd for message in client.messages if message.text.startswith("Ferja gjekk")]
    lost = [message for message in saved if catalog.by_key[message.key].text != message.text]
    signed = sum(entry.state is State.TRANSLATED for entry in Workspace(root).records.load_ledger("nn"))
    print(f"{len(lost)} updates lost, {saves - signed} verdicts lost")
    if lost or signed != saves:
        raise SystemExit(1)


def told(seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=100)
    return f"median {cuts[49] * 1000:.1f} ms, p95 {cuts[94] * 1000:.1f} ms, longest {max(seconds) * 1000:.0f} ms"


if __name__ == "__main__":
    main()
