"""A text ends as its source does: with a full stop, a question mark, a colon, or with nothing.

Who decides?   → Hvem bestemmer?   right
Who decides?   → Hvem bestemmer.   wrong: no longer a question
He lives here. → Han bor her       wrong: the full stop is gone
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.model.finding import Category, Severity

_KINDS = {
    ".": "stop", "。": "stop", "．": "stop", "।": "stop", "۔": "stop", "։": "stop", "…": "stop", "!": "stop",
    "！": "stop", "?": "question", "？": "question", "؟": "question", "՞": "question", ":": "colon", "：": "colon",
}  # fmt: skip
_NAMES = {"stop": "a full stop", "question": "a question mark", "colon": "a colon", "": "no mark"}
_WRAPPING = " \t\n\r\u00a0\u202f\u200b\"'”’»«“‘‹›)]}」』*_`"
_HEADLINES = frozenset({"title", "heading", "card headline", "button", "badge", "label", "cookie heading"})
_ANSWER = re.compile(
    r"(?:derfor|slik|dette|her|så|därför|därtill|detta|deshalb|darum|so|das|voici|así|por eso)\b", re.IGNORECASE
)
"""Headlines answer what English ones ask: “Why do …?”, “Derfor …”."""
_SENTENCE = 12
"""So many words in a text of which nobody says what it is, and it is a sentence."""
_NO_STOPS = frozenset({"th", "lo", "km", "my", "bo"})
"""Scripts that end a sentence with a blank, or with a mark of their own."""
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]\.[A-Za-z]\.|\b(?:[A-Z]|Corp|Inc|Ltd|Co|Bros|Jr|Sr|Dr|St|Mt|Nos?|Gov|Sen|Rep|Gen|etc|vs|approx|ca|"
    r"pst|mill|mrd|kl|m\.m|osv|mv|bl\.a|o\.l|a\.m|p\.m)\.)$"
)


def find(subject: Subject) -> Iterable[Fault]:
    """Another kind of end than the source has."""
    if subject.languages[1] in _NO_STOPS or subject.languages[0] in _NO_STOPS:
        return
    source, target = subject.source_prose.rstrip(_WRAPPING), subject.target_prose.rstrip(_WRAPPING)
    if not target or not source:
        return
    theirs, ours = _kind(source, subject.languages[0]), _kind(target, subject.languages[1])
    if ours == theirs or _may_be_abbreviation(source, target, {ours, theirs}):
        return
    text = f"The source ends with {_NAMES[theirs]}, the translation with {_NAMES[ours]}."
    severity = _severity(theirs, ours, subject.role)
    if theirs == "question" and subject.role in _HEADLINES and _ANSWER.match(target):
        severity = Severity.HINT
    if not subject.role and {theirs, ours} == {"stop", ""} and len(subject.target_words) < _SENTENCE:
        severity = Severity.HINT  # a heading, for all we know
    yield Fault(severity, text, "End it as its source.", (len(target) - 1, len(target)))


def _severity(theirs: str, ours: str, role: str) -> Severity:
    """A full stop that the source forgot, or a colon for it, is a matter of style; in a headline it is a slip."""
    is_style = (theirs, ours) in {("", "stop"), ("stop", "colon"), ("colon", "stop"), ("", "colon"), ("colon", "")}
    return Severity.HINT if is_style and role not in _HEADLINES else Severity.WARNING


def _kind(text: str, language: str) -> str:
    if text[-1] in ";;" and language == "el":
        return "question"
    return _KINDS.get(text[-1], "")


def _may_be_abbreviation(source: str, target: str, kinds: set[str]) -> bool:
    """“… in the U.S.” ends in “… i USA”, and “Toyota Motor Corp.” is no sentence."""
    if kinds != {"stop", ""}:
        return False
    return any(_ABBREVIATION.search(text) is not None for text in (source, target))


check = Check(
    "ends",
    "The text ends with the mark that its source ends with.",
    find,
    category=Category.PUNCTUATION,
    about=(
        "A question stays a question, and a sentence keeps its full stop. In running text a full stop that the "
        "source forgot is a matter of style; in a headline it is a slip. Abbreviations at the end are left alone."
    ),
    examples=(
        Example(source="Who decides?", target="Hvem bestemmer?", right=True),
        Example(source="Who decides?", target="Hvem bestemmer.", right=False),
        Example(source="He lives here.", target="Han bor her", right=False),
        Example(source="They met in the U.S.", target="De møttes i USA.", right=True),
    ),
)
