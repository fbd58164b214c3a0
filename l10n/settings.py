"""`l10n.toml`: what the project is, and what each locale may do. Read once, never written."""

from __future__ import annotations

import tomllib
from typing import Annotated, Literal

import msgspec

from l10n.errors import ProjectError, UsageError
from l10n.model.locale import canonical
from l10n.model.state import State

Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]
Fallback = Literal["pivot", "source", "draft", "fail"]


class GateSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """May a locale of an article go out? Yes when `percent` of its words are at least in `state`."""

    state: State = State.TRANSLATED
    percent: Percent = 100.0


class LocaleSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One `[locales.<tag>]` table."""

    engine: str = ""
    """Who drafts it: `argos`, `apertium`, `pseudo`; empty for nobody."""
    pivot: str = ""
    """Draft from this locale's translations instead of from the source language."""
    pivot_state: State = State.REVIEWED
    """The least state a pivot text must have to be drafted from."""
    fallback: Fallback = "source"
    """What stands where a message is below the gate's state: the pivot's text or else the source's, the
    source's, the machine's draft or else the pivot's or the source's, or nothing goes out at all."""
    gate: GateSettings = GateSettings()
    reviewers: tuple[str, ...] = ()
    """Who may review it, as addresses or `Name <address>`; empty for everyone."""


class ReviewSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The `[review]` table."""

    four_eyes: bool = False
    """The writer of a text cannot review it."""


class ChecksSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The `[checks]` table."""

    off: tuple[str, ...] = ()
    """Ids of checks that do not run."""


class SiteSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The `[site]` table: what the theme needs to know."""

    name: str = "l10n"
    privacy_url: str = "#privacy"
    """Where links whose target is `privacy` lead."""


class Settings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A whole `l10n.toml`. Every key is optional but `locales`."""

    locales: dict[str, LocaleSettings]
    """Target locales by canonical tag, in the file's order."""
    article_language: str = "en"
    chrome_language: str = "nb"
    site: SiteSettings = SiteSettings()
    checks: ChecksSettings = ChecksSettings()
    review: ReviewSettings = ReviewSettings()

    def locale(self, tag: str) -> LocaleSettings:
        """The settings of a locale, given in any spelling. Raises UsageError for one the project does not have."""
        known = self.locales.get(canonical(tag))
        if known is None:
            names = ", ".join(self.locales)
            raise UsageError(f"The project has no locale {tag!r}.", hint=f"It has {names}; add others in l10n.toml.")
        return known

    def source_language(self, domain: str) -> str:
        """The language that a domain's msgids are written in (law 2)."""
        return self.chrome_language if domain == "chrome" else self.article_language

    def chosen(self, tags: list[str] | None) -> list[str]:
        """The canonical tags asked for, or all of the project's. Raises UsageError for an unknown one."""
        for tag in tags or ():
            self.locale(tag)
        return [canonical(tag) for tag in tags] if tags else list(self.locales)


def parse_settings(text: str, path: str = "l10n.toml") -> Settings:
    """Settings from TOML. Raises ProjectError with one sentence: the place, and what does not fit."""
    try:
        settings = msgspec.convert(tomllib.loads(text), Settings)
        locales = {canonical(tag): value for tag, value in settings.locales.items()}
        settings = msgspec.structs.replace(
            settings,
            locales=locales,
            article_language=canonical(settings.article_language),
            chrome_language=canonical(settings.chrome_language),
        )
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(f"not valid TOML: {error}.", path=path) from None
    except (msgspec.ValidationError, UsageError) as error:
        raise ProjectError(f"{error}", path=path) from None
    for tag, value in settings.locales.items():
        if value.pivot and canonical(value.pivot) not in settings.locales:
            raise ProjectError(f"the pivot {value.pivot!r} of locale {tag!r} is not one of the locales.", path=path)
    return settings
