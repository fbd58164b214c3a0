"""Plural forms differ as the source's do, and keep what they count.

%d story, %d stories  → %d sak, %d saker    right
%d story, %d stories  → %d saker, %d saker  worth a look: “1 saker”

That each form is there is the business of `empty`, that each keeps its placeholder that of `markup`.
"""

from __future__ import annotations

from collections.abc import Iterable

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.model.finding import Category, Severity
from l10n.model.locale import facts


def find(subject: Subject) -> Iterable[Fault]:
    """Forms that are all alike, or more of them than the language has."""
    message = subject.message
    if message.msgid_plural is None or subject.form:
        return
    forms = [form for form in message.msgstr if form]
    wanted = facts(subject.locale).plural_count
    if len(message.msgstr) > wanted:
        text = f"There are {len(message.msgstr)} plural forms; the language has {wanted}."
        yield Fault(Severity.ERROR, text, "Take the others out, and see that the header names the right rule.")
    elif wanted > 1 and len(forms) > 1 and len(set(forms)) == 1 and message.msgid != message.msgid_plural:
        yield Fault(Severity.HINT, "All plural forms are alike.", "See that one and many are told apart.")


check = Check(
    "plurals",
    "Plural forms are as many as the language has, and told apart.",
    find,
    category=Category.GRAMMAR,
    about=(
        "How many forms a language has is CLDR's. More than that is an error; forms that are all alike are a hint, for "
        "some words have one form for both."
    ),
    examples=(
        Example(source="%d story", source_plural="%d stories", target="%d sak", forms=("%d saker",), right=True),
        Example(source="%d story", source_plural="%d stories", target="%d saker", forms=("%d saker",), right=False),
        Example(source="%d story", source_plural="%d stories", target="%d件", right=True, locale="ja"),
        Example(
            source="%d story", source_plural="%d stories", target="%d件", forms=("%d件",), right=False, locale="ja"
        ),
    ),
)
