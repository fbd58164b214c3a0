"""A glossary takes in what is new, and people's words stand."""

from __future__ import annotations

from l10n.model.glossary import Term, TermKind
from l10n.steps.merge_terms import merge_terms

OURS = (
    Term(source="supply chain", target="forsyningskjede", note="vår"),
    Term(source="Nikkei Hall", kind=TermKind.DO_NOT_TRANSLATE),
)


def test_new_terms_are_added_and_ours_stay_as_they_are() -> None:
    new = Term(source="tariff", target="toll")
    forbidden = Term(source="supply chain", target="leveransekjede", kind=TermKind.FORBIDDEN)
    known = Term(source="Supply Chain", target="forsyningskjede", note="deres")
    merged = merge_terms(OURS, [known, new, forbidden, new])
    assert merged.terms == (*OURS, new, forbidden)
    assert merged.added == (new, forbidden) and not merged.contradicted


def test_what_says_otherwise_is_named_and_left_out() -> None:
    other = Term(source="supply chain", target="leveransekjede")
    translated = Term(source="Nikkei Hall", target="Nikkei-salen")
    merged = merge_terms(OURS, [other, translated])
    assert merged.terms == OURS
    assert merged.contradicted == ((OURS[0], other), (OURS[1], translated))
