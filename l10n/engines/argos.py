"""Argos: neural models that run on this machine, decoded by CTranslate2 in one sorted batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

from l10n.engines.argos_library import package_module
from l10n.engines.argos_packages import Package, installed
from l10n.engines.contract import Draft
from l10n.engines.protection import translate_protected
from l10n.errors import EngineError
from l10n.model.provenance import Origin
from l10n.segmentation.sentences import replace_spans, spans

_CODES = {"nb": ("nb", "no"), "pt-BR": ("pb", "pt"), "zh-Hant": ("zt", "zh"), "zh-TW": ("zt", "zh")}
"""Argos's own codes for locales, where they differ, the best first."""
_FORMS = ("{%d}".__mod__, "[%d]".__mod__, "(%d)".__mod__)
_LONGEST = 200
"""Tokens in a sentence. Beyond it, quality falls and a model's table of positions may end (an error)."""
_BATCH_TOKENS = 2048


class ArgosEngine:
    """The models in the models folder: a direct one for a direction, else two by way of a third language."""

    name = "argos"

    def __init__(self) -> None:
        self._packages: list[Package] | None = None
        self._models: dict[Package, _Model] = {}

    def origin(self, source: str, target: str) -> Origin:
        """`argos en_nb 1.9`; by way of English, `argos sv_en+en_nb 1.5+1.9`."""
        route = self._route(source, target)
        return Origin(
            engine=self.name,
            model="+".join(package.name for package in route),
            version="+".join(package.version for package in route),
        )

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        """One draft for each text; all their sentences are decoded together. Confidence is the words' mean."""
        route = self._route(source, target)

        def translate_plain(plain: Sequence[str]) -> list[Draft]:
            drafts = [Draft(text=text) for text in plain]
            language = source
            for package in route:
                drafts = self._model(package).translate(drafts, language)
                language = package.target
            return drafts

        return translate_protected(texts, translate_plain, forms=_FORMS, keep=keep)

    def close(self) -> None:
        self._models.clear()

    def _route(self, source: str, target: str) -> list[Package]:
        if self._packages is None:
            self._packages = installed()
        starts, ends = _codes(source), _codes(target)
        newest = {(package.source, package.target): package for package in self._packages}
        for start in starts:
            for end in ends:
                if (start, end) in newest:
                    return [newest[start, end]]
        hops = sorted({package.target for package in self._packages}, key=lambda code: (code != "en", code))
        for middle in hops:
            first = next((newest[start, middle] for start in starts if (start, middle) in newest), None)
            second = next((newest[middle, end] for end in ends if (middle, end) in newest), None)
            if first and second:
                return [first, second]
        raise EngineError(
            f"Argos has no model from {source} to {target} on this machine.",
            hint=f"Install one: l10n models install {starts[0]} {ends[0]}, or from a file: "
            "l10n models install FILE.argosmodel",
        )

    def _model(self, package: Package) -> _Model:
        if package not in self._models:
            self._models[package] = _Model(package)
        return self._models[package]


def _codes(tag: str) -> tuple[str, ...]:
    return _CODES.get(tag, (tag, tag.partition("-")[0]) if "-" in tag else (tag,))


class _Model:
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
                f"The model {package.name} cannot be loaded: {error}.", hint="Look: l10n models verify"
            ) from None
        self._prefix = [package.prefix] if package.prefix else []

    def translate(self, drafts: Sequence[Draft], language: str) -> list[Draft]:
        """Each draft's text translated, blanks between sentences kept."""
        places = [spans(draft.text, language) for draft in drafts]
        sentences = [draft.text[start:end] for draft, spots in zip(drafts, places, strict=True) for start, end in spots]
        done = self._decode(list(dict.fromkeys(sentences)))
        out = []
        for draft, spots in zip(drafts, places, strict=True):
            parts = [done[draft.text[start:end]] for start, end in spots]
            if not all(new for new, _ in parts):
                out.append(Draft(text="", notes=("the model gave no answer",)))
                continue
            text = replace_spans(draft.text, spots, [new for new, _ in parts])
            scores = [score for _, score in parts] + ([] if draft.confidence is None else [draft.confidence])
            out.append(replace(draft, text=text, confidence=round(fmean(scores), 3) if scores else None))
        return out

    def _decode(self, sentences: Sequence[str]) -> dict[str, tuple[str, float]]:
        """(translation, mean log-probability a token) by sentence; an empty one where the model fails."""
        rows = [self._parts(self._tokenizer.encode(sentence)) for sentence in sentences]
        flat = [part for row in rows for part in row]
        try:
            answers = iter(self._decode_tokens(flat))
        except RuntimeError:  # one of them is too much for this model: find out which, one by one
            answers = iter([self._decode_alone(part) for part in flat])
        out = {}
        for sentence, row in zip(sentences, rows, strict=True):
            own = [next(answers) for _ in row]
            is_whole = all(text for text, _ in own)
            text = " ".join(text for text, _ in own) if is_whole else ""
            out[sentence] = (text, fmean(score for _, score in own) if own else 0.0)
        return out

    def _decode_tokens(self, rows: Sequence[list[str]]) -> list[tuple[str, float]]:
        if not rows:
            return []
        results = self._translator.translate_batch(
            rows,
            target_prefix=[self._prefix] * len(rows) if self._prefix else None,
            max_batch_size=_BATCH_TOKENS,  # CTranslate2 sorts by length itself, and gives the order back
            batch_type="tokens",
            beam_size=4,
            length_penalty=1.0,  # makes a score the mean over its tokens
            repetition_penalty=1.1,
            replace_unknowns=True,
            return_scores=True,
            max_decoding_length=2 * max(map(len, rows)) + 32,
        )
        return [(self._text(result.hypotheses[0]), result.scores[0]) for result in results]

    def _decode_alone(self, row: list[str]) -> tuple[str, float]:
        try:
            return self._decode_tokens([row])[0]
        except RuntimeError:
            return "", 0.0

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
        """Tokens as text. The library's own way turns every `_` into a blank, and forgets the prefix."""
        if self._prefix and tokens[:1] == self._prefix:
            tokens = tokens[1:]
        if hasattr(self._tokenizer, "lazy_processor"):
            pieces: str = self._tokenizer.lazy_processor().decode_pieces(tokens)
            return pieces.replace("▁", " ").strip()
        return str(self._tokenizer.decode(tokens)).strip()
