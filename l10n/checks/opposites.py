"""The translation does not say the reverse: north is not south, and what rose did not fall.

10 km north of Oslo  → 10 km nord for Oslo     right
10 km north of Oslo  → 10 km sør for Oslo      wrong
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from l10n.checks.clues import Pair, vocabulary
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.kind_table import kind_table
from l10n.checks.rivals import rivals
from l10n.model.finding import Category

_RELATIVES = {"nn": "nb", "no": "nb"}


def find(subject: Subject) -> Iterable[Fault]:
    """A word of the source whose opposite, or another of its kind, stands alone in the translation."""
    source, target = subject.languages
    if source == "en":
        yield from rivals(subject, _RELATIVES.get(target, target))


def _known_words(pair: Pair) -> Collection[str]:
    table = kind_table(_RELATIVES.get(pair.target, pair.target)) if pair.source == "en" else None
    return table.words if table else ()


check = Check(
    "opposites",
    "The translation does not say the reverse of the source.",
    find,
    clues=Clues(source=vocabulary(_known_words)),
    category=Category.MISTRANSLATION,
    about=(
        "Tables of English words of one kind, and how Norwegian says each: contraries, professions, offices, animals, "
        "metals, crimes, sports, days and some 130 kinds more. A finding needs one of them in the source, another of "
        "its kind in the translation, and neither's counterpart in the other text. Whatever else may stand for a "
        "word, a compound or a synonym, keeps the check silent, and so does a “not” among contraries."
    ),
    examples=(
        Example(source="It lies north of Oslo.", target="Det ligger nord for Oslo.", right=True),
        Example(source="It lies north of Oslo.", target="Det ligger sør for Oslo.", right=False),
        Example(source="Prices rose in May.", target="Prisene falt i mai.", right=False),
        Example(source="The paper is weekly.", target="Avisen kommer ut ukentlig.", right=True),
        Example(source="The paper is weekly.", target="Avisen kommer ut daglig.", right=False),
        Example(source="Prices rose, then fell.", target="Prisene steg før de falt.", right=True),
        Example(source="The shop is not closed.", target="Butikken er åpen.", right=True),
        Example(source="The finance minister left.", target="Forsvarsministeren gikk.", right=False),
        Example(source="Farmers grow wheat.", target="Bøndene dyrker poteter.", right=False),
    ),
)
