"""No look-alike stands for a word that means something else.

will eventually cover all  → vil til slutt omfatte alle     right
will eventually cover all  → vil eventuelt omfatte alle     wrong: “eventuelt” is “possibly”
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from l10n.checks.clues import Pair, vocabulary
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.false_friend_table import false_friends
from l10n.model.finding import Category, Severity

_RELATIVES = {"nn": "nb", "no": "nb"}


def find(subject: Subject) -> Iterable[Fault]:
    """A false friend of a word of the source, where nothing in the source speaks for it."""
    source, target = subject.languages
    known = _RELATIVES.get(target, target)
    if source != "en" or not false_friends(known) or subject.source == subject.target:
        return
    friends = _friends_of(known)
    met = friends.keys() & subject.source_vocabulary
    for at in sorted({at for word in met for at in friends[word]}) if met else ():
        friend = false_friends(known)[at]
        words = friend.source & subject.source_vocabulary
        if friend.unless and re.search(friend.unless, subject.source_prose, re.IGNORECASE):
            continue
        for match in _whole(friend.mistaken).finditer(subject.target_prose):
            if match[0][0].isupper() and match[0] in subject.source:
                continue  # a name
            text = f"“{match[0]}” is no translation of “{min(words)}”, which it looks like."
            yield Fault(Severity.WARNING, text, f"Write {friend.meaning}.", match.span())
            break


def _english_words(pair: Pair) -> Collection[str]:
    known = _RELATIVES.get(pair.target, pair.target)
    return _friends_of(known) if pair.source == "en" else ()


@lru_cache
def _friends_of(language: str) -> dict[str, list[int]]:
    """The false friends of each English word, by their place in the table."""
    found: dict[str, list[int]] = {}
    for at, friend in enumerate(false_friends(language)):
        for word in friend.source:
            found.setdefault(word, []).append(at)
    return found


@lru_cache(maxsize=512)
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


check = Check(
    "false-friends",
    "No look-alike stands for a word that means something else.",
    find,
    clues=Clues(source=vocabulary(_english_words)),
    category=Category.WRONG_TERM,
    about=(
        "A small table of English words and the Norwegian ones they are mistaken for, each with what in a source "
        "would "
        "make the look-alike right after all. Other languages are left alone until somebody writes their table."
    ),
    examples=(
        Example(source="It will eventually cover all.", target="Det vil til slutt omfatte alle.", right=True),
        Example(source="It will eventually cover all.", target="Det vil eventuelt omfatte alle.", right=False),
        Example(source="The chef made a menu.", target="Sjefen laget en meny.", right=False),
        Example(source="The chef and her boss left.", target="Kokken og sjefen hennes dro.", right=True),
    ),
)
