"""Blanks stand where they belong: one between words, none before a comma, the source's around the text.

tomorrow, the lawyer says   → i morgen, sier advokaten     right
tomorrow, the lawyer says   → i morgen , sier  advokaten   wrong, twice
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.checks.clues import like
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.prose import is_technical
from l10n.model.finding import Category, Edit, Severity

_DOUBLE = re.compile(r"(?<=[^\s|])[ \u00a0]{2,}(?=[^\s|\\])")
_BEFORE_MARK = re.compile(r"(?<=[\w»”\")%])[ \u00a0\u202f]+(?=[,;.:!?…](?:\s|$))")
_MARK_BEHIND_BLANK = re.compile(r"[,;.:!?…](?<=[ \u00a0\u202f].)")
_MISSING = re.compile(r"(?<=[a-zæøåäöüéß]{2}),(?=[^\W\d_]{2})")
_BLANK = re.compile(r"\s")
_MAY_BE_MISPLACED = re.compile(rf"\s|^[,;.:!?…]|{_MISSING.pattern}")
"""Blanks that are not one between two tokens, or a mark where there should be one or none."""
_SPACED_MARKS = frozenset({"fr", "br"})
"""French sets a blank before ; : ! ?"""


def find(subject: Subject) -> Iterable[Fault]:
    """Blanks too many, too few, or at the wrong end."""
    source, target = subject.source, subject.target
    yield from _around(source, target)
    if "  " in target or "\u00a0 " in target or " \u00a0" in target:
        yield from _doubles(subject)
    if subject.languages[1] not in _SPACED_MARKS:
        found = list(_BEFORE_MARK.finditer(target)) if _MARK_BEHIND_BLANK.search(target) else []
        if found and not _BEFORE_MARK.search(source) and not is_technical(target):
            mark = target[found[0].end()]
            fix = tuple(Edit(*match.span(), "") for match in found)
            yield Fault(
                Severity.WARNING, f"There is a blank before “{mark}”.", "Take it out.", found[0].span(), fix=fix
            )
    if (
        target.count(",") > target.count(", ")
        and (match := _MISSING.search(subject.target_prose))
        and not _MISSING.search(source)
        and not is_technical(target)
    ):
        fix = (Edit(match.end(), match.end(), " "),)
        yield Fault(Severity.WARNING, "There is no blank after a comma.", "Put one there.", match.span(), fix=fix)


def _doubles(subject: Subject) -> Iterator[Fault]:
    """A hint: a browser shows one of them."""
    source, target = subject.source, subject.target
    if _DOUBLE.search(source) or "\n" in target.strip() or is_technical(target):
        return  # typed like the source: a listing, or two blanks between sentences as typists do
    found = list(_DOUBLE.finditer(target))
    if found:
        fix = tuple(Edit(*match.span(), " ") for match in found)
        yield Fault(Severity.HINT, "There are two blanks in a row.", "Leave one.", found[0].span(), fix=fix)


def _around(source: str, target: str) -> Iterator[Fault]:
    """What surrounds the text, a line end among it, is put together with other texts as the source's is."""
    if source.strip() == source and target.strip() == target:
        return
    if not source.strip() or not target.strip():
        return
    ours, theirs = _ends(target), _ends(source)
    if ours[0] != theirs[0]:
        fix = (Edit(0, len(ours[0]), theirs[0]),)
        yield Fault(
            Severity.WARNING, "The text begins with other blanks than its source.", "Begin as it does.", fix=fix
        )
    if ours[1] != theirs[1]:
        fix = (Edit(len(target) - len(ours[1]), len(target), theirs[1]),)
        yield Fault(Severity.WARNING, "The text ends with other blanks than its source.", "End as it does.", fix=fix)


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


check = Check(
    "spaces",
    "Blanks stand where they belong.",
    find,
    clues=Clues(source=like(_BLANK), target=like(_MAY_BE_MISPLACED)),
    category=Category.TEXTUAL_CONVENTIONS,
    about=(
        "Two blanks in a row, a blank before a comma or none after it, and blanks or line ends around the text "
        "that the "
        "source does not have. French sets blanks before some marks and is left alone there; listings are left alone."
    ),
    examples=(
        Example(source="Tomorrow, he says.", target="I morgen, sier han.", right=True),
        Example(source="Tomorrow, he says.", target="I morgen , sier han.", right=False),
        Example(source="Tomorrow, he says.", target="I  morgen, sier han.", right=False),
        Example(source="Tomorrow, he says.", target="I morgen,sier han.", right=False),
        Example(source="Really?", target="Vraiment ?", right=True, locale="fr"),
        Example(source="Read more", target="Läs mer ", right=False, locale="sv"),
    ),
)
