"""Drafts in the locale's own quotation marks and percent signs."""

from __future__ import annotations

import pytest

from l10n.steps.own_signs import in_own_signs
from tests.checks.right import RIGHT

CASES = [
    ("da", "Hun sagde: «Vi er enige.» Og «nej».", "Hun sagde: »Vi er enige.« Og »nej«."),
    ("da", "«Styrke ‘nytten’ af „det“.»", "»Styrke ‘nytten’ af „det“.«"),
    ("nb", "Hun sa: “Vi er ‘enige’ nå.”", "Hun sa: «Vi er ‘enige’ nå.»"),
    ("nb", "“Vi er 'enige' nå,” sa hun.", "«Vi er ‘enige’ nå,» sa hun."),
    ("nn", 'Trykk "Lagre" her.', "Trykk «Lagre» her."),
    ("sv", "«Hej», sa hon.", "”Hej”, sa hon."),
    ("de", "«Hallo, “Welt”», sagte sie.", "„Hallo, ‚Welt‘“, sagte sie."),
    ("nb", '[“Ja”](x "y") **“nei”**', '[«Ja»](x "y") **«nei»**'),
    ("nb", "70% av produksjonen, 1,8 % av salget", "70\u00a0% av produksjonen, 1,8\u00a0% av salget"),
    ("en", "«Yes», 70 %", "“Yes”, 70 %"),
]
AS_THEY_ARE = [
    ("nb", "Skriv `echo \"a\" 5%` <b title=\"x\">her</b>."),
    ("nb", '{"navn": "verdi", "andel": 5%}'),
    ("nb", "En 27\" skjerm, rock 'n' roll, firmaenes’ og don't"),
    ("nb", "Han sa: “Vi er enige."),
    ("nb", "Et 100%-krav på %d og %s%%"),
    ("da", "I „køen“ og “køen”"),
    ("fr", 'Il dit : "Oui."'),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "text", "expected"), CASES)
def test_what_is_certain_is_changed(locale: str, text: str, expected: str) -> None:
    assert in_own_signs(text, locale) == expected
    assert in_own_signs(expected, locale) == expected


@pytest.mark.parametrize(("locale", "text"), AS_THEY_ARE)
def test_all_else_stays(locale: str, text: str) -> None:
    assert in_own_signs(text, locale) == text


def test_marks_in_correct_translations_stay() -> None:
    """But straight ones, which a manual keeps on purpose."""
    changed = [
        (target, new)
        for locale, _, _, target in RIGHT
        if (new := in_own_signs(target, locale)).replace("\u00a0", " ") != target.replace("\u00a0", " ")
    ]
    assert [target for target, _ in changed if '"' not in target and "'" not in target] == []
