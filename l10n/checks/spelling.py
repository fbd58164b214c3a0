"""When two spellings are one name: accents, case endings and transliterations aside."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from l10n.checks.inflected_slips import is_inflected_slip

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "’": "'"})
# Russian and Ukrainian names are spelled for each language's ear: Zelensky, Zelenskyj; Shoigu, Sjojgu
_BY_EAR = (
    (re.compile("shch|sjtsj|schtsch"), "q"),
    (re.compile("tsj|tch|tsch|ch|tj"), "c"),
    (re.compile("sh|sj|sch|zh|zj"), "z"),
    (re.compile("kh|ch"), "k"),
    (re.compile("iy|yi|yj|yy|ij|y|j"), "i"),
    (re.compile("v|w|ff"), "v"),
    (re.compile("x"), "ks"),
    (re.compile("(?<=[aou])i(?=e)"), ""),
    (re.compile("(?<=[cq])ev$"), "ov"),
)
_SLAVIC = re.compile(
    r"kh|zh|sh|ch|ts|sk[iy]|[oe]v(?=[aei]|sk|its|ich|ic|$)|enk|[iy]y|[iea]i$|[ea]y$|yu|ya|ye|v$|myr|mir|orii|rij|grig|iev"
)
_HEARD = re.compile(r"(?:[aeioy]j|sj)s?$")
"""Only a name that was spelled by ear ends so in Norwegian: Navalnyj, Tolstoj, Iljitsj."""
_ENDINGS = {
    "nb": r"s|'|e|en|er|ere|ene|erne|ens|-\w+|'s",
    "sv": r"s|'|n|en|er|are|arna|-\w+|'s",
    "de": r"s|'|n|en|er|es|e|-\w+|'s",
    "en": r"s|'|'s|-\w+",
}
_FAMILY = {"nn": "nb", "no": "nb", "da": "nb", "is": "nb"}
_GERMANIC = frozenset({"nb", "nn", "no", "da", "sv", "en", "de"})
_KEEPING = _GERMANIC | {"fr", "es", "it", "pt", "nl", "ca"}
"""Languages in which a name keeps its letters: nothing but a genitive is added to it."""
_ANY_CASE = r"[\w'-]{1,6}"
"""In Finnish, Polish or Turkish a name takes many endings, and may change its last letters before them."""


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Lower case, without accents: `Erdoğan` and `Erdogan` are one."""
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return plain if plain.isascii() else "".join([char for char in plain if not unicodedata.combining(char)])


@lru_cache(maxsize=32768)
def is_form_of(word: str, name: str, language: str) -> bool:
    """Is the folded word the folded name, an inflected form of it, or the same by ear?"""
    if word == name or name in word.split("-") or word.replace("-", "") == name.replace("-", ""):
        return True
    if word.startswith(name):
        endings = _ENDINGS.get(_FAMILY.get(language, language), _ANY_CASE)
        if re.fullmatch(endings, word[len(name) :]):
            return True
    if "j" in name:  # English spells no Slavic sound with it: Kaja is not Kaia
        return False
    if name.endswith("ii"):  # Valerii, Valerij: one ending
        name = name[:-1]
    if not _SLAVIC.search(name) and not _HEARD.search(word):
        return False
    bare = word[:-1] if word.endswith("s") else word
    return by_ear(name) in (by_ear(word), by_ear(bare))


def is_slavic(name: str) -> bool:
    """Does the folded name sound of a language that each other one spells for its own ear?"""
    return _SLAVIC.search(name) is not None


@lru_cache(maxsize=32768)
def by_ear(word: str) -> str:
    """The folded word in one spelling of Slavic sounds."""
    for sound, letter in _BY_EAR:
        word = sound.sub(letter, word)
    return word


@lru_cache(maxsize=32768)
def is_near(word: str, name: str, language: str) -> bool:
    """Is the folded word a slip away from the folded name: one letter, or two in a long name?"""
    from rapidfuzz.distance import OSA

    allowed = 1 if len(name) < 8 else 2
    slips = int(OSA.distance(word, name, score_cutoff=allowed))
    if slips > allowed and word.endswith("s") and not name.endswith("s"):
        slips = int(OSA.distance(word[:-1], name, score_cutoff=allowed))
    if language not in _KEEPING and word[:-3] == name[: len(word) - 3]:
        # an ending that changes the last letters: Roma, Romie
        return is_inflected_slip(word, name, language)
    return 0 < slips <= allowed or is_inflected_slip(word, name, language)


def may_be_cognate(word: str, name: str, language: str) -> bool:
    """Is it as likely the language's own word as a slip, Serveur for Server? Their ends differ, or it is inflected."""
    if language in _GERMANIC:
        return False
    return language not in _KEEPING or word[:-3] == name[: len(word) - 3]
