"""Take terms into a glossary that people keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from l10n.model.glossary import Term, TermKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedTerms:
    """The glossary afterwards, and what became of the terms that were offered."""

    terms: tuple[Term, ...]
    added: tuple[Term, ...]
    contradicted: tuple[tuple[Term, Term], ...]
    """(the term that stands, the one that was offered and says otherwise): nothing was changed for it."""


def merge_terms(ours: Sequence[Term], theirs: Iterable[Term]) -> MergedTerms:
    """Our terms as they are, then those of theirs that are new; what is the same but for its note counts as known.

    A source has one wording: another one for it, or a wish to keep it as it is, contradicts and is left out. What is
    forbidden may be many things.
    """
    known = {_key(term): term for term in ours}
    rules = {term.source.casefold(): term for term in ours if term.kind is not TermKind.FORBIDDEN}
    added: list[Term] = []
    contradicted: list[tuple[Term, Term]] = []
    for term in theirs:
        if _key(term) in known:
            continue
        standing = rules.get(term.source.casefold()) if term.kind is not TermKind.FORBIDDEN else None
        if standing is not None:
            contradicted.append((standing, term))
            continue
        known[_key(term)] = term
        added.append(term)
        if term.kind is not TermKind.FORBIDDEN:
            rules[term.source.casefold()] = term
    return MergedTerms(terms=(*ours, *added), added=tuple(added), contradicted=tuple(contradicted))


def _key(term: Term) -> tuple[str, str, TermKind]:
    return term.source.casefold(), term.wording.casefold(), term.kind
