"""A real server on loopback, and what a browser does with it: forms, cookies, no redirects followed unasked."""

from __future__ import annotations

import http.client
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from l10n.model.provenance import Actor
from l10n.review_app.app import create_app
from l10n.review_app.config import Config
from l10n.review_app.people import OnePerson, People

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
NOW = "2026-01-05T10:11Z"


@contextmanager
def serving(root: Path, people: People | None = None) -> Iterator[str]:
    """The review page of a project, at `127.0.0.1:PORT`."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        app = create_app(Config(root=root, people=people or OnePerson(OLA), hosts=frozenset({host}), now=lambda: NOW))
        config = uvicorn.Config(app, log_level="warning", proxy_headers=False, lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield host
        finally:
            server.should_exit = True
            thread.join()


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: http.client.HTTPMessage
    text: str

    def hidden(self, name: str) -> str:
        """A hidden field of the form on the page."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        assert found, f"no field {name} in {self.text[:300]}"
        return unescape(found[1])

    @property
    def field(self) -> str:
        """What stands in the editor's first field."""
        found = re.search(r'<textarea id="text-1"[^>]*>\n(.*?)</textarea>', self.text, re.DOTALL)
        assert found, self.text[:300]
        return unescape(found[1])

    @property
    def location(self) -> str:
        return self.headers["location"] or ""


@dataclass
class Client:
    """One browser, with its cookies."""

    host: str
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        return self.send("GET", path, headers=headers)

    def post(self, path: str, fields: list[tuple[str, str]], **headers: str) -> Answer:
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.host}"} | headers
        return self.send("POST", path, urlencode(fields).encode(), sent)

    def send(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
        named = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        if self.cookies:
            named["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection(self.host, timeout=30)
        connection.request(method, path, body, named)
        response = connection.getresponse()
        for line in response.headers.get_all("set-cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        answer = Answer(response.status, response.headers, response.read().decode())
        connection.close()
        return answer

    def press(
        self, path: str, do: str, text: str | None = None, *, why: str = "", page: Answer | None = None
    ) -> Answer:
        """Open a message, write a text (or leave what stands there), and press a button."""
        page = page or self.get(path)
        fields = [
            ("token", page.hidden("token")),
            ("seen", page.hidden("seen")),
            ("show", ""),
            ("text", page.field if text is None else text),
            ("why", why),
            ("do", do),
        ]
        return self.post(path, fields)
