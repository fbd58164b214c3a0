"""Languages so close that a sentence can be the same in both, or be taken for the other."""

from __future__ import annotations

import re

from l10n.checks.prose import word_set

_FAMILIES = (
    frozenset({"nb", "nn", "no", "da"}),
    frozenset({"hr", "sr", "bs"}),
    frozenset({"cs", "sk"}),
    frozenset({"id", "ms"}),
    frozenset({"gl", "pt"}),
    frozenset({"nl", "af"}),
)


def are_relatives(language: str, other: str) -> bool:
    """True for nb and nn, nb and da, cs and sk, and for a language and itself."""
    return language == other or any(language in family and other in family for family in _FAMILIES)


# small words of the Scandinavian languages, which share most others: no detector tells them apart as surely
_SMALL_WORDS = {
    "nb": word_set(
        """
        og å er at av etter ikke fra noen noe nå mellom bare hva selv være gjøre uke hjem høy også ble opp ut mot
        en et
        """
    ),
    "nn": word_set(
        """
        og å er at av etter ikkje frå nokon noko nokre no mellom berre kva sjølv vere gjere veke heim høg òg vart
        vore blei opp ut mot dei ein eit korleis sidan
        """
    ),
    "sv": word_set(
        """
        och att är av efter inte från någon något några nu mellan bara vad själv vara göra vecka hem hög också
        blev upp ut mot en ett som men
        """
    ),
    "da": word_set(
        """
        og er at af efter ikke fra nogen noget nogle nu mellem bare kun hvad selv være gøre uge hjem høj også
        blev op ud mod ad en et siger
        """
    ),
}


def mistaken_relative(text: str, language: str) -> str:
    """The other Scandinavian language that a text is in: four of its own small words and none of ours; else empty."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    ours = _SMALL_WORDS.get(language, frozenset())
    for other, theirs in _SMALL_WORDS.items():
        if ours and other != language and sum(word in theirs - ours for word in words) >= 4:
            return "" if any(word in ours - theirs for word in words) else other
    return ""
