"""Names of a source article."""

from __future__ import annotations

from l10n.model.glossary import Term, TermKind
from l10n.model.message import Message
from l10n.steps.article_names import article_names

TEXTS = (
    "Following the storm, Finance Minister Satsuki Katayama flew from Kyoto on Thursday.",
    "In December, Rapidus Corp. promised Satsuki Katayama’s ministry a plant. With Germany and the United Nations, "
    "Kazuto Suzuki's [team](https://example.org/Team) agreed.",
)


def names(*terms: Term) -> list[tuple[str, int]]:
    messages = [Message(msgid=text) for text in TEXTS]
    return article_names(messages, terms, source_language="en", locale="nb")


def test_people_companies_and_towns_are_found_whole_and_nothing_else() -> None:
    assert names() == [("Satsuki Katayama", 2), ("Kazuto Suzuki", 1), ("Kyoto", 1), ("Rapidus", 1)]


def test_what_the_glossary_has_is_left_out() -> None:
    kept = Term(source="satsuki katayama", kind=TermKind.DO_NOT_TRANSLATE)
    assert [name for name, _ in names(kept)] == ["Kazuto Suzuki", "Kyoto", "Rapidus"]
