"""Argos, with a real package wired by hand (see tiny_model.py): loading, batching and decoding are the real ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.engines import argos_packages
from l10n.engines.argos import ArgosEngine
from l10n.errors import EngineError
from l10n.model.provenance import Origin
from tests.engines.tiny_model import build

WORDS = {
    "Relaterte": "Related", "artikler": "articles", "Les": "Read", "vår": "our", "erklæring": "policy",
    "mer": "more", "nå": "now", "nå.": "now.", "saken_x": "case_x", "nb>": "nb>",
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("model") / "nb_en.argosmodel", "nb", "en", WORDS)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty models folder, and an empty home to see that nothing is left in it."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "models"


def translated(texts: list[str], source: str = "nb", target: str = "en", keep: tuple[str, ...] = ()) -> list[str]:
    return [draft.text for draft in ArgosEngine().translate(texts, source, target, keep=keep)]


def test_the_fixture_is_the_same_bytes_each_time(archive: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "again.argosmodel", "nb", "en", WORDS).read_bytes() == archive.read_bytes()


def test_translates_in_order_and_says_who(archive: Path, models: Path, tmp_path: Path) -> None:
    argos_packages.install(archive)
    engine = ArgosEngine()
    assert engine.origin("nb", "en") == Origin(engine="argos", model="nb_en", version="1.0")
    drafts = engine.translate(["Les mer", "Relaterte artikler", "Les mer"], "nb", "en")
    assert [draft.text for draft in drafts] == ["Read more", "Related articles", "Read more"]
    assert all(draft.confidence is not None and -1 < draft.confidence <= 0 for draft in drafts)
    assert list((tmp_path / "home").rglob("*")) == []


def test_underscores_blanks_and_line_breaks_survive(archive: Path, models: Path) -> None:
    argos_packages.install(archive)
    texts = ["Les saken_x nå", " Les mer nå.\nLes vår\\\nerklæring  ", "snake_case __init__ _"]
    assert translated(texts) == ["Read saken_x now", " Read more now.\nRead our\\\npolicy  ", texts[2]]


def test_markup_and_placeholders_survive(archive: Path, models: Path) -> None:
    argos_packages.install(archive)
    texts = ["Les vår [erklæring](privacy) **nå**", "Les {n} artikler på https://a.no/b_c, %(x)s"]
    assert translated(texts) == ["Read our [policy](privacy) **now**", "Read {n} articles på https://a.no/b_c, %(x)s"]


def test_terms_to_keep(archive: Path, models: Path) -> None:
    argos_packages.install(archive)
    assert translated(["Les mer nå"], keep=("mer",)) == ["Read mer now"]


@pytest.mark.parametrize("text", ["", "   ", "123", "😀", "https://example.com/a", "{n}", "\n"])
def test_what_has_no_words_stays(archive: Path, models: Path, text: str) -> None:
    argos_packages.install(archive)
    assert translated([text]) == [text]


@pytest.mark.parametrize("text", ["mer " * 5000, "Les mer nå. " * 800, "å" * 4000, "שלום עולם", "a\x00b"])
def test_long_and_odd_texts_are_no_fault(archive: Path, models: Path, text: str) -> None:
    argos_packages.install(archive)
    (result,) = translated([text])
    assert len(result.split()) == len(text.split())


def test_the_prefix_comes_off_every_sentence(models: Path, tmp_path: Path) -> None:
    # the fixture's decoder looks at the source's own position, so the prefix costs it the first word
    argos_packages.install(build(tmp_path / "many.argosmodel", "nb", "da", WORDS, prefix=">>dan<<"))
    assert translated(["Les mer nå. Les mer nå."], "nb", "da") == ["more now. more now."]


def test_by_way_of_a_third_language(archive: Path, models: Path, tmp_path: Path) -> None:
    argos_packages.install(archive)
    argos_packages.install(build(tmp_path / "en_da.argosmodel", "en", "da", {"Related": "Relaterede", "more": "mere"}))
    assert translated(["Relaterte artikler", "Les mer"], "nb", "da") == ["Relaterede articles", "Read mere"]
    assert str(ArgosEngine().origin("nb", "da")) == "argos nb_en+en_da 1.0+1.0"


def test_older_models_call_bokmål_no(models: Path, tmp_path: Path) -> None:
    argos_packages.install(build(tmp_path / "en_no.argosmodel", "en", "no", {"more": "mer"}))
    assert translated(["more"], "en", "nb") == ["mer"]


def test_a_sentence_that_the_model_cannot_take_costs_no_other(models: Path, tmp_path: Path) -> None:
    argos_packages.install(build(tmp_path / "short.argosmodel", "nb", "en", WORDS, positions=40))
    drafts = ArgosEngine().translate(["Les mer", "mer " * 60, "Relaterte artikler"], "nb", "en")
    assert [draft.text for draft in drafts] == ["Read more", "", "Related articles"]
    assert drafts[1].notes == ("the model gave no answer",)


def test_the_newest_version_is_used(archive: Path, models: Path, tmp_path: Path) -> None:
    for version in ("1.9", "1.10"):
        argos_packages.install(build(tmp_path / f"{version}.argosmodel", "nb", "en", WORDS, version=version))
    assert str(ArgosEngine().origin("nb", "en")) == "argos nb_en 1.10"


def test_no_model_says_how_to_get_one(models: Path) -> None:
    with pytest.raises(EngineError, match="no model from en to nb") as caught:
        ArgosEngine().translate(["Hi"], "en", "nb")
    assert "l10n models install en nb" in caught.value.hint


def test_a_damaged_model_is_one_sentence(archive: Path, models: Path) -> None:
    package = argos_packages.install(archive)
    (package.path / "model" / "model.bin").write_bytes(b"broken")
    with pytest.raises(EngineError, match="cannot be loaded"):
        translated(["Les mer"])
