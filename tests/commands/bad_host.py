"""A static web server for the tests that fails on purpose, one fault a request."""

from __future__ import annotations

import gzip
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Fault = Callable[["Handler", bytes], None]


@dataclass
class Host:
    """Serves a folder. A request for a file whose name ends as a rule says meets the rule's next fault, if any."""

    root: Path
    url: str = ""
    faults: dict[str, deque[Fault]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Path and Range of every request."""

    def fails(self, name: str, *faults: Fault) -> None:
        self.faults.setdefault(name, deque()).extend(faults)

    def fault(self, path: str) -> Fault | None:
        queue = next((queue for name, queue in self.faults.items() if path.endswith(name) and queue), None)
        return queue.popleft() if queue else None


class Handler(BaseHTTPRequestHandler):
    host: Host
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].lstrip("/")
        asked = self.headers.get("Range", "")
        self.host.asked.append((path, asked))
        file = self.host.root / path
        if not file.is_file():
            self.answer(404, b"")
            return
        data = file.read_bytes()
        fault = self.host.fault(path)
        if fault:
            fault(self, data)
        elif asked:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            self.answer(206, data[start:], {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"})
        elif "gzip" in self.headers.get("Accept-Encoding", ""):
            self.answer(200, gzip.compress(data), {"Content-Encoding": "gzip"})
        else:
            self.answer(200, data)

    def answer(
        self, status: int, body: bytes, headers: dict[str, str] | None = None, *, length: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def truncates(after: int) -> Fault:
    """Promises all, sends `after` bytes, and hangs up."""

    def fault(handler: Handler, data: bytes) -> None:
        handler.answer(200, data[:after], length=len(data))
        handler.close_connection = True

    return fault


def corrupts(handler: Handler, data: bytes) -> None:
    handler.answer(200, data[:-1] + bytes([data[-1] ^ 1]))


def stalls(handler: Handler, data: bytes) -> None:
    handler.answer(200, data[:10], length=len(data))
    time.sleep(1.5)
    handler.close_connection = True


def drips(handler: Handler, data: bytes) -> None:
    handler.answer(200, data[:1], length=len(data))
    for at in range(1, len(data)):
        time.sleep(0.05)
        handler.wfile.write(data[at : at + 1])


def refuses(status: int) -> Fault:
    return lambda handler, data: handler.answer(status, b"no")


def hangs_up(handler: Handler, data: bytes) -> None:
    handler.close_connection = True


@contextmanager
def hosting(root: Path, port: int = 0) -> Iterator[Host]:
    host = Host(root)
    server = ThreadingHTTPServer(("127.0.0.1", port), type("Handling", (Handler,), {"host": host}))
    host.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
