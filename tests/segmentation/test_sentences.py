"""Sentences of news prose in the languages that the project drafts from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.segmentation.sentences import replace_spans, spans, split


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("nb", ["Møtet er 15. desember i Tokyo.", "Statsminister Takaichi kom kl. 12 med bl.a. Sony.", "Det var bra."]),
        ("nb", ["«Japan er alene.»", "Han gikk.", "«Kom!» sa hun.", "Hvem kom?", "Ingen …", "Alle gikk."]),
        ("nb", ["Staten gir 1,8 billioner yen til Rapidus Corp.", "Det kommer mer i 2027."]),
        ("nn", ["Mellom anna t.d. NEC og IBM er med.", "Møtet er 9. oktober."]),
        ("da", ["Mødet er den 15. december kl. 9.", "Det sagde hr. Møller bl.a. til os."]),
        ("sv", ["Mötet hålls t.ex. i Tokyo, dvs. i Japan.", "Det är bra."]),
        ("de", ["Am 15. Dezember kam Dr. Müller.", "Er ging z.B. nach Tokio."]),
        ("en", ["Toyota Motor Corp., Sony Group Corp., and SoftBank Corp. paid.", "Trial mining begins on Jan. 6."]),
        ("en", ["Investments come from SoftBank Corp.", "Trial mining is set.", "It is akin to the U.S. CFIUS."]),
        ("en", ["“Economic security is key.”", "The government paid No. 5 to J. Smith in Japan.", "Is it?", "Yes!"]),
        ("ja", ["「はい。」と述べた。", "次の文。"]),
    ],
)  # fmt: skip
def test_real_sentences(language: str, sentences: list[str]) -> None:
    glue = "" if language == "ja" else " "
    assert split(glue.join(sentences), language) == sentences


def test_a_line_break_ends_a_sentence_and_stays_where_it_was() -> None:
    text = "Første linje\\\nandre linje.\n\nTredje "
    assert split(text, "nb") == ["Første linje", "andre linje.", "Tredje"]
    assert replace_spans(text, spans(text, "nb"), ["A", "B", "C"]) == "A\\\nB\n\nC "


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert spans(text, "nb") == []


@settings(deadline=None)
@given(
    st.text(alphabet=st.sampled_from("aAåØ1.!?… \n\\»”\"'(。」"), max_size=60), st.sampled_from(["en", "nb", "ja", "x"])
)
def test_every_character_is_in_one_sentence_or_is_space_between_them(text: str, language: str) -> None:
    found = spans(text, language)
    assert replace_spans(text, found, [text[start:end] for start, end in found]) == text
    between = replace_spans(text, found, [""] * len(found))
    assert not between.replace("\\", "").strip()
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
