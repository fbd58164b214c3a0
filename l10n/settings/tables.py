"""The tables of `l10n.toml`: what the project is, and what each locale may do."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from l10n.errors import UsageError
from l10n.model.finding import Severity
from l10n.model.locale import canonical
from l10n.model.publishing import Fallback, Labelling, Partial
from l10n.model.state import State

Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]
EngineName = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9-]{0,30}$")]


class GateSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """May a locale of an article go out? Yes when `percent` of its words are at least in `state`."""

    state: State = State.TRANSLATED
    """The least that a text must be, to count."""
    percent: Percent = 100.0
    """How many of the words must be that, those of the chrome that the page uses among them."""
    mandatory: tuple[str, ...] = ()
    """Roles of which every text must be in that state, whatever the percentage: `["title", "cookie text"]`."""
    checks: bool = False
    """Nor may a text stand in which `l10n check` finds an error that nobody has dismissed."""


class EngineSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One `[engines.<name>]` table: a service that texts may be sent to."""

    kind: str = ""
    """What it speaks, `openai`, `libretranslate` or an engine that was added; empty where the table is named so:
    `[engines.openai]`."""
    url: str
    """`https://api.example.com/v1`; http only for this machine, unless `allow_http` is set."""
    allow_http: bool = False
    """Send unencrypted, to another machine of your own network."""
    model: str = ""
    """The model's name, which `openai` needs; for `libretranslate` a note of your own."""
    key_env: str = ""
    """The environment variable that holds the key; empty where the service takes none. Keys stand nowhere else."""
    timeout: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 60.0
    """Seconds for one request."""
    retries: Annotated[int, msgspec.Meta(ge=0, le=10)] = 4
    """Further attempts at a request that was not answered; one, where the service hung until the timeout."""
    retry_wait: Annotated[float, msgspec.Meta(ge=0, le=60)] = 2.0
    """Seconds before the first of them, doubled for each one after it; a server's Retry-After goes before."""
    budget_words: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """The most words that one run may send."""
    price: Annotated[float, msgspec.Meta(gt=0)] | None = None
    """What 1,000 words cost, in the money that you pay in."""
    budget_price: Annotated[float, msgspec.Meta(gt=0)] | None = None
    """The most that one run may cost; needs `price`."""

    @property
    def words_allowed(self) -> int | None:
        """The lesser of the two budgets, in words; None where there is none."""
        limits = [] if self.budget_words is None else [self.budget_words]
        if self.budget_price is not None and self.price is not None:
            limits.append(int(self.budget_price / self.price * 1000))
        return min(limits, default=None)


EngineChoice = str | tuple[str, ...]
"""One engine, or several in order of preference."""


class LocaleSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One `[locales.<tag>]` table: what the project does in this language."""

    engine: EngineChoice | dict[Literal["chrome", "articles"], EngineChoice] = ""
    """Who drafts it: `"argos"`; `["openai", "argos"]`, the second where the first cannot; or a choice by domain,
    `{ chrome = "apertium", articles = ["openai", "argos"] }`. Empty for nobody."""
    pivot: str = ""
    """Draft from this locale's translations instead of from the source language."""
    pivot_state: State = State.REVIEWED
    """The least state a pivot text must have to be drafted from."""
    fallback: Fallback = Fallback.SOURCE
    """What stands where a message is below the gate's state: `source`; `pivot`, or else the source; `draft`, or else
    the pivot or the source; `last-approved`, or else the source; `omit`; or `fail`, nothing goes out at all."""
    fallback_of: dict[str, Fallback] = {}
    """The same for single roles: `{ caption = "omit", title = "fail" }`."""
    gate: GateSettings = GateSettings()
    """May it go out? A table of its own, below."""
    partial: Partial = Partial.SKIP
    """Where some of its articles may not go out: `skip` these, or `fail` the whole locale."""
    reviewers: tuple[str, ...] = ()
    """Who may review it, as addresses or `Name <address>`; empty for everyone."""

    def engines(self, domain: str) -> tuple[str, ...]:
        """The engines that draft a domain, the preferred one first; none for nobody."""
        choice = self.engine
        if isinstance(choice, dict):
            choice = choice.get("chrome" if domain == "chrome" else "articles", "")
        return tuple(name for name in ((choice,) if isinstance(choice, str) else choice) if name)


class ReviewSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The `[review]` table: the rules of review."""

    four_eyes: bool = False
    """The writer of a text cannot review it."""
    rubber_stamp: Annotated[int, msgspec.Meta(ge=0)] = 5
    """The most machine drafts as they came that one command approves without a reason."""


class ChecksSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The `[checks]` table: what the project wants of the checks."""

    off: tuple[str, ...] = ()
    """Ids of checks that do not run."""
    severity: dict[str, Severity] = {}
    """How grave the findings of a check are here, by its id: `{ length = "hint" }`."""
    profile: Annotated[str, msgspec.Meta(pattern="^[a-z0-9-]*$")] = ""
    """The house style: `ntb`, `sprakradet`; empty for what is usual in the locale."""


class SiteSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The `[site]` table: what the theme needs to know."""

    name: str = "l10n"
    """The site's name, as pages and feeds show it."""
    privacy_url: str = "#privacy"
    """Where links whose target is `privacy` lead."""
    url: str = ""
    """Where the built folder is served, `https://example.org/news`. Without it, no feed, sitemap or canonical link."""
    responsible_editor: str = ""
    """Who holds editorial responsibility; see `[disclosure]`."""
    signing_key: str = ""
    """The key that signs the manifest of a build: a file, by its path from the project or from `~`. Empty for none."""
    legal_roles: tuple[str, ...] = ()
    """Roles of law and consent beside the cookie notice's own: neither a draft nor an older text stands there."""


class DisclosureSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The `[disclosure]` table: what a page says of machine-made texts."""

    label: Labelling = Labelling.UNLESS_REVIEWED
    """`unless-reviewed`: all but those that a reviewer vouches for on a site with a responsible editor; `always`; or
    `drafts`, only what nobody vouches for. Drafts are labelled under each of them."""


DomainName = Annotated[
    str, msgspec.Meta(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.+@-]*(/[A-Za-z0-9_][A-Za-z0-9_.+@-]*)*$", max_length=200)
]


class AdoptedSettings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One `[adopted.<domain>]` table: catalogs that another tool made, worked on where they lie."""

    catalogs: str
    """Their paths, with `{locale}`: `locale/{locale}/LC_MESSAGES/django.po`. With `{domain}` as well, the table stands
    for every file in that place, each a domain of its own below the table's name: `docs/usage/install`."""
    template: str = ""
    """The path of the template, with `{domain}` where the catalogs have it. It is read, and never written; without
    one, the catalogs say what there is to translate."""
    language: str = "en"
    """The language that the msgids are written in."""
    spelling: dict[str, str] = {}
    """What stands for `{locale}` where it is not gettext's own name of a locale: `{ nb = "no" }`."""


class Settings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A whole `l10n.toml`. Every key is optional but `locales`."""

    locales: dict[str, LocaleSettings]
    """Target locales by canonical tag, in the file's order."""
    article_language: str = "en"
    """The language that articles are written in."""
    chrome_language: str = "nb"
    """The language that the words around articles are written in."""
    site: SiteSettings = SiteSettings()
    """What the theme needs to know."""
    disclosure: DisclosureSettings = DisclosureSettings()
    """What a page says of machine-made texts."""
    engines: dict[EngineName, EngineSettings] = {}
    """Services that texts may be sent to, by the names that locales and drafts call them."""
    adopted: dict[DomainName, AdoptedSettings] = {}
    """Catalogs that another tool made, by the name of their domain."""
    checks: ChecksSettings = ChecksSettings()
    """What the project wants of the checks."""
    review: ReviewSettings = ReviewSettings()
    """The rules of review."""

    def locale(self, tag: str) -> LocaleSettings:
        """The settings of a locale, given in any spelling. Raises UsageError for one the project does not have."""
        known = self.locales.get(canonical(tag))
        if known is None:
            names = ", ".join(self.locales)
            raise UsageError(
                "no-such-locale",
                "The project has no locale {tag!r}.",
                tag=tag,
                names=names,
                hint="It has {names}; add others in l10n.toml.",
            )
        return known

    def source_language(self, domain: str) -> str:
        """The language that a domain's msgids are written in (law 2)."""
        if domain == "chrome":
            return self.chrome_language
        adopted = self.adopting(domain) if self.adopted else None
        return adopted[1].language if adopted else self.article_language

    def adopting(self, domain: str) -> tuple[str, AdoptedSettings] | None:
        """The table that adopts a domain, with its name; None for a domain of l10n's own."""
        if domain in self.adopted:
            return domain, self.adopted[domain]
        return next((one for one in self.adopted.items() if domain.startswith(f"{one[0]}/")), None)

    def chosen(self, tags: list[str] | None) -> list[str]:
        """The canonical tags asked for, or all of the project's. Raises UsageError for an unknown one."""
        for tag in tags or ():
            self.locale(tag)
        return [canonical(tag) for tag in tags] if tags else list(self.locales)
