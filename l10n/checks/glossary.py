"""The locale's glossary is kept: preferred terms used, forbidden ones not, names left as they are.

cookies (preferred: informasjonskapsler)  → informasjonskapslene     right, whatever its ending
cookies (preferred: informasjonskapsler)  → kjeks                    wrong
"""

from __future__ import annotations

from collections.abc import Iterable

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.model.finding import Category, Severity
from l10n.model.glossary import Term, TermKind, breaches


def find(subject: Subject) -> Iterable[Fault]:
    """Terms of the source that the translation does not treat as the glossary wants."""
    terms = subject.background.terms
    if not terms or subject.languages[0] == subject.languages[1]:
        return
    for term in breaches(terms, subject.source_prose, subject.target_prose):
        if term.kind is TermKind.FORBIDDEN:
            start = subject.target_prose.casefold().find(term.target.casefold())
            text = f"“{term.target}” is not to be used for “{term.source}”."
            span = (start, start + len(term.target)) if start >= 0 else None
            yield Fault(Severity.ERROR, text, term.note or "Use another word.", span)
        elif term.kind is TermKind.DO_NOT_TRANSLATE:
            yield Fault(Severity.ERROR, f"“{term.source}” is not to be translated.", f"Write {term.source}.")
        else:
            text = f"“{term.source}” is “{term.target}” in the glossary."
            yield Fault(Severity.WARNING, text, f"Write {term.target}.")


_TERM = (Term(source="rare earths", target="sjeldne jordarter"),)

check = Check(
    "glossary",
    "The locale's glossary is kept.",
    find,
    category=Category.TERMINOLOGY,
    about=(
        "Where the source has a term of the glossary, the translation has its preferred wording, in any form; "
        "forbidden "
        "wordings are not used, and names that stay as they are do so. Without a glossary there is nothing to find."
    ),
    examples=(
        Example(source="Rare earths lie there.", target="Der ligger det sjeldne jordarter.", right=True, terms=_TERM),
        Example(source="Rare earths lie there.", target="Der ligger det sjeldne metaller.", right=False, terms=_TERM),
        Example(
            source="The board met.",
            target="Bordet møttes.",
            right=False,
            terms=(Term(source="board", target="bordet", kind=TermKind.FORBIDDEN),),
        ),
        Example(
            source="Nordkraft won.",
            target="Nordstrøm vant.",
            right=False,
            terms=(Term(source="Nordkraft", kind=TermKind.DO_NOT_TRANSLATE),),
        ),
    ),
)
