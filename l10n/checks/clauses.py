"""A part of a sentence that was not translated: of “…, who grew up in a small village, …” nothing is left.

It takes two kinds of evidence: the translation is shorter by about as much, and none of the words of the part whose
translation is known is there, while those of the rest are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.checks.prose import word_set
from l10n.checks.told_words import Word, fates, lost_and_told

_MARKS = frozenset(",;:–—()“”")
_OPENERS = word_set(
    """
    about adding after against although amid and as at because before between but by despite due during except following
    for from if in including into near of on or over saying shortly since so such than that though through to under
    unless until when where which while who whose with without
    """
)
"""A part of a sentence may begin with one of them."""
_REASONS = ("because", "although", "though", "despite", "unless")
_REASON = re.compile(
    r"\b(?:fordi|siden|grunn|følge|ettersom|etter|av|takket|da|skyld|derfor|dermed|ved|med|for|selv|skjønt|enda|ennå|"
    r"trass|tross|likevel|men|uten|hvis|når|mens|og|så|skyldes)\b",
    re.IGNORECASE,
)
"""Norwegian words that give a reason, or say that something is so in spite of it."""
_GOAL = re.compile(r"\b(?:til|på|ved|for å)\b")
_SHORTER = 0.92
"""A translation longer than this has lost nothing that could be told."""
_WORD = r"[^\W\d_][\w’'-]+"
_ITEM = rf"(?:{_WORD}|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{1,2}})"
_THEIR_LIST = re.compile(rf"(?<!other ){_ITEM}(?:, {_ITEM})+,? (?:and|or) (?!the |an? |its |their |his |her ){_ITEM}")
_THINGS = rf"{_WORD}(?: {_WORD}){{0,2}}"
_THEIR_LONG_LIST = re.compile(rf"{_WORD}(?:, {_THINGS}){{2,}},? (?:and|or) \w+")
_OUR_LONG_LIST = re.compile(rf"{_WORD}(?:, {_THINGS})+ (?:og|eller|samt) \w+")
"""Of four things and more: smoked paprika may be one of them."""
_OUR_LIST = re.compile(rf"{_ITEM}(?:, {_ITEM})* (?:og|eller|samt) {_ITEM}")
_BETWEEN = re.compile(r",? (?:and|or|og|eller|samt) |, ")
_LISTED = 0.96
_LONGEST_ITEM = 4
_ALTERNATIVE = re.compile(r"\w or (?!so\b|more\b|less\b|not\b|even\b|other|another|another\b|\w+er\b)[a-z]{3,} \w+ ?")
_JOINT_HERE = re.compile(r"\b(?:eller|og|samt|enten|/)\b|[/,;&–]")
_BRIEF, _MUCH_SHORTER = 90, 0.72
_MOST = 40
"""A sentence with more places to cut is a table or worse."""
_ACRONYM = re.compile(r"\s*\([A-ZÆØÅ]{2,}\)")


class Gap(NamedTuple):
    """A stretch of a sentence of which the translation tells nothing."""

    text: str
    lost: int
    """Known words in it, none of which is told."""
    share: float
    """How much of the sentence it is."""
    is_first: bool
    is_item: bool
    """One of a list: `, tablets` before `and`, or `and password` behind another."""
    before_acronym: bool
    """A long name with its acronym behind it in brackets, of which a translation may use either."""


def lost_part(sentence: str, translation: str, language: str) -> str:
    """The longest part of an English sentence that its translation is sure to lack; empty where nothing is."""
    ratio = len(translation) / max(1, len(sentence))
    if ratio > _SHORTER:
        return ""
    words = fates(sentence, translation, language)
    lost, told = lost_and_told(words)
    for gap in sorted(_gaps(sentence, words), key=lambda gap: -gap.share):
        if lost - gap.lost <= 1 and _is_sure(gap, told, ratio, sentence, translation):
            return gap.text
    return ""


def lost_sentence(sentences: Sequence[str], translation: str, language: str) -> str:
    """A sentence of a text of which its shorter translation tells no word that is known; empty where there is none."""
    ratio = len(translation) / sum(map(len, sentences))
    counts = [lost_and_told(fates(sentence, translation, language)) for sentence in sentences]
    all_told = sum(told for _, told in counts)
    for sentence, (lost, told) in zip(sentences, counts, strict=True):
        share = len(sentence) / sum(map(len, sentences))
        if lost and not told and all_told > 1 and ratio <= 1 - (0.5 if lost > 1 else 0.8) * share:
            return sentence
    return ""


def lost_alternative(sentence: str, translation: str) -> str:
    """“or create a free account”: what one may do as well, in a brief text whose translation offers one thing."""
    if len(sentence) > _BRIEF or len(translation) > _MUCH_SHORTER * len(sentence) or _JOINT_HERE.search(translation):
        return ""
    found = None if "?" in sentence or "give or take" in sentence.lower() else _ALTERNATIVE.search(sentence)
    return found[0][2:].strip() if found else ""


def lost_item(sentence: str, translation: str) -> str:
    """A list of three or more that has one item less in the translation, which is shorter; empty where none has."""
    if len(translation) > _LISTED * len(sentence):
        return ""
    theirs, ours = _THEIR_LIST.findall(sentence), _OUR_LIST.findall(translation)
    if not theirs or not ours:
        theirs, ours = _THEIR_LONG_LIST.findall(sentence), _OUR_LONG_LIST.findall(translation)
    if len(theirs) != 1 or len(ours) != 1:
        return ""
    many, few = (len(_BETWEEN.split(found[0])) for found in (theirs, ours))
    return theirs[0] if many - few == 1 and translation.count(",") == few - 2 else ""


def _gaps(sentence: str, words: list[Word]) -> Iterator[Gap]:
    """All stretches between two places where a part of a sentence may begin or end, with nothing told in them."""
    starts = {0, len(words)} | {at for at, word in enumerate(words) if word.text in _MARKS or word.text in _OPENERS}
    cuts = sorted(starts) if len(starts) <= _MOST else []
    for at, first in enumerate(cuts):
        for last in cuts[at + 1 :]:
            lost, told = lost_and_told(words[first:last])
            if told:
                break
            if lost:
                start, end = words[first].start, words[last - 1].end
                behind = words[last].text if last < len(words) else ""
                yield Gap(
                    sentence[start:end],
                    lost,
                    share=(end - start) / len(sentence),
                    is_first=first == 0,
                    is_item=_is_item(words[first:last], words[first - 1].text if first else "", behind),
                    before_acronym=_ACRONYM.match(sentence, end) is not None,
                )


def _is_sure(gap: Gap, told: int, ratio: float, sentence: str, translation: str) -> bool:
    """Is so much of the rest told, and the translation shorter by so much, that the part must be missing?"""
    if gap.before_acronym or _may_be_a_goal(gap, sentence, translation):
        return False
    if gap.lost > 1:
        if _is_reason(gap, translation):
            return told > 1
        return (told > 2 and ratio <= 1 - gap.share / 2) or (told > 1 and ratio <= 1 - 0.7 * gap.share)
    if told > 1 and _is_reason(gap, translation):
        return ratio <= 1 - 0.7 * gap.share
    if gap.is_first or told < 3:  # what a sentence begins with, a pronoun may stand for
        return False
    if gap.share >= 0.25:
        return ratio <= 1 - 0.8 * gap.share
    return gap.is_item and ratio <= 1 - 0.4 * gap.share and _joints(translation) < _joints(sentence)


def _is_reason(gap: Gap, translation: str) -> bool:
    """Does it give a reason, where nothing in the translation does?"""
    return gap.text.lower().startswith(_REASONS) and _REASON.search(translation) is None


def _may_be_a_goal(gap: Gap, sentence: str, translation: str) -> bool:
    """“expected to attend the party congress”, ventes til landsmøtet: what one does there goes without saying."""
    if not gap.text.startswith("to ") or _GOAL.search(translation) is None:
        return False
    return re.search(r"\bto\b", sentence.replace(gap.text, " ")) is None


def _is_item(part: Sequence[Word], before: str, behind: str) -> bool:
    """`, tablets` with `and` behind it, or `and password` with no more of its kind."""
    if len(part) > _LONGEST_ITEM or before in ("and", "or", ",") or part[-1].text == before:
        return False
    return behind in (",", "and", "or") if part[0].text == "," else part[0].text in ("and", "or") and behind != ","


def _joints(text: str) -> int:
    return len(_BETWEEN.findall(text))
