"""One organization for another, in the letters of each language: the IMF expects → la BCE s’attend à."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.letters_abroad import is_told, letters_of
from l10n.model.finding import Severity

_ENGLISH = re.compile(r"(?<![\w.@#/&-])(?:[A-Z]{2,6}|(?:[A-Z]\.){2,4})(?![\w&/])")
_LETTER = "[A-Za-zÀ-ɏЀ-ӿ]"
"""Of scripts with blanks between words: in Japanese and Korean an acronym touches the next word."""
_CAPITAL = "[A-ZÀ-ÞŚА-ЯЄІЇ]"
_WRITTEN = re.compile(rf"(?<!{_LETTER})(?:{_CAPITAL}{{2,7}}|{_CAPITAL}[a-zа-яєії]{{2,5}})(?!{_LETTER})")
_DOUBLED = re.compile(r"\bEE\.\s?UU\.?")
"""Spanish doubles the letters of a plural: los Estados Unidos."""


def exchanged(subject: Subject) -> Iterator[Fault]:
    """One that the source names by its letters is gone, and another has come that it does not name in any way."""
    known = letters_of(subject.languages[1]) if subject.languages[0] == "en" else {}
    if not known:
        return
    source = subject.source_prose
    named = {word.replace(".", "") for word in _ENGLISH.findall(source)} & known.keys()
    if not named:
        return
    target = _DOUBLED.sub(lambda match: "EEUU".ljust(len(match[0])), subject.target_prose)
    written = {match[0].upper(): match for match in _WRITTEN.finditer(target) if _is_acronym(match[0])}
    lost = sorted(one for one in named if not _stands(known[one], target, written))
    for one in lost:
        for other, letters in known.items():
            new = next((written[word] for word in sorted(letters) if word in written), None)
            if new and other not in named and not is_told(other, source) and new[0] not in source:
                text = f"“{one}” has become “{new[0]}”."
                yield Fault(Severity.ERROR, text, f"Name {one}.", new.span())
                return


def _is_acronym(word: str) -> bool:
    """In capitals; or with a small rest, as newspapers print the longer ones: Otan, Fmi."""
    return word.isupper() or len(word) > 2


def _stands(letters: frozenset[str], target: str, written: dict[str, re.Match[str]]) -> bool:
    """Is it there, perhaps with an ending: ONZ-u, Naton?"""
    if not letters.isdisjoint(written):
        return True
    folded = target.casefold()
    return any(len(word) > 2 and word.casefold() in folded for word in letters)
