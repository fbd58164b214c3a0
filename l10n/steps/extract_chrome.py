"""The theme's words and the chrome met on captured pages into one template."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from l10n.errors import InvalidInputError
from l10n.model.catalog import CHROME, Catalog
from l10n.model.chrome import ChromeString
from l10n.model.header import template_header
from l10n.model.message import Message, MessageKey

COMMENT_TAG = "NOTE:"
"""Begins a template comment that is meant for translators."""
_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "pgettext": ((1, "c"), 2),
    "ngettext": (1, 2),
    "npgettext": ((1, "c"), 2, 3),
}
_NAMED = re.compile(r"%\(\w+\)[#0 +-]*[\d.]*[a-zA-Z]")
_BRACED = re.compile(r"\{[a-z_]\w*\}")


def extract_chrome(templates: Mapping[str, str], captured: Iterable[ChromeString], *, language: str) -> Catalog:
    """The chrome template: words of the theme's templates (name → text) in their order, then captured ones.

    Captured chrome in other languages than `language` is left out. A message that several places use is listed
    once, with all their notes. Raises InvalidInputError, naming template and line, for a template that Jinja2
    cannot read.
    """
    found: dict[MessageKey, Message] = {}
    for name, text in templates.items():
        for message in _words_of(name, text):
            before = found.get(message.key)
            found[message.key] = message if before is None else _merged(before, message)
    for string in sorted(captured, key=lambda string: (string.context, string.id, string.text)):
        if string.lang == language:
            found.setdefault(
                MessageKey(string.context, string.text), Message(msgctxt=string.context, msgid=string.text)
            )
    return Catalog(header=template_header(CHROME, language), messages=tuple(found.values()))


def _words_of(name: str, text: str) -> Iterator[Message]:
    from babel.messages.extract import extract
    from jinja2 import TemplateSyntaxError

    file = io.BytesIO(text.encode())
    # without `silent`, Babel would take a broken template for one without words
    options = {"silent": "false", "encoding": "utf-8"}
    try:
        for _, words, notes, context in extract("jinja2.ext:babel_extract", file, _KEYWORDS, [COMMENT_TAG], options):
            singular, plural = words[:2] if isinstance(words, tuple) else (words, None)
            yield Message(
                msgctxt=context,
                msgid=singular,
                msgid_plural=plural,
                msgstr=("",) if plural is None else ("", ""),
                extracted=tuple(note for note in notes if note),
                flags=_format_flags(singular),
            )
    except TemplateSyntaxError as error:
        raise InvalidInputError(
            "template-not-jinja",
            "not a Jinja2 template: {message}.",
            message=error.message,
            path=name,
            line=error.lineno,
        ) from None


def _format_flags(text: str) -> tuple[str, ...]:
    """Flags for texts that do hold named placeholders. Babel's own rule takes "70% of" for one."""
    flags = [("python-format", _NAMED), ("python-brace-format", _BRACED)]
    return tuple(flag for flag, pattern in flags if pattern.search(text))


def _merged(one: Message, other: Message) -> Message:
    """The first, with the notes and the plural of the second."""
    plural = one if one.msgid_plural is not None else other
    return replace(plural, extracted=tuple(dict.fromkeys((*one.extracted, *other.extracted))))
