"""The names in a source article, found once over all its messages: what drafts must keep, and a glossary may want."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.checks.own_words import has_own_word, may_be_demonym
from l10n.checks.prose import prose, word_set
from l10n.checks.sure_names import TITLES
from l10n.model.glossary import Term
from l10n.model.message import Message
from l10n.segmentation.meaning import NAME, facts

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]s?$")
_DETERMINER = re.compile(
    r"(?:\b(?:an?|the|this|that|these|those|its|his|her|their|our|my|your|every|each|no|some|any)|['’]s?) $", re.I
)
"""Stands before institutions and things, hardly before a person or a town: `the Cabinet`, `its Green Deal`."""
_TITLE = re.compile(rf"(?:{TITLES})")
_LEGAL_FORMS = frozenset({"Corp", "Inc", "Ltd", "Plc", "PLC", "GmbH", "LLC", "ASA", "AG"})
_ROMAN = re.compile(r"[IVXLCDM]+")
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_TRANSLATED_ACRONYMS = word_set(
    """
    USA UAE USSR GDP GNP CEO CFO COO CTO NGO VAT DNA RNA HIV AIDS UFO GPS FAQ PDF EST EDT PST PDT BST CET CEST GMT UTC
    USD EUR GBP JPY NOK SEK DKK CNY AND THE NOT ALL FOR NEW NOW YES
    """
)
"""Units, emphasis, and what languages abbreviate from words of their own."""
_ORGANIZATIONS = word_set("NATO WHO WTO IMF OECD IAEA UNHCR UNICEF UNESCO OPEC OSCE EEA EFTA ECB ICC ILO FAO")
_GERMANIC = frozenset({"en", "nb", "nn", "no", "da", "sv", "de", "nl", "is"})
"""Languages that take over the acronyms of international organizations; French has its OTAN and OMC."""
_ABBREVIATED_DATES = word_set("Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat")
_SMALL_WORDS = word_set(
    "a an and as at but by for from if in into is its nor of off on or over per the to up via vs with"
)
"""What stands in lower case in A Headline in Title Case, where a capital says nothing."""
_SHOUTED = 2
"""Words in capitals throughout, side by side: more are no acronyms."""
_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
_DOUBLE = re.compile(r"[A-ZÆØÅ][a-zæøå]+-[A-ZÆØÅ][a-zæøå]+")
"""`Sør-Trøndelag`: the second capital is not of a sentence's start. English has its Vice-President and Post-War."""
_NO_TITLE_CASE = frozenset({"nb", "nn", "no", "da", "sv"})

Name = tuple[str, ...]


def article_names(
    messages: Iterable[Message], terms: Iterable[Term], *, source_language: str, locale: str
) -> list[tuple[str, int]]:
    """(name, in how many messages), the most frequent first, without those that the glossary has.

    People, companies, foreign towns and acronyms, whole: `Sanae Takaichi`. A message has the name where the last word
    of it stands alone, too. What each language has its own name for (countries, institutions, titles) is left out, as
    is whatever has its capital from the start of a sentence or stands in lower case elsewhere: better a name missed
    than a word kept.
    """
    if source_language.partition("-")[0] in _NOUNS_HAVE_CAPITALS:
        return []
    texts = [prose(message.msgid) for message in messages]
    common = {word for text in texts for word in _TOKEN.findall(text) if word.islower()}
    found = {name for text in texts if not _is_headline(text) for name in _names(text, common, source_language, locale)}
    known = {term.source.casefold() for term in terms}
    words = [set(map(_bare, _TOKEN.findall(text))) for text in texts]
    counted = {
        " ".join(name): sum(not its_words.isdisjoint(name[-1:]) for its_words in words)
        for name in found
        if not _is_part_of_another(name, found) and " ".join(name).casefold() not in known
    }
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _names(text: str, common: set[str], language: str, locale: str) -> Iterator[Name]:
    capitalised = {fact for kind, fact in facts(text) if kind == NAME}
    if language.partition("-")[0] in _NO_TITLE_CASE:
        capitalised |= set(_DOUBLE.findall(text))
    for run in _runs(text):
        if sum(match[0].isupper() for match in run) > _SHOUTED:
            continue
        is_thing = _DETERMINER.search(text, max(0, run[0].start() - 8), run[0].start()) is not None
        part: list[str] = []
        before = ""
        for match in (*run, None):
            word = _bare(match[0]) if match else ""
            if word in capitalised and _may_be_name(word, common, locale):
                part.append(word)
                continue
            if part and _is_name(part, is_thing=is_thing and not _TITLE.fullmatch(before)):
                yield tuple(part)
            part, before = [], word


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Words with capitals side by side, a blank between them; a genitive ends its run."""
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        is_joined = run and text[run[-1].end() : match.start()] in (" ", "\u00a0") and not _GENITIVE.search(run[-1][0])
        if run and not (is_joined and match[0][0].isupper()):
            yield run
            run = []
        if match[0][0].isupper():
            run.append(match)
    if run:
        yield run


def _may_be_name(word: str, common: set[str], locale: str) -> bool:
    """Could the word be a part of a name: no other word of the article, no word that the locale has its own for?"""
    if word.isupper() and len(word) > 1:
        is_kept = word not in _ORGANIZATIONS or locale.partition("-")[0] in _GERMANIC
        is_word = word in _TRANSLATED_ACRONYMS or _ROMAN.fullmatch(word) or word.casefold() in common
        return bool(is_kept and not is_word and _ACRONYM.fullmatch(word))
    if word in _ABBREVIATED_DATES:
        return False
    parts = word.split("-")
    is_compound = len(parts) > 1 and any(part.isupper() for part in parts)  # WTO-centered
    is_word = any(part.casefold() in common or has_own_word(part, locale) for part in {word, *parts})
    return len(word) > 1 and not is_compound and not is_word


def _is_name(words: list[str], *, is_thing: bool) -> bool:
    if words[-1] in _LEGAL_FORMS:
        words.pop()
        is_thing = False
    if all(word.isupper() for word in words):
        return bool(words)
    is_long = len(words) > 1 or len(words[0]) > 2
    return is_long and not is_thing and not all(map(may_be_demonym, words))


def _is_part_of_another(name: Name, names: set[Name]) -> bool:
    """`Takaichi` of `Sanae Takaichi`; and `Trump-Xi`, where both are names."""
    joined = f" {' '.join(name)} "
    if any(len(other) > len(name) and joined in f" {' '.join(other)} " for other in names):
        return True
    parts = name[0].split("-")
    return len(name) == 1 and len(parts) > 1 and any(part in other for other in names for part in parts)


def _is_headline(text: str) -> bool:
    """Is it in title case?"""
    words = _TOKEN.findall(text)
    return len(words) > 2 and all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def _bare(word: str) -> str:
    return _GENITIVE.sub("", word)
