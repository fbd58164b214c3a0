"""Random edits of real prose: what reads the same is cosmetic, and no change of meaning ever is."""

from __future__ import annotations

import random
import re

import pytest

from l10n.formats.readers.markdown import article as markdown
from l10n.model.source_change import Grade
from l10n.steps.extract import extract
from l10n.steps.grade import grade
from tests.steps.newsroom import ARTICLES

TEXTS = [
    message.msgid
    for path in sorted(ARTICLES.glob("*.md"))
    for message in extract(markdown.parse(path.read_text(encoding="utf-8"), slug=path.stem)).messages
    if len(message.msgid) > 40
]
TEXTS += [
    "“We can't explain it with warm summers alone,” said Ingrid Moe, who has measured the ice for 21 years.",
    "The price rose from $4.20 to €4.35 on Monday, and Brent crude wasn't far behind at $82 a barrel.",
    "Two of the bank's owners – BlackRock and the state – voted against the plan, which won 48.6% of the votes.",
    "It is -12 degrees in Alta, and nobody was hurt when the 180-metre ship ran aground... the coast guard said.",
    "See [the report](https://example.org/report) on R&D at AT&T, and the **second** one -- free of charge.",
    "The well-known author—a man of few words—will read from “Fewer than ten,” on May 3.",
]

Edits = dict[str, tuple[str, list[str]]]
"""Name → a pattern, and templates of what may take its place."""

COSMETIC: Edits = {
    "apostrophe": (r"(?<=[a-z])['’](?=[a-z])", ["'", "’", "&#39;", "&rsquo;", "&apos;"]),
    "quotation marks": (r'["“]([^"“”]+)["”]', [r"“\1”", r'"\1"', r"«\1»", r"„\1“", r"&ldquo;\1&rdquo;", r"``\1''"]),
    "space": (r" ", ["  ", "\u00a0", "\u202f", "&nbsp;", "\n"]),
    "hyphen": (r"(?<=[a-z\d])-(?=[a-z\d])", ["–", "‑", "‐"]),
    "dash": (r" (?:[–—]|--) |(?<=\w)—(?=\w)", [" – ", " — ", "—", " -- ", "--", " &mdash; ", " - "]),
    "minus": (r"(?<= )-(?=\d)", ["−", "–"]),
    "ellipsis": (r"\.\.\.|…", ["…", "..."]),
    "emphasis": (r"(?<=[a-z] )([a-z]+(?: [a-z]+)?)(?= [a-z])", [r"**\1**", r"*\1*", r"_\1_", r"`\1`", r"<b>\1</b>"]),
    "emphasis gone": (r"\*\*([^*]+)\*\*", [r"\1"]),
    "ampersand": (r"&(?![#a-z])", ["&amp;", "&#38;"]),
    "unit": (r"(?<=\d)%", [" %", "\u00a0%"]),
    "soft hyphen": (r"(?<= [a-z]{3})(?=[a-z]{3})", ["\u00ad", "&shy;"]),
}

MEANING: Edits = {
    "digit added": (r"\d", [r"\g<0>0", r"1\g<0>", r"\g<0>.5"]),
    "decimal point": (r"(\d)(\d)", [r"\1.\2", r"\1,\2"]),
    "digit lost": (r"\d(?=\d)", [""]),
    "point lost": (r"(?<=\d)\.(?=\d)", [""]),
    "sign": (r"(?<= )(?=\d)", ["-", "−"]),
    "scale": (r"\b(?:million|trillion|billion)\b", ["thousand"]),
    "not": (r"\b(?:is|are|was|were|will|can|has|have|had)\b", [r"\g<0> not", r"\g<0>n't"]),
    "not lost": (r"\b(?:not|never|no) |(?<=[a-z])n['’]t\b", [""]),
    "prefix": (r"(?<=[a-z] )(?=[a-z]{5})", ["un", "non-", "--"]),
    "currency": (r"[$€¥]", ["£", ""]),
    "percent": (r"(?<=\d)%", ["‰", ""]),
    "month": (r"\b(?:March|May|October|November|December)\b", ["June"]),
    "name": (r"(?<=[a-z] )[A-Z]\w+", ["Brekke"]),
    "letter": (r"(?<=[a-z])[a-z](?=[a-z])", ["", r"\g<0>\g<0>"]),
    "capital": (r"(?<=[a-z] )[b-z](?=[a-z])", ["A"]),
    "word lost": (r"(?<=[a-z] )[a-z]+ ", [""]),
    "words changed places": (r"\b([a-z]{3}) ([a-z]{4,})\b", [r"\2 \1"]),
    "comma": (r",(?= )", ["", ";"]),
    "words joined": (r"(?<=[a-z]{3}) (?=[a-z]{3})", ["", "-"]),
    "word split": (r"(?<=[a-z]{3})(?=[a-z]{3})", [" ", "-"]),
    "hyphen to dash": (r"(?<=[a-z])-(?=[a-z])", [" – ", "—", " - ", ""]),
    "quotation marks": (r"(?<= )([a-z]{4,})(?= )", [r"“\1”", r"<q>\1</q>"]),
    "struck out": (r"(?<= )([a-z]{4,})(?= )", [r"<s>\1</s>", r"~~\1~~"]),
    "link": (r"\]\([^)]*\)", ["](https://example.com/other)"]),
    "raised": (r"(?<=\d)\d", [r"<sup>\g<0></sup>"]),
}


def random_edits(edits: Edits, name: str, count: int) -> list[tuple[str, str]]:
    """`count` pairs (old, new) that differ in one place, drawn the same way at every run."""
    chance = random.Random(name)  # noqa: S311 - a sample
    pattern, replacements = edits[name]
    places = [(text, match) for text in TEXTS for match in re.finditer(pattern, text)]
    assert places, f"no text has a place for {name}"
    pairs = []
    for _ in range(count):
        text, match = chance.choice(places)
        new = text[: match.start()] + match.expand(chance.choice(replacements)) + text[match.end() :]
        if new != text:
            pairs.append((text, new))
    return pairs


@pytest.mark.parametrize("name", COSMETIC)
def test_a_cosmetic_edit_is_cosmetic(name: str) -> None:
    wrong = [pair for pair in random_edits(COSMETIC, name, 30) if grade(*pair).grade is not Grade.COSMETIC]
    assert not wrong


@pytest.mark.parametrize("name", MEANING)
def test_an_edit_of_the_meaning_is_never_cosmetic(name: str) -> None:
    wrong = [pair for pair in random_edits(MEANING, name, 30) if grade(*pair).grade is Grade.COSMETIC]
    assert not wrong
