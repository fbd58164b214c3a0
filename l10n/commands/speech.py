"""The program's own words in the language of whoever reads them: English as it is written, or what its catalog has.

The catalogs are `locale/<language>.po`, beside this file; docs/own_words.py brings them up to the code. Which language
it is, the environment says, as for every gettext program: LANGUAGE, LC_ALL, LC_MESSAGES, LANG.
"""

from __future__ import annotations

import os
from functools import cache

from l10n.errors import L10nError, filled

LANGUAGES = ("nb",)
"""Beside English."""

_STANDS_FOR = {"no": "nb", "nn": "nb"}
"""Who reads Nynorsk reads Bokmål; `no` is an old name."""


def _(text: str, /, **values: object) -> str:
    """The text in the reader's language, with its `{name}` places filled."""
    return filled(translated(text), values)


def marked(text: str) -> str:
    """A text that is looked up later; the name by which it is found in the code."""
    return text


def translated(text: str) -> str:
    """The text in the reader's language, its places still open; as it is where nobody translated it."""
    language = spoken()
    return _catalog(language).get(text, text) if language else text


def counted(count: int, one: str, many: str) -> str:
    """Whichever of two forms the count asks for, in the reader's language."""
    return translated(one if count == 1 else many)


def told(fault: L10nError) -> tuple[str, str]:
    """What is wrong, and what to do, in the reader's language."""
    return fault.said(translated)


@cache
def spoken() -> str:
    """The language of the environment that we have a catalog of; "" for English, and for all others."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "C")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return ""
    for wish in (os.environ.get("LANGUAGE") or locale).split(":"):
        language = wish.partition(".")[0].partition("_")[0].lower()
        language = _STANDS_FOR.get(language, language)
        if language in LANGUAGES:
            return language
        if language == "en":
            break
    return ""


@cache
def _catalog(language: str) -> dict[str, str]:
    from importlib.resources import files

    from l10n.formats import po

    data = (files("l10n") / "commands" / "locale" / f"{language}.po").read_bytes()
    return {message.msgid: message.text for message in po.decode(data).catalog.live if message.has_text}
