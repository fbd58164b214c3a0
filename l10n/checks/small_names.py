"""Names that have lost their capital: tyskland, reuters.

Police in Germany searched 12 homes.  → Politiet i tyskland ransaket 12 hjem.   wrong
Bitcoin rose, Reuters says.           → Bitcoin steg, ifølge Reuters.           right
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from l10n.checks.contract import Fault, Subject
from l10n.checks.dictionary import Dictionary, dictionary
from l10n.checks.name_words import is_name
from l10n.checks.nations import is_country, tells_of_nation
from l10n.checks.tokens import Learnt
from l10n.model.finding import Severity

_LANGUAGES = frozenset({"nb", "nn"})
_WORD = re.compile(r"(?<![\w@#/.&’'-])[a-zæøåéöäü]{5,}(?![\w@/’'-]|\.\w)")


def small_names(subject: Subject) -> Iterator[Fault]:
    """A word in small letters that is a country's name, or a name of the source that the dictionary has as one."""
    if subject.languages[0] != "en" or subject.languages[1] not in _LANGUAGES:
        return
    known = dictionary(subject.locale)
    if known is None:
        return
    for word in dict.fromkeys(chain.from_iterable(map(small_within(known).__getitem__, subject.target_tokens))):
        name = word.capitalize()
        is_said = re.search(rf"(?<!\w){re.escape(name)}(?![\w-])", subject.source_prose)
        is_small = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", subject.source_prose)
        match = re.search(rf"(?<![\w@#/.’'-]){re.escape(word)}(?![\w’'-])", subject.target_prose)
        if match and not is_small and (is_said or (is_country(name) and tells_of_nation(name, subject))):
            yield Fault(Severity.ERROR, f"“{word}” is a name and has a capital.", f"Write {name}.", match.span())
            return


@lru_cache
def small_within(known: Dictionary) -> Learnt[tuple[str, ...]]:
    """The words of a token in small letters that are names with a capital."""

    def within(token: str) -> tuple[str, ...]:
        return tuple(word for word in _WORD.findall(token) if _is_small(word, known))

    return Learnt(within, sees_numbers=False)


def _is_small(word: str, known: Dictionary) -> bool:
    name = word.capitalize()
    return is_name(name, known) or (is_country(name) and not is_name(word, known))
