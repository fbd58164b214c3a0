"""No character is invalid, invisible or from another script by mistake.

fløyet til sykehuset             right
fl\u200bøyet til sykehuset (U+200B)    wrong: a search does not find it
turnÃ© i Japan                   wrong: UTF-8 that was read as Latin-1
jоrden                  wrong: the o is Cyrillic
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from l10n.checks.clues import Look, Pair
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.model.finding import Category, Edit, Severity

_SUSPECT = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffd\ue000-\uf8ff]"
)
_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Arabic, Hebrew and the scripts of India are written with them, emoji are put together by one."""
_BREAKERS = frozenset("\u00ad\u200b\u2060")
"""Where a line may break, and where not: right where the script or the house wants it."""
_UNSPACED = frozenset({"th", "lo", "km", "my", "bo", "ja", "zh"})
_JOINING = frozenset(
    {"ar", "fa", "he", "ur", "hi", "bn", "mr", "ne", "ta", "te", "ml", "kn", "gu", "pa", "si", "ckb", "ps", "yi"}
)
_MOJIBAKE = re.compile(
    "Ã[\u0080-\u00bfŸ‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€[\u0080-\u00bf™œ˜“”¦¢]|Ð[\u0080-\u00bf][ÐÑ]|ï»¿"
)
_TWO_SCRIPTS = re.compile(
    r"[^\W\d_]*(?:[a-zA-ZÀ-ɏ][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-ZÀ-ɏ]|[a-zæøå][ονΟΑΕΗΙΚΜΝΡΤΧ]|"
    r"[ονΟΑΕΗΙΚΜΝΡΤΧ][a-zæøå])[^\W\d_]*"
)
_FOREIGN = re.compile("[\u0370-\u04ff]")
_NO_LATIN = re.compile(
    "(?<![(（])[\u0400-\u052f\u0590-\u05ff\u0600-\u06ff\u0900-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}"
)
"""A word in Cyrillic, Hebrew, Arabic, a script of India, Thai, Japanese, Chinese or Korean; none in brackets, where
a name may be told in its own letters."""
_STRANGE = re.compile(rf"{_SUSPECT.pattern}|{_FOREIGN.pattern}|{_NO_LATIN.pattern}|[ÃÂÐ]|â€|ï»¿")
_NAMES = {"\ufffd": "the replacement character U+FFFD: a letter was lost", "\ufeff": "a byte order mark"}


def find(subject: Subject) -> Iterable[Fault]:
    """Characters that nobody meant to write; the source's own are left alone."""
    target = subject.target
    if target.isascii():
        return
    suspects = [
        _invisible(match, subject)
        for match in _SUSPECT.finditer(target)
        if match[0] not in subject.source and not _belongs(match[0], subject.languages[1], target)
    ]
    if suspects:  # one stands for all, but no harmless one for a harmful one
        yield next((fault for fault in suspects if fault.severity is Severity.ERROR), suspects[0])
        return
    if (garbled := _MOJIBAKE.search(target)) and garbled[0] not in subject.source:
        text = f"“{garbled[0]}” was one letter before the text was read in a wrong encoding."
        yield Fault(Severity.ERROR, text, "Write the letter.", garbled.span())
    if _FOREIGN.search(target) and (mixed := _TWO_SCRIPTS.search(target)) and mixed[0] not in subject.source:
        others = sorted({unicodedata.name(char, "?").split()[0].title() for char in mixed[0]} - {"Latin"})
        text = f"“{mixed[0]}” has letters of two alphabets: {' and '.join(['Latin', *others])}."
        yield Fault(Severity.ERROR, text, "Type the word again.", mixed.span())
    elif (
        (word := _NO_LATIN.search(target)) and not _NO_LATIN.search(subject.source) and _is_latin(subject.languages[1])
    ):
        script = unicodedata.name(word[0][0], "?").split()[0].title()
        text = f"“{word[0]}” is written in another script ({script}) than the language."
        yield Fault(Severity.ERROR, text, "Translate it.", word.span())
    if not unicodedata.is_normalized("NFC", target) and unicodedata.is_normalized("NFC", subject.source):
        composed = unicodedata.normalize("NFC", target)
        fix = (Edit(0, len(target), composed),)
        yield Fault(Severity.HINT, "Letters are put together of two characters.", "Compose them (NFC).", fix=fix)


@lru_cache
def _is_latin(language: str) -> bool:
    """Is the language written in Latin letters, and in no others? By CLDR's likely subtags."""
    from babel.core import get_global

    return "_Latn_" in get_global("likely_subtags").get(language, "")


def _may_be_wrong(_: Pair) -> Look:
    """Has a token anything but plain letters and marks? A blank may part the two of garbled letters."""
    return lambda token: _STRANGE.search(token) is not None or not unicodedata.is_normalized("NFC", token)


def _belongs(char: str, language: str, text: str) -> bool:
    if char in _JOINERS:
        return language in _JOINING or (char == "\u200d" and any(ord(other) > 0x2600 for other in text))
    return char in _BREAKERS and language in _UNSPACED


def _invisible(match: re.Match[str], subject: Subject) -> Fault:
    char = match[0]
    name = _NAMES.get(char) or f"the invisible character U+{ord(char):04X}"
    if "\ue000" <= char <= "\uf8ff":
        name = f"U+{ord(char):04X}, which no font but one may show"
    is_harmless = char in _BREAKERS and char != "\u200b"
    can_go = char != "\ufffd" and not "\ue000" <= char <= "\uf8ff"
    return Fault(
        Severity.HINT if is_harmless else Severity.ERROR,
        f"There is {name}.",
        "Write what belongs there." if not can_go else "Take it out.",
        match.span(),
        fix=tuple(Edit(*other.span(), "") for other in _SUSPECT.finditer(subject.target) if other[0] == char)
        if can_go
        else (),
    )


check = Check(
    "characters",
    "No character is invalid, invisible or from another script by mistake.",
    find,
    clues=Clues(target=_may_be_wrong),
    category=Category.CHARACTER_ENCODING,
    about=(
        "Control characters, marks that turn the direction of text, zero-width blanks, U+FFFD, letters that were "
        "read in "
        "a wrong encoding, and Cyrillic or Greek letters inside a Latin word. Joiners are left alone in the scripts "
        "that are written with them, and so is whatever the source has, too."
    ),
    examples=(
        Example(source="She was flown to the hospital.", target="Hun ble fløyet til sykehuset.", right=True),
        Example(source="She was flown to the hospital.", target="Hun ble fl\u200bøyet til sykehuset.", right=False),
        Example(source="She toured Japan.", target="Hun var pÃ¥ turnÃ© i Japan.", right=False),
        Example(source="Back to Earth.", target="Tilbake til j\u043erden.", right=False),
        Example(source="The method was tested.", target="方法 ble testet.", right=False),
        Example(source="They returned.", target="می\u200cروند.", right=True, locale="fa"),
        Example(source="The result is final.", target="Das Ergebnis ist endg\ufffdltig.", right=False, locale="de"),
    ),
)
