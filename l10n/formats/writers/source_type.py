"""What made a text or a picture, in the words of IPTC's Digital Source Type vocabulary.

Source: http://cv.iptc.org/newscodes/digitalsourcetype/ and https://schema.org/IPTCDigitalSourceEnumeration.
"""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.article import AI_REPORT
from l10n.model.bundle import Bundle, Passage
from l10n.model.provenance import Origin

_RULE_BASED = frozenset({"apertium", "pseudo"})
"""Engines that are not trained on any sampled data."""


@dataclass(frozen=True, slots=True)
class SourceType:
    """A term of the vocabulary."""

    term: str

    @property
    def newscode(self) -> str:
        return f"http://cv.iptc.org/newscodes/digitalsourcetype/{self.term}"

    @property
    def schema_org(self) -> str:
        return f"https://schema.org/{self.term[0].upper()}{self.term[1:]}DigitalSource"


GENERATED = SourceType("trainedAlgorithmicMedia")
"""Made by a trained model: what an image that a machine made is called, and an article that one wrote."""
_BY_RULES = SourceType("algorithmicMedia")
_PARTLY_GENERATED = SourceType("compositeWithTrainedAlgorithmicMedia")
_PARTLY_BY_RULES = SourceType("compositeSynthetic")


def of_text(bundle: Bundle) -> SourceType | None:
    """Of the article's text as it stands; None where nothing in it must be called machine-made."""
    if AI_REPORT in bundle.source.badges:
        return GENERATED
    texts = list(bundle.passages.values())
    machine_made = [passage for passage in texts if passage.is_labelled]
    if not machine_made:
        return None
    by_rules = all(map(_is_by_rules, machine_made))
    if len(machine_made) == len(texts):
        return _BY_RULES if by_rules else GENERATED
    return _PARTLY_BY_RULES if by_rules else _PARTLY_GENERATED


def _is_by_rules(passage: Passage) -> bool:
    return Origin.parse(passage.origin).engine in _RULE_BASED
