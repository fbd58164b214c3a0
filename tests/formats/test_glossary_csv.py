"""glossary.csv."""

from __future__ import annotations

import pytest

from l10n.errors import InvalidInputError
from l10n.formats.glossary_csv import parse, serialize
from l10n.model.glossary import Term, TermKind, breaches, kept_terms

TEXT = '''\
source,target,note,kind
trillion,billion,,forbidden
supply chain,forsyningskjede,"ikke ""leveransekjede""",
Nikkei Hall,,,do-not-translate
'''


def test_reads_terms_in_order() -> None:
    terms = parse("\ufeff" + TEXT)
    assert terms == (
        Term(source="trillion", target="billion", kind=TermKind.FORBIDDEN),
        Term(source="supply chain", target="forsyningskjede", note='ikke "leveransekjede"'),
        Term(source="Nikkei Hall", kind=TermKind.DO_NOT_TRANSLATE),
    )
    assert kept_terms(terms) == ("Nikkei Hall",)


def test_breaches_forgive_endings_and_capitals() -> None:
    terms = parse(TEXT)
    source = "Supply chains worth a trillion at Nikkei Hall"
    assert not list(breaches(terms, source, "Forsyningskjedene til en verdi av 1 000 milliarder i Nikkei Hall"))
    assert list(breaches(terms, source, "Kjeder for en billion i Nikkei-salen")) == list(terms)


def test_other_forms_stand_for_the_term() -> None:
    (man, trillion) = parse(
        "source,target,kind,forms\nman,mann,,menn|mennene\ntrillion,trillion,forbidden,trillioner\n"
    )
    assert man.forms == ("menn", "mennene")
    assert not list(breaches([man], "Two men; a man", "To menn"))
    assert list(breaches([man], "A man", "En kvinne")) == [man]
    assert list(breaches([trillion], "A trillion", "Tre trillioner")) == [trillion]


def test_what_is_written_reads_back_as_it_was() -> None:
    terms = (*parse(TEXT), Term(source="man", target="mann", forms=("menn", "mennene"), note="to\nlinjer"))
    assert parse(serialize(terms)) == terms


@pytest.mark.parametrize("text", ["", "source,target,note,kind\n", "source,target\n\n"])
def test_empty_glossaries_are_fine(text: str) -> None:
    assert parse(text) == ()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("term,target\na,b\n", 1, "must name the columns"),
        ("source,target\na,b\nc\n", 3, "needs a source and a target"),
        ("source,target,note,kind\na,b,,best\n", 2, "the kind 'best' is not one of"),
        ("source,target\na,b,c,d\n", 2, "more cells"),
        ('source,target\n"a,b\n', 2, "not a CSV file"),
    ],
)
def test_a_wrong_line_is_named(text: str, line: int, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says) as caught:
        parse(text)
    assert caught.value.line == line
