"""Compounds are written as one word.

the defense minister  → forsvarsministeren     right
the defense minister  → forsvars ministeren    wrong: “særskriving”, as English does it

It takes a dictionary that has both as one word, and a first part that hardly stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.checks.acronym_compounds import ENDS_IN_ACRONYM, apart
from l10n.checks.clues import Look, Pair
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.dictionary import Dictionary, dictionary
from l10n.checks.prose import word_set
from l10n.checks.tokens import words
from l10n.model.finding import Category, Edit, Severity

_DEFINITE = {"nb": r"\w{2,}(?:en|et|ene|erne|ens|ets|enes)", "nn": r"\w{2,}(?:en|et|ane|ene|a)",
             "da": r"\w{2,}(?:en|et|ene|erne|ens|ets)", "sv": r"\w{2,}(?:en|et|n|na|erna|arna|orna)"}  # fmt: skip
_ARTICLES = {"nb": ("en", "et"), "nn": ("en", "et"), "da": ("en", "et"), "sv": ("en", "et")}
_PAIR = {
    language: re.compile(rf"(?<![\w’'-])([A-ZÆØÅÄÖa-zæøåäö][a-zæøåäö]{{3,}}) ({form})(?![\w’'-])")
    for language, form in _DEFINITE.items()
}
_LAST = re.compile(r"[A-ZÆØÅÄÖa-zæøåäö][a-zæøåäö]{3,}$")
_DEFINITE_GENITIVE = ("ens", "ets", "nes", "as", "ns")
_MODIFIERS = word_set(
    """
    klima helse skole olje gass energi finans justis miljø bolig kultur trafikk politi sykehus valg kraft strøm
    vann atom data bank børs brann sjø luft hav jord skog fiske turist idrett fotball ski film musikk teater
    presse medie nett mobil bil buss tog fly skatte rente budsjett grense asyl flyktning barne ungdoms kvinne
    """
)
"""Nouns that mostly stand before another one, and are seldom the last word before the next phrase."""


_SPLITS = {
    "syke": "hus|pleier|kasse|bil|lønn", "fly": "plass|selskap", "barne": "hage|trygd|vern", "tann": "lege|krem",
    "ungdoms": "skole", "data": "maskin|spill|parti", "brann": "mann|vesen|bil|menn", "lære": "bok|bøker|penger",
    "stats": "råd|ansatt", "arbeids": "plass|giver|taker|ledig", "jern": "bane",
    "helse": "vesen|hjelp",
    "fot": "ball", "mobil": "telefon", "matematikk": "lærer", "nord": "mann|menn",
}  # fmt: skip
_FIRST_PARTS = frozenset(_SPLITS)
_SPLIT = re.compile(
    r"(?<![\w-])("
    + "|".join(rf"{first}(?= (?:{second}))" for first, second in _SPLITS.items())
    + r") ([a-zæøå]+)(?![\w-])",
    re.IGNORECASE,
)
_ILL = word_set("sick ill ailing sickly teach learn teaching")
_NO_NOUN = word_set(
    "siden sammen klokken igjen innen foran mellom dagen natten gangen sidan saman klokka sammen sedan klockan"
)


def find(subject: Subject) -> Iterable[Fault]:
    """A noun without an ending before a noun with one, where the dictionary has both as one word."""
    language = subject.languages[1]
    pattern = _PAIR.get(language)
    if pattern is None:
        return
    if language == "nb":
        yield from _split(subject)
    known = dictionary(subject.locale)
    if known is None:
        return
    if language in ("nb", "nn"):
        yield from apart(subject, known)
    for match in pattern.finditer(subject.target_prose):
        first, second = match[1].lower(), match[2]
        if second in _NO_NOUN or not _is_bare_noun(first, language, known):
            continue
        if second.endswith("et") and known.has(second[:-1]):  # a participle
            continue
        if known.has(second) and known.has(first + second):
            fix = (Edit(match.end(1), match.start(2), ""),)
            text = f"“{match[0]}” is one word."
            yield Fault(Severity.WARNING, text, f"Write {match[1]}{second}.", match.span(), fix=fix)
            return


def _split(subject: Subject) -> Iterable[Fault]:
    """Words that mean something else when they are apart: syke pleiere are nurses who are ill."""
    if _FIRST_PARTS.isdisjoint(subject.target_vocabulary) or not _ILL.isdisjoint(subject.source_vocabulary):
        return
    if match := _SPLIT.search(subject.target_prose):
        fix = (Edit(match.end(1), match.start(2), ""),)
        advice = f"Write {match[1]}{match[2]}."
        yield Fault(Severity.WARNING, f"“{match[0]}” is one word.", advice, match.span(), fix=fix)


def _may_be_apart(pair: Pair) -> Look:
    """Does a token end in a word, or an acronym, that may be the first part of a compound?"""
    language = pair.target
    known = dictionary(pair.locale) if language in _PAIR else None

    def look(token: str) -> bool:
        if language == "nb" and not _FIRST_PARTS.isdisjoint(words((token,))):
            return True
        last = _LAST.search(token)
        return known is not None and (
            ENDS_IN_ACRONYM.search(token) is not None
            or (last is not None and _is_bare_noun(last[0].lower(), language, known))
        )

    return look


def _is_bare_noun(word: str, language: str, known: Dictionary) -> bool:
    """“forsvars”, a noun with the s that joins it; “klima”, a noun that likes to be the first part."""
    if word.endswith("s"):
        bare = word[:-1]
        return (
            not word.endswith(_DEFINITE_GENITIVE)
            and known.has(bare)
            and any(known.has(bare + end) for end in _ARTICLES[language])
        )
    return word in _MODIFIERS


check = Check(
    "compounds",
    "Compounds are written as one word.",
    find,
    clues=Clues(target=_may_be_apart),
    category=Category.SPELLING,
    about=(
        "Scandinavian languages join what English writes apart. A noun without an ending stands before one in the "
        "definite form, and Hunspell's dictionary has both as one word. Without a dictionary it is silent."
    ),
    examples=(
        Example(source="The defense minister will resign.", target="Forsvarsministeren går av.", right=True),
        Example(source="He leads the party.", target="Han leder partiet.", right=True),
        Example(source="Then the defense minister resigned.", target="Så gikk forsvars ministeren av.", right=False),
        Example(source="The EU countries agree.", target="EU-landene er enige.", right=True),
        Example(source="The EU countries agree.", target="EU landene er enige.", right=False),
        Example(source="Even climate researchers agree.", target="Selv klima forskerne er enige.", right=False),
    ),
)
