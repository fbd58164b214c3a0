"""Publish chrome: the words around articles, for programs that show them outside of pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from l10n.formats.writers import gettext_js, i18next, mo
from l10n.model.catalog import CHROME, Catalog
from l10n.model.locale import gettext_name
from l10n.model.state import State


def publish_chrome(catalog: Catalog, locale: str, publishes: Callable[[State], bool]) -> dict[str, bytes]:
    """Compiled gettext in the layout that every gettext runtime looks for, i18next JSON and gettext.js JSON, by path.

    What `publishes` says no to is not in them: such a program has no way to label a draft, and shows the source.
    """
    compiled, for_i18next, for_gettext_js = paths(locale)
    return {
        compiled: mo.encode(catalog, publishes),
        for_i18next: i18next.write(catalog, locale, publishes).encode(),
        for_gettext_js: gettext_js.write(catalog, locale, publishes).encode(),
    }


def publish_source(template: Catalog, locale: str) -> dict[str, bytes]:
    """The same for the language that chrome is written in: every text is its own translation."""
    texts = [
        replace(one, msgstr=(one.msgid,) if one.msgid_plural is None else (one.msgid, one.msgid_plural))
        for one in template.live
    ]
    return publish_chrome(Catalog(header=template.header, messages=tuple(texts)), locale, lambda _: True)


def paths(locale: str) -> tuple[str, str, str]:
    """Where a locale's chrome lies: `.mo` under the name that gettext gives the locale, JSON under its tag."""
    return (
        f"locale/{gettext_name(locale)}/LC_MESSAGES/{CHROME}.mo",
        f"{CHROME}/{locale}.i18next.json",
        f"{CHROME}/{locale}.gettext.json",
    )
