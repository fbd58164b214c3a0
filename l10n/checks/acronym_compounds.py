"""An acronym before a noun is joined to it with a hyphen: Nato-toppmøtet, EU-landene."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.dictionary import Dictionary
from l10n.checks.prose import word_set
from l10n.model.finding import Edit, Severity

_ACRONYM = (
    r"(?:[A-ZÆØÅ]{2,6}|G\d{1,2}|Nato|Nav|Unesco|Unicef|Opec|Nasa|Fifa|Uefa|Brics|Frontex|Europol|Interpol|Brexit|Covid)"
)
_BEFORE = (
    r"(?:^|[.:!?«–] ?|(?i:\b(?:og|eller|på|i|for|til|av|med|om|mot|under|etter|før|fra|frå|det|den|de|dei|at|som|ved|"
    r"mellom|blant|hos|gjennom|hver|alle|flere|åpnet|rundt|over) ))"
)
"""Where no verb stands before it: “dermed fikk EU saken” is right."""
_PAIR = re.compile(rf"{_BEFORE}(?P<both>(?P<acronym>{_ACRONYM}) (?P<noun>[a-zæøå]{{2,}}(?:en|et|ene))s?)(?![\w’'-])")
ENDS_IN_ACRONYM = re.compile(rf"{_ACRONYM}$")
_NO_NOUN = word_set(
    "alene annen dagen dette egen en ene enten et foran gangen helgen igjen ingen innen kvelden mellom natten noen "
    "siden sommeren uten verken hverken vinteren våren høsten uken året måneden morgenen annet eneste meget hvilken"
)


def apart(subject: Subject, known: Dictionary) -> Iterator[Fault]:
    """An acronym with a definite noun right behind it; what has no genitive, as a participle has none, is no noun."""
    for match in _PAIR.finditer(subject.target_prose):
        noun = match["noun"]
        if noun not in _NO_NOUN and known.has(noun) and known.has(noun + "s"):
            fix = (Edit(match.end("acronym"), match.start("noun"), "-"),)
            right = f"{match['acronym']}-{match['both'].partition(' ')[2]}"
            text = f"“{match['both']}” is one word with a hyphen."
            yield Fault(Severity.WARNING, text, f"Write {right}.", match.span("both"), fix=fix)
            return
