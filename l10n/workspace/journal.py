"""What machines answered in a run that is under way, so that a run that was killed pays nothing twice."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from l10n.engines.contract import Draft
from l10n.errors import StorageError
from l10n.workspace import files


class _Line(msgspec.Struct, frozen=True):
    key: str
    draft: Draft


_decoder = msgspec.json.Decoder(_Line)


def answer_key(origin: str, source: str, target: str, keep: Sequence[str], text: str) -> str:
    """Names a question to a machine: the same text to the same model, with the same terms to keep."""
    return hashlib.sha256(msgspec.json.encode([origin, source, target, list(keep), text])).hexdigest()


class Journal:
    """`.l10n/answers.jsonl`: one answer a line, flushed to the disk batch by batch; gone when a run ends."""

    def __init__(self, path: Path, shown: str) -> None:
        self._path = path
        self._shown = shown

    def read(self) -> dict[str, Draft]:
        """The answers that a killed run left, by key. A line that is not whole is passed over: ask again."""
        answers: dict[str, Draft] = {}
        for line in (files.read_bytes(self._path, self._shown) or b"").splitlines():
            try:
                found = _decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue
            answers[found.key] = found.draft
        return answers

    def add(self, answers: Mapping[str, Draft]) -> None:
        """Keep them, where there is room: a run without a journal is as good, until it is killed."""
        lines = [msgspec.json.encode(_Line(key, draft)).decode() for key, draft in answers.items()]
        if lines:
            with contextlib.suppress(StorageError):
                files.append_line(self._path, "\n".join(lines), self._shown)

    def clear(self) -> None:
        """Every answer is in a catalog now."""
        if self._path.exists():
            files.remove(self._path, self._shown)
