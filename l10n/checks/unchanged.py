"""The text is translated, and not the source once more.

Related articles → Relaterte artikler   right
Related articles → Related articles     wrong
Sony Group Corp. → Sony Group Corp.     right: a name
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.dictionary import dictionary
from l10n.checks.prose import is_technical, word_set
from l10n.checks.relatives import are_relatives
from l10n.model.catalog import CHROME
from l10n.model.finding import Category, Severity

_WORD = re.compile(r"[^\W\d_]+")
_LINES = 4
"""A text with more line ends is a listing."""
_RELATIVES_SHARE = 8
"""So many words in a row are the same in Bokmål and Danish, or in Bokmål and Nynorsk, by chance."""
# words that look the same in most of Europe's languages, so that they are right as they stand
_INTERNATIONAL = word_set(
    """
    app apper artikkel arena audio blog blogg budget chat design digital direkte e-mail email event facebook film
    forum global hotel info instagram internet live login magazine media meny menu min mobil music november nyheter
    ok online original park partner pizza podcast podkast politikk portal post premium privat profil program radio
    region regional resultat robot sentral september server service sport standard start status stopp stop studio
    super taxi tema test tips total trailer trend tv twitter video web webinar wifi
    """
)
_HEADLINES = frozenset({"title", "heading", "card headline"})
_SMALL_WORDS = word_set("the a an of and to in on for with is are was were will has have what how why who")


def find(subject: Subject) -> Iterable[Fault]:
    """A translation that equals its source, where more than names, numbers and acronyms stand in it."""
    if subject.languages[0] == subject.languages[1] or subject.source_words != subject.target_words:
        return
    if _plain(subject.source) != _plain(subject.target):
        return
    if is_technical(subject.source) or subject.source.count("\n") > _LINES:
        return
    words = _WORD.findall(subject.source_prose)
    ordinary = [word for word in words if word.islower() and len(word) > 2 and word not in _INTERNATIONAL]
    if are_relatives(*subject.languages):
        is_fault = len(ordinary) >= _RELATIVES_SHARE
    elif len(words) == 1:
        is_fault = _is_label(subject) and words[0].casefold() not in _INTERNATIONAL and not words[0].isupper()
    elif subject.domain == CHROME:
        is_fault = any(len(word) > 3 for word in ordinary)
    else:
        # "apt clean" is a command, "Hard rock" a term: a text begins with a capital, and has words to spare
        is_fault = bool(words) and not words[0].islower() and (len(ordinary) >= 3 or not _SMALL_WORDS.isdisjoint(words))
        is_fault = is_fault or (
            bool(ordinary) and subject.role in _HEADLINES and _has_foreign_word(words, subject.locale)
        )
    if is_fault:
        yield Fault(Severity.ERROR, "The translation is the source, word for word.", "Translate it.")


def _has_foreign_word(words: list[str], locale: str) -> bool:
    """Is there a longer word in small letters that the locale's dictionary does not have?"""
    known = dictionary(locale)
    long = [word for word in words if len(word) > 2 and word not in _INTERNATIONAL]
    return known is not None and any(word.islower() and not known.has(word) for word in long)


def _is_label(subject: Subject) -> bool:
    """A word on a button is a word; alone in an article it may well be a name."""
    return subject.domain == CHROME and subject.role in ("button", "label", "badge", "heading")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


check = Check(
    "unchanged",
    "The text is translated, and not the source once more.",
    find,
    category=Category.UNTRANSLATED,
    about=(
        "A copy of the source counts as translated, and no tool can tell. Names, acronyms, numbers, code and "
        "words that look the same in most languages are right as they stand."
    ),
    examples=(
        Example(source="Related articles", target="Relaterte artikler", right=True, role="heading"),
        Example(source="Sony Group Corp.", target="Sony Group Corp.", right=True, role="list item"),
        Example(
            source="Read all the related articles", target="Read all the related articles", right=False, role="heading"
        ),
    ),
)
