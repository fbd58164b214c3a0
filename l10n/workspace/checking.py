"""What a project's checks are handed: which of them run, and what they may know of a locale."""

from __future__ import annotations

from collections.abc import Iterator

from l10n import plugins
from l10n.checks.background import Background
from l10n.checks.contract import AnyCheck
from l10n.errors import EngineError, InvalidInputError
from l10n.model.catalog import CHROME
from l10n.model.state import State, standing
from l10n.workspace.project import Workspace


def wanted_checks(workspace: Workspace, chosen: list[str] | None = None) -> list[AnyCheck]:
    """The checks asked for by id, or all that the project wants.

    Raises UsageError for one that is not there, EngineError for one of another package that cannot be used.
    """
    off = workspace.settings.checks.off
    return [load_check(name) for name in chosen or plugins.names("checks") if chosen or name not in off]


def load_check(name: str) -> AnyCheck:
    """A check by its id. Raises as `wanted_checks` does."""
    found = plugins.load("checks", name)
    if not isinstance(found, AnyCheck):
        raise EngineError(
            "part-unfit",
            "What is installed as the check {name!r} is no check.",
            name=name,
            hint="Ask whoever wrote it.",
        )
    if found.id != name:
        raise EngineError(
            "part-unfit",
            "The check {name!r} calls itself {own!r}.",
            name=name,
            own=found.id,
            hint="Its entry point must have the name that it reports.",
        )
    return found


def background(workspace: Workspace, locale: str) -> Background:
    """The locale's glossary, the house style, and the words of its chrome that people vouch for.

    A chrome catalog that cannot be read adds no words; to say so is for whoever checks that catalog.
    """
    try:
        approved = tuple(_approved(workspace, locale))
    except InvalidInputError:
        approved = ()
    return Background(
        terms=workspace.records.load_glossary(locale), profile=workspace.settings.checks.profile, approved=approved
    )


def _approved(workspace: Workspace, locale: str) -> Iterator[str]:
    """Chrome that is written in the locale, or that was translated into it by people."""
    if workspace.settings.source_language(CHROME) == locale:
        template = workspace.load_template(CHROME)
        yield from (message.msgid for message in template.live) if template else ()
    elif chrome := workspace.load_catalog(locale, CHROME):
        for message in chrome.live:
            if standing(message).state.rank >= State.TRANSLATED.rank:
                yield from message.msgstr
