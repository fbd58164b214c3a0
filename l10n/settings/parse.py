"""`l10n.toml` as text, into settings; what does not fit is said in one sentence, with its line."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from l10n.errors import ProjectError, UsageError
from l10n.model.locale import canonical
from l10n.model.nearest import nearest
from l10n.settings import tables
from l10n.settings.faults import faults
from l10n.settings.tables import AdoptedSettings, EngineSettings, LocaleSettings, Settings

_Table = TypeVar("_Table")
_UNKNOWN = re.compile(r"Object contains unknown field `(.+?)`")
_NO_VALUE = re.compile(r"Invalid enum value '(.*)'")


def parse_settings(text: str, path: str = "l10n.toml") -> Settings:
    """Settings from TOML. Raises ProjectError with one sentence: the place, and what does not fit."""
    try:
        data = tomllib.loads(text)
        # tables with names of their own one by one, so that a fault can tell which
        locales = {
            canonical(tag): _convert(table, LocaleSettings, f"locales.{tag}")
            for tag, table in _named(data.get("locales")).items()
        }
        if not locales:
            raise _MisfitError("it names no locale; add a table such as [locales.nb].", "locales")
        for name, table in _named(data.get("engines")).items():
            _convert(table, EngineSettings, f"engines.{name}")
        for name, table in _named(data.get("adopted")).items():
            _convert(table, AdoptedSettings, f"adopted.{name}")
        settings = _convert({**data, "locales": {}}, Settings, "")
        settings = msgspec.structs.replace(
            settings,
            locales=locales,
            article_language=canonical(settings.article_language),
            chrome_language=canonical(settings.chrome_language),
            adopted={name: _canonical(table) for name, table in settings.adopted.items()},
        )
    except ProjectError as error:
        line = _line_of(text, str(error.values["key"]), str(error.values["value"]))
        raise ProjectError.of(error, path=path, line=line) from None
    except tomllib.TOMLDecodeError as error:
        raise ProjectError("settings-not-toml", "not valid TOML: {error}.", error=error, path=path) from None
    except UsageError as error:
        raise ProjectError.of(error, path=path) from None
    except _MisfitError as error:
        raise ProjectError("settings-misfit", error.message, path=path, line=_line_of(text, error.key)) from None
    except RecursionError:
        raise ProjectError("nested-too-deeply", "the values are nested too deeply.", path=path) from None
    for fault in faults(settings):
        raise ProjectError("settings-misfit", fault, path=path)
    return settings


def _canonical(table: AdoptedSettings) -> AdoptedSettings:
    spelling = {canonical(tag): name for tag, name in table.spelling.items()}
    return msgspec.structs.replace(table, language=canonical(table.language), spelling=spelling)


class _MisfitError(Exception):
    """A value that does not fit, with the key it stands under."""

    def __init__(self, message: str, key: str) -> None:
        super().__init__(message)
        self.message = message
        self.key = key


def _named(found: Any) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _convert(value: Any, table: type[_Table], where: str) -> _Table:
    try:
        return msgspec.convert(value, table)
    except msgspec.ValidationError as error:
        said, _, inside = str(error).partition(" - at `$")
        place = ".".join(part for part in (where, inside.strip(".`")) if part)
        if unknown := _UNKNOWN.match(said):
            key = unknown[1]
            near = nearest(key, _known_keys())
            hint = f"; did you mean {near!r}?" if near else "."
            raise _MisfitError(f"{f'[{place}] has' if place else 'there is'} no key {key!r}{hint}", key) from None
        key = place.removesuffix("[...]").rpartition(".")[2]
        if (wrong := _NO_VALUE.fullmatch(said)) and (allowed := _values_of(key)):
            raise _no_value(place.removesuffix("[...]"), key, wrong[1], allowed) from None
        raise _MisfitError(f"{f'{place}: ' if place else ''}{said}.", place.rpartition(".")[2]) from None


def _no_value(place: str, key: str, value: str, allowed: list[str]) -> ProjectError:
    near = nearest(value, allowed)
    return ProjectError(
        "settings-misfit",
        "{place}: there is no {value!r}.",
        place=place,
        key=key,
        value=value,
        allowed=", ".join(allowed),
        near=near,
        hint="Did you mean {near!r}? There are: {allowed}." if near else "There are: {allowed}.",
    )


def _structs() -> list[type[msgspec.Struct]]:
    return [found for found in vars(tables).values() if isinstance(found, type) and issubclass(found, msgspec.Struct)]


def _known_keys() -> list[str]:
    return sorted({name for struct in _structs() for name in struct.__struct_fields__})


def _values_of(key: str) -> list[str]:
    """The names that a key takes, itself or in its table; empty where it takes more than names."""
    for struct in _structs():
        kind = get_type_hints(struct).get(key)
        for found in (kind, *get_args(kind)):
            if isinstance(found, type) and issubclass(found, StrEnum):
                return list(map(str, found))
    return []


def _line_of(text: str, key: str, value: str = "") -> int | None:
    """The line that a key stands on with this value, or at all, where only one does."""
    numbered = list(enumerate(text.split("\n"), 1))
    if value and len(lines := [n for n, line in numbered if re.search(rf"""["']{re.escape(value)}["']""", line)]) == 1:
        return lines[0]
    lines = [n for n, line in numbered if re.search(rf"(?:^|[\s{{,.\[]){re.escape(key)}\s*[=\]]", line)]
    return lines[0] if len(lines) == 1 else None
