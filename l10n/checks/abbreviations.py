"""Abbreviations have their full stops: kl. 19, ca. 30, f.eks.

The programme starts at 7 p.m.  → Programmet starter kl. 19.   right
The programme starts at 7 p.m.  → Programmet starter kl 19.    wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.checks.clues import vocabulary
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.prose import word_set
from l10n.model.finding import Category, Edit, Severity

_LANGUAGES = frozenset({"nb", "nn", "da", "no"})
_SIGNS = word_set("kl ca nr pst mill mrd feks eks bl")
"""One of them stands in every text that has something to find."""
_BEFORE_NUMBER = re.compile(r"(?<![\w.-])(kl|ca|nr)(?=\s\d)")
_BEHIND_NUMBER = re.compile(r"(?<=\d\s)(mill|mrd|pst)(?![\w.])")
_OF_WORDS = re.compile(r"(?<![\w.-])(?:f ?eks|f\.? eks\.?|bl a\.?|bl\. ?a(?!\.))(?!\w)")


def find(subject: Subject) -> Iterable[Fault]:
    """Abbreviations without their full stop, in languages that set one."""
    if subject.languages[1] not in _LANGUAGES or _SIGNS.isdisjoint(subject.target_vocabulary):
        return
    text = subject.target_prose
    for pattern in (_BEFORE_NUMBER, _BEHIND_NUMBER):
        for match in pattern.finditer(text):
            fix = (Edit(match.end(1), match.end(1), "."),)
            advice = f"Write “{match[1]}.”"
            severity = Severity.HINT if match[1] == "ca" else Severity.WARNING  # good newspapers write “ca 30”
            yield Fault(severity, f"“{match[1]}” has no full stop.", advice, match.span(1), fix=fix)
            return
    for match in _OF_WORDS.finditer(text):
        right = "f.eks." if match[0].startswith("f") else "bl.a."
        fix = (Edit(match.start(), match.end(), right),)
        yield Fault(Severity.WARNING, f"“{match[0]}” is no abbreviation.", f"Write “{right}”", match.span(), fix=fix)
        return


check = Check(
    "abbreviations",
    "Abbreviations have their full stops.",
    find,
    clues=Clues(target=vocabulary(lambda pair: _SIGNS if pair.target in _LANGUAGES else ())),
    category=Category.PUNCTUATION,
    about=(
        "In Norwegian and Danish the common abbreviations before and behind numbers, and those of several words, are "
        "written with full stops. Units of measure (kg, km, kr) have none."
    ),
    examples=(
        Example(source="It starts at 7 p.m.", target="Det starter kl. 19.", right=True),
        Example(source="It starts at 7 p.m.", target="Det starter kl 19.", right=False),
        Example(source="About 30 people, for example", target="Ca. 30 personer, f.eks.", right=True),
        Example(source="There are ways, for example by bus.", target="Det finnes måter, feks med buss.", right=False),
        Example(source="It weighs 3 kg and costs 40 kroner.", target="Den veier 3 kg og koster 40 kr.", right=True),
    ),
)
