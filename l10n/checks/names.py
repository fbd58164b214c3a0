"""Names of people and companies stand in the translation, spelled as in the source.

    Prime Minister Sanae Takaichi’s plan → statsminister Sanae Takaichis plan     right: a genitive
    Prime Minister Sanae Takaichi’s plan → statsminister Sanae Takaichi’s plan    wrong in Norwegian
    Prime Minister Sanae Takaichi        → statsminister Sanae Takaichii          wrong: misspelt
    Russia, the Liberal Democratic Party → Russland, Det liberaldemokratiske partiet     right: these are translated

Only what is surely a name is judged; countries, institutions and titles have names of their own in each language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from l10n.checks.changed_names import changed_names, is_of_a_duchy
from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.families import replaced
from l10n.checks.genitives import english_genitives, hissing_genitives
from l10n.checks.kept_together import lost_from_list, mixed_people
from l10n.checks.lacking_names import SHORTEST, may_lack_a_name, surely_named
from l10n.checks.name_counts import (
    LIKELY_NAMES,
    NATIONS,
    PERHAPS_NAMES,
    PLACES,
    SMALL_NAMES,
    in_source,
    in_target,
    may_name_two,
)
from l10n.checks.nations import swapped_nations
from l10n.checks.near_misses import NAME, near_miss
from l10n.checks.own_words import has_own_word, is_translated, may_be_demonym
from l10n.checks.people import changed_people
from l10n.checks.place_names import is_place
from l10n.checks.place_swaps import swapped_places
from l10n.checks.prose import word_set
from l10n.checks.respelled_names import (
    are_respelled,
    have_same_consonants,
    is_described,
    is_heard_alike,
    may_be_respelled,
)
from l10n.checks.roman_numerals import is_roman
from l10n.checks.small_names import small_names
from l10n.checks.spelling import fold, is_form_of
from l10n.checks.strange_names import strange_names
from l10n.checks.sure_names import bare
from l10n.model.finding import Category, Severity

_RENAMING = word_set("saint st king queen pope tsar emperor empress prince princess apostle archangel")
"""Saints and rulers have a name in each language: Saint Nicholas, sankt Nikolas."""
_ANCIENTS = word_set("aristotle christopher columbus homer horace livy ovid plato plutarch ptolemy socrates virgil")
_PARTICLES = word_set("van von de da di del der den du al bin ibn la le")
_PHONETIC = frozenset({"lv", "lt", "az", "sr", "bs", "mk", "sq", "tk", "uz"})
"""Languages that spell foreign names by their sound."""


def find(subject: Subject) -> Iterable[Fault]:
    """Names that are misspelt, dropped, or given an English genitive."""
    if subject.languages[0] == subject.languages[1]:
        return
    if "'" in subject.target or "’" in subject.target:
        yield from english_genitives(subject)
    if "'" in subject.source or "’" in subject.source:
        yield from hissing_genitives(subject)
    theirs, ours = in_source(subject), in_target(subject)
    if theirs & NATIONS:
        yield from swapped_nations(subject)
    changed = list(changed_names(subject)) if ours & PERHAPS_NAMES else []
    yield from changed
    if ours & SMALL_NAMES:
        yield from small_names(subject)
    if may_name_two(theirs):
        yield from mixed_people(subject)
    if not changed and ours & PERHAPS_NAMES:
        yield from changed_people(subject)
    if "and" in subject.source_vocabulary:
        yield from lost_from_list(subject)
    if theirs & PLACES:
        yield from swapped_places(subject)
    if (
        not theirs & LIKELY_NAMES
        or not may_lack_a_name(subject)
        or not spells_names(subject.target_prose, subject.locale)
    ):
        return
    capitalized = [token for token in NAME.finditer(subject.target_prose) if token[0][0].isupper()]
    written = {fold(token[0]) for token in capitalized}
    language = subject.languages[1]
    misspelt: set[str] = set()
    gone: list[str] = []
    for name, beside in likely_names(subject):
        if fold(name) in written or any(is_form_of(word, fold(name), language) for word in written):
            continue
        gone.append(name)
        if near := near_miss(name, beside, capitalized, subject):
            misspelt.add(name)
            gone.remove(name)
            text = f"“{near[0]}” is spelled “{name}” in the source."
            is_by_ear = are_respelled(name, beside, subject) or is_heard_alike(near[0], name, beside)
            severity = Severity.HINT if is_by_ear else Severity.ERROR
            yield Fault(severity, text, f"Write {name}.", near.span())
        elif other := replaced(name, beside, subject):
            misspelt.add(name)
            gone.remove(name)
            text = f"“{beside[0]} {name}” of the source has become “{beside[0]} {other[1]}”."
            is_by_ear = may_be_respelled(name, subject) or have_same_consonants(other[1], name)
            yield Fault(Severity.HINT if is_by_ear else Severity.WARNING, text, f"Write {name}.", other.span(1))
    if not changed:
        yield from strange_names(subject, [name for name in gone if not is_of_a_duchy(name, subject.source_prose)])
    everything = fold(subject.target_prose)
    for name in surely_named(subject):
        is_there = fold(name) in everything or any(is_form_of(word, fold(name), language) for word in written)
        if name not in misspelt and not is_there and not is_place(name, subject.locale):
            is_unsure = may_be_respelled(name, subject) or is_described(name, subject)
            severity = Severity.HINT if is_unsure else Severity.WARNING
            yield Fault(severity, f"The name {name} is missing.", f"Name {name}, as the source does.")


def likely_names(subject: Subject) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words of the source that are likely part of a name, each with its capitalised neighbours."""
    text = subject.source_prose
    tokens = list(NAME.finditer(text))
    seen = {token[0].title() for token in tokens if token[0].islower()}  # a word that also has no capital is no name
    for at, token in enumerate(tokens):
        if not token[0][0].isupper():
            continue
        word = bare(token[0])
        is_plural_acronym = word.endswith("s") and word[:-1].isupper()
        is_translated_person = (at > 0 and tokens[at - 1][0].casefold() in _RENAMING) or word.casefold() in _ANCIENTS
        is_translated_person |= at + 1 < len(tokens) and is_roman(bare(tokens[at + 1][0]))  # Louis XIV
        if len(word) < SHORTEST or word in seen or is_plural_acronym or is_translated_person:
            continue
        before = at - 2 if at > 1 and tokens[at - 1][0] in _PARTICLES else at - 1
        beside = tuple(
            bare(other[0])
            for other in (*tokens[max(0, before) : max(0, before + 1)], *tokens[at + 1 : at + 2])
            if other[0][0].isupper()
            and other[0] not in ("A", "An", "The")
            and text[min(token.end(), other.end()) : max(token.start(), other.start())].replace(tokens[at - 1][0], "")
            in (" ", "  ")
        )
        # "Goldman" ends as "German" does: a name beside it decides
        is_demonym = may_be_demonym(word) and all(is_translated(other) or may_be_demonym(other) for other in beside)
        if not has_own_word(word, subject.locale) and not is_demonym:
            seen.add(word)
            yield word, beside


