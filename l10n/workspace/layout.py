"""Where catalogs and templates lie: in `catalogs/`, or, where another tool made them, where that tool wants them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.model.catalog import ARTICLES, CHROME
from l10n.model.locale import gettext_name
from l10n.settings import AdoptedSettings, Settings

CATALOGS = "catalogs"
TEMPLATES = "templates"
LOCALE, DOMAIN = "{locale}", "{domain}"

Name = tuple[str, str]
"""(locale, domain)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Paths of catalogs and templates, relative to the project, and back again. Reads the disk only to list."""

    settings: Settings

    def catalog(self, locale: str, domain: str) -> str:
        """`catalogs/nb/articles/ferries.po`; for an adopted domain, `locale/nb/LC_MESSAGES/django.po`."""
        found = self._adopted(domain)
        if found is None:
            return f"{CATALOGS}/{locale}/{domain}.po"
        name, table = found
        return _filled(table.catalogs, _spelt(table, locale), _inside(domain, name))

    def template(self, domain: str) -> str | None:
        """The template; None for an adopted domain that has none, whose catalogs say what there is to translate."""
        found = self._adopted(domain)
        if found is None:
            return f"{CATALOGS}/{TEMPLATES}/{domain}.pot"
        name, table = found
        return _filled(table.template, "", _inside(domain, name)) if table.template else None

    def adopted_domains(self, root: Path) -> list[str]:
        """The domains whose catalogs another tool made, in the order of l10n.toml; those of one table sorted."""
        found: list[str] = []
        for name, table in self.settings.adopted.items():
            if DOMAIN not in table.catalogs:
                found.append(name)
                continue
            patterns = [_filled(table.catalogs, _spelt(table, tag), DOMAIN) for tag in self.settings.locales]
            patterns += [table.template] if table.template else []
            found += sorted({f"{name}/{inside}" for pattern in patterns for inside in _listed(root, pattern)})
        return found

    def name_of(self, path: str) -> Name | None:
        """The catalog that lies at a path; None for what is none, or whose locale the project does not have."""
        if path.startswith(f"{CATALOGS}/") and path.endswith(".po"):
            _, locale, domain = (*path.removesuffix(".po").split("/", 2), "", "")[:3]
            return (locale, domain) if domain and locale != TEMPLATES else None
        for name, table in self.settings.adopted.items():
            for tag in self.settings.locales:
                inside = _matched(path, _filled(table.catalogs, _spelt(table, tag), DOMAIN))
                if inside is not None:
                    return tag, f"{name}/{inside}" if inside else name
        return None

    def folders(self) -> list[str]:
        """The folders that hold all catalogs; none named where one may lie anywhere in the project."""
        adopted = [_folder(table.catalogs).rstrip("/") for table in self.settings.adopted.values()]
        return [] if "" in adopted else list(dict.fromkeys((CATALOGS, *adopted)))

    def adopted_patterns(self) -> list[str]:
        """Globs for all that was adopted: catalogs, and their templates."""
        tables = self.settings.adopted.values()
        files = [path for table in tables for path in (table.catalogs, table.template) if path]
        return list(dict.fromkeys(f"{_folder(path)}**/*{Path(path).suffix}" for path in files))

    def _adopted(self, domain: str) -> tuple[str, AdoptedSettings] | None:
        if not self.settings.adopted or domain == CHROME or domain.startswith(ARTICLES):
            return None
        return self.settings.adopting(domain)


def _folder(pattern: str) -> str:
    """The folder that all that fits a pattern lies in, with a slash; empty for the project."""
    before, slash, _ = pattern.partition("{")[0].rpartition("/")
    return before + slash


def _spelt(table: AdoptedSettings, locale: str) -> str:
    return table.spelling.get(locale) or gettext_name(locale)


def _inside(domain: str, name: str) -> str:
    return domain.removeprefix(name).removeprefix("/")


def _filled(pattern: str, locale: str, domain: str) -> str:
    return pattern.replace(LOCALE, locale).replace(DOMAIN, domain)


def _matched(path: str, pattern: str) -> str | None:
    """What stands for the domain in a path; empty where the pattern has none, None where the path is another."""
    before, field, after = pattern.partition(DOMAIN)
    if not field:
        return "" if path == pattern else None
    is_like = path.startswith(before) and path.endswith(after) and len(path) > len(before) + len(after)
    return path[len(before) : len(path) - len(after)] if is_like else None


def _listed(root: Path, pattern: str) -> Iterator[str]:
    """The domains of all files that a pattern fits."""
    top = root / pattern.partition(DOMAIN)[0].rpartition("/")[0]
    for folder, _, names in os.walk(top):
        for name in names:
            path = (Path(folder) / name).relative_to(root).as_posix()
            inside = _matched(path, pattern)
            if inside and inside.isprintable() and ":" not in inside:
                yield inside
