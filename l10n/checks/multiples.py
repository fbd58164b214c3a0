"""How many times as much: doubled is not tripled, and three times as high is not twice as high.

three times higher        → tre ganger så høyt, tredoblet     right
has doubled               → er tredoblet                      wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from l10n.checks.contract import Fault, Subject
from l10n.checks.number_words import number_words
from l10n.checks.prose import word_set
from l10n.model.finding import Severity

MULTIPLE_SIGNS = word_set(
    "times twice half double doubled doubles doubling twofold triple tripled triples tripling threefold trebled "
    "quadrupled quadruple quadrupling fourfold fivefold halved halves halve halving"
)
"""One of these stands in each English multiple."""
_AS_MUCH = (
    r"(?:as (?:many|much|high|large|big|likely|fast|long|often|great|expensive)|"
    r"higher|more|larger|bigger|greater|faster)"
)
_ENGLISH: tuple[tuple[str, Fraction], ...] = (
    (r"doubl(?:ed|es|ing)|twofold|twice (?:as|the)|double (?:the|its|their|that)", Fraction(2)),
    (r"tripl(?:ed|es|ing)|threefold|trebl(?:ed|es|ing)|triple (?:the|its|their|that)", Fraction(3)),
    (r"quadrupl(?:ed|es|ing)|fourfold", Fraction(4)),
    (r"fivefold", Fraction(5)),
    (rf"halv(?:ed|es|ing)|half {_AS_MUCH}", Fraction(1, 2)),
)
_NORWEGIAN: tuple[tuple[str, Fraction], ...] = (
    (r"(?:for)?dobl(?:et|es|er|ing|ingen)|dobbelt så|det dobbelte", Fraction(2)),
    (r"tredobl\w+|det tredobbelte", Fraction(3)),
    (r"fire?dobl\w+", Fraction(4)),
    (r"femdobl\w+", Fraction(5)),
    (r"halver\w+|halvparten så|halvt så", Fraction(1, 2)),
)
_TIMES = {
    "en": rf"(?P<count>\w+) times {_AS_MUCH}",
    "nb": r"(?P<count>\w+) ganger (?:så|høyere|større|flere|mer|raskere)",
}


def other_multiple(subject: Subject) -> Iterator[Fault]:
    """The only multiple of the source, and another one in the translation."""
    if subject.languages != ("en", "nb"):
        return
    theirs = _multiples(subject.source_prose, "en")
    ours = _multiples(subject.target_prose, "nb") if len(theirs) == 1 else []
    if len(ours) == 1 and theirs[0][0] != ours[0][0]:
        lost, new = theirs[0][1], ours[0][1]
        yield Fault(Severity.ERROR, f"“{lost[0]}” has become “{new[0]}”.", f"Write “{lost[0]}”.", new.span())


def _multiples(text: str, language: str) -> list[tuple[Fraction, re.Match[str]]]:
    found = []
    for match in _PATTERNS[language].finditer(text):
        if match["count"]:
            value = number_words(language).get(match["count"].lower(), match["count"])
            if isinstance(value, str) and not value.isdecimal():
                continue
            found.append((Fraction(value), match))
        else:
            found.append((_VALUES[language][str(match.lastgroup)], match))
    return found


_VALUES = {
    language: {f"v{at}": value for at, (_, value) in enumerate(rows)}
    for language, rows in (("en", _ENGLISH), ("nb", _NORWEGIAN))
}
_PATTERNS = {
    language: re.compile(
        rf"(?<!\w)(?:{_TIMES[language]}|{'|'.join(f'(?P<v{at}>{words})' for at, (words, _) in enumerate(rows))})(?!\w)",
        re.IGNORECASE,
    )
    for language, rows in (("en", _ENGLISH), ("nb", _NORWEGIAN))
}
