"""Quotations are opened and closed, as many as in the source, in the marks of the locale.

    He said, “We agree.”   → Han sa: «Vi er enige.»    right
    He said, “We agree.”   → Han sa: «Vi er enige.     wrong: never closed
    He said, “We agree.”   → Han sa: “Vi er enige.”    wrong in Norwegian, right in English

A dash that opens a line is a quotation in Scandinavian newspapers; an apostrophe is none anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from l10n.checks.clues import like
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.put_in_mouths import put_in_mouths
from l10n.model.finding import Category, Edit, Severity

# language or locale → the pairs it uses, outer first: CLDR's delimiters, and what its newspapers also print
STYLES: dict[str, tuple[str, ...]] = {
    "en": ("“”", "‘’"),
    "nb": ("«»", "‘’", "‹›"),
    "nn": ("«»", "‘’", "‹›"),
    "da": ("»«", "“”", "””", "„“", "›‹", "‘’", "’’"),
    "sv": ("””", "»»", "»«", "’’"),
    "fi": ("””", "»»", "’’"),
    "is": ("„“", "‚‘"),
    "de": ("„“", "»«", "‚‘", "›‹"),
    "de-CH": ("«»", "‹›"),
    "fr": ("«»", "“”", "‹›"),
    "es": ("«»", "“”", "‘’"),
    "it": ("«»", "“”", "‘’"),
    "pt": ("“”", "«»", "‘’"),
    "ca": ("«»", "“”", "‘’"),
    "nl": ("“”", "‘’", "„”", "‚’"),
    "pl": ("„”", "«»", "‚’"),
    "cs": ("„“", "»«", "‚‘"),
    "et": ("„“", "«»"),
    "ru": ("«»", "„“"),
    "uk": ("«»", "„“", "“”"),
    "ja": ("「」", "『』", "“”"),
    "zh": ("“”", "‘’", "「」", "『』"),
}
SINGLE = frozenset("‹›‘’‚'『』")
STRAIGHT = frozenset("\"'")
_DEEPEST = 8
"""Quotations within quotations; more is no prose."""
_ANY_MARK = re.compile("[«»“”„‟\"‹›‘’‚'「」『』]")
_MARKS = like(_ANY_MARK)
_REPORTED = re.compile(
    r"\b(?:sier|sa|sade|säger|siger|sagde|seier|mener|mente|meiner|anser|opplyser|opplyste|forteller|fortalte|skriver|"
    r"skrev|hevder|hevdet|understreker|understreket|svarte|svarer|lover|lovet|says?|said)\b[^.!?]*?\s(?:at|att|that)\s|"
    r"\b(?:spør|spurte|spurde|frågar|frågade|asked)\b[^.!?]*?\s(?:om|hva|hvem|hvor\w*|når|if|whether)\s"
)
"""Indirect speech: what somebody said, told without quotation marks."""
_DASH = re.compile(r"(?:^|\n|[.?!,:] )\s*[–—-]\s")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation from its opening to its closing mark, both included."""

    start: int
    end: int
    marks: str


def find(subject: Subject) -> Iterable[Fault]:
    """Quotations not closed, lost or added, and marks that the locale does not use."""
    theirs, _ = quotations(subject.source_prose)
    ours, open_marks = quotations(subject.target_prose)
    if open_marks and not quotations(subject.source_prose)[1]:
        at = open_marks[0]
        mark = subject.target[at]
        yield Fault(Severity.ERROR, f"The quotation mark {mark} has no partner.", "Open or close it.", (at, at + 1))
    elif (
        len(ours) != len(theirs)
        and (theirs or _spoken(subject.target_prose, ours))
        and not _DASH.search(subject.target_prose)
    ):
        # a word in quotation marks is a matter of style, as are ships' names; what somebody said is not
        is_title = not theirs and not any(_is_speech(subject.target_prose, quotation) for quotation in ours)
        is_told = not ours and _REPORTED.search(subject.target_prose) is not None
        is_told = is_told or (not ours and subject.role in ("title", "heading", "card headline"))
        is_style = is_title or is_told or _spoken(subject.source_prose, theirs) == _spoken(subject.target_prose, ours)
        severity = Severity.HINT if is_style else Severity.WARNING
        text = f"The source has {len(theirs)} in quotation marks, the translation {len(ours)}."
        yield Fault(severity, text, "Quote what the source quotes.")
    elif ours and not theirs:
        yield from put_in_mouths(subject, ours)
    yield from _foreign(ours, theirs, subject)


def _spoken(text: str, found: list[Quotation]) -> int:
    """How many quotations hold more than a word or a name: three words, or a sentence's end.

    Between straight marks, which manuals set around menus and titles, it takes more to be speech.
    """
    insides = [(text[q.start + 1 : q.end - 1].rstrip(), 8 if STRAIGHT.issuperset(q.marks) else 3) for q in found]
    return sum(len(inside.split()) >= least or inside.endswith((".", "!", "?", ",")) for inside, least in insides)


def _is_speech(text: str, found: Quotation) -> bool:
    """A sentence, or what a colon or a comma sets off: no book's name that Norwegian sets in quotation marks."""
    inside = text[found.start + 1 : found.end - 1].rstrip()
    return inside.endswith((".", "!", "?", ",")) or text[found.end : found.end + 1] == "," or ":" in text[: found.start]


