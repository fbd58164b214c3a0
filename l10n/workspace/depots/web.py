"""A web server as a depot: `l10n serve --read-only`, or any host of static files."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from l10n.errors import EngineError, InvalidInputError
from l10n.model.manifest import ManifestFile
from l10n.workspace.depots.address import Address
from l10n.workspace.depots.contract import MANIFEST_LIMIT, PIECE
from l10n.workspace.depots.seen import SeenManifest
from l10n.workspace.dist import MANIFEST, SIGNATURE

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

TOKEN = "L10N_PULL_TOKEN"  # noqa: S105 - the name of a variable
"""The environment variable with the token that a server asks for."""
RETRIES = 4
_WAIT, _LONGEST = 0.5, 8.0
"""Seconds before the second try; doubled for each one after it, up to the longest."""
_SLOWEST = 16 * 1024
"""Bytes a second; a server that trickles less than this has stalled."""
PATIENCE = 20.0
"""Seconds that a server may be silent."""
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_ELSEWHERE = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True)
class WebDepot:
    """Files below an address. Requests are tried again where the fault may pass, and go on where they broke off."""

    address: Address
    patience: float = PATIENCE
    retries: int = RETRIES
    _pool: PoolManager | None = field(default=None, init=False)
    _manifest: bytes | None = field(default=None, init=False)
    """What was fetched: all of a run is of one manifest."""

    @property
    def shown(self) -> str:
        return self.address.shown

    def manifest(self) -> bytes | None:
        if self._manifest is None:
            self._manifest = self._fetched_manifest()
        return self._manifest

    def _fetched_manifest(self) -> bytes | None:
        seen = SeenManifest.of(self.address.url)
        headers = {"If-None-Match": seen.etag} if seen.etag else {}
        answer = self._asked(MANIFEST, headers)
        if answer is None:
            return None
        if answer.status == 304:
            return seen.data
        data = self._whole(answer)
        seen.keep(answer.headers.get("ETag", ""), data)
        return data

    def signature(self) -> bytes | None:
        answer = self._asked(SIGNATURE, {})
        return None if answer is None else self._whole(answer)

    def pieces(self, file: ManifestFile, start: int) -> Iterator[bytes]:
        """A broken line is taken up where it broke; more than `retries` breaks in a row without a byte are too many."""
        from urllib3.exceptions import HTTPError

        position, failures, why = start, 0, ""
        deadline = time.monotonic() + 2 * self.patience + file.size / _SLOWEST
        while position <= file.size and failures <= self.retries:
            try:
                for piece in self._from(file, position):
                    position, failures = position + len(piece), 0
                    yield piece
                    if time.monotonic() > deadline:
                        raise EngineError(
                            "server-slow",
                            "{shown} is too slow for {path}.",
                            shown=self.shown,
                            path=file.path,
                            hint=_LATER,
                        )
                if position >= file.size:
                    return
                why = "the answer breaks off"
            except (HTTPError, OSError) as error:
                why = _reason(error)
            failures += 1
            _wait(failures if failures <= self.retries else 0)
        if position <= file.size:
            raise EngineError(
                "server-cut-off",
                "{shown} did not send {path} whole: {why}.",
                shown=self.shown,
                path=file.path,
                why=why,
                hint=_LATER,
            )

    def _from(self, file: ManifestFile, position: int) -> Iterator[bytes]:
        # a part of what is packed is no part of the file, so what was begun goes on unpacked
        headers = {"Range": f"bytes={position}-", "Accept-Encoding": "identity"} if position else {}
        answer = self._asked(file.path, headers)
        if answer is None:
            raise InvalidInputError(
                "file-missing", "the manifest names {file}, and it is not there.", file=file.path, path=self.shown
            )
        skip = position if answer.status == 200 else 0  # a server may answer a range with the whole
        left = file.size + 1 - (0 if skip else position)
        # read1 gives what has come; `stream` would keep back a piece that a broken line cut short
        while piece := answer.read1(PIECE, decode_content=True):
            fresh, skip = piece[skip:], max(0, skip - len(piece))
            left -= len(piece)
            if fresh:
                yield fresh
            if left <= 0:
                break  # too long already; whoever compares will say so
        answer.close()

    def _whole(self, answer: BaseHTTPResponse) -> bytes:
        from urllib3.exceptions import HTTPError

        data = bytearray()
        deadline = time.monotonic() + 2 * self.patience + MANIFEST_LIMIT / _SLOWEST / 64
        try:
            for piece in answer.stream(PIECE, decode_content=True):
                data += piece
                if len(data) > MANIFEST_LIMIT:
                    raise InvalidInputError(
                        "manifest-unreadable", "its manifest is too large to be one.", path=self.shown
                    )
                if time.monotonic() > deadline:
                    raise EngineError("server-slow", "{shown} is too slow.", shown=self.shown, hint=_LATER)
        except (HTTPError, OSError) as error:
            raise EngineError(
                "server-cut-off",
                "{shown} did not send its manifest whole: {reason}.",
                shown=self.shown,
                reason=_reason(error),
                hint=_LATER,
            ) from None
        return bytes(data)

    def _asked(self, path: str, headers: dict[str, str]) -> BaseHTTPResponse | None:
        """The answer to a GET; None for `404 Not Found`. Raises EngineError for every other refusal."""
        from urllib3.exceptions import HTTPError

        sent = {"Accept-Encoding": "gzip", "User-Agent": "l10n", **self._credentials(), **headers}
        why = ""
        for failures in range(self.retries + 1):
            _wait(failures)
            try:
                url = f"{self.address.url}{quote(path)}{self.address.query}"
                answer = self._connection().request(
                    "GET", url, headers=sent, preload_content=False, redirect=False, retries=False
                )
            except (HTTPError, OSError) as error:
                why = _reason(error)
                continue
            if answer.status in (200, 206, 304):
                return answer
            answer.close()
            if answer.status in (404, 410):
                return None
            why = f"it answers {answer.status} {answer.reason or ''}".rstrip()
            if answer.status in (401, 403):
                raise EngineError(
                    "token-missing",
                    "{shown} asks for a token: {why}.",
                    shown=self.shown,
                    why=why,
                    token=TOKEN,
                    hint="Put it into {token}.",
                )
            if answer.status in _ELSEWHERE:
                target = urljoin(url, answer.headers.get("Location", "")).removesuffix(quote(path))
                raise EngineError(
                    "server-redirects",
                    "{shown} sends on to another address: {address}",
                    shown=self.shown,
                    address="".join(filter(str.isprintable, target))[:200],
                    hint="Pull from that one, if you trust it; a pull follows nobody by itself.",
                )
            if answer.status not in _PASSING:
                break
        raise EngineError("server-silent", "{shown} does not deliver: {why}.", shown=self.shown, why=why, hint=_LATER)

    def _connection(self) -> PoolManager:
        if self._pool is None:
            from urllib3 import PoolManager, Timeout

            timeout = Timeout(connect=min(5.0, self.patience), read=self.patience)
            self._pool = PoolManager(num_pools=2, maxsize=8, timeout=timeout)
        return self._pool

    def _credentials(self) -> dict[str, str]:
        token = os.environ.get(TOKEN, "").strip()
        if not token:
            return {}
        if not self.address.is_private:
            raise EngineError(
                "token-in-the-open",
                "The token in {token} is not sent to {shown} in the open.",
                token=TOKEN,
                shown=self.shown,
                hint="Use an https address.",
            )
        return {"Authorization": f"Bearer {token}"}


_LATER = "What was delivered before stays as it was; run this again when the server is well."


def _wait(failures: int) -> None:
    """Longer after each failure, so that a server that starts anew has time to."""
    if failures:
        time.sleep(min(_WAIT * 2 ** (failures - 1), _LONGEST))


def _reason(error: Exception) -> str:
    """What is wrong with the line, in words."""
    from urllib3 import exceptions as faults

    cause = error.reason if isinstance(error, faults.MaxRetryError) and error.reason else error
    if isinstance(cause, faults.NameResolutionError):
        return "no such host is known"
    if isinstance(cause, faults.SSLError):
        return "its certificate is not one that this machine trusts"
    if isinstance(cause, faults.NewConnectionError):
        return "nothing listens there"
    if isinstance(cause, faults.ConnectTimeoutError | faults.ReadTimeoutError | TimeoutError):
        return "it does not answer in time"
    if isinstance(cause, faults.DecodeError):
        return "what it sends is not what it says it is"
    return "the answer breaks off"
