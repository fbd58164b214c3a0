"""No look-alike stands for a word that means something else.

will eventually cover all  → vil til slutt omfatte alle     right
will eventually cover all  → vil eventuelt omfatte alle     wrong: “eventuelt” is “possibly”
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.word_pairs import FALSE_FRIENDS, FalseFriend
from l10n.model.finding import Category, Severity

_RELATIVES = {"nn": "nb", "no": "nb"}


def find(subject: Subject) -> Iterable[Fault]:
    """A false friend of a word of the source, where nothing in the source speaks for it."""
    source, target = subject.languages
    table = FALSE_FRIENDS.get(_RELATIVES.get(target, target), ()) if source == "en" else ()
    if not table or subject.source == subject.target or not _any_of(target).search(subject.source_prose):
        return
    for friend in table:
        source_word = _whole(friend.source).search(subject.source_prose)
        if source_word is None:
            continue
        for match in _whole(friend.mistaken).finditer(subject.target_prose):
            is_name = match[0][0].isupper() and match[0] in subject.source
            if is_name or (friend.unless and re.search(friend.unless, subject.source_prose, re.IGNORECASE)):
                continue
            text = f"“{match[0]}” is no translation of “{source_word[0]}”, which it looks like."
            yield Fault(Severity.WARNING, text, f"Write {friend.meaning}.", match.span())
            break


@lru_cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@lru_cache
def _any_of(language: str) -> re.Pattern[str]:
    table: tuple[FalseFriend, ...] = FALSE_FRIENDS[_RELATIVES.get(language, language)]
    return _whole("|".join(friend.source for friend in table))


check = Check(
    "false-friends",
    "No look-alike stands for a word that means something else.",
    find,
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
