"""Two hundred sentences of a newsroom and its programs through `l10n draft`: nothing is lost without a note.

What must come through is marked by hand in two_hundred_sentences.txt, ⟦so⟧, and looked for here by its letters alone,
so none of our own rules judges itself.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from l10n.engines import argos_packages
from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.message import Message
from l10n.steps.draft import notes_of
from tests.conftest import Run
from tests.engines import services
from tests.engines.tiny_model import build

_FILE = Path(__file__).with_name("two_hundred_sentences.txt")
_WORDS = {"og": "and", "er": "is", "ikke": "not", "på": "on", "av": "of", "ny": "new", "en": "a", "til": "to"}
_OWN_QUOTES = str.maketrans({"\u00a0": " ", "»": '"', "«": '"', "“": '"', "”": '"'})
"""Each language has its own, which are no loss."""
_TRANSLATED = {"FN", "Japan", "iPhone"}
"""Words that languages have forms of their own for, and a brand in small letters: no rule of names knows them."""


def unmarked(line: str) -> tuple[str, list[str]]:
    """A sentence, and what is marked in it; marks may stand in one another."""
    plain, marked, open_at = "", [], []
    for char in line:
        if char == "⟦":
            open_at.append(len(plain))
        elif char == "⟧":
            marked.append(plain[open_at.pop() :])
        else:
            plain += char
    return plain, marked


SENTENCES = dict(unmarked(line) for line in _FILE.read_text(encoding="utf-8").splitlines())


def lost(source: str, target: str) -> list[str]:
    """What of a sentence is not as often in its translation, digits included."""
    source_text, text = (it.translate(_OWN_QUOTES) for it in (source, target))
    missing = [
        one
        for one in SENTENCES[source]
        if source_text.count(one.translate(_OWN_QUOTES)) != text.count(one.translate(_OWN_QUOTES))
    ]
    digits = Counter(re.findall(r"\d", source)) - Counter(re.findall(r"\d", target))
    return [*missing, *digits.elements()]


@pytest.fixture
def newsroom(project: Path) -> Path:
    """A project with the sentences as messages in the language of its articles, nb."""
    (project / "articles" / "saker.md").write_text("---\ntitle: Saker\nlang: nb\n---\n\nEn sak.\n", encoding="utf-8")
    return project


def drafted(root: Path, run: Run, locale: str, engine: str, table: str = "") -> list[Message]:
    settings = f'article_language = "nb"\nchrome_language = "nb"\n\n[locales.{locale}]\nengine = "{engine}"\n{table}'
    (root / "l10n.toml").write_text(settings, encoding="utf-8")
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    messages = tuple(Message(msgctxt="paragraph", msgid=text) for text in SENTENCES)
    path = root / "catalogs" / locale / "articles" / "saker.po"
    path.parent.mkdir(parents=True)
    path.write_text(po.serialize(Catalog(header=Message(msgid="", msgstr=(header,)), messages=messages)), "utf-8")
    result = run("draft", locale, "--article", "saker", cwd=root)
    assert result.code == 0, result.err
    return list(po.parse(path.read_text(encoding="utf-8")).catalog.live)


def silently_lost(messages: list[Message]) -> dict[str, list[str]]:
    """Drafts that lack something and say nothing of it. A text that got no draft has lost nothing."""
    return {
        message.msgstr[0]: gone
        for message in messages
        if message.msgstr[0] and not notes_of(message) and (gone := lost(message.msgid, message.msgstr[0]))
    }


@pytest.mark.needs("apertium", "/usr/share/apertium/modes/nob-nno.mode", "/usr/share/apertium/modes/nob-dan.mode")
@pytest.mark.parametrize("locale", ["nn", "da"])
def test_apertium_loses_nothing_without_a_note(newsroom: Path, run: Run, locale: str) -> None:
    messages = drafted(newsroom, run, locale, "apertium")
    assert silently_lost(messages) == {}
    assert all(message.msgstr[0] for message in messages)
    assert sum(bool(notes_of(message)) for message in messages) < 20, "a note on everything says nothing"


def test_argos_loses_nothing_without_a_note(
    newsroom: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    argos_packages.install(build(tmp_path / "nb_en.argosmodel", "nb", "en", _WORDS))
    messages = drafted(newsroom, run, "en", "argos")
    assert silently_lost(messages) == {}
    assert all(message.msgstr[0] for message in messages)


@pytest.mark.parametrize("which", [0, 1, -1])
def test_a_model_that_drops_something_from_every_sentence_is_found_out(newsroom: Path, run: Run, which: int) -> None:
    def careless(asked: dict[str, object]) -> services.Answer:
        items = [{"id": item["id"], "text": _without(item["source"], which)} for item in services.items_of(asked)]
        choice = {"finish_reason": "stop", "message": {"content": json.dumps({"items": items})}}
        return services.Answer(json.dumps({"choices": [choice]}))

    with services.serve(careless) as server:
        table = f'\n[engines.openai]\nurl = "{server.url}/v1"\nmodel = "careless-1"\n'
        messages = drafted(newsroom, run, "nn", "openai", table)
    silent = silently_lost(messages)
    assert {name for gone in silent.values() for name in gone} <= _TRANSLATED
    assert sum(bool(message.msgstr[0]) for message in messages) > 50, (
        "what lost nothing protected is a draft, with a note"
    )


def _without(text: str, which: int) -> str:
    """One of the marked things left out, whatever it is."""
    marked = SENTENCES.get(text, [])
    return text.replace(marked[which % len(marked)], "", 1) if marked else text
