"""Hunspell's dictionaries, where chunspell (the extra `spelling`) and Debian's packages for a language are installed.

They belong to the machine, as lingua's models do: nothing of a project is read here. Without them every question is
answered with “no dictionary”, and the checks that ask say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from l10n.checks.function_words import small_words

_FOLDERS = (Path("/usr/share/hunspell"), Path("/usr/local/share/hunspell"), Path("/opt/homebrew/share/hunspell"))
_HOME = {
    "nb": "NO",
    "nn": "NO",
    "da": "DK",
    "sv": "SE",
    "en": "US",
    "de": "DE",
    "fr": "FR",
    "es": "ES",
    "it": "IT",
    "pt": "PT",
}
"""The country whose dictionary is meant where a locale names none."""

_PART = 3
"""The parts of a compound have so many letters."""
_ENDINGS = ("ene", "ane", "er", "ar", "en", "et", "a", "e", "te", "s")


class Dictionary:
    """The words of a language. What it was asked once it knows: a news site has few words, again and again."""

    def __init__(self, hunspell: Any, small_words: frozenset[str] = frozenset()) -> None:
        """`small_words` are right though the dictionary may lack one, as Bokmål's lacks “noen”."""
        self._hunspell = hunspell
        self._known: set[str] = set(small_words)
        self._unknown: set[str] = set()
        self._meant: dict[str, str] = {}

    def unknown(self, words: frozenset[str]) -> frozenset[str]:
        """Those of the words that it does not have."""
        new = words - self._known
        if not new:
            return new
        for word in new - self._unknown:
            (self._known if self._spells(word) else self._unknown).add(word)
        return words & self._unknown

    def _spells(self, word: str) -> bool:
        """A dictionary in Latin-1 cannot even be asked about a Polish word, so it has none."""
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return False

    def has(self, word: str) -> bool:
        return not self.unknown(frozenset({word}))

    def meant(self, word: str) -> str:
        """The word that an unknown one is a slip away from; empty where it may well be a compound or a new word."""
        if word not in self._meant:
            is_right = self.has(word) or self.is_made_of_others(word)
            self._meant[word] = "" if is_right else next(filter(self.has, _slips(word)), "")
        return self._meant[word]

    def is_made_of_others(self, word: str) -> bool:
        """Two words in one, with or without an s between, “informasjonskapsler”; or one with an ending, “dataene”."""
        if any(word.endswith(ending) and self.has(word.removesuffix(ending)) for ending in _ENDINGS):
            return True
        return any(
            self.has(word[at:]) and (self.has(word[:at]) or (word[at - 1] == "s" and self.has(word[: at - 1])))
            for at in range(_PART, len(word) - _PART + 1)
        )


def _slips(word: str) -> Iterator[str]:
    """What fingers do: a letter too much, two that changed places, one of a pair or a vowel left out."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at, letter in enumerate(word):
        yield word[:at] + letter + word[at:]
    for at in range(1, len(word)):
        yield from (word[:at] + letter + word[at:] for letter in "eiarnlst")


@lru_cache
def dictionary(locale: str) -> Dictionary | None:
    """The locale's dictionary, or None where there is none on this machine. Loading takes half a second."""
    found = dictionary_file(locale)
    if found is None:
        return None
    try:
        from hunspell import Hunspell
    except ImportError:
        return None
    hunspell = Hunspell(found.stem, hunspell_data_dir=str(found.parent))
    return Dictionary(hunspell, small_words(locale.partition("-")[0]))


def dictionary_file(locale: str) -> Path | None:
    """Where the locale's dictionary lies."""
    language, _, region = locale.partition("-")
    for name in (f"{language}_{region or _HOME.get(language, language.upper())}", language):
        for folder in _FOLDERS:
            path = folder / f"{name}.dic"
            if path.exists():
                return path
    return None