def spells_names(text: str, locale: str) -> bool:
    """Does the text write foreign names as English does, rather than by their sound or in other letters?"""
    return _is_latin(text) and locale.partition("-")[0] not in _PHONETIC


def _is_latin(text: str) -> bool:
    letters = [char for char in text[:400] if char.isalpha()]
    if not letters or max(letters) < "\u0250":
        return bool(letters)
    return sum(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in letters) > len(letters) / 2


check = Check(
    "names",
    "Names of people and companies stand in the translation, spelled as in the source.",
    find,
    category=Category.MISTRANSLATION,
    about=(
        "People, companies and foreign places are spelled as in the source; Bokmål, Nynorsk, Danish and Swedish "
        "add a genitive -s without an apostrophe. Only what is surely a name is judged: countries, institutions "
        "and titles have names of their own in each language, and inflected or transliterated names are "
        "recognized."
    ),
    examples=(
        Example(
            source="Prime Minister Sanae Takaichi's plan passed.",
            target="Statsminister Sanae Takaichis plan ble vedtatt.",
            right=True,
        ),
        Example(
            source="Prime Minister Sanae Takaichi's plan passed.",
            target="Statsminister Sanae Takaichi's plan ble vedtatt.",
            right=False,
        ),
        Example(
            source="Prime Minister Sanae Takaichi met the press.",
            target="Statsminister Sanae Takaichii møtte pressen.",
            right=False,
        ),
        Example(
            source="Prime Minister Sanae Takaichi met the press.", target="Statsministeren møtte pressen.", right=False
        ),
    ),
)
