"""ICU messages: `{count, plural, one {# comment} other {# comments}}` keeps its argument, its kind and its cases.

The words `plural`, `one` and `other` belong to the program that reads the message. Translated, they fit no number,
and the reader sees nothing or an error. Which cases of a plural a locale has is CLDR's.
Source: ICU User Guide, Formatting Messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from l10n.model.finding import Severity
from l10n.model.locale import babel_locale

_OPENING = re.compile(r"\{\s*(?P<name>\w+)\s*,\s*(?P<kind>\w+)\s*,")
_CASE = re.compile(r"\s*(?:offset:\d+\s*)?(?P<case>=?[\w-]+)\s*\{")
_PLURALS = ("plural", "selectordinal")
_KINDS = (*_PLURALS, "select")


class Choice(NamedTuple):
    """One argument that chooses a text by its value."""

    name: str
    kind: str
    cases: tuple[str, ...]


def icu_faults(source: str, target: str, locale: str) -> Iterator[tuple[Severity, str, str]]:
    """What a program could not read of the translation, each as severity, sentence and advice."""
    theirs = [choice for choice in choices(source) if choice.kind in _KINDS]
    if not theirs:
        return
    found = choices(target)
    for choice in theirs:
        ours = next((one for one in found if one.name == choice.name), None)
        wanted = f"{{{choice.name}, {choice.kind}, …}}"
        if ours is None or ours.kind != choice.kind:
            yield Severity.ERROR, f"The argument {wanted} is not there as it was.", f"Keep {wanted}."
            continue
        known = _plural_cases(locale, choice.kind)
        allowed = {*choice.cases, *known}
        for case in ours.cases:
            if case not in allowed and not (known and case.startswith("=")):
                advice = f"Write one of {', '.join(sorted(allowed))}."
                yield Severity.ERROR, f"“{case}” is no case of {wanted}.", advice
        kept = {"other"} & set(choice.cases) if known else set(choice.cases)
        for case in sorted(kept - set(ours.cases)):
            yield Severity.ERROR, f"The case “{case}” of {wanted} is missing.", f"Write {case} {{…}} too."


def choices(text: str) -> list[Choice]:
    """All arguments with cases in the text, outer first; one that is never closed ends where the text does."""
    found = []
    for opening in _OPENING.finditer(text):
        cases, at = [], opening.end()
        while case := _CASE.match(text, at):
            cases.append(case["case"])
            at = _end(text, case.end())
        if cases:
            found.append(Choice(opening["name"], opening["kind"], tuple(cases)))
    return found


def without_cases(text: str) -> str:
    """The text with blanks for the braces around each case, so that `one {vote}` holds no placeholder."""
    if not _OPENING.search(text):
        return text
    flat = list(text)
    for opening in _OPENING.finditer(text):
        at = opening.end()
        while case := _CASE.match(text, at):
            at = _end(text, case.end())
            flat[case.end() - 1] = flat[at - 1] = " "
    return "".join(flat)


def _plural_cases(locale: str, kind: str) -> frozenset[str]:
    """What CLDR tells apart in the locale; nothing where the cases are the program's own."""
    if kind not in _PLURALS:
        return frozenset()
    known = babel_locale(locale)
    rule = known.ordinal_form if kind == "selectordinal" else known.plural_form
    return frozenset({*rule.tags, "other"})


def _end(text: str, at: int) -> int:
    """Behind the brace that closes the one before `at`."""
    depth = 1
    while at < len(text) and depth:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return at
