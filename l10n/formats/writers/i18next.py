"""A catalog as i18next JSON v4, for programs that use i18next with the source text as key.

Such a program is set up with `keySeparator: false` and `nsSeparator: false`, because texts hold points and colons;
the role is i18next's context: `t("Avvis", { context: "button" })`.

Source: https://www.i18next.com/misc/json-format, https://www.i18next.com/translation-function/plurals.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from functools import lru_cache

from l10n.formats.writers import json_text
from l10n.model.catalog import Catalog
from l10n.model.locale import babel_locale
from l10n.model.message import Message
from l10n.model.state import State, standing

_EXPRESSION = re.compile(r"plural\s*=\s*([^;]+)")
_PLACE = re.compile(r"\{(\w+)\}")
_SAMPLES = (*range(201), 1000, 1_000_000)
"""Whole numbers among which every plural category that whole numbers have is met (CLDR's samples)."""
_JOINER = "\u2060"
"""Word joiner: it is not seen, and keeps i18next from reading a command in a text."""


def write(catalog: Catalog, locale: str, publishes: Callable[[State], bool]) -> str:
    """The messages whose state `publishes` says yes to. `{name}` becomes i18next's `{{name}}`; what would nest
    another text, or be filled in, is broken up, because i18next has no way to escape it."""
    texts: dict[str, str] = {}
    forms = _forms(locale, catalog.headers.get("Plural-Forms", ""))
    for message in catalog.live:
        if not publishes(standing(message).counted):
            continue
        key = message.msgid + (f"_{message.msgctxt}" if message.msgctxt else "")
        if message.msgid_plural is None:
            texts[key] = _text(message, message.text)
            continue
        for category, form in forms.items():
            texts[f"{key}_{category}"] = _text(message, message.msgstr[min(form, len(message.msgstr) - 1)])
    return json_text.serialize(dict(sorted(texts.items())))


@lru_cache
def _forms(locale: str, header: str) -> dict[str, int]:
    """CLDR's plural categories, each with the number of the gettext form that it is.

    A category that no whole number has (Polish `other`) gets the last form: gettext counts nothing but whole numbers.
    """
    rule = babel_locale(locale).plural_form
    expression = _EXPRESSION.search(header)
    form_of = gettext.c2py(expression[1].strip()) if expression else (lambda n: int(n != 1))
    found = {str(rule(n)): int(form_of(n)) for n in reversed(_SAMPLES)}
    last = max(found.values(), default=0)
    return {tag: found.get(tag, last) for tag in [*sorted(rule.tags), "other"]}


def _text(message: Message, text: str) -> str:
    broken = text.replace("$t(", f"${_JOINER}t(").replace("{{", "{" + _JOINER + "{")
    return _PLACE.sub(r"{{\1}}", broken) if "python-brace-format" in message.flags else broken
