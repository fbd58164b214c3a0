"""Hunspell's dictionaries, where chunspell (the extra `spelling`) and Debian's packages for a language are installed.

They belong to the machine, as lingua's models do: nothing of a project is read here. Without them every question is
answered with “no dictionary”, and the checks that ask say nothing.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

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


class Dictionary:
    """The words of a language. What it was asked once it knows: a news site has few words, again and again."""

    def __init__(self, hunspell: Any) -> None:
        self._hunspell = hunspell
        self._known: set[str] = set()
        self._unknown: set[str] = set()

    def unknown(self, words: frozenset[str]) -> frozenset[str]:
        """Those of the words that it does not have."""
        for word in words - self._known - self._unknown:
            (self._known if self._hunspell.spell(word) else self._unknown).add(word)
        return words & self._unknown

    def has(self, word: str) -> bool:
        return not self.unknown(frozenset({word}))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first."""
        return tuple(self._hunspell.suggest(word))


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
    return Dictionary(Hunspell(found.stem, hunspell_data_dir=str(found.parent)))


def dictionary_file(locale: str) -> Path | None:
    """Where the locale's dictionary lies."""
    language, _, region = locale.partition("-")
    for name in (f"{language}_{region or _HOME.get(language, language.upper())}", language):
        for folder in _FOLDERS:
            path = folder / f"{name}.dic"
            if path.exists():
                return path
    return None
