"""One Argos package, loaded: sentences through its tokenizer and its weights, decoded in one sorted batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any, NamedTuple

from l10n.engines.argos_library import package_module
from l10n.engines.argos_packages import Package
from l10n.engines.attention import Links, word_links, word_places
from l10n.engines.contract import Draft
from l10n.errors import EngineError
from l10n.segmentation.sentences import Span, replace_spans, spans

_LONGEST = 200
"""Tokens in a sentence. Beyond it, quality falls and a model's table of positions may end (an error)."""
_BATCH_TOKENS = 1024
_BEAM = 2
"""Hypotheses kept at each step. Four, as the library has it, cost twice the time for drafts that a person corrects."""


class _Decoded(NamedTuple):
    text: str
    score: float
    """Mean log-probability a token."""
    links: Links = ()
    """Which word comes from which: by numbers from the model, by places in the text once it is put together."""


class ArgosModel:
    """A package, loaded. Only its tokenizer and its weights are used, none of the library's own decoding."""

    def __init__(self, package: Package) -> None:
        import ctranslate2

        try:
            self._tokenizer: Any = package_module().Package(package.path).tokenizer
            self._translator = ctranslate2.Translator(
                str(package.path / "model"), device="cpu", compute_type="int8", inter_threads=2, intra_threads=1
            )
            self._tokenizer.encode("")
        except (RuntimeError, ValueError, OSError, AttributeError) as error:
            raise EngineError(
                "model-unloadable",
                "The model {name} cannot be loaded: {error}.",
                name=package.name,
                error=str(error).rstrip("."),
                hint="Install a sound copy over it: l10n models install FILE.argosmodel",
            ) from None
        self._prefix = [package.prefix] if package.prefix else []

    def translate(self, drafts: Sequence[Draft], language: str, *, aligned: bool = False) -> list[Draft]:
        """Each draft's text translated, blanks between sentences kept; with its alignment where that is asked for."""
        places = [spans(draft.text, language) for draft in drafts]
        sentences = [draft.text[start:end] for draft, spots in zip(drafts, places, strict=True) for start, end in spots]
        done = self._decode(list(dict.fromkeys(sentences)), aligned=aligned)
        out = []
        for draft, spots in zip(drafts, places, strict=True):
            parts = [done[draft.text[start:end]] for start, end in spots]
            if not all(part.text for part in parts):
                out.append(Draft(text="", notes=("the model gave no answer",)))
                continue
            text = replace_spans(draft.text, spots, [part.text for part in parts])
            scores = [part.score for part in parts] + ([] if draft.confidence is None else [draft.confidence])
            confidence = round(fmean(scores), 3) if scores else None
            out.append(replace(draft, text=text, confidence=confidence, alignment=tuple(_shifted(spots, parts))))
        return out

    def _decode(self, sentences: Sequence[str], *, aligned: bool) -> dict[str, _Decoded]:
        """The translation by sentence; an empty one where the model fails."""
        rows = [self._parts(self._tokenizer.encode(sentence)) for sentence in sentences]
        flat = [part for row in rows for part in row]
        try:
            answers = iter(self._decode_tokens(flat, aligned=aligned))
        except RuntimeError:  # one of them is too much for this model: find out which, one by one
            answers = iter([self._decode_alone(part) for part in flat])
        out = {}
        for sentence, row in zip(sentences, rows, strict=True):
            own = [next(answers) for _ in row]
            is_whole = all(one.text for one in own)
            text = " ".join(one.text for one in own) if is_whole else ""
            score = fmean(one.score for one in own) if own else 0.0
            links = word_places(own[0].links, sentence, text) if len(own) == 1 else ()
            out[sentence] = _Decoded(text, score, links)
        return out

    def _decode_tokens(self, rows: Sequence[list[str]], *, aligned: bool = False) -> list[_Decoded]:
        if not rows:
            return []
        results = self._translator.translate_batch(
            rows,
            target_prefix=[self._prefix] * len(rows) if self._prefix else None,
            max_batch_size=_BATCH_TOKENS,  # CTranslate2 sorts by length itself, and gives the order back
            batch_type="tokens",
            beam_size=_BEAM,
            length_penalty=1.0,  # makes a score the mean over its tokens
            repetition_penalty=1.1,
            replace_unknowns=True,
            return_scores=True,
            return_attention=aligned,
            max_decoding_length=2 * max(map(len, rows)) + 32,
        )
        return [self._decoded(row, result, aligned=aligned) for row, result in zip(rows, results, strict=True)]

    def _decoded(self, row: list[str], result: Any, *, aligned: bool) -> _Decoded:
        tokens: list[str] = result.hypotheses[0]
        begin = 1 if self._prefix and tokens[:1] == self._prefix else 0
        links = word_links(row, tokens[begin:], result.attention[0][begin:]) if aligned else ()
        return _Decoded(self._text(tokens[begin:]), result.scores[0], links)

    def _decode_alone(self, row: list[str]) -> _Decoded:
        try:
            return self._decode_tokens([row])[0]
        except RuntimeError:
            return _Decoded("", 0.0)

    @staticmethod
    def _parts(tokens: list[str]) -> list[list[str]]:
        """A sentence's tokens in rows of at most _LONGEST, cut before the beginning of a word where there is one."""
        rows = []
        while len(tokens) > _LONGEST:
            cut = next((n for n in range(_LONGEST, _LONGEST // 2, -1) if tokens[n].startswith("▁")), _LONGEST)
            rows.append(tokens[:cut])
            tokens = tokens[cut:]
        return [*rows, tokens] if tokens else rows

    def _text(self, tokens: list[str]) -> str:
        """Tokens as text. The library's own way turns every `_` into a blank."""
        if hasattr(self._tokenizer, "lazy_processor"):
            pieces: str = self._tokenizer.lazy_processor().decode_pieces(tokens)
            return pieces.replace("▁", " ").strip()
        return str(self._tokenizer.decode(tokens)).strip()


def _shifted(spots: Sequence[Span], parts: Sequence[_Decoded]) -> Iterator[tuple[int, int]]:
    """The sentences' alignments as one of the whole text's."""
    grown = 0
    for (start, end), part in zip(spots, parts, strict=True):
        yield from ((start + source, start + grown + target) for source, target in part.links)
        grown += len(part.text) - (end - start)
