"""Apertium: rule-based translation between languages that are close, from Debian's packages."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from l10n.engines.apertium_pipe import Pipe
from l10n.engines.apertium_stream import from_packet, to_packet
from l10n.engines.contract import Draft
from l10n.engines.protection import translate_protected
from l10n.errors import EngineError
from l10n.model.provenance import Origin
from l10n.segmentation.sentences import Span, replace_spans, spans

_MODES = Path("/usr/share/apertium/modes")
_CODES = {
    "nb": "nob", "nn": "nno", "da": "dan", "sv": "swe", "en": "eng", "es": "spa", "ca": "cat", "fr": "fra",
    "pt": "por", "it": "ita", "gl": "glg", "de": "deu", "is": "isl", "eo": "epo",
}  # fmt: skip
"""Apertium names languages by ISO 639-3 codes."""
_PACKAGES = (
    "nno-nob", "dan-nor", "swe-nor", "swe-dan", "eng-spa", "eng-cat", "spa-cat", "spa-ita", "fra-cat", "por-cat",
    "isl-eng", "isl-swe",
)  # fmt: skip
"""Language pairs by the names of Debian's packages: `apertium-nno-nob`."""
_NO_PACKAGE = "No Debian package holds this pair; draft from another locale (pivot) or with another engine."
_LONGEST = 2000
"""Characters in a packet. More could fill the pipes' buffers before anything is read."""

_GLUED_MASK = re.compile(r"(?<=\w)(?=zqx[b-m]+qx)|(?<=[b-m]qx)(?=\w)")
"""Where a mask (see `_mask`) touches a word: an empty superblank there makes two words of them."""

_ONE_THING = re.compile(
    r"""
    \d[\d.,]*[ \u00a0\u202f]?%                   # 90 %
  | (?<![\w:])\d+(?::\d+)+(?:-\d+)?(?![\w:])     # 16:30
  | (?<![\w.])v?\d+(?:\.\d+)+-\w+(?:\.\w+)*      # v1.2.3-beta.4
  | (?<![\w+])[^\W\d_]\w*(?:\+\w+)+(?![\w+])     # Ctrl+Shift+P
  | (?<![\w-])[A-ZÆØÅ]+-\d+(?:-[A-ZÆØÅ\d]+)*(?![\w-])  # ABC-123-X
    """,
    re.VERBOSE,
)
"""What stands as it is. nob-dan takes signs for words of their own: "90 % av raffineringen" became "90 af %
raffineringen", 16:30 became "16: 30" and Ctrl+Shift+P "Ctrl Shift+P.+"."""


class ApertiumEngine:
    """The installed language pairs, each as one pipe that stays open until `close`."""

    name = "apertium"

    def __init__(self, modes: Path = _MODES, *, timeout: float = 20.0) -> None:
        self._modes = modes
        self._timeout = timeout
        self._pipes: dict[str, Pipe] = {}

    def origin(self, source: str, target: str) -> Origin:
        """`apertium nob-nno 1.5.0`: the mode, and the version of the language data (else of the program)."""
        mode = self._mode(source, target)
        return Origin(engine=self.name, model=mode, version=_version(self._modes / f"{mode}.mode"))

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        """One draft for each text, sentence by sentence; a sentence the pipe fails on twice empties its draft."""
        pipe = self._pipe(self._mode(source, target))
        keep = [*keep, *dict.fromkeys(thing for text in texts for thing in _ONE_THING.findall(text))]

        def translate_plain(plain: Sequence[str]) -> list[Draft]:
            places = [[part for span in spans(text, source) for part in _short_enough(text, *span)] for text in plain]
            sentences = dict.fromkeys(
                text[start:end] for text, spots in zip(plain, places, strict=True) for start, end in spots
            )
            answers = pipe.ask([_GLUED_MASK.sub("[]", to_packet(sentence)) for sentence in sentences])
            done = {
                sentence: from_packet(answer, sentence)
                for sentence, answer in zip(sentences, answers, strict=True)
                if answer is not None
            }
            return [_draft(text, spots, done) for text, spots in zip(plain, places, strict=True)]

        return translate_protected(texts, translate_plain, forms=(_mask,), keep=keep)

    def close(self) -> None:
        for pipe in self._pipes.values():
            pipe.close()
        self._pipes.clear()

    def _mode(self, source: str, target: str) -> str:
        codes = [_CODES.get(tag.partition("-")[0]) for tag in (source, target)]
        if None in codes:
            raise EngineError(
                "apertium-no-pair",
                "Apertium has no pair from {source} to {target}.",
                source=source,
                target=target,
                hint=_NO_PACKAGE,
            )
        mode = f"{codes[0]}-{codes[1]}"
        if not (self._modes / f"{mode}.mode").is_file():
            package = _package(str(codes[0]), str(codes[1]))
            raise EngineError(
                "apertium-no-mode",
                "Apertium cannot translate from {source} to {target} here: the mode {mode} is not installed.",
                source=source,
                target=target,
                mode=mode,
                package=package,
                hint="Install it: apt install apertium {package}" if package else _NO_PACKAGE,
            )
        return mode

    def _pipe(self, mode: str) -> Pipe:
        if mode not in self._pipes:
            self._pipes[mode] = Pipe(self._modes / f"{mode}.mode", timeout=self._timeout)
        return self._pipes[mode]


def _draft(text: str, places: Sequence[Span], done: Mapping[str, tuple[str, tuple[str, ...]]]) -> Draft:
    """A text with its sentences translated; empty where one of them has no translation."""
    sentences = [text[start:end] for start, end in places]
    if any(sentence not in done for sentence in sentences):
        return Draft(text="", notes=("apertium gave no answer",))
    unknown = tuple(word for sentence in sentences for word in done[sentence][1])
    return Draft(text=replace_spans(text, places, [done[sentence][0] for sentence in sentences]), unknown=unknown)


def _mask(number: int) -> str:
    """A word that no dictionary has, so that it keeps its place among the others; letters only, or it is cut up."""
    letters = ""
    while True:
        number, rest = divmod(number, 10)
        letters = "bcdfghjklm"[rest] + letters
        if not number:
            return f"zqx{letters}qx"


def _short_enough(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence as spans that the pipe can take, cut at blanks where it is very long."""
    parts = []
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        parts.append((start, cut))
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    return [*parts, (start, end)] if end > start else parts


def _package(source: str, target: str) -> str:
    """The Debian package of a direction, or an empty string."""
    norwegian = {"nob": "nor", "nno": "nor"}
    for one, other in ((source, target), (norwegian.get(source, source), norwegian.get(target, target))):
        for pair in (f"{one}-{other}", f"{other}-{one}"):
            if pair in _PACKAGES:
                return f"apertium-{pair}"
    return ""


@lru_cache
def _version(mode_file: Path) -> str:
    """The upstream version of the package that the mode file came in, or else of the `apertium` program."""
    owner = _first_line("dpkg-query", "--search", str(mode_file)).partition(":")[0]
    version = _first_line("dpkg-query", "--show", "--showformat=${source:Upstream-Version}", owner) if owner else ""
    return version or _first_line("apertium", "--version").removeprefix("Apertium ")


def _first_line(program: str, *arguments: str) -> str:
    """What a program says first, or nothing where it is missing or fails."""
    if shutil.which(program) is None:
        return ""
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    return done.stdout.partition("\n")[0].strip() if done.returncode == 0 else ""
