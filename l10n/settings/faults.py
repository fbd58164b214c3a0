"""What is wrong with settings that are well formed: names that nothing has, circles, addresses that lead astray."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from l10n.model.locale import canonical
from l10n.model.nearest import nearest
from l10n.settings.tables import AdoptedSettings, EngineSettings, LocaleSettings, Settings

_TAKEN_NAMES = frozenset({"argos", "apertium", "pseudo", "memory", "human", "maintainers"})
"""Engines on this machine, and what a text's origin says of people."""


def faults(settings: Settings) -> Iterator[str]:
    """One sentence for each fault, naming its table."""
    for tag, locale in settings.locales.items():
        if fault := _pivot_fault(tag, locale, settings) or _drafting_fault(locale, settings):
            yield f"[locales.{tag}]: {fault}."
    for name, engine in settings.engines.items():
        if fault := _engine_fault(name, engine):
            yield f"[engines.{name}]: {fault}."
    for name, adopted in settings.adopted.items():
        if fault := _adopted_fault(name, adopted, settings):
            yield f"[adopted.{name}]: {fault}."
    if fault := _checks_fault(settings):
        yield f"[checks]: {fault}."
    if not re.match(r"(?:https?:|mailto:|[^:]*$)", settings.site.privacy_url):
        yield f"[site]: the privacy_url {settings.site.privacy_url!r} is no web address."
    if fault := _site_url_fault(settings.site.url):
        yield f"[site]: the url {settings.site.url!r} {fault}."


def _pivot_fault(tag: str, locale: LocaleSettings, settings: Settings) -> str:
    seen = [tag]
    while locale.pivot:
        pivot = canonical(locale.pivot)
        if pivot not in settings.locales:
            return f"the pivot {locale.pivot!r} is not one of the locales"
        if pivot in seen:
            return f"its pivots go in a circle: {' → '.join([*seen, pivot])}"
        seen.append(pivot)
        locale = settings.locales[pivot]
    return ""


def _drafting_fault(locale: LocaleSettings, settings: Settings) -> str:
    from l10n import plugins

    for name in (*locale.engines("chrome"), *locale.engines("articles/")):
        is_local = name in plugins.BUILT_IN["engines"] or name in settings.engines
        if not is_local and name not in plugins.names("engines"):
            return f"there is no engine {name!r}; there are {', '.join([*plugins.names('engines'), *settings.engines])}"
    return ""


def _adopted_fault(name: str, adopted: AdoptedSettings, settings: Settings) -> str:
    if name in ("chrome", "articles") or name.startswith("articles/"):
        return "this name is taken by l10n's own catalogs"
    if outer := [other for other in settings.adopted if name.startswith(f"{other}/")]:
        return f"its catalogs would be those of [adopted.{outer[0]}], too; give it a name of its own"
    for key, pattern, ending in (("catalogs", adopted.catalogs, ".po"), ("template", adopted.template, ".pot")):
        if pattern and (fault := pattern_fault(pattern, ending)):
            return f"{key} {fault}"
    if "{locale}" not in adopted.catalogs:
        return 'catalogs has no {locale}, as in "locale/{locale}/LC_MESSAGES/messages.po"'
    template, has_domains = adopted.template, "{domain}" in adopted.catalogs
    if template and ("{locale}" in template or ("{domain}" in template) != has_domains):
        return "template has {domain} where catalogs has it, and never {locale}"
    return next(
        (f"spelling: {said!r} is no name of a folder" for said in adopted.spelling.values() if not _is_plain(said)), ""
    )


def pattern_fault(pattern: str, ending: str) -> str:
    """Why no file can be told by this pattern; empty where all is well."""
    if not pattern.endswith(ending):
        return f"is the path of a {ending} file"
    if not all(map(_is_plain, pattern.split("/"))):
        return "is a path from the project, of plain names joined by slashes"
    if set(re.findall(r"\{.*?\}", pattern)) - {"{locale}", "{domain}"} or pattern.count("{domain}") > 1:
        return "has {locale}, {domain} once, and nothing else in braces"
    return ""


def _is_plain(name: str) -> bool:
    """One step of a path that leads down: no name that is empty, hidden from the eye, or leads up or elsewhere."""
    return name not in ("", ".", "..") and name.isprintable() and not set(name) & set('/\\:*?"<>|[]')


def _checks_fault(settings: Settings) -> str:
    from l10n import plugins

    named = [*settings.checks.off, *settings.checks.severity]
    known = plugins.names("checks") if named else []
    unknown = [name for name in named if name not in known]
    if not unknown:
        return ""
    near = nearest(unknown[0], known)
    meant = f"did you mean {near!r}; " if near else ""
    return f"there is no check {unknown[0]!r}; {meant}there are {', '.join(known)}"


def _site_url_fault(url: str) -> str:
    """Feeds, sitemaps and canonical links put paths behind it, so it is whole and has nothing behind its path."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("https", "http") or not parts.hostname:
            return "is not a whole web address, such as https://example.org/news"
    except ValueError:
        return "is no web address"
    if parts.query or parts.fragment or "@" in parts.netloc:
        return "has more than a host and a path"
    if not re.fullmatch(r"[A-Za-z0-9._~:/!$&'()*+,;=%-]+", url):
        return "has signs that an address cannot have; write the host in its ASCII form, and the path with %-escapes"
    return ""


def _engine_fault(name: str, engine: EngineSettings) -> str:
    """What does not fit in the table of an engine; empty where all does."""
    from l10n import plugins
    from l10n.engines.service import address_fault

    speaks = engine.kind or name
    if name in _TAKEN_NAMES:
        return "this name is taken; call it something else, and say what it speaks: kind"
    if speaks in _TAKEN_NAMES or (speaks not in plugins.BUILT_IN["engines"] and speaks not in plugins.names("engines")):
        return 'say what it speaks: kind = "openai" or "libretranslate"'
    if fault := address_fault(engine.url, allow_http=engine.allow_http):
        return f"the url {fault}"
    if engine.key_env and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", engine.key_env):
        return "key_env is the name of an environment variable, never the key itself"
    if any(char.isspace() or not char.isprintable() for char in engine.model):
        return "the model's name holds blanks"
    if engine.budget_price is not None and engine.price is None:
        return "budget_price needs price, what 1,000 words cost"
    return ""
