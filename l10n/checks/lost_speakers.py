"""A quotation that has lost who says it: of “We lost,” said the captain, only the quotation is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.prose import word_set
from l10n.checks.quotes import quotations
from l10n.model.finding import Severity

SAYING = word_set("said says told added explained wrote replied insisted warned asked according announced confirmed")
"""One of them stands in each source that is looked at."""
_REPORTING = re.compile(
    r"\b(?:said|says|told|added|explained|wrote|replied|insisted|warned|asked|announced|confirmed|according to)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r",[”\"]?\s(?:(?:the|an?|his|her|its|their)\s)?[\w’' .-]{2,60}\s"
    r"(?:said|says|added|told|announced|confirmed|warned)"
    r"(?:\son\s\w+|\s\w+day|\syesterday)?\.?$|"
    r"\baccording to (?:the |an? |local |its |their )?(?:police|report|officials?|authorities|ministry|witness\w*|"
    r"sources?|company|Reuters|BBC|AP|AFP|CNN|study|survey|statement|spokes\w+|prosecutors?|court|analysts?|"
    r"experts?|government)\b",
    re.IGNORECASE,
)
"""A clause at the end that says who says it, or “according to” anywhere."""
_TOLD = re.compile(
    r"(?<!\w)(?:sa|sier|seier|si|sagt|ifølge|i følge|mene\w*|mente|opplys\w*|fort[ae]l\w*|skriv\w*|skrev\w*|meld\w*|"
    r"forkla\w*|hevd\w*|påstå\w*|påsto\w*|svar\w*|utta\w*|vars\w+|advar\w*|understr\w*|bekreft\w*|heter|skal|iflg|etter|"
    r"kilde\w*|rapport\w*|vis\w*|kom\w*|fram\w*|frem\w*|lyd\w*|lød|konklu\w*|tilføy\w*|føy\w*|legg\w*|la|ber|ba|spør\w*|"
    r"spur\w*|rop\w*|vitne\w*|erklær\w*|beskriv\w*|omtal\w*|kall\w*|kalt\w*|anslå\w*|anslo|tro\w*|trudde|håp\w*|vurder\w*|"
    r"anse\w*|syn\w*|krev\w*|innrøm\w*|nekt\w*|avvis\w*|lov\w*|anklag\w*|beskyld\w*|orienter\w*|slå\w*|slo|utdyp\w*|minn\w*|"
    r"pek\w*|ønsk\w*|vil|kunngj\w*|annonser\w*|gjør\w*|gjorde|overfor|til|hold\w*|følge|angiv\w*|visstnok|basert|tall\w*|"
    r"plan\w*|samsvar|henhold|tråd|takk\w*|undersøk\w*|måling\w*|beskjed\w*|beskriv\w*|orden|så|tenk\w*|takt|målt|regn\w*)(?!\w)",
    re.IGNORECASE,
)
"""Any way to tell where it comes from, and a good deal more: a sentence with one of them is left alone."""


def lost_speaker(subject: Subject) -> Iterator[Fault]:
    """Only the quotation, or only what was said, is left of a sentence that tells who said it."""
    theirs, _ = quotations(subject.source_prose)
    outside = _outside(subject.source_prose, [(one.start, one.end) for one in theirs])
    if theirs:
        is_attributed = _REPORTING.search(outside) is not None and len(outside.split()) > 1
    else:
        is_attributed = _CLAUSE.search(subject.source_prose) is not None
    if not is_attributed:
        return
    ours, _ = quotations(subject.target_prose)
    left = _outside(subject.target_prose, [(one.start, one.end) for one in ours])
    if theirs and ours and left.strip(" .,!?–-"):
        return
    if not (theirs and ours) and _TOLD.search(subject.target_prose):
        return
    text = "The translation does not tell who says it."
    yield Fault(Severity.WARNING, text, "Say who says it, as the source does.")


def _outside(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without what stands in quotation marks."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = max(at, end)
    return " ".join((*kept, text[at:])).strip()
