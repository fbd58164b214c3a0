"""Capitals are the locale's: headlines like sentences, titles, months, days and languages small.

Flood Warning Issued for the East   → Flomvarsel for Østlandet             right
Flood Warning Issued for the East   → Flomvarsel Utstedt For Østlandet     wrong in Norwegian
said Prime Minister Lars Heimdal    → sa statsminister Lars Heimdal        right
on Monday, November 30              → Mandag 30. November                  wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from l10n.checks.clues import Look, Pair
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.dictionary import dictionary
from l10n.model.finding import Category, Edit, Severity
from l10n.model.locale import babel_locale

_SMALL = frozenset({"nb", "nn", "da", "sv", "fi", "fr", "es", "it", "pt", "pl", "cs", "ca", "is"})
"""Languages that write headlines, titles, days and months small."""
_TITLES = {
    "nb": r"[A-ZÆØÅÄÖ]\w*minister|Minister|Statsråd|President|Visepresident|Professor|Direktør|Generaldirektør|"
    r"Generalsekretær|Ordfører|"
    r"Forbundskansler|Kansler|Senator|Guvernør|Biskop|Advokat|Dommer|Utenriksminister|Talsmann|Talsperson|Partileder",
    "da": r"[A-ZÆØÅÄÖ]\w*minister|Minister|Præsident|Vicepræsident|Professor|Direktør|Generalsekretær|Borgmester|"
    r"Forbundskansler|Kansler|"
    r"Senator|Guvernør|Biskop|Advokat|Dommer|Talsmand|Talsperson",
    "sv": r"[A-ZÆØÅÄÖ]\w*minister|Minister|President|Vicepresident|Professor|Direktör|Generalsekreterare|"
    r"Borgmästare|Förbundskansler|Kansler|"
    r"Senator|Guvernör|Biskop|Advokat|Domare|Talesman|Talesperson",
}
_TITLES["nn"] = _TITLES["nb"]
_AMBIGUOUS = frozenset(
    {"mars", "marts", "mai", "maj", "april", "august", "augusti", "juni", "juli", "domingo", "søndag", "søndagen"}
)
"""Also planets, people, or the name of a paper."""
_INNER = re.compile(r" (?:(?<=[a-zæøåäöüéèçñ,;0-9] )|(?<=\d\. ))[A-ZÆØÅÄÖÉ]")
"""A capital after a small letter, a digit or a comma, and a blank: inside a sentence."""
_RUN = re.compile(r"[A-ZÆØÅÄÖÉ](?<![\w.].)[\w-]*(?: [A-ZÆØÅÄÖÉ][\w-]*){2,}")
_WORD = re.compile(r"[\w-]+")
_FIRST = re.compile(r"^\W*|[:.!?–—«»“”\"(]\s*$")
_HEADLINES = frozenset({"title", "heading", "card headline"})
_STRANGE, _LONG = 2, 4
"""So many everyday words with capitals, more than there are words of more letters without."""
_PHRASE = 3
"""So many words in a row with capitals that the source does not have as they stand."""


def find(subject: Subject) -> Iterable[Fault]:
    """Headlines in title case, and capitals on words that the language writes small."""
    source, target = subject.languages
    if source == target or target not in _SMALL or subject.source == subject.target:
        return
    text = subject.target_prose
    small = _small_words(target)
    for capital in _INNER.finditer(text):
        match = small.match(text, capital.end() - 1)
        if match is None:
            continue
        if match[0].casefold() in _AMBIGUOUS and match.lastgroup != "dated":
            continue
        start, end = match.span(match.lastgroup or 0)
        if match.lastgroup == "language" and not _ALONE.match(text, end):
            continue
        fix = (Edit(start, start + 1, text[start].lower()),)
        text_of = f"“{text[start:end]}” has a capital inside a sentence."
        yield Fault(
            Severity.WARNING, text_of, f"Write {text[start].lower()}{text[start + 1 : end]}.", (start, end), fix=fix
        )
        return
    faults = list(_title_case(subject))
    yield from faults or _headline(subject)


def _headline(subject: Subject) -> Iterator[Fault]:
    """Everyday words of the language with capitals inside a headline: “To Døde Etter Snøskred i Tirol”."""
    known = dictionary(subject.locale) if subject.role in _HEADLINES else None
    inner = list(_INNER.finditer(subject.target_prose)) if known else []
    if known is None or len(inner) < _STRANGE:
        return
    words = [match for capital in inner if (match := _WORD.match(subject.target_prose, capital.end() - 1))]
    said = subject.source_vocabulary
    strange = [one for one in words if known.has(one[0].lower()) and one[0].lower() not in said and len(one[0]) > 2]
    others = sum(len(word) > _LONG for word in subject.target_prose.split()[1:] if word.islower())
    if len(strange) >= _STRANGE and len(strange) > others:
        text = f"“{strange[0][0]}” and “{strange[1][0]}” have capitals inside a headline."
        yield Fault(Severity.WARNING, text, "Write it like a sentence.", (strange[0].start(), strange[-1].end()))


def _title_case(subject: Subject) -> Iterator[Fault]:
    if " " not in subject.target_prose or subject.target_prose.isupper():
        return
    for match in _RUN.finditer(subject.target_prose):
        words = match[0].split(" ")
        if len(words) * 10 < len(subject.target_words) * 7:
            continue  # a name within a sentence
        # the first word of a sentence has its capital by right, a word of the source as a name
        words = words[1:] if _FIRST.search(subject.target_prose[: match.start()]) else words
        names = set(_WORD.findall(subject.source_prose))
        kept = [word for word in words if word in names or word.removesuffix("s") in names or word.isupper()]
        strange = [word for word in words if word not in kept]
        if len(strange) >= _PHRASE and len(strange) * 5 >= (len(words) - len(kept)) * 4:
            text = f"“{match[0]}” has a capital on every word."
            yield Fault(Severity.WARNING, text, "Write it like a sentence.", match.span())
            return


def _begins_small(pair: Pair) -> Look:
    """Does a token begin as one of the words does, whatever stands around it?"""
    months, days, names = _small_names(pair.target) if pair.target in _SMALL else (set(), set(), set())
    firsts = [_capital(name.split()[0]) for name in (*months, *days, *names)]
    return re.compile("|".join(filter(None, (*firsts, _TITLES.get(pair.target, "")))) or "(?!)").match


def _small_names(language: str) -> tuple[set[str], set[str], set[str]]:
    """The language's months, days of the week, and languages, as far as it writes them small."""
    known = babel_locale(language)
    return (
        {name for name in known.months["format"]["wide"].values() if name.islower()},
        {name for name in known.days["format"]["wide"].values() if name.islower()},
        {name for code in _LANGUAGES if (name := known.languages.get(code, "")).islower()},
    )


