"""Markup and placeholders, put back by what a model attended to: by a real model whose attention is known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from l10n.engines import argos_packages
from l10n.engines.argos import ArgosEngine
from l10n.engines.attention import word_links, word_places
from l10n.engines.contract import Draft
from l10n.engines.protection import translate_protected
from tests.engines.tiny_model import build

BY_ALIGNMENT = "markup placed by alignment; check what it stands around"
PLACED = "placeholder placed by alignment; check where it stands"


def test_words_are_linked_by_the_sum_of_their_tokens() -> None:
    source, target = ["▁Les", "▁er", "klæring"], ["▁policy", "▁re", "ad"]
    attention = [[0.1, 0.4, 0.5, 0], [0.6, 0.2, 0.2, 0], [0.3, 0.3, 0.3, 0.1]]
    links = word_links(source, target, attention)
    assert links == ((1, 0), (0, 1))
    assert word_places(links, "Les erklæring", "policy read") == ((4, 0), (0, 7))
    assert word_places(links, "Les", "policy read") == (), "text and tokens disagree"


def backwards(texts: Sequence[str]) -> list[Draft]:
    """A translator that turns the words around and says every one of them differently, with its alignment."""
    drafts = []
    for text in texts:
        words = text.split()
        said = [word[0] + "xyz" + word[-1] * (word[-1] in ".,") if word.isalnum() else word for word in words]
        starts = [text.index(word) for word in dict.fromkeys(words)]
        places, at = [], 0
        for word in reversed(said):
            places.append(at)
            at += len(word) + 1
        alignment = tuple(zip(reversed(starts), places, strict=True)) if len(starts) == len(words) else ()
        drafts.append(Draft(text=" ".join(reversed(said)), alignment=alignment))
    return drafts


def alone(texts: Sequence[str]) -> list[Draft]:
    return [Draft(text="noe" if " " not in text else backwards([text])[0].text) for text in texts]


def test_markup_goes_where_its_words_went() -> None:
    (draft,) = translate_protected(
        ["Les vår [erklæring](privacy) nå"], alone, forms=("{%d}".__mod__,), translate_aligned=backwards
    )
    assert draft.text == "nxyz [exyz](privacy) vxyz Lxyz"
    assert draft.notes == (BY_ALIGNMENT,) and draft.alignment == ()


def test_markup_beside_a_placeholder_goes_where_its_words_went() -> None:
    (draft,) = translate_protected(
        ["Les {navn} og **bestem** nå"], alone, forms=("{%d}".__mod__,), translate_aligned=backwards
    )
    assert draft.text == "nxyz **bxyz** oxyz {navn} Lxyz"


def test_words_that_were_torn_apart_are_not_guessed_at() -> None:
    def torn(texts: Sequence[str]) -> list[Draft]:
        return [Draft(text="to tre fire", alignment=((4, 0), (0, 3), (8, 7)))] * len(texts)

    (draft,) = translate_protected(["Les **vår bok**"], alone, forms=(), translate_aligned=torn)
    assert draft.text.count("**") == 2 and draft.notes == ("translated in pieces; check the grammar",)


def test_a_placeholder_that_no_mask_carries_follows_its_neighbour() -> None:
    (draft,) = translate_protected(["Les {n} nå"], backwards, forms=(), translate_aligned=backwards)
    assert draft.text == "nxyz Lxyz {n}"
    assert draft.notes == (PLACED,)


@pytest.mark.parametrize("text", ["Les ({n}) nå", "{a}{b} nå", "Les {n}-saken nå"])
def test_a_placeholder_that_is_no_word_is_worked_around(text: str) -> None:
    (draft,) = translate_protected([text], backwards, forms=(), translate_aligned=backwards)
    assert draft.notes == ("translated in pieces; check the grammar",)
    assert all(atom in draft.text for atom in ("{n}", "{a}", "{b}") if atom in text)


def test_a_real_model_tells_what_it_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    # alone, `nå` is `now`; with a full stop it is another word of the table, so only the attention finds it
    words = {"Les": "Read", "vår": "our", "nå": "soon", "nå.": "now."}
    argos_packages.install(build(tmp_path / "nb_en.argosmodel", "nb", "en", words))
    (draft,) = ArgosEngine().translate(["Les vår _nå_."], "nb", "en")
    assert draft.text == "Read our _now_."
    assert draft.notes == (BY_ALIGNMENT,)
