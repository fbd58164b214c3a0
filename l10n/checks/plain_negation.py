"""A negation that is lost, in the languages whose negations are patterns: denial_patterns.py.

L’entreprise n’a pas répondu.   → L’entreprise a répondu.   it says the opposite
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.denial_patterns import denies, is_said_otherwise, may_deny
from l10n.checks.negators import denials
from l10n.checks.prose import is_technical
from l10n.checks.sentence_pairs import paired
from l10n.checks.tokens import words
from l10n.model.finding import Severity

_LINES = 4
"""A text with more line ends is a listing."""
_LONG = 200
"""Characters of a sentence that has room to say the same without denying."""


def lost(subject: Subject, said_otherwise: re.Pattern[str]) -> Iterator[Fault]:
    """A sentence whose only English negation nothing in the translation tells, in whatever words.

    `said_otherwise` finds English negations that other languages say without one: “no later than Monday”.
    """
    language = subject.languages[1]
    if subject.languages[0] != "en" or not may_deny(language) or not any(denials(subject.source_words, "en")):
        return
    if subject.source == subject.target or subject.source.count("\n") > _LINES or is_technical(subject.source):
        return
    for theirs, ours in paired(subject) or [(subject.source_prose, subject.target_prose)]:
        denied = list(denials(words(theirs.split()), "en"))
        if (
            len(denied) != 1
            or len(theirs) > _LONG
            or said_otherwise.search(theirs)
            or denied[0] in ours.casefold().split()
        ):
            continue
        if not denies(ours, language) and not is_said_otherwise(theirs, ours, language):
            text = f"The negation “{denied[0]}” of the source is lost."
            severity = Severity.WARNING if denied[0] == "without" else Severity.ERROR
            yield Fault(severity, text, "Say what the source denies.")
