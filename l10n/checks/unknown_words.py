"""Words are spelled as the dictionary has them.

a preview of the project  → en omtale av prosjektet     right
a preview of the project  → en omtale av prosjekktet    wrong

Only for a word that is near one that the dictionary has: compounds and new words are nobody's slip. It is a warning
inside a long word and for what everybody misspells, and a hint elsewhere. Words of the source, of the glossary
and of approved chrome are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.checks.clues import Look, Pair
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.dictionary import Dictionary, dictionary
from l10n.checks.known_slips import known_slip
from l10n.checks.prose import is_technical
from l10n.checks.tokens import words
from l10n.model.finding import Category, Severity

_FIRST = re.compile(r"[A-ZÆØÅ][a-zæøå]{5,}(?![\w@/.’'-])")
_LONG = 10
_ENDING = 5
"""Letters."""
_WORD = re.compile(r"[a-zà-öø-ÿšžąęłńśźżčřěůőű](?<![\w@#/.'’-].)[a-zà-öø-ÿšžąęłńśźżčřěůőű]{4,}+(?![\w@/'’-]|\.\w)")


def find(subject: Subject) -> Iterable[Fault]:
    """Words in small letters that are a slip away from a word of the dictionary."""
    if subject.languages[0] == subject.languages[1] or subject.source == subject.target:
        return
    yield from _known_slips(subject)
    known = dictionary(subject.locale)
    if known is None:
        return
    unknown = known.unknown(frozenset(_WORD.findall(subject.target_prose)))
    if first := _first_word(subject, known):
        unknown |= {first}
    if not unknown or is_technical(subject.target):
        return
    for word in sorted(unknown - subject.source_vocabulary - subject.background.words):
        meant = known.meant(word)
        if meant and not known_slip(word):
            at = subject.target_prose.find(word)
            if at < 0:  # the text's first word, with its capital
                at = subject.target_prose.index(word.capitalize())
            text = f"“{word}” is not in the dictionary; “{meant}” is."
            severity = Severity.WARNING if _is_surely_meant(word, meant) else Severity.HINT
            yield Fault(severity, text, f"Write {meant}, or add the word to the glossary.", (at, at + len(word)))


def _first_word(subject: Subject, known: Dictionary) -> str:
    """The word that the text begins with, in small letters, where two of its letters surely changed places."""
    first = _FIRST.match(subject.target_prose)
    if first is None or first[0] in subject.source_prose:
        return ""
    word = first[0].lower()
    if known.has(word) or known.has(first[0]):
        return ""
    meant = known.meant(word)
    return word if meant and sorted(word) == sorted(meant) else ""


def _known_slips(subject: Subject) -> Iterable[Fault]:
    if subject.languages[1] != "nb":
        return
    for word in sorted(subject.target_vocabulary - subject.source_vocabulary - subject.background.words):
        if right := known_slip(word):
            at = subject.target_prose.casefold().find(word)
            span = (at, at + len(word)) if at >= 0 else None
            yield Fault(Severity.WARNING, f"“{word}” is spelled “{right}”.", f"Write {right}.", span)


def _is_surely_meant(word: str, meant: str) -> bool:
    """A slip inside a long word: no loan and no new word looks so much like another.

    Its beginning and its end are left alone: “upasteurisert” and “faktasjekkerne” are formed, not misspelt.
    """
    first = next((at for at, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), len(meant))
    is_formed = "ning" in word and "ning" not in meant  # “flygninger” is as good as “flyginger”
    if len(word) == len(meant) and sorted(word) == sorted(meant):
        return not word.endswith("erne")
    is_joined = len(meant) > len(word) and meant[first : first + 1] == "s"  # an s between the parts of a compound
    return len(word) >= _LONG and 0 < first < len(word) - _ENDING and not is_formed and not is_joined


def _words_of(token: str) -> frozenset[str]:
    """Its words in small letters; of one that may begin the text, its small letters."""
    first = _FIRST.match(token)
    return frozenset({first[0].lower()} if first else _WORD.findall(token))


def _may_be_misspelt(pair: Pair) -> Look:
    """Has a token a word that the dictionary does not have?"""
    known = dictionary(pair.locale) if pair.source != pair.target else None
    slips = known_slip if pair.target == "nb" else _none

    def may_be(token: str) -> bool:
        has_unknown = known is not None and bool(known.unknown(_words_of(token)))
        return has_unknown or any(map(slips, words([token])))

    return may_be


def _none(word: str) -> str:
    """No slip is known in other languages."""
    return ""


check = Check(
    "spelling",
    "Words are spelled as the dictionary has them.",
    find,
    clues=Clues(target=_may_be_misspelt),
    category=Category.SPELLING,
    about=(
        "Asks Hunspell's dictionary of the locale, where it and the extra `spelling` are installed, and is silent "
        "elsewhere; `l10n doctor` says which. A word is named only where the dictionary has one that is a letter "
        "off. "
        "Compounds, and words of the source, of the glossary and of approved chrome, are right."
    ),
    examples=(
        Example(source="A preview of the project.", target="En omtale av prosjektet.", right=True),
        Example(source="A preview of the project.", target="En omtale av prosjekktet.", right=False),
        Example(source="We use cookies.", target="Vi bruker informasjonskapsler.", right=True),
    ),
)
