"""A translation says something: no blanks that pass for text, and every plural form is there.

Dismiss → Avvis      right
Dismiss → "  "       wrong: gettext counts it as translated
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.model.finding import Category, Severity
from l10n.model.locale import facts


def find(subject: Subject) -> Iterable[Fault]:
    """Blank text, and plural forms that are missing."""
    message = subject.message
    if _is_visible(subject.source) and subject.target and not _is_visible(subject.target):
        yield Fault(Severity.ERROR, "The translation is blank, yet counts as translated.", "Translate it, or empty it.")
    if message.msgid_plural is None or subject.form:
        return
    wanted = facts(subject.locale).plural_count
    empty = [str(form) for form, text in enumerate(message.msgstr) if not _is_visible(text)]
    if empty:
        text = f"Plural form {', '.join(empty)} is empty."
        yield Fault(Severity.ERROR, text, "Fill in every plural form.")
    elif len(message.msgstr) < wanted:
        text = f"There are {len(message.msgstr)} plural forms; the language has {wanted}."
        yield Fault(Severity.ERROR, text, "Add the others.")


def _is_visible(text: str) -> bool:
    """True when there is a letter, digit, mark or symbol: not blanks, controls or zero-width characters alone."""
    return text[:1].isalnum() or any(unicodedata.category(char)[0] in "LNPSM" for char in text)


check = Check(
    "empty",
    "The translation says something, in every plural form.",
    find,
    clues=Clues(text=lambda subject: subject.message.msgid_plural is not None or not subject.target_words),
    category=Category.MISSING_TEXT,
    about=(
        "gettext counts a text of blanks as translated, and a plural with a form missing prints nothing for some "
        "numbers."
    ),
    examples=(
        Example(source="Dismiss", target="Avvis", right=True, role="button"),
        Example(source="Dismiss", target="  ", right=False, role="button"),
        Example(
            source="One ship left.",
            target="Ett skip gikk.",
            right=True,
            source_plural="%d ships left.",
            forms=("%d skip gikk.",),
        ),
        Example(
            source="One ship left.", target="Ett skip gikk.", right=False, source_plural="%d ships left.", forms=("",)
        ),
    ),
    sees_empty=True,
)
