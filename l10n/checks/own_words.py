"""English words with a capital that a language has its own words for: titles, institutions, peoples."""

from __future__ import annotations

import re

from l10n.checks.place_names import is_place
from l10n.checks.prose import word_set

_TRANSLATED = word_set(
    """
    academy administration affairs africa agency alliance ambassador america analysis army arts asia assembly
    assistant associate association atlantic attorney authority bank bay board bureau business cabinet canal cape
    captain cardinal cathedral celsius center central centre chairman chairwoman chamber chancellor chief christ
    christian christmas church city civil club coalition college colonel commerce commission commissioner committee
    communist community companies company conference congress conservative constitution convention corporation
    council countries country county court covenant crown cup data day defence defense democracy democrat democratic
    democrats department deputy development director district doctor east eastern economic economy education
    election electoral embassy emperor energy environment europe european exchange executive experts fahrenheit fair
    farmers federal federation festival finance first fleet football force forces foreign forest forum foundation
    free front fund general global goal goals government governor great green group guard gulf hall head
    headquarters health high holy hospital hotel house human independent industry information initiative inspector
    institute institution institutional intelligence interior international internet island islands judge justice
    king kingdom labor labour lake league legion liberal library lieutenant lord magistrate major marine market
    mayor media medical middle military minister ministry model monday month mount mountain movement museum national
    nations nature navy network new nobel north northern nuclear ocean office officer old olympic olympics operation
    opposition orchestra organisation organization pacific palace park parliament partner partnership party peace
    peninsula people philharmonic plan planning police policy political pope popular port premier president press
    prime prince princess prize product products professor program programme project promotion prosecutor protocol
    province public queen radio rail red reform region relations representatives republic republican republicans
    research reserve resources revolution rights river road royal saint school science scientific sea secretary
    sector security senate senator senior service services shipping shrine social socialist society south southern
    space special square stadium standard standards state states station statistical statistics stock strategic
    strategy street students summit sunday super supreme survey sustainable system team technical technology theater
    theatre times trade transport treasury treaty trial tribunal union unions united universal university vice
    victory village war ward water week west western white winter woman women work workers world year young youth
    ayatollah coast emir imam mullah rabbi sheikh sultan
    """
)
_DEMONYM = re.compile(r"(?:ese|ian|ians|ish|ean|eans|can|cans|ic|ical|ist|ists|ism|ity|tion|ment|ing|(?<!d)als?|ans?)$")


def has_own_word(word: str, locale: str) -> bool:
    """Does the locale have a word of its own for what the English word names: a title, an institution, a place?"""
    return is_translated(word) or is_place(word, locale)


def may_be_demonym(word: str) -> bool:
    """Does the English word end as `Japanese`, `German` and `Christianity` do?"""
    return _DEMONYM.search(word) is not None


def is_translated(word: str) -> bool:
    """Is the English word one of a title or an institution, which each language has its own for?"""
    lower = word.casefold()
    return lower in _TRANSLATED or lower.rstrip("s") in _TRANSLATED
