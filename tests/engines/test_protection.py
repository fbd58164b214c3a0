"""Protection, against plain translators that behave as badly as real ones do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.engines.contract import Draft
from l10n.engines.protection import translate_protected
from l10n.segmentation.placeholders import find

FORMS = ("{%d}".__mod__, "[%d]".__mod__)
HARD = [
    "Les vår [personvernerklæring](privacy) for **mer** informasjon.",
    "**[Les mer](x)** om {n} saker på https://example.com/a_b",
    "Hei %(name)s, du har `kode` og <b>fet</b> skrift<br> her",
    "{a}{b} og {a}",
    "*Kun dette*",
]


def each(change: Callable[[str], str]) -> Callable[[Sequence[str]], list[Draft]]:
    return lambda texts: [Draft(text=change(text)) for text in texts]


def protected(text: str) -> Counter[str]:
    return Counter(text[span.start : span.end] for span in find(text))


TRANSLATORS = {
    "upper case": str.upper,
    "turned around": lambda text: " ".join(reversed(text.split())),
    "eats masks": lambda text: text.replace("{", "").replace("}", "").replace("[", ""),
    "says everything twice": lambda text: f"{text} {text}",
    "says something else": lambda text: "noe helt annet",
    "breaks masks up": lambda text: text.replace("{", "{ ").replace("]", " ]"),
}


@pytest.mark.parametrize("name", TRANSLATORS)
@pytest.mark.parametrize("text", HARD)
def test_nothing_protected_is_lost_or_doubled(name: str, text: str) -> None:
    (draft,) = translate_protected([text], each(TRANSLATORS[name]), forms=FORMS)
    assert protected(draft.text) == protected(text)


@settings(deadline=None)
@example(["<b>", "[", "<b>", "](x)", "ord "])
@given(st.lists(st.sampled_from(["{n} ", "**", "[", "](x)", "ord ", "Tokyo. ", "`c` ", "<b>", "</b>", "\n", " 5 "])))
def test_a_translator_that_changes_nothing_gives_the_text_back(pieces: list[str]) -> None:
    text = "".join(pieces)
    (draft,) = translate_protected([text], each(str), forms=FORMS)
    assert draft.text == text


def test_markup_follows_its_words_to_where_they_went() -> None:
    words = {"Les vår erklæring nå": "Les erklæringa vår no", "erklæring": "erklæring"}
    (draft,) = translate_protected(["Les vår [erklæring](x) nå"], each(words.__getitem__), forms=FORMS)
    assert draft.text == "Les [erklæringa](x) vår no"
    assert draft.notes == ("markup placed by likeness; check what it stands around",)


def test_of_the_same_words_the_right_one_is_marked() -> None:
    text = "den ene og **den** andre og den **tredje** og [den](x) fjerde"
    (draft,) = translate_protected([text], each(str.upper), forms=FORMS)
    assert draft.text == "DEN ENE OG **DEN** ANDRE OG DEN **TREDJE** OG [DEN](x) FJERDE"
    assert draft.notes == ()


def test_words_that_overlap_are_told_apart() -> None:
    (draft,) = translate_protected(["](x)**](x)](x)** ha **ha ha**"], each(str), forms=FORMS)
    assert draft.text == "](x)**](x)](x)** ha **ha ha**"


def test_a_guess_between_equals_is_noted() -> None:
    (draft,) = translate_protected(
        ["Les **den** nå"], each(lambda text: {"den": "den"}.get(text, "no les den den")), forms=FORMS
    )
    assert draft.text.count("**den**") == 1
    assert draft.notes == ("markup placed by likeness; check what it stands around",)


def test_what_has_no_words_is_never_sent() -> None:
    def refuse(texts: Sequence[str]) -> list[Draft]:
        assert not texts, texts
        return []

    texts = ["", "  ", "123", "😀", "https://example.com/a", "{n}", "**5**", "Tokyo"]
    drafts = translate_protected(texts, refuse, forms=FORMS, keep=["Tokyo"])
    assert [draft.text for draft in drafts] == texts


def test_an_empty_answer_stays_empty_and_keeps_its_reason() -> None:
    def broken(texts: Sequence[str]) -> list[Draft]:
        return [Draft(text="", notes=("no answer",)) for _ in texts]

    drafts = translate_protected(["Hei {n}", "Hei **du**"], broken, forms=FORMS)
    assert [(draft.text, draft.notes) for draft in drafts] == [("", ("no answer",))] * 2
