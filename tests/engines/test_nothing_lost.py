"""Two hundred sentences with placeholders, links, bold, numbers and names: nothing is lost without a flag."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.engines import argos_packages
from l10n.engines.apertium import ApertiumEngine
from l10n.engines.argos import ArgosEngine
from l10n.engines.contract import Engine
from l10n.engines.pseudo import PseudoEngine
from l10n.model.glossary import Term, TermKind
from l10n.segmentation.placeholders import find
from l10n.steps.draft_notes import draft_notes
from tests.engines.tiny_model import build

NAMES = ("Shigeru Ishiba", "Tokyo Metropolitan Government", "Kari Nordmann", "Le Monde")
TERMS = [Term(source=name, kind=TermKind.DO_NOT_TRANSLATE) for name in NAMES]
ATOMS = ("{name}", "{0}", "%(count)s", "%s", "`l10n_x`", "https://example.org/a_b?c=1", "<br>", "{{ user }}", "&nbsp;")
WRAPS = (
    "**{}**",
    "*{}*",
    "[{}](https://example.com/x_y)",
    "[{}](privacy)",
    "<b>{}</b>",
    '<a href="x">{}</a>',
    "~~{}~~",
)
NUMBERS = ("12", "1,8", "2.450", "70 %", "16:30", "15.", "1998", "-4")
WORDS = (
    "statsråden",
    "åpner",
    "en",
    "ny",
    "bru",
    "over",
    "fjorden",
    "og",
    "takker",
    "alle",
    "som",
    "bygde",
    "den",
    "nå",
)


def sentences(count: int) -> list[str]:
    """Always the same: each holds two to five things that must come through, in any order and nesting."""
    chance = random.Random(2026)  # noqa: S311 - repeatable on purpose
    made = []
    for _ in range(count):
        pieces = chance.choices(WORDS, k=chance.randint(4, 9))
        for _ in range(chance.randint(2, 5)):
            at = chance.randrange(len(pieces) + 1)
            kind = chance.randrange(4)
            if kind == 0:
                pieces.insert(at, chance.choice(ATOMS))
            elif kind == 1:
                pieces.insert(at, chance.choice(NAMES))
            elif kind == 2:
                pieces.insert(at, chance.choice(NUMBERS))
            else:
                end = min(len(pieces), at + chance.randint(1, 3))
                pieces[at:end] = [chance.choice(WRAPS).format(" ".join(pieces[at:end]) or "her")]
        made.append(" ".join(pieces) + chance.choice(".!?"))
    return made


def argos(tmp_path: Path) -> Engine:
    words = {"en": "a", "ny": "new", "bru": "bridge", "over": "across", "og": "and", "alle": "all", "her": "here"}
    argos_packages.install(build(tmp_path / "nb_en.argosmodel", "nb", "en", words))
    return ArgosEngine()


ENGINES: list[object] = [
    pytest.param(argos, "en", id="argos"),
    pytest.param(lambda _: PseudoEngine(), "en", id="pseudo"),
    pytest.param(
        lambda _: ApertiumEngine(), "nn", id="apertium",
        marks=pytest.mark.needs("apertium", "/usr/share/apertium/modes/nob-nno.mode"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("engine", "target"), ENGINES)
def test_nothing_is_lost_without_a_flag(
    engine: Callable[[Path], Engine], target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    made = engine(tmp_path)
    texts = sentences(200)
    drafts = made.translate(texts, "nb", target, keep=NAMES)
    made.close()
    silently_lost = []
    flagged = 0
    for text, draft in zip(texts, drafts, strict=True):
        notes = draft_notes(draft, text, source=text, terms=TERMS)
        flagged += bool(notes)
        if _carried(text) != _carried(draft.text) and not notes:
            silently_lost.append((text, draft.text))
    assert silently_lost == []
    assert all(draft.text for draft in drafts)
    protected = [_protected(text) == _protected(draft.text) for text, draft in zip(texts, drafts, strict=True)]
    assert all(protected), "what is protected comes through even where a note says that its place is a guess"
    assert flagged < 200, "a flag on everything says nothing"


def _protected(text: str) -> Counter[str]:
    return Counter(text[span.start : span.end] for span in find(text, NAMES))


def _carried(text: str) -> tuple[Counter[str], Counter[str]]:
    """What a reader would miss: protected spans and names, and digits outside them."""
    return _protected(text), Counter(re.findall(r"\d+", text))
