"""The translation does not say the reverse: north is not south, and what rose did not fall.

10 km north of Oslo  → 10 km nord for Oslo     right
10 km north of Oslo  → 10 km sør for Oslo      wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.opposite_table import OPPOSITES
from l10n.checks.rivals import rivals
from l10n.model.finding import Category, Severity

_RELATIVES = {"nn": "nb", "no": "nb"}


def find(subject: Subject) -> Iterable[Fault]:
    """A word of the source whose opposite alone stands in the translation."""
    source, target = subject.languages
    known = _RELATIVES.get(target, target)
    if source != "en" or known not in OPPOSITES:
        return
    yield from rivals(subject, known)
    vocabulary = subject.source_vocabulary
    pairs = _pairs_of(known)
    met = pairs.keys() & vocabulary
    for at in sorted({at for word in met for at in pairs[word]}) if met else ():
        pair = OPPOSITES[known][at]
        first, second = pair.first & vocabulary, pair.second & vocabulary
        if bool(first) == bool(second):
            continue
        right, wrong = (pair.first_here, pair.second_here) if first else (pair.second_here, pair.first_here)
        reverse = _whole(wrong).search(subject.target_prose)
        if reverse and not _whole(f"{right}|{pair.unless}").search(subject.target_prose):
            text = f"“{reverse[0]}” may be the reverse of “{min(first or second)}”."
            yield Fault(Severity.WARNING, text, "See that it says what the source says.", reverse.span())


@lru_cache
def _pairs_of(language: str) -> dict[str, list[int]]:
    """Which pairs each English word belongs to, by their place in the table."""
    found: dict[str, list[int]] = {}
    for at, pair in enumerate(OPPOSITES[language]):
        for word in pair.first | pair.second:
            found.setdefault(word, []).append(at)
    return found


@lru_cache(maxsize=512)
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


check = Check(
    "opposites",
    "The translation does not say the reverse of the source.",
    find,
    category=Category.MISTRANSLATION,
    about=(
        "A small table of English opposites and how Norwegian says each. A finding needs the word in the source, its "
        "opposite in the translation, and neither's counterpart in the other text. So it is with kinds of which a "
        "sentence means one: days, weeks and years, doctors and nurses, trains and buses."
    ),
    examples=(
        Example(source="It lies north of Oslo.", target="Det ligger nord for Oslo.", right=True),
        Example(source="It lies north of Oslo.", target="Det ligger sør for Oslo.", right=False),
        Example(source="Prices rose in May.", target="Prisene falt i mai.", right=False),
        Example(source="The paper is weekly.", target="Avisen kommer ut ukentlig.", right=True),
        Example(source="The paper is weekly.", target="Avisen kommer ut daglig.", right=False),
        Example(source="Prices rose, then fell.", target="Prisene steg før de falt.", right=True),
    ),
)