def _foreign(ours: list[Quotation], theirs: list[Quotation], subject: Subject) -> Iterable[Fault]:
    locale = subject.locale
    style = STYLES.get(locale) or STYLES.get(locale.partition("-")[0])
    if style is None:
        return
    for found in ours:
        if found.marks in style or STRAIGHT.issuperset(found.marks):
            continue
        right = next((pair for pair in style if (pair[0] in SINGLE) == (found.marks[0] in SINGLE)), style[0])
        text = f"{found.marks[0]}…{found.marks[1]} are not the quotation marks of this language."
        span = (found.start, found.end)
        yield Fault(Severity.WARNING, text, f"Write {right[0]}…{right[1]}.", span, fix=_fix([found], right, locale))
    straight = [found for found in ours if STRAIGHT.issuperset(found.marks)]
    if straight:
        # a source that is typed with straight marks may be so on purpose: a manual, a log, a form; English articles
        # are often typed so, which is no excuse for what is said in them
        is_typed_so = any(STRAIGHT.issuperset(quotation.marks) for quotation in theirs) and not (
            subject.role and style[0] == "«»" and any(found.marks[0] == '"' for found in straight)
        )
        severity = Severity.HINT if is_typed_so else Severity.WARNING
        advice = f"Write {style[0][0]}…{style[0][1]}."
        double = [found for found in straight if found.marks[0] == '"']
        span = (straight[0].start, straight[0].end)
        yield Fault(severity, "Straight quotation marks.", advice, span, fix=_fix(double, style[0], locale))


def _fix(found: list[Quotation], right: str, locale: str) -> tuple[Edit, ...]:
    """Other marks for these; French sets no-break spaces inside its own."""
    blank = "\u00a0" if right == "«»" and locale.partition("-")[0] == "fr" else ""
    edits = [
        edit
        for q in found
        for edit in (Edit(q.start, q.start + 1, right[0] + blank), Edit(q.end - 1, q.end, blank + right[1]))
    ]
    return tuple(sorted(edits, key=lambda edit: edit.start))


def quotations(text: str) -> tuple[list[Quotation], list[int]]:
    """All quotations by their start, and the places of marks without a partner.

    A mark opens when it stands before a word and after none, closes the other way round, and is an apostrophe
    between letters. A single mark that could be an apostrophe is never reported as alone.
    """
    found: list[Quotation] = []
    alone: list[int] = []
    waiting: list[int] = []
    for match in _ANY_MARK.finditer(text):
        at, mark = match.start(), match[0]
        if _is_apostrophe(text, at):
            continue
        nearest = range(len(waiting) - 1, max(-1, len(waiting) - _DEEPEST - 1), -1)
        partner = next((n for n in nearest if _closes(text[waiting[n]], mark)), None)
        if partner is not None and not _must_open(text, at):
            start = waiting[partner]
            alone += [i for i in waiting[partner + 1 :] if text[i] not in SINGLE]
            del waiting[partner:]
            found.append(Quotation(start, at + 1, text[start] + mark))
        elif _may_open(text, at):
            waiting.append(at)
        elif mark not in SINGLE and not _is_inches(text, at):
            alone.append(at)
    alone += [i for i in waiting if text[i] not in SINGLE]
    return sorted(found, key=lambda q: q.start), sorted(alone)


_CLOSERS = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«»", "”": "”", '"': '"', "‹": "›", "›": "‹", "‘": "’", "’": "’",
    "‚": "‘’", "'": "'", "「": "」", "『": "』",
}  # fmt: skip


def _closes(opening: str, mark: str) -> bool:
    return mark in _CLOSERS.get(opening, "")


def _word_before(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in ".,!?…%)]»”’'\"")


def _word_after(text: str, at: int) -> bool:
    return at + 1 < len(text) and (text[at + 1].isalnum() or text[at + 1] in "$€£¥([…-–—“«‘'\"„‚#@.&")


def _is_apostrophe(text: str, at: int) -> bool:
    """`don’t`, `Japan’s`, `’90s`, `firms’ profits`: a letter on both sides, or nothing to close."""
    if text[at] not in "'’‘":
        return False
    letter_before = at > 0 and text[at - 1].isalnum()
    letter_after = at + 1 < len(text) and text[at + 1].isalnum()
    if letter_before and letter_after:
        return True
    return not letter_before and at + 1 < len(text) and text[at + 1].isdigit()


def _is_inches(text: str, at: int) -> bool:
    """`a 27" screen`."""
    return text[at] == '"' and at > 0 and text[at - 1].isdigit()


def _may_open(text: str, at: int) -> bool:
    if text[at] in "“«‹„‚「『‟":
        return True  # nothing waits that they could close
    return not (at > 0 and text[at - 1].isalnum()) and _word_after(text, at)


def _must_open(text: str, at: int) -> bool:
    """A mark that also closes, standing before a word and after none: “ in German closes, in English opens."""
    return _word_after(text, at) and not _word_before(text, at) and text[at] in "\"'“”«»’‘"


check = Check(
    "quotes",
    "Quotations are opened, closed, complete, and marked as the locale does.",
    find,
    clues=Clues(source=_MARKS, target=_MARKS),
    category=Category.PUNCTUATION,
    about=(
        "Every quotation that the source opens is there, closed, and marked as the locale does. A dash that opens "
        "a line is a quotation in Scandinavian newspapers, an apostrophe is none anywhere."
    ),
    examples=(
        Example(source="He said, “We agree.”", target="Han sa: «Vi er enige.»", right=True),
        Example(source="He said, “We agree.”", target="Han sa: «Vi er enige.", right=False),
        Example(source="He said, “We agree.”", target="Han sa: “Vi er enige.”", right=False),
        Example(source='He said, "We agree."', target='Han sa: "Vi er enige."', right=False),
    ),
)
