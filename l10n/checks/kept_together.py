"""Names that stand beside each other: in a list each of them, and of two people each with his own names.

Merz, Macron and Tusk met.               → Merz og Tusk møttes.                    wrong: one is missing
Anna Kowalska and Piotr Nowak won.       → Piotr Kowalska og Anna Nowak vant.      wrong: names of two people mixed
Norway and Iceland are part of it.       → Norge er en del av det.                 wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.exonyms import EXONYMS
from l10n.checks.name_words import is_gone
from l10n.checks.nations import lost_nations, nations_of
from l10n.checks.own_words import is_translated, may_be_demonym
from l10n.checks.place_names import is_place
from l10n.checks.prose import is_technical, word_set
from l10n.checks.sure_names import bare
from l10n.model.finding import Severity

_LANGUAGES = frozenset({"nb", "nn"})
_CAP = r"[A-ZÀ-ÖØ-ÞŠŽŁĆČ][\w’'-]+"
_ITEM = rf"{_CAP}(?:\s{_CAP}){{0,2}}"
_LIST = re.compile(rf"(?<![\w.-]){_ITEM}(?:,\s{_ITEM})*,?\sand\s{_ITEM}(?!\s(?:of|for|in the)\b)(?![\w-])")
_AND = re.compile(r"and\s[A-ZÀ-ÖØ-ÞŠŽŁĆČ]")
_ITEMS = re.compile(r",\s(?:and\s)?|\sand\s")
_PERSON = re.compile(rf"(?<![\w’'.-])({_CAP}) (?=({_CAP})(?![\w’'-]))")
_ADDRESSES = word_set("mr mrs ms dr sir lord lady")
_ONE = word_set("Herzegovina Barbuda Tobago Nevis Grenadines Miquelon Futuna Príncipe Principe Caicos Spencer Johnson")
"""They are left out of the name of which they are a part: Bosnia, Marks & Spencer."""


def lost_from_list(subject: Subject) -> Iterator[Fault]:
    """A name that is gone from a list of which another one is there."""
    if "and" not in subject.source_vocabulary or subject.languages[1] not in _LANGUAGES:
        return
    if not _AND.search(subject.source_prose):
        return
    nations = None
    for match in _LIST.finditer(subject.source_prose):
        items = [[bare(word) for word in item.split()] for item in _ITEMS.split(match[0])]
        if nations is None:
            nations = lost_nations(subject)
        lost = [item for item in items if _is_lost(item, nations, subject)]
        if lost and len(lost) < len(items) and not _may_be_told(items) and not is_technical(subject.source):
            name = " ".join(lost[0])
            yield Fault(Severity.WARNING, f"{name} is missing.", f"Name {name}, as the source does.")
            return


def _is_lost(item: list[str], nations: frozenset[str], subject: Subject) -> bool:
    if _ONE.intersection(item):
        return False
    return all(word in nations or _is_lost_name(word, subject) for word in item)


def _is_lost_name(word: str, subject: Subject) -> bool:
    if word.removesuffix("s").isupper() or word.partition("-")[0].isupper() or word.lower() in subject.source_prose:
        return False
    if nations_of(word, "en") or (is_place(word, subject.locale) and word.lower() not in EXONYMS):
        return False
    return is_gone(word, subject)


def _may_be_told(items: list[list[str]]) -> bool:
    """Is there a word that each language has its own for, so that the list may be told in another way?"""
    words = [word for item in items for word in item]
    return any(is_translated(word) or may_be_demonym(word) or word.lower() in _ADDRESSES for word in words)


def mixed_people(subject: Subject) -> Iterator[Fault]:
    """A given name with the family name of another: both are in the source, and neither stands beside the other."""
    theirs = {(bare(first), bare(last)) for first, last in _PERSON.findall(subject.source_prose)}
    if len(theirs) < 2:
        return
    givens, families = {first for first, _ in theirs}, {last for _, last in theirs}
    for match in _PERSON.finditer(subject.target_prose):
        first, last = match[1], match[2]
        known = next((name for name in (last, last.removesuffix("s")) if name in families), None)
        if known is None or first not in givens or (first, known) in theirs or first in families or known in givens:
            continue
        text = f"“{first} {last}” has the names of two people of the source."
        yield Fault(Severity.ERROR, text, "Give each the names of the source.", (match.start(), match.end(2)))
        return
