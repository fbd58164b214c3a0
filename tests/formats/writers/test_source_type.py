"""What made a text is named as IPTC's vocabulary has it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.formats.writers.source_type import of_text
from l10n.model.message import MessageKey
from l10n.model.publishing import Fallback, Policy
from l10n.model.state import State
from tests import bundles

PLAIN = replace(bundles.article, badges=())


@pytest.mark.parametrize(
    ("drafted", "engine", "term"),
    [
        ("everything", "argos en_nb 1.9", "trainedAlgorithmicMedia"),
        ("everything", "apertium nob-nno 1.5.0", "algorithmicMedia"),
        ("title", "argos en_nb 1.9", "compositeWithTrainedAlgorithmicMedia"),
        ("title", "apertium nob-nno 1.5.0", "compositeSynthetic"),
        ("everything", "", "trainedAlgorithmicMedia"),
        ("nothing", "", None),
    ],
)
def test_a_translation(drafted: str, engine: str, term: str | None) -> None:
    def choose(key: MessageKey) -> State:
        return State.DRAFT if drafted in ("everything", key.msgctxt) else State.REVIEWED

    texts = bundles.catalog(bundles.article_keys(), choose, "nn")
    built = bundles.bundle("nn", Policy(fallback=Fallback.DRAFT), texts=texts, source=PLAIN)
    passages = {key: replace(passage, origin=engine) for key, passage in built.passages.items()}
    made = of_text(replace(built, passages=passages))
    assert (made.term if made else None) == term


def test_an_article_that_a_machine_wrote_is_so_in_its_own_language() -> None:
    made = of_text(bundles.bundle("en"))
    assert made is not None
    assert made.newscode == "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    assert made.schema_org == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
