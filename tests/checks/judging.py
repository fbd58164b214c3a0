"""Running checks on one pair of texts, as the step does."""

from __future__ import annotations

from l10n import plugins
from l10n.checks.contract import AnyCheck
from l10n.model.catalog import Catalog
from l10n.model.finding import Finding
from l10n.model.message import Message
from l10n.steps.check import check

ALL: list[AnyCheck] = [plugins.load("checks", name) for name in plugins.BUILT_IN["checks"]]
CHROME_ROLES = ("badge", "button", "heading of chrome", "cookie heading", "cookie text", "label")


def findings(
    source: str, target: str, locale: str = "nb", role: str = "paragraph", language: str = ""
) -> list[Finding]:
    """All findings on a translation. Chrome roles are translated from Bokmål, all others from English."""
    is_chrome = role in CHROME_ROLES or language == "nb"
    catalog = Catalog(messages=(Message(msgid=source, msgctxt=role, msgstr=(target,)),))
    return check(
        catalog,
        locale=locale,
        domain="chrome" if is_chrome else "articles/storm",
        source_language=language or ("nb" if is_chrome else "en"),
        checks=ALL,
    )


def ids(source: str, target: str, locale: str = "nb", role: str = "paragraph", language: str = "") -> set[str]:
    """The ids of the checks that found something."""
    return {finding.check for finding in findings(source, target, locale, role, language)}
