"""Parts of sentences that have no translation, and short translations that lack nothing."""

from __future__ import annotations

import pytest

from l10n.checks.clauses import lost_item, lost_part, lost_sentence
from l10n.checks.told_words import Fate, fates


@pytest.mark.parametrize(
    ("source", "target", "part"),
    [
        (
            "Scientists fear the glacier could collapse if temperatures keep rising.",
            "Forskere frykter at breen kan kollapse.",
            "if temperatures keep rising",
        ),
        (
            "The minister, a former teacher from a small village, left the room in silence.",
            "Statsråden forlot rommet uten et ord, i stillhet.",
            ", a former teacher from a small village",
        ),
        (
            "Residents were told to stay indoors because of toxic smoke.",
            "Innbyggerne fikk beskjed om å holde seg innendørs.",
            "because of toxic smoke",
        ),
        (
            "The opposition called the decision a scandal and demanded new elections.",
            "Opposisjonen kalte avgjørelsen en skandale.",
            "and demanded new elections",
        ),
        ("Farmers grow potatoes, onions and wheat there.", "Bøndene dyrker poteter og hvete der.", ", onions"),
    ],
)
def test_a_part_is_missed(source: str, target: str, part: str) -> None:
    assert lost_part(source, target, "nb") == part


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Police have arrested a man.", "En mann er pågrepet."),
        ("Investors are betting on lower interest rates.", "Markedet priser inn rentekutt."),
        (
            "The Norwegian Water Resources and Energy Directorate (NVE) has issued a warning.",
            "NVE har sendt ut varsel.",
        ),
        ("It was raining cats and dogs in London.", "Det bøttet ned i London."),
        ("The king and queen will visit Iceland in June.", "Kongeparet skal til Island i juni."),
    ],
)
def test_a_short_translation_may_tell_everything(source: str, target: str) -> None:
    assert (lost_part(source, target, "nb"), lost_item(source, target)) == ("", "")


def test_a_list_of_names_has_lost_one() -> None:
    source = "She will meet leaders from Denmark, Finland, Iceland and Sweden."
    assert lost_item(source, "Hun skal møte ledere fra Danmark, Finland og Sverige.")
    assert not lost_item(source, "Hun skal møte ledere fra Danmark, Finland, Island og Sverige.")
    assert not lost_item(source, "Hun skal møte lederne for de andre nordiske landene.")


def test_a_sentence_is_missed_by_its_words() -> None:
    theirs = ("The fire broke out in the kitchen.", "The dog was rescued.", "The family is safe.")
    assert lost_sentence(theirs, "Brannen startet på kjøkkenet. Familien er i sikkerhet.", "nb") == theirs[1]
    assert not lost_sentence(theirs, "Brannen startet på kjøkkenet, men hunden og familien kom seg ut.", "nb")


def test_a_word_is_told_by_its_translation_or_a_cognate() -> None:
    words = {
        word.text: word.fate for word in fates("The wolf ate Anna’s hotel sandwich", "Ulven spiste i Anna hotell", "nb")
    }
    assert words["wolf"] is Fate.TOLD
    assert words["hotel"] is Fate.TOLD
    assert words["sandwich"] is Fate.UNKNOWN
    assert {word.fate for word in fates("The wolf came", "Bjørnen kom", "nb") if word.text == "wolf"} == {Fate.LOST}
