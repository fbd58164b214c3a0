"""Answers of remote engines, kept so that none is paid for twice: `.l10n/answers/<engine>.jsonl`, one a line.

A cache: it may be deleted at any time, and a line that cannot be read is an answer that is not known.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n.workspace import files


@dataclass
class AnswerFile:
    """The answers of one engine. Read when the first one is asked for."""

    root: Path
    engine: str

    def get(self, key: str) -> str | None:
        return self._known.get(key)

    def add(self, answers: Mapping[str, str]) -> None:
        """Keep them: they are on the disk when this returns, and a torn last line of a killed run spoils nothing."""
        new = {key: text for key, text in answers.items() if self._known.get(key) != text}
        if new:
            lines = [json.dumps([key, text], ensure_ascii=False) for key, text in new.items()]
            files.append_line(self._path, "\n".join(lines), self._shown)
            self._known.update(new)

    @property
    def _path(self) -> Path:
        return self.root / ".l10n" / "answers" / f"{self.engine}.jsonl"

    @property
    def _shown(self) -> str:
        return self._path.relative_to(self.root).as_posix()

    @cached_property
    def _known(self) -> dict[str, str]:
        data = files.read_bytes(self._path, self._shown) or b""
        known: dict[str, str] = {}
        for line in data.splitlines():
            try:
                key, text = json.loads(line)
            except (ValueError, TypeError):
                continue
            if isinstance(key, str) and isinstance(text, str):
                known[key] = text
        return known
