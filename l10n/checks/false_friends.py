"""No look-alike stands for a word that means something else.

will eventually cover all  → vil til slutt omfatte alle     right
will eventually cover all  → vil eventuelt omfatte alle     wrong: “eventuelt” is “possibly”
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.word_pairs import FALSE_FRIENDS
from l10n.model.finding import Category, Severity

_RELATIVES = {"nn": "nb", "no": "nb"}


def find(subject: Subject) -> Iterable[Fault]:
    """A false friend of a word of the source, where nothing in the source speaks for it."""
    source, target = subject.languages
    known = _RELATIVES.get(target, target)
    if source != "en" or known not in FALSE_FRIENDS or subject.source == subject.target:
        return
    if _all_words(known).isdisjoint(subject.source_vocabulary):
        return
    for friend in FALSE_FRIENDS[known]:
        words = friend.source & subject.source_vocabulary
        if not words or (friend.unless and re.search(friend.unless, subject.source_prose, re.IGNORECASE)):
            continue
        for match in _whole(friend.mistaken).finditer(subject.target_prose):
            if match[0][0].isupper() and match[0] in subject.source:
                continue  # a name
            text = f"“{match[0]}” is no translation of “{min(words)}”, which it looks like."
            yield Fault(Severity.WARNING, text, f"Write {friend.meaning}.", match.span())
            break


@lru_cache
def _all_words(language: str) -> frozenset[str]:
    return frozenset().union(*(friend.source for friend in FALSE_FRIENDS[language]))


@lru_cache(maxsize=512)
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


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
