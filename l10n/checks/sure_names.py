"""What is surely a name: people with a title or who speak, companies with a legal form, and names in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Subject
from l10n.checks.own_words import has_own_word, is_translated, may_be_demonym
from l10n.checks.prose import word_set

_CAP = r"[A-ZÀ-ÖØ-ÞŠŽŁĆČ][\w’'-]{0,20}[a-zà-öø-ÿ][\w’'-]{0,20}"
TITLES = (
    "Minister|President|Chancellor|Premier|Professor|Mr|Mrs|Ms|Dr|Senator|Sen|Governor|Gov|Mayor|Secretary|General|"
    "Secretary-General|Colonel|Captain|Judge|Justice|Chairman|Chairwoman|CEO|Director|Chief|Commissioner|Ambassador|"
    "Congressman|Congresswoman|Rep|spokesman|spokeswoman|spokesperson|analyst|economist|coach|author|researcher|"
    "scientist|director|chief|leader|founder|lawyer|writer|singer|actor|actress|striker|midfielder|goalkeeper"
)
_PERSON = (
    re.compile(rf"\b(?:{TITLES})\.?\s+((?:{_CAP}\s){{1,3}}{_CAP})"),
    re.compile(
        rf"\b((?:{_CAP}\s){{1,3}}{_CAP}),\s(?:an?\s|the\s)?(?:\w+\s)?(?:professor|minister|director|chief|head|CEO|"
        r"analyst|researcher|spokes\w+|leader|president|chair\w*|founder|coach|author|economist|scientist|lecturer|adviser)\b"
    ),
)
_OFFICE = re.compile(
    rf"\b(?:[Mm]inister|president|chancellor|premier|mayor|governor|leader|chief|king|queen|coach|captain|director|author),"
    rf"\s((?:{_CAP}\s){{1,2}}{_CAP}),"
)
"""The Polish prime minister, Donald Tusk, …"""
_SPEAKER = re.compile(
    rf"\b(?:according to|led by|written by|directed by|founded by|said|says|told) ((?:{_CAP}\s){{1,2}}{_CAP})|"
    rf"(?<![.!?”] )(?<!^)\b((?:{_CAP}\s){{1,2}}{_CAP})(?:,\s\d\d\b|,?\swho\b|\s(?:said|says|told|added|wrote)\b)"
)
_SPOKE = re.compile(rf"[”\"’»] ({_CAP}) (?:said|says|told|added|wrote|replied|asked)\b")
"""Someone who speaks, leads or is of an age; and someone who is known by the family name."""
_SPEECH = ("said", "who", "by ", "told", "says", "added", "wrote", "according to", "replied", "asked")
_AGE = re.compile(r",\s\d\d")
"""One of them stands in all that the two patterns find."""
_COMPANY = re.compile(rf"\b({_CAP}|[A-Z]{{3,}})(?:\s{_CAP}){{0,2}},?\s(?:Corp|Inc|Ltd|plc|PLC|GmbH|ASA|AG|LLC)\b")
_LEGAL_FORM = re.compile(r"Corp|Inc|Ltd|plc|PLC|GmbH|ASA|AG|LLC")
_RUN = rf"(?:{_CAP}(?:\s{_CAP}){{0,3}}|[A-Z]{{2,6}}\b)"
_LISTED = re.compile(rf"(?<!\w)(?:The\s)?({_RUN}),?\s(?:and|og|och|und)\s({_RUN})(?!\w)")
_AND = re.compile(r"\s(?:and|og|och|und)\s")
_AND_NAME = re.compile(r"\s(?:and|og|och|und)\s[A-ZÀ-ÖØ-ÞŠŽŁĆČ]")
_JOINED = re.compile(r"\b(?:og|samt|både|verken|eller|begge|och|und|and)\b|[,&/+]|\w-\w")
# words of titles and institutions, which each language has its own for
_INTRODUCING = frozenset(TITLES.lower().split("|")) | word_set(
    "corp inc ltd plc gmbh asa ag llc head chair lecturer adviser spokespeople mr. dr. sen. gov."
)
"""Words beside which a name is sure to be one."""
_LONG = 6
_POSSESSED = re.compile(r"(?<=['’]s)\s.*")  # "Espen Barth Eide's Russian": the name ends with its genitive


def may_be_sure(subject: Subject) -> bool:
    """Could there be a name that `sure_names` or `listed_names` finds? Answered without looking at each."""
    if not _INTRODUCING.isdisjoint(subject.source_vocabulary) or _speaks(subject.source_prose):
        return True
    if "and" not in subject.source_vocabulary or not _AND_NAME.search(subject.source_prose):
        return False
    return _LISTED.search(subject.source_prose) is not None


def _speaks(text: str) -> bool:
    if not any(map(text.__contains__, _SPEECH)) and not _AGE.search(text):
        return False
    return _SPEAKER.search(text) is not None or _SPOKE.search(text) is not None


def sure_names(text: str) -> Iterator[str]:
    """Family names of people who have a title, speak or lead, and companies by their legal form."""
    introduced, explained = _PERSON
    for pattern in (introduced, explained, _OFFICE) if "," in text else (introduced,):
        for match in pattern.finditer(text):
            words = [bare(word) for word in _POSSESSED.sub("", match[1]).split()]
            if not any(is_translated(word) for word in words):
                yield words[-1]
    speaks = _speaks(text)
    for match in _SPEAKER.finditer(text) if speaks else ():
        words = [bare(word) for word in _POSSESSED.sub("", match[1] or match[2]).split()]
        if not any(is_translated(word) or may_be_demonym(word) for word in words):
            yield words[-1]
    for match in _SPOKE.finditer(text) if speaks else ():
        if not is_translated(match[1]) and not may_be_demonym(match[1]):
            yield match[1]
    for match in _COMPANY.finditer(text) if _LEGAL_FORM.search(text) else ():
        if not is_translated(match[1]) and not may_be_demonym(match[1]):
            yield match[1]


def listed_names(subject: Subject) -> Iterator[str]:
    """Names that are gone from a list of two of which the other is still there: “Ada Berg and Jo Lind”."""
    text, target = subject.source_prose, subject.target_prose
    for match in _LISTED.finditer(text) if _AND.search(text) else ():
        there, gone = (" ".join(map(bare, name.split())) for name in match.groups())
        if there not in target:
            there, gone = gone, there
        place = target.find(there)
        if place < 0 or any(bare(word)[:4] in target for word in gone.split()):
            continue
        is_person = len(gone.split()) == 2 and len(there.split()) == 2
        own = [has_own_word(word, subject.locale) or may_be_demonym(word) for word in gone.split()]
        if all(own) or (any(own) and is_person):
            continue
        # an institution may be called otherwise, but then there are still two
        if is_person or not _JOINED.search(target, max(0, place - 40), place + len(there) + 40):
            yield gone.rsplit(" ", 1)[-1] if is_person else gone


def stands_as_name(name: str, text: str) -> bool:
    """Does a long name stand where a capital says that it is one: behind a title or a word of the sentence?"""
    before = rf"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Sgt)\.|[a-z],?) {re.escape(name)}"
    return len(name) >= _LONG and name[1:].islower() and re.search(before, text) is not None


def bare(word: str) -> str:
    """Without an English genitive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")