@lru_cache
def _small_words(language: str) -> re.Pattern[str]:
    months, days, names = _small_names(language)
    dated = "|".join(_capital(name) for name in months)
    parts = [
        rf"(?:(?<=\d )|(?<=\d\. ))(?P<dated>{dated})\b" if months else "",
        rf"(?<!\. )(?P<day>{'|'.join(map(_capital, days))})\b" if days else "",
        rf"(?<!\. )(?P<month>{dated})\b(?= \d)" if months else "",
        rf"(?<!\. )(?P<language>{'|'.join(map(_capital, names))})\b",
        rf"(?<!\. )(?P<title>{_TITLES[language]})(?=\s[A-ZÆØÅÄÖÉ])" if language in _TITLES else "",
    ]
    return re.compile("|".join(filter(None, parts)))


_LANGUAGES = (
    "en",
    "fr",
    "de",
    "es",
    "it",
    "ru",
    "zh",
    "ja",
    "ar",
    "nb",
    "no",
    "sv",
    "da",
    "fi",
    "pl",
    "nl",
    "pt",
    "uk",
    "tr",
)


def _capital(name: str) -> str:
    return re.escape(name[0].upper() + name[1:])


_ALONE = re.compile(r"\s*(?:$|[.,;:!?)]|(?:og|och|eller|et|ou|y|e|o|ja|i) )")
"""“into English and French”: another word behind it may make it a name, “Norsk Hydro”, “Norsk institutt for …”."""


check = Check(
    "capitals",
    "Capitals stand where the locale has them.",
    find,
    clues=Clues(
        target=_begins_small, text=lambda subject: subject.role in _HEADLINES or _RUN.search(subject.target_prose)
    ),
    category=Category.SPELLING,
    about=(
        "Scandinavian and Romance languages write headlines like sentences, and titles, days, months and languages "
        "small. "
        "A word that the source has as it stands is a name and keeps its capital; a word that begins a sentence does."
    ),
    examples=(
        Example(
            source="Flood Warning Issued for the East", target="Flomvarsel for Østlandet", right=True, role="title"
        ),
        Example(
            source="Flood Warning Issued for the East",
            target="Flomvarsel Utstedt For Østlandet",
            right=False,
            role="title",
        ),
        Example(source="Tokyo Economic Security Forum opens", target="Tokyo Economic Security Forum åpner", right=True),
        Example(
            source="They met Prime Minister Lars Heimdal.", target="De møtte Statsminister Lars Heimdal.", right=False
        ),
        Example(source="It closes on Monday, November 30.", target="Det stenger mandag 30. november.", right=True),
        Example(source="It closes on Monday, November 30.", target="Det stenger Mandag 30. november.", right=False),
        Example(source="Translated into English.", target="Översatt till Engelska.", right=False, locale="sv"),
        Example(source="It closes on Monday.", target="Es schließt am Montag.", right=True, locale="de"),
        Example(source="It closes on Monday.", target="Il ferme le Lundi.", right=False, locale="fr"),
    ),
)
