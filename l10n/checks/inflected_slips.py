"""A name that is misspelt before its case ending: Takachin for Takaichin in Finnish, Alcareza for Alcaraza in Polish.

The ending is taken off and what is left compared. What a language does to a name before an ending is no slip.
"""

from __future__ import annotations

import re

# folded, as the words are; by language
_ENDINGS: dict[str, tuple[str, ...]] = {
    "fi": ("n", "in", "a", "ia", "ta", "ssa", "issa", "sta", "ista", "lla", "illa", "lta", "ilta", "lle", "ille", "en",
           "ksi", "iksi", "an", "iin"),
    "pl": ("a", "owi", "em", "ie", "u", "y", "i", "iem", "ego", "emu", "im", "ym", "ow", "om", "ami", "ach", "e"),
    "cs": ("a", "ovi", "em", "u", "y", "e", "i", "ou", "ho", "mu", "m", "um", "ech", "ova", "ove", "ovou", "uv"),
    "sk": ("a", "ovi", "om", "u", "y", "e", "i", "ou", "ho", "mu", "m", "och", "ova", "ovej", "ovou"),
    "hu": ("t", "ot", "et", "at", "nak", "nek", "val", "vel", "al", "el", "ban", "ben", "bol", "tol", "hoz", "hez",
           "ra", "re", "rol", "ert", "on", "en", "i", "e", "ek"),
    "is": ("s", "i", "a", "ar", "ur", "um", "ir", "ns", "u"),
}  # fmt: skip
_DOUBLE = re.compile(r"(.)\1")
_DOUBLING = frozenset({"fi", "hu"})
"""Pekka, Pekan; Orbán, Orbánnal."""
_VOWELS = frozenset("aeiouy")
_SHORTEST = 5


def is_inflected_slip(word: str, name: str, language: str) -> bool:
    """Is the folded word, without an ending of the language, one slip away from the folded name?"""
    if len(name) < _SHORTEST or word[:1] != name[:1] or language not in _ENDINGS:
        return False
    endings = [ending for ending in ("", *_ENDINGS[language]) if word.endswith(ending)]
    stems = {word.removesuffix(ending) for ending in endings}
    bases = {name, name[:-1]} if name[-1] in _VOWELS else {name}
    if language in _DOUBLING:
        stems, bases = ({_DOUBLE.sub(r"\1", one) for one in some} for some in (stems, bases))
    # Karel, Karla: the e before the last letter goes
    forms = bases | {base[:-2] + base[-1] for base in bases if base[-2] == "e"}
    if not stems.isdisjoint(forms):
        return False
    return any(_is_slip(stem, base) for stem in stems for base in bases)


def _is_slip(stem: str, base: str) -> bool:
    """One slip, with the last letter in its place: what is before an ending may change it."""
    from rapidfuzz.distance import OSA

    if min(len(stem), len(base)) < _SHORTEST - 1 or stem[-1] != base[-1]:
        return False
    return int(OSA.distance(stem, base, score_cutoff=1)) == 1
