"""Apertium, the real one: what it translates is its own affair; what comes through unharmed is ours."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n.engines.apertium import ApertiumEngine
from l10n.engines.apertium_pipe import Pipe
from l10n.engines.apertium_stream import from_packet, to_packet
from l10n.errors import EngineError
from l10n.model.provenance import Origin
from l10n.segmentation.placeholders import difference

MODES = Path("/usr/share/apertium/modes")
needs_nynorsk = pytest.mark.needs("apertium", str(MODES / "nob-nno.mode"))
needs_danish = pytest.mark.needs("apertium", str(MODES / "nob-dan.mode"))


@pytest.fixture(scope="module")
def engine() -> Iterator[ApertiumEngine]:
    engine = ApertiumEngine()
    yield engine
    engine.close()


def nynorsk(engine: ApertiumEngine, text: str, *keep: str) -> str:
    return engine.translate([text], "nb", "nn", keep=keep)[0].text


@needs_nynorsk
def test_chrome_in_nynorsk(engine: ApertiumEngine) -> None:
    texts = ["Relaterte artikler", "Dette nettstedet bruker informasjonskapsler"]
    drafts = engine.translate(texts, "nb", "nn")
    assert [draft.text for draft in drafts] == ["Relaterte artiklar", "Denne nettstaden bruker informasjonskapslar"]


@needs_nynorsk
def test_a_link_follows_its_word(engine: ApertiumEngine) -> None:
    text = nynorsk(engine, "Les vår [personvernerklæring](privacy) for **mer** informasjon.")
    assert text == "Les [personvernerklæringa](privacy) vår for **meir** informasjon."


@needs_nynorsk
def test_what_news_is_made_of_comes_through(engine: ApertiumEngine) -> None:
    text = (
        "«Økonomisk sikkerhet er viktig», sa Kazuto Suzuki ved University of Tokyo’s ‘Hall’ – den 15. desember. "
        "Rapidus Corp. får 1,8 billioner yen, 70 % mer (50 $) [sic]."
    )
    translated = nynorsk(engine, text)
    for piece in (
        "«",
        "», sa Kazuto Suzuki",
        "Tokyo’s ‘Hall’ –",
        "15. desember.",
        "Rapidus Corp.",
        "1,8",
        "70 %",
        "[sic].",
    ):
        assert piece in translated
    assert "*" not in translated


HARD = [
    "Hei %(name)s, du har {n} nye saker og 100% rett",
    "Se `snake_case()` på https://example.com/a_b?c=d, #økonomi, @ola og a@b.no",
    '<a href="/p">Vår erklæring</a><br> og &nbsp; C# a~b 5 * 3 a^b a/b \\ $ {} [ ] @ ~',
    "**[Les mer](b)** om *saken*\\\nneste linje\n",
    "\x00Hei\x00",
    "😀 hei שלום עולם 東京",
]


@needs_nynorsk
@needs_danish
@pytest.mark.parametrize("target", ["nn", "da"])
@pytest.mark.parametrize("text", HARD)
def test_nothing_protected_is_lost(engine: ApertiumEngine, text: str, target: str) -> None:
    (draft,) = engine.translate([text], "nb", target)
    assert difference(text, draft.text) == ([], [])
    signs = sorted(char for char in text if not char.isalnum())
    assert sorted(char for char in draft.text if not char.isalnum()) == signs


@needs_nynorsk
@pytest.mark.parametrize("text", ["", "   ", "123", "15 000", "😀", "[](x)", "https://example.com", "{n}", "\n"])
def test_what_has_no_words_stays(engine: ApertiumEngine, text: str) -> None:
    assert nynorsk(engine, text) == text


@needs_nynorsk
def test_what_touches_a_word_does_not_hide_it(engine: ApertiumEngine) -> None:
    assert nynorsk(engine, "Nye artikler<br>og {n}nye artikler&nbsp;") == "Nye artiklar<br>og {n}nye artiklar&nbsp;"


@needs_nynorsk
def test_a_term_to_keep_is_kept(engine: ApertiumEngine) -> None:
    assert nynorsk(engine, "Avisen Sikkerhet i Dag kommer ikke", "Sikkerhet i Dag").startswith("Avisa Sikkerhet i Dag")


@needs_nynorsk
def test_unknown_words_are_named_without_their_stars(engine: ApertiumEngine) -> None:
    (draft,) = engine.translate(["Vi har en flubbelgrunk."], "nb", "nn")
    assert draft.text.endswith("flubbelgrunk.")
    assert draft.unknown == ("flubbelgrunk",)


@needs_nynorsk
@pytest.mark.parametrize("text", ["Dette er en lang setning uten punktum " * 700, "Kort setning. " * 2500, "å" * 5_000])
def test_five_thousand_words_and_more(engine: ApertiumEngine, text: str) -> None:
    translated = nynorsk(engine, text)
    assert len(translated.split()) == len(text.split())


@needs_nynorsk
def test_a_killed_pipe_starts_again_and_answers_the_same() -> None:
    pipe = Pipe(MODES / "nob-nno.mode")
    try:
        texts = [to_packet(f"Relaterte artikler nummer {number}") for number in range(50)]
        first = pipe.ask(texts)
        for pid in pipe.pids[3:5]:
            os.kill(pid, signal.SIGKILL)
        assert pipe.ask(texts) == first and None not in first
    finally:
        pipe.close()
    assert pipe.pids == []


def test_a_pipe_that_hangs_or_dies_costs_one_text_and_no_run(tmp_path: Path) -> None:
    (tmp_path / "nob-nno.mode").write_text("sleep 30", encoding="utf-8")
    (tmp_path / "nob-dan.mode").write_text("true", encoding="utf-8")
    engine = ApertiumEngine(tmp_path, timeout=0.2)
    for target in ("nn", "da"):
        drafts = engine.translate(["Hei der", "123"], "nb", target)
        assert [draft.text for draft in drafts] == ["", "123"]
        assert drafts[0].notes == ("apertium gave no answer",)
    engine.close()


def test_a_pipe_that_never_answers_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "nob-nno.mode").write_text("true", encoding="utf-8")
    with pytest.raises(EngineError, match="gives no answers"):
        ApertiumEngine(tmp_path).translate(["En", "To", "Tre", "Fire"], "nb", "nn")


def test_a_missing_program_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "nob-nno.mode").write_text("lt-prooc 'x' | cg-proc", encoding="utf-8")
    with pytest.raises(EngineError, match="needs the program lt-prooc"):
        ApertiumEngine(tmp_path).translate(["Hei"], "nb", "nn")


@pytest.mark.parametrize(
    ("source", "target", "hint"),
    [
        ("nb", "nn", "apt install apertium apertium-nno-nob"),
        ("nb", "da", "apt install apertium apertium-dan-nor"),
        ("sv", "nb", "apt install apertium apertium-swe-nor"),
        ("en", "es", "apt install apertium apertium-eng-spa"),
        ("en", "nb", "No Debian package holds this pair"),
        ("en", "ja", "No Debian package holds this pair"),
    ],
)
def test_a_missing_pair_names_its_package(tmp_path: Path, source: str, target: str, hint: str) -> None:
    with pytest.raises(EngineError) as caught:
        ApertiumEngine(tmp_path).origin(source, target)
    assert hint in caught.value.hint


@needs_nynorsk
def test_the_origin_names_mode_and_version(engine: ApertiumEngine) -> None:
    origin = engine.origin("nb", "nn")
    assert (origin.engine, origin.model) == ("apertium", "nob-nno")
    assert origin.version[0].isdigit()
    assert Origin.parse(str(origin)) == origin


@needs_danish
def test_acronyms_keep_their_case(engine: ApertiumEngine) -> None:
    (draft,) = engine.translate(["WHO og NATO måler CO2 med iPhone, sier de."], "nb", "da")
    assert [word for word in draft.text.split() if word[1:] != word[1:].lower()] == ["WHO", "NATO", "CO2", "iPhone,"]


def test_the_stream_format_in_and_out() -> None:
    assert to_packet("a [b] *c ~ d/e") == r"a \[b\] [\*]c [~] d\/e"
    assert from_packet(r"\@NATO og Co2", "NATO og CO2") == ("NATO og CO2", ("NATO",))
    assert from_packet(r"*Ukjend @ord #form \[b\] [\*]c", "Ukjent ord") == (
        "Ukjend ord form [b] *c",
        ("Ukjend", "ord", "form"),
    )


@needs_danish
def test_a_percent_sign_stays_with_its_number(engine: ApertiumEngine) -> None:
    text = "Kina dominerer med 70\u00a0% av verdensproduksjonen og 90\u00a0% av raffineringen."
    (draft,) = engine.translate([text], "nb", "da")
    assert "70\u00a0% af " in draft.text
    assert "90\u00a0% af " in draft.text


@pytest.mark.needs("apertium", "/usr/share/apertium/modes/nob-nno.mode")
def test_a_draft_does_not_depend_on_what_was_drafted_before() -> None:
    words = "Uttrykket 日本語 betyr japansk."
    alone = ApertiumEngine()
    first = alone.translate([words], "nb", "nn")[0].text
    alone.translate(["Gratulerer med dagen."], "nb", "nn")
    later = alone.translate([words], "nb", "nn")[0].text
    alone.close()
    assert first == later
