"""No word or phrase stands twice in a row, unless the source says it twice.

The quotas will be cut.  → Kvotene blir kuttet.                   right
The quotas will be cut.  → Kvotene blir blir kuttet.              wrong: a slip of the keyboard
The quotas will be cut.  → Kvotene blir kuttet i år i år i år.    wrong: a machine that went round in circles
“Never, never again,” …  → «Aldri, aldri mer», …                  right
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import eq

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.prose import is_technical, word_set
from l10n.model.finding import Category, Edit, Severity

# words that a correct sentence can have twice in a row: "mange av dem som er er unge", "die, die die Wahl verloren"
_DOUBLED = {
    "en": word_set("had that her is no very so bye ha"),
    "nb": word_set("i på til av om det den de som er har var at for så der han hun ha nei ja to en over etter fra"),
    "nn": word_set("kvar i på til av om det den dei som er har var at for så der han ho ha nei ja over etter frå"),
    "da": word_set("i på til af om det den de som er har var at for så der han hun ha nej ja over efter fra"),
    "sv": word_set("i på till av om det den de som är har var att för så där han hon ha nej ja över efter från"),
    "de": word_set("die der das den dem sie ihr ja nein ha sind hat war waren worden ein zu"),
    "fr": word_set("nous vous ha non oui"),
    "es": word_set("ha no que se"),
    "it": word_set("ha no si che piano via man ben"),
    "pt": word_set("ha não que se"),
    "nl": word_set("die dat zij ze ha was er"),
}
_SLIPS = word_set("i på til av om er har var at for to en over etter fra det den de som")
"""Doubled they are most often a slip, though they can be right: a hint."""
_HARDLY = word_set("til av for fra etter")
"""Prepositions that so seldom meet themselves that it is a slip."""
_STRANDING = {
    "nb": word_set("som hva hvem hvor hvilken hvilket hvilke"),
    "nn": word_set("som kva kven kor kvar"),
    "da": word_set("som der hvad hvem hvor hvilken hvilket hvilke"),
    "sv": word_set("som vad vem var vilken vilket vilka"),
}
"""Words of the clauses that end in a preposition or a verb, before which the same may begin anew: “de som er er …”."""
_SUBJECTS = word_set("jeg eg jag du han hun ho hon vi de dei dere dykk ni man det den")
"""Who does it in a clause that lacks such a word: “byen han bor i i dag”. They stand close before the verb."""
_CLOSE = 3
_END = re.compile(r"\s*(?:[.!?:;»”]|$)")
_LOOP = 3
"""So many times, and any word or phrase is a loop."""


def find(subject: Subject) -> Iterable[Fault]:
    """Words, phrases or sentences that stand twice in a row."""
    words = subject.target_words
    if len(words) == len(subject.target_vocabulary) or not _may_repeat(words):
        return
    repeated = list(_repetitions(words))
    if not repeated or is_technical(subject.target) or any(_repetitions(subject.source_words)):
        return
    for start, length in repeated:
        phrase = words[start : start + length]
        times = 2
        while words[start + times * length : start + (times + 1) * length] == phrase:
            times += 1
        if length > 1 or times >= _LOOP:
            severity = Severity.ERROR if times >= _LOOP or length > 3 else Severity.WARNING
            yield Fault(severity, f"“{_excerpt(phrase)}” stands {_often(times)} in a row.", "Say it once.")
            return
    yield from _doubled_word(subject)


def _may_repeat(words: Sequence[str]) -> bool:
    """A phrase that is followed by itself makes some pair of neighbours stand twice, or makes two of them the same."""
    return len(set(pairwise(words))) < len(words) - 1 or any(map(eq, words, words[1:]))


def _repetitions(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(start, length) of each phrase that is followed by itself."""
    last: dict[str, int] = {}
    for at, word in enumerate(words):
        start = last.get(word)
        if start is not None and (at == start + 1 or words[start:at] == words[at : 2 * at - start]):
            yield start, at - start
        last[word] = at


def _doubled_word(subject: Subject) -> Iterable[Fault]:
    language = subject.languages[1]
    known = _DOUBLED.get(language)
    if known is None:
        return  # in many languages doubling a word makes a plural, or a stronger word
    for first, second in pairwise(subject.target_words):
        if first != second:
            continue
        match = re.search(
            rf"(?<!\w)({re.escape(first)})\s+({re.escape(second)})(?!\w)", subject.target_prose, re.IGNORECASE
        )
        if match is None or (match[2][0].isupper() and not match[1][0].isupper()):
            continue
        is_hint = first in known and not (match[1] == "i" and language == "en") and _may_meet_itself(match, language)
        if is_hint and first in _HARDLY:
            is_hint = False
        if is_hint and first not in _SLIPS:
            continue
        yield Fault(
            Severity.HINT if is_hint else Severity.WARNING,
            f"“{first}” stands twice in a row.",
            "Take one out.",
            match.span(),
            fix=() if is_hint else (Edit(match.end(1), match.end(2), ""),),
        )
        return


def _may_meet_itself(match: re.Match[str], language: str) -> bool:
    """Can the word before end a clause, so that the second one belongs to the next? Not at the sentence's end."""
    stranding = _STRANDING.get(language)
    if stranding is None or match[1].lower() not in _SLIPS:
        return True
    if _END.match(match.string, match.end()):
        return False
    before = re.split(r"[.!?:;]\s", match.string[: match.start()])[-1]
    said = re.findall(r"\w+", before.lower())
    is_close = len(said) >= _CLOSE and not _SUBJECTS.isdisjoint(said[-_CLOSE:-1])
    return is_close or match[1].lower() in stranding or not stranding.isdisjoint(said)


def _often(times: int) -> str:
    return "twice" if times == 2 else f"{times} times"


def _excerpt(words: Sequence[str]) -> str:
    phrase = " ".join(words)
    return phrase if len(phrase) <= 60 else phrase[:59].rstrip() + "…"


check = Check(
    "repeats",
    "No word, phrase or sentence stands twice in a row.",
    find,
    category=Category.UNINTELLIGIBLE,
    about=(
        "A doubled word is a slip of the keyboard, a phrase that comes again and again a machine in a loop. What the "
        "source repeats may be repeated. Single words are judged only in languages that do not double them on "
        "purpose, "
        "and words that can meet themselves in a correct sentence give a hint at most."
    ),
    examples=(
        Example(
            source="Hvor hver tekst kommer fra",
            target="Kvar kvar tekst kjem frå",
            right=True,
            source_language="nb",
            locale="nn",
            role="notice",
            domain="chrome",
        ),
        Example(source="The quotas will be cut.", target="Kvotene blir kuttet.", right=True),
        Example(source="“Never, never again,” she said.", target="«Aldri, aldri mer», sa hun.", right=True),
        Example(source="The quotas will be cut.", target="Kvotene blir blir kuttet.", right=False),
        Example(source="The quotas will be cut.", target="Kvotene kuttes i år i år i år.", right=False),
        Example(source="This goes slowly.", target="Yavaş yavaş ilerliyor.", right=True, locale="tr"),
        Example(source="The vote was close.", target="Le vote a été été serré.", right=False, locale="fr"),
    ),
)
