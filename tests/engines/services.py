"""Translation services on this machine for the tests: real HTTP, and answers as bad as a test asks for."""

from __future__ import annotations

import json
import re
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAIRS = {
    "Harbour opens after storm": "Havnen åpner etter uværet",
    "The mayor thanked the crews.": "Ordføreren takket mannskapene.",
    "Read **more** about {n} talks.": "Les **mer** om {n} samtaler.",
    "Read our [privacy policy](privacy).": "Les vår [personvernerklæring](privacy).",
    "Leaders gathered in Tokyo on Monday to discuss trade and the security of the region.": (
        "Lederne samlet seg i Tokyo mandag for å drøfte handel og sikkerheten i regionen."
    ),
    "Two ferries left at noon.": "To ferger gikk klokken tolv.",
}
_FERRY = re.compile(r"Ferry number (\d+) left at noon\.")


def translated(text: str) -> str:
    """What a good translator says; masks and endings come through."""
    return PAIRS.get(text) or _FERRY.sub(r"Ferge nummer \1 gikk klokken tolv.", text)


@dataclass
class Answer:
    """What the server sends."""

    body: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0
    """Seconds before it is sent."""
    drip: float = 0.0
    """Seconds between its bytes."""


Behaviour = Callable[[dict[str, Any]], Answer]
"""From what was asked to what is answered."""


@dataclass
class Service:
    """A server that follows its script, one behaviour a request, and is good when the script is at an end."""

    good: Behaviour
    url: str = ""
    script: deque[Behaviour] = field(default_factory=deque)
    asked: list[dict[str, Any]] = field(default_factory=list)
    """What was asked by POST, in order."""
    answered: list[dict[str, Any]] = field(default_factory=list)
    """What was answered to the end: what a service would send a bill for."""
    headers: list[Mapping[str, str]] = field(default_factory=list)
    languages: Any = None
    pause: float = 0.0
    """Before every answer."""

    def does(self, *behaviours: Behaviour) -> None:
        self.script.extend(behaviours)

    def texts(self) -> list[str]:
        """Every text that was sent, in order, once for each sending."""
        return [text for asked in self.asked for text in texts_of(asked)]


def texts_of(asked: dict[str, Any]) -> list[str]:
    return asked["q"] if "q" in asked else [item["source"] for item in items_of(asked)]


def items_of(asked: dict[str, Any]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(asked["messages"][-1]["content"])["items"]
    return items


@contextmanager
def serve(good: Behaviour, languages: Any = None, tls: ssl.SSLContext | None = None) -> Iterator[Service]:
    service = Service(good, languages=languages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(Answer(json.dumps(service.languages), status=200 if service.languages else 404))

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            service.asked.append(asked)
            service.headers.append(dict(self.headers))
            answer = (service.script.popleft() if service.script else service.good)(asked)
            time.sleep(answer.pause or service.pause)
            self._send(answer)
            service.answered.append(asked)

        def _send(self, answer: Answer) -> None:
            body = answer.body.encode()
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in [body[n : n + 1] for n in range(len(body))] if answer.drip else [body]:
                self.wfile.write(piece)
                time.sleep(answer.drip)

        def log_message(self, *_: Any) -> None: ...

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            """A client that has gone away is part of the tests."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    service.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


# ---- the OpenAI shape


def chat(items: Iterable[Mapping[str, Any]], finish: str = "stop") -> Answer:
    return said(json.dumps({"items": list(items)}, ensure_ascii=False), finish)


def said(content: str | None, finish: str = "stop") -> Answer:
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return Answer(json.dumps({"object": "chat.completion", "choices": [choice]}))


def good_items(asked: dict[str, Any]) -> list[dict[str, str]]:
    return [{"id": item["id"], "text": translated(item["source"])} for item in items_of(asked)]


def chat_well(asked: dict[str, Any]) -> Answer:
    return chat(good_items(asked))


# ---- LibreTranslate


def libre_well(asked: dict[str, Any]) -> Answer:
    return Answer(json.dumps({"translatedText": [translated(text) for text in asked["q"]]}))


# ---- any


def failing(status: int, headers: Mapping[str, str] = {}, body: str = "") -> Behaviour:
    return lambda asked: Answer(body or json.dumps({"error": {"message": f"no: {status}"}}), status, headers)
