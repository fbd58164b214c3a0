"""Language of single lines: never silently wrong on short headlines and labels, and blind to names."""

from __future__ import annotations

import pytest

from l10n.errors import InvalidInputError
from l10n.formats.readers.page.language import MARGIN, margin, site_language
from tests.conftest import FIXTURES

SHORT = [line.split("\t") for line in (FIXTURES / "short-lines.tsv").read_text(encoding="utf-8").splitlines()]


def test_no_short_line_is_taken_for_the_other_side() -> None:
    scores = [(expected, text, margin(text, "en")) for expected, text in SHORT]
    wrong = [
        (text, score)
        for expected, text, score in scores
        if (expected == "en" and score <= -MARGIN) or (expected == "site" and score >= MARGIN)
    ]
    assert wrong == []


def test_few_short_lines_are_left_open() -> None:
    undecided = [text for _, text in SHORT if abs(margin(text, "en")) < MARGIN]
    assert len(undecided) <= len(SHORT) / 5


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Jonas Gahr Støre told Aftenposten that Stortinget would vote on Friday.",
        "Høyre, Fremskrittspartiet and Sosialistisk Venstreparti all support the plan, says Dagens Næringsliv.",
        "Erling Haaland and Martin Ødegaard led Norway to victory at Ullevaal.",
    ],
)
def test_norwegian_names_do_not_make_a_sentence_norwegian(text: str) -> None:
    assert margin(text, "en") >= MARGIN


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The vote is on May 17.", 1),
        ("Swimmers ask for a lane", 1),
        ("Vi er her.", -1),
        ("Det er slutt.", -1),
    ],
)
def test_small_words_decide_where_letters_do_not(text: str, sign: int) -> None:
    assert sign * margin(text, "en") >= MARGIN


def test_a_line_of_names_alone_is_nobodys() -> None:
    assert abs(margin("Støre, Stoltenberg, Barth Eide", "en")) < MARGIN


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Vi använder kakor för att analysera trafiken.", "Avvisa"], "sv"),
        (["Vi bruger cookies til at forbedre hjemmesiden.", "Accepter alle"], "da"),
        (["Vi bruker informasjonskapslar for å gjere nettstaden betre.", "Ikkje gå glipp av noko."], "nn"),
        (["Dette nettstedet bruker informasjonskapsler", "Les vår personvernerklæring"], "nb"),
    ],
)
def test_the_language_of_the_site_comes_from_all_its_chrome(texts: list[str], expected: str) -> None:
    assert site_language(texts, [], "nb") == expected


def test_the_project_decides_where_the_page_gives_no_reason() -> None:
    votes = [frozenset({"nb", "nn", "da"})]
    assert site_language(["Del"], votes, "nb") == "nb"
    assert site_language(["Del"], votes, "nn") == "nn"


def test_a_page_all_in_english_is_english() -> None:
    assert site_language([], [frozenset({"en"}), frozenset({"en", "da"})], "nb") == "en"


def test_a_language_nobody_can_find_is_said_so() -> None:
    with pytest.raises(InvalidInputError, match="'fo'"):
        margin("Hetta er ein setningur", "fo")
