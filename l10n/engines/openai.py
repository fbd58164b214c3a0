"""Any server of the OpenAI shape (`POST …/chat/completions`): a hosted model, or one on this machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from l10n.engines import openai_chat
from l10n.engines.acceptance import fault, has_words
from l10n.engines.contract import Draft
from l10n.engines.courier import Courier, Reply
from l10n.engines.http_client import RefusedError, exchange
from l10n.engines.service import Service
from l10n.errors import EngineError
from l10n.model.glossary import Term, TermKind, applies, kept_terms
from l10n.model.provenance import Origin

_MOST = 20
"""Items in a request. Models lose count of longer lists."""
_LONGEST = 8000


class OpenAIEngine:
    """Passages go out as they are, many in a request; what comes back is looked through, item by item.

    A model knows markup, so nothing is masked. An answer that lost a placeholder, or is in the wrong language, or
    has no place, is asked for again, and at last left out: its text stays untranslated.
    """

    is_remote = True

    def __init__(self, service: Service) -> None:
        self.name = service.name
        self._service = service
        self._courier = Courier(service, most=_MOST, longest=_LONGEST)
        self._shapes = openai_chat.SHAPES

    def origin(self, source: str, target: str) -> Origin:
        """`openai gpt-4.1-mini prompt-1`. The server is not asked."""
        self._service.require_key()
        if not self._service.model:
            raise EngineError(
                "engine-no-model-name",
                "The engine {name} needs the name of a model.",
                name=self.name,
                hint='Write it in l10n.toml: [engines.{name}] model = "…"',
            )
        return Origin(engine=self.name, model=self._service.model, version=f"prompt-{openai_chat.PROMPT_VERSION}")

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        """One draft for each text; blanks at its ends are put back as they were."""
        self.origin(source, target)
        terms = _with_kept(self._service.glossary(target), keep)

        def ask(batch: Sequence[str]) -> Reply:
            return self._ask(batch, source, target, keep, terms)

        def key(text: str) -> str:
            return _key(self._service.model, source, target, text, _terms_of([text], terms))

        wanted = [text.strip() for text in texts if has_words(text, keep)]
        drafts = self._courier.carry(wanted, ask, key) if wanted else {}
        return [_with_blanks(text, drafts.get(text.strip(), Draft(text=text.strip()))) for text in texts]

    def close(self) -> None:
        """No connection is held."""

    def _ask(self, batch: Sequence[str], source: str, target: str, keep: Sequence[str], terms: Sequence[Term]) -> Reply:
        talk = openai_chat.messages(batch, source, target, _terms_of(batch, terms))
        content, is_cut = _content(self._post({"model": self._service.model, "messages": talk}))
        good: dict[str, str] = {}
        faults = dict.fromkeys(batch, "the answer was cut off") if is_cut else {}
        for index, answer in openai_chat.answers(content, len(batch)).items():
            text = batch[index]
            if why := fault(text, answer, source, target, keep):
                faults[text] = why
            else:
                good[text] = answer.strip()
        return Reply(good=good, faults=faults, is_cut=is_cut)

    def _post(self, request: dict[str, Any]) -> Any:
        """The answer to a request in the strictest shape that the server takes; it is kept to from then on."""
        key = self._service.key
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        refusal = RefusedError()
        for shape in self._shapes:
            try:
                answer = exchange(self._service, "/chat/completions", {**request, **shape}, headers)
            except RefusedError as error:
                refusal = error
            else:
                self._shapes = (shape,)
                return answer
        raise refusal


def _content(answer: Any) -> tuple[str, bool]:
    """What the model wrote, and whether it was cut off. An answer of another form holds nothing."""
    try:
        choice = answer["choices"][0]
        content = choice["message"]["content"]
        return (content if isinstance(content, str) else ""), choice.get("finish_reason") == "length"
    except (KeyError, IndexError, TypeError, AttributeError):
        return "", False


def _with_kept(terms: Sequence[Term], keep: Sequence[str]) -> list[Term]:
    known = kept_terms(terms)
    return [*terms, *(Term(source=word, kind=TermKind.DO_NOT_TRANSLATE) for word in keep if word not in known)]


def _terms_of(texts: Sequence[str], terms: Sequence[Term]) -> list[Term]:
    return [term for term in terms if any(applies(term, text) for text in texts)]


def _key(model: str, source: str, target: str, text: str, terms: Sequence[Term]) -> str:
    """What an answer depends on. Of the glossary only what the text has: a new term elsewhere costs nothing."""
    glossary = [(term.kind, term.source, term.target) for term in terms]
    asked = json.dumps([model, openai_chat.PROMPT_VERSION, source, target, glossary, text])
    return hashlib.sha256(asked.encode()).hexdigest()[:32]


def _with_blanks(text: str, draft: Draft) -> Draft:
    core = text.strip()
    if not draft.text or not core:
        return Draft(text="" if core else text, notes=draft.notes)
    start = text.index(core)
    return Draft(text=text[:start] + draft.text + text[start + len(core) :], notes=draft.notes)
