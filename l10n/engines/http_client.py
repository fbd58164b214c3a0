"""JSON over HTTP, with patience: attempts again what may pass, and never follows a server elsewhere."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import IO, Any
from urllib.parse import urlsplit, urlunsplit

from l10n import __version__
from l10n.engines.service import Service
from l10n.errors import EngineError

_LARGEST = 8 << 20
"""Bytes of an answer. Nothing that we ask for is nearly as long."""
_LONGEST_WAIT = 120.0
"""Seconds. A server that asks for more patience than this is not waited for."""
_HUNG = "no answer within"
_HANGS = 2
"""Timeouts after which a request is given up: each costs the person at the keyboard a minute."""
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
_ABOUT_THE_REQUEST = frozenset({400, 413, 422})
_FAULTS = (OSError, http.client.HTTPException, ValueError, RecursionError)


class NoAnswerError(Exception):
    """The server gave no answer, however often it was asked. Its text says why."""

    def __init__(self, why: str, *, may_cost: bool) -> None:
        super().__init__(why)
        self.may_cost = may_cost
        """The work may have been done, and paid, though nobody got it: the answer hung, or broke off."""


class RefusedError(Exception):
    """The server did not like this request; another may do. Its text says why."""


def exchange(
    service: Service, path: str, payload: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None
) -> Any:
    """What the server answers at `path` under the service's address: a POST of `payload`, or a GET without one.

    Raises RefusedError, NoAnswerError, or EngineError where no request will ever succeed: a wrong key, an address
    where nobody is, a redirect (texts and key are for the address in l10n.toml alone), an untrusted certificate.
    """
    request = _request(service, path, payload, headers or {})
    opener = _opener(service)
    wait, hung, lost = service.retry_wait, 0, 0
    for attempt in range(service.retries + 1):
        try:
            return json.loads(_read(opener, request, service.timeout))
        except urllib.error.HTTPError as error:
            with error:
                pause, why = _judge(service, error), f"it answers {error.code}"
        except _FAULTS as error:
            pause, why, lost = None, _reason(service, error), lost + 1
            hung += why.startswith(_HUNG)
        pause = wait if pause is None else pause
        wait *= 2
        if pause > _LONGEST_WAIT:
            raise NoAnswerError(f"it asks to wait {pause:.0f} seconds", may_cost=lost > 0)
        if attempt == service.retries or hung == _HANGS:
            break
        time.sleep(pause)
    raise NoAnswerError(why, may_cost=lost > 0)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def _opener(service: Service) -> urllib.request.OpenerDirector:
    """The person's proxy is used, but not for this machine itself: it would carry the texts away."""
    proxies = [urllib.request.ProxyHandler({})] if service.is_on_this_machine else []
    return urllib.request.build_opener(_NoRedirects, *proxies)


def _request(
    service: Service, path: str, payload: Mapping[str, Any] | None, more: Mapping[str, str]
) -> urllib.request.Request:
    parts = urlsplit(service.url)
    url = urlunsplit(parts._replace(path=parts.path.rstrip("/") + path, fragment=""))
    data = None if payload is None else json.dumps(payload, ensure_ascii=False).encode()
    headers = {"Accept": "application/json", "User-Agent": f"l10n/{__version__}", **more}
    if data is not None:
        headers["Content-Type"] = "application/json"
    return urllib.request.Request(url, data=data, headers=headers)  # noqa: S310 - http or https, see service.py


def _read(opener: urllib.request.OpenerDirector, request: urllib.request.Request, timeout: float) -> bytes:
    """The body, whole. `timeout` is for all of it: a server that drips is a server that hangs."""
    end = time.monotonic() + timeout
    with opener.open(request, timeout=timeout) as response:
        parts, size = [], 0
        while chunk := response.read1(1 << 16):
            parts.append(chunk)
            size += len(chunk)
            if size > _LARGEST:
                raise ValueError("the answer is too long")
            if time.monotonic() > end:
                raise TimeoutError
        if response.length:
            raise http.client.IncompleteRead(b"")
        return b"".join(parts)


def _judge(service: Service, error: urllib.error.HTTPError) -> float | None:
    """The seconds that the server asks to wait, or None; raises where asking again is no use."""
    said = _said(service, error)
    if error.code in (401, 403):
        hint = f"Look at ${service.key_variable}." if service.key_variable else "Name its key: key_env in l10n.toml."
        raise EngineError(
            "engine-refuses-key",
            "{name} at {place} refuses the key ({code}).",
            name=service.name,
            place=service.place,
            code=error.code,
            advice=hint,
            hint="{advice}",
        )
    if 300 <= error.code < 400:
        raise EngineError(
            "engine-redirects",
            "{name} at {place} redirects elsewhere, and texts are sent nowhere but there.",
            name=service.name,
            place=service.place,
            hint="If the service has moved, write its new address in l10n.toml.",
        )
    if error.code in _ABOUT_THE_REQUEST:
        raise RefusedError(f"it refuses the request ({error.code}){said}")
    if error.code not in _PASSING:
        raise EngineError(
            "engine-cannot",
            "{name} at {place} cannot do this ({code}){said}.",
            name=service.name,
            place=service.place,
            code=error.code,
            said=said,
            hint="Look at url and model in [engines.{name}] of l10n.toml.",
        )
    return _asked_to_wait(error.headers.get("Retry-After", ""))


def _said(service: Service, body: IO[bytes]) -> str:
    """What a server says of its refusal, where it does so in JSON: `: model not found`. The key is struck out."""
    try:
        found = json.loads(body.read(1 << 16))
        found = found.get("error", found)
        text = found if isinstance(found, str) else found.get("message", "")
        text = text.replace(service.key, "…") if service.key else text
    except (*_FAULTS, AttributeError):
        return ""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return f": {line[:200].rstrip('.')}" if line else ""


def _asked_to_wait(header: str) -> float | None:
    """Retry-After in seconds; it may be a number or a date (RFC 9110, section 10.2.3)."""
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _reason(service: Service, error: Exception) -> str:
    """A fault of the line as the end of a sentence; raises for one that will not pass."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        raise EngineError(
            "engine-certificate",
            "{name} at {place} shows a certificate that this machine does not trust.",
            name=service.name,
            place=service.place,
            hint="Check the address; the texts were not sent.",
        )
    if isinstance(cause, TimeoutError):
        return f"{_HUNG} {service.timeout:g} seconds"
    if isinstance(cause, socket.gaierror):
        raise EngineError(
            "engine-not-found",
            "{name} at {place} cannot be found.",
            name=service.name,
            place=service.place,
            hint="Check the address, and the network.",
        )
    if isinstance(cause, ConnectionRefusedError):
        raise EngineError(
            "engine-not-listening",
            "{name} at {place} cannot be reached: nothing listens there.",
            name=service.name,
            place=service.place,
            hint="Start the server, or correct its address in l10n.toml.",
        )
    if isinstance(cause, json.JSONDecodeError | UnicodeDecodeError | RecursionError):
        return "what it answers is not JSON"
    if isinstance(cause, http.client.HTTPException):
        return "the answer breaks off"
    return str(getattr(cause, "strerror", None) or cause)
