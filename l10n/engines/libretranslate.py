"""LibreTranslate: Argos's models behind HTTP, on a machine of one's own or on somebody else's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from l10n.engines.acceptance import has_words, plain_fault
from l10n.engines.contract import Draft
from l10n.engines.courier import Courier, Reply
from l10n.engines.http_client import exchange
from l10n.engines.protection import translate_protected
from l10n.engines.service import Service
from l10n.errors import EngineError
from l10n.model.provenance import Origin
from l10n.segmentation.sentences import replace_spans, spans

_CODES = {"nb": ("nb", "no"), "pt-BR": ("pt-BR", "pb", "pt"), "zh-Hant": ("zh-Hant", "zt"), "zh-TW": ("zh-Hant", "zt")}
"""LibreTranslate's own codes for locales, where they differ, the best first; they changed with its versions."""
_FORMS = ("{%d}".__mod__, "[%d]".__mod__, "(%d)".__mod__)
_MOST = 25
"""Sentences in a request. The server takes them one by one, so that more would only run into its time limits."""
_LONGEST = 1900
"""Characters in a request; the public server takes 2,000."""


class LibreTranslateEngine:
    """Sentence by sentence, as plain text: what must survive is masked before, and compared after.

    `format=html` would drop and double tags; even as text, the server unescapes entities.
    """

    is_remote = True

    def __init__(self, service: Service) -> None:
        self.name = service.name
        self._service = service
        self._courier = Courier(service, most=_MOST, longest=_LONGEST)
        self._directions: dict[str, set[str]] | None = None

    def origin(self, source: str, target: str) -> Origin:
        """`libretranslate en_nb`, and the model that l10n.toml names, if any. The server is not asked."""
        self._service.require_key()
        return Origin(engine=self.name, model=f"{source}_{target}", version=self._service.model)

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        """One draft for each text; a sentence that comes back unfit empties its draft."""

        def translate_plain(plain: Sequence[str]) -> list[Draft]:
            places = [spans(text, source) for text in plain]
            sentences = [text[a:b] for text, spots in zip(plain, places, strict=True) for a, b in spots]
            wanted = [sentence for sentence in sentences if has_words(sentence)]
            done = self._courier.carry(wanted, ask, key) if wanted else {}
            return [_joined(text, spots, done) for text, spots in zip(plain, places, strict=True)]

        def ask(batch: Sequence[str]) -> Reply:
            return self._ask(batch, source, target)

        def key(sentence: str) -> str:
            asked = json.dumps([self._service.place, self._service.model, source, target, sentence])
            return hashlib.sha256(asked.encode()).hexdigest()[:32]

        return translate_protected(texts, translate_plain, forms=_FORMS, keep=keep)

    def close(self) -> None:
        """No connection is held."""

    def _ask(self, batch: Sequence[str], source: str, target: str) -> Reply:
        start, end = self._direction(source, target)
        asked: dict[str, Any] = {"q": list(batch), "source": start, "target": end, "format": "text"}
        if self._service.key:
            asked["api_key"] = self._service.key
        answer = exchange(self._service, "/translate", asked)
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(found, list) or len(found) != len(batch):
            return Reply(good={}, faults=dict.fromkeys(batch, "as many texts as were sent did not come back"))
        good: dict[str, str] = {}
        faults: dict[str, str] = {}
        for sentence, text in zip(batch, found, strict=True):
            # masks are compared by protection.py, which has others to try
            why = plain_fault(sentence, text, source, target) if isinstance(text, str) else "the answer is no text"
            if why:
                faults[sentence] = why
            else:
                good[sentence] = text.strip()
        return Reply(good=good, faults=faults)

    def _direction(self, source: str, target: str) -> tuple[str, str]:
        """The server's codes for a direction. Raises EngineError, naming what it has, for one that it has not."""
        if self._directions is None:
            self._directions = self._languages()
        for start in _codes(source):
            for end in _codes(target):
                if not self._directions or end in self._directions.get(start, ()):
                    return start, end
        raise EngineError(
            "engine-no-model",
            "{name} at {place} has no model from {source} to {target}.",
            name=self.name,
            place=self._service.place,
            source=source,
            target=target,
            sorted=", ".join(sorted(self._directions)),
            hint="It translates from {sorted}.",
        )

    def _languages(self) -> dict[str, set[str]]:
        """What the server says it can do; empty where it does not say so."""
        rows = exchange(self._service, "/languages")
        try:
            return {str(row["code"]): {str(code) for code in row["targets"]} for row in rows}
        except (KeyError, TypeError):
            return {}


def _codes(tag: str) -> tuple[str, ...]:
    return _CODES.get(tag, (tag, tag.partition("-")[0]) if "-" in tag else (tag,))


def _joined(text: str, places: Sequence[tuple[int, int]], done: dict[str, Draft]) -> Draft:
    """A text with its sentences translated; empty where one of them has no translation."""
    parts = [done.get(text[start:end], Draft(text=text[start:end])) for start, end in places]
    bad = next((part for part in parts if not part.text), None)
    return bad or Draft(text=replace_spans(text, places, [part.text for part in parts]))
