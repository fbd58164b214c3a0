"""Texts that no one expects, through the whole of `l10n draft`: no crash, and no loss."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.message import Message
from l10n.segmentation.placeholders import difference
from tests.conftest import Run
from tests.engines.tiny_model import build

ODD = {
    "5,000 words": "Ferja går klokka tolv og tek med seg alle som vil. " * 455,
    "one sentence of 5,000 words": "ord " * 4999 + "slutt",
    "one word of 5,000 letters": "å" * 5000,
    "only a number": "1,8",
    "only a link": "https://example.com/a_b_c",
    "only a Markdown link": "[](https://example.com/a_b)",
    "emoji": "👩‍👩‍👧 🇳🇴 👍🏽",
    "emoji in words": "Les 👩‍👩‍👧 mer 👍🏽 nå",
    "right to left": "قال الوزير إن العدد ١٢ ارتفع إلى {n}.",
    "both ways": "Han sa «שלום עולם» og **gikk** 12 km.",
    "underscores": "Bruk snake_case_x og __init__ og _ her_",
    "only an underscore": "_",
    "line breaks": "Første linje\\\nandre linje\n\nfjerde",
    "blanks": "  foran og bak  ",
    "no-break space": "70\u00a0% av 1\u202f200",
    "control characters": "en\u200bto\u00adtre\ufefffire",
    "backslashes": "C:\\new\\table \\* \\\\",
    "apertium's own signs": "^ord/ord$ [[blank]] *ukjent @merke #nr <tag> {{x}} ~",
    "quotes": "\"Ja,\" sa hun, 'nei' – «kanskje»",
    "unclosed markup": "**fet [lenke](x og <b>mer",
    "percent": "100 % sikkert, 5%d og %s %(x)s %%",
    "null-like": "NULL None nan {}",
}


def catalog(texts: dict[str, str]) -> str:
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    messages = tuple(Message(msgctxt=name, msgid=text) for name, text in texts.items())
    return po.serialize(Catalog(header=Message(msgid="", msgstr=(header,)), messages=messages))


def engine_settings(engine: str, target: str) -> str:
    return f'article_language = "nb"\nchrome_language = "en"\n\n[locales.{target}]\nengine = "{engine}"\n'


@pytest.mark.parametrize(
    ("engine", "target"),
    [
        ("argos", "en"),
        ("pseudo", "en"),
        ("pseudo", "ar"),
        pytest.param("apertium", "nn", marks=pytest.mark.needs("apertium", "/usr/share/apertium/modes/nob-nno.mode")),
    ],
)
def test_odd_texts(
    project: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str, target: str
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    run(
        "models", "install", build(tmp_path / "m.argosmodel", "nb", "en", {"Les": "Read", "mer": "more", "ord": "word"})
    )
    (project / "l10n.toml").write_text(engine_settings(engine, target), encoding="utf-8")
    (project / "articles" / "odd.md").write_text("---\ntitle: Odd\nlang: nb\n---\n", encoding="utf-8")
    path = project / "catalogs" / target / "articles" / "odd.po"
    path.parent.mkdir(parents=True)
    path.write_text(catalog(ODD), encoding="utf-8")
    result = run("draft", target, "--article", "odd", cwd=project)
    assert result.code == 0, result.err
    assert "Traceback" not in result.err and "no draft of" not in result.err
    drafted = {message.msgctxt: message for message in po.parse(path.read_text(encoding="utf-8")).catalog.live}
    for name, text in ODD.items():
        message = drafted[name]
        assert message.msgid == text and message.has_text, name
        notes = " ".join(message.comments)
        assert difference(text, message.text) == ([], []) or "lost" in notes or "added" in notes, name
        if engine == "argos":
            assert len(message.text.split()) == len(text.split()), name
    assert drafted["only a number"].text == "1,8" and drafted["only an underscore"].text == "_"
    underscores = drafted["underscores"].text
    assert "snake_case_x" in underscores and underscores.count("_") == ODD["underscores"].count("_")
    assert drafted["emoji"].text == ODD["emoji"]
    once = path.read_bytes()
    assert run("draft", target, "--article", "odd", cwd=project).code == 0
    assert path.read_bytes() == once


@pytest.mark.needs("msgfmt")
def test_drafts_of_odd_texts_are_valid_catalogs(project: Path, run: Run) -> None:
    (project / "l10n.toml").write_text(engine_settings("pseudo", "en"), encoding="utf-8")
    (project / "articles" / "odd.md").write_text("---\ntitle: Odd\nlang: nb\n---\n", encoding="utf-8")
    path = project / "catalogs" / "en" / "articles" / "odd.po"
    path.parent.mkdir(parents=True)
    path.write_text(catalog(ODD), encoding="utf-8")
    assert run("draft", "en", "--article", "odd", cwd=project).code == 0
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)


def test_an_article_without_texts_is_nothing_to_do(project: Path, run: Run) -> None:
    (project / "articles" / "empty.md").write_text("---\ntitle: Empty\nlang: en\n---\n", encoding="utf-8")
    path = project / "catalogs" / "nb" / "articles" / "empty.po"
    path.parent.mkdir(parents=True)
    path.write_text(catalog({}), encoding="utf-8")
    result = run("draft", "nb", "--article", "empty", cwd=project)
    assert (result.code, "nothing new to draft" in result.out) == (0, True)
