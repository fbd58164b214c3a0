"""Answers that a pipeline can check, take up where they broke off, and need not have twice (RFC 9110, 13 and 14)."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

_FROM = re.compile(r"bytes=(\d+)-(\d*)")


def send(request: Request, data: bytes, path: str) -> Response:
    """The bytes, named by their hash; `304` to who has them, and a part to who asks for one."""
    etag = f'"{hashlib.sha256(data).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache", "Accept-Ranges": "bytes"}
    if _has(request, etag):
        return Response(status_code=304, headers=headers)
    media = mimetypes.guess_type(path)[0] or "application/octet-stream"
    kind = f"{media}; charset=utf-8" if media.startswith("text/") or media.endswith("json") else media
    part = _FROM.fullmatch(request.headers.get("range", ""))
    if part is None or request.headers.get("if-range", etag) != etag:
        return Response(data, headers={**headers, "Content-Type": kind})
    start, end = int(part[1]), min(int(part[2] or len(data) - 1), len(data) - 1)
    if start >= len(data) or end < start:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{len(data)}"})
    ranged = {"Content-Range": f"bytes {start}-{end}/{len(data)}", "Content-Encoding": "identity"}
    return Response(data[start : end + 1], 206, headers={**headers, **ranged, "Content-Type": kind})


def sentence(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    """A refusal in words."""
    return PlainTextResponse(f"l10n: {text}\n", status, dict(headers or {}))


def _has(request: Request, etag: str) -> bool:
    asked = request.headers.get("if-none-match", "")
    # a proxy that packs what we sent marks its name as weak
    return etag in {one.strip().removeprefix("W/") for one in asked.split(",")}
