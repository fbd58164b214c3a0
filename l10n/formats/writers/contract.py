"""What a writer is given, and what it gives back: one file of a bundle.

Writers are named by the file they write. Others than the built-in ones are added by an entry point in the group
`l10n.writers`, whose name is the file: `"article.xml" = "my_package:write"`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from markupsafe import Markup

from l10n.formats.writers import theme as themes
from l10n.formats.writers.disclosure import Disclosure, disclose
from l10n.formats.writers.site import Site
from l10n.model.bundle import Bundle
from l10n.model.dateline import Dateline
from l10n.model.message import MessageKey
from l10n.model.picture import Picture
from l10n.model.publishing import Verdict


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A bundle that goes out, and where it stands among the others."""

    bundle: Bundle
    site: Site
    locales: tuple[str, ...] = ()
    """Those that the article can be read in, this one among them, in menu order."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The files that come with the bundle, by the address that the article knows them under."""
    theme: themes.Theme = themes.DEFAULT
    chrome: frozenset[MessageKey] = frozenset()
    """The words around the article that its page uses."""
    verdict: Verdict | None = None
    body: Markup | None = None
    """The article's body as its page has it, once that is written: see `Wording.body`."""

    @cached_property
    def dateline(self) -> Dateline:
        return Dateline.of(self.bundle.source.extra)

    @cached_property
    def disclosure(self) -> Disclosure:
        return disclose(self.bundle)

    @property
    def default_locale(self) -> str:
        """For readers whose language there is not: the one it was written in, or else the first of the menu."""
        written = self.bundle.source.lang
        return written if written in self.locales or not self.locales else self.locales[0]

    def address(self, name: str = "index.html", *, locale: str = "") -> str:
        """Where a file of the bundle, or of a sibling, is found: whole, or relative where the site has no address."""
        bundle = self.bundle
        if not self.site.url and not locale:
            return name
        return self.site.address(bundle.slug, locale or bundle.locale, name)

    def judged(self, chrome: frozenset[MessageKey], body: Markup, verdict: Verdict) -> Publication:
        """The same, with what its page turned out to use and to hold, and what the gate says."""
        return replace(self, chrome=chrome, body=body, verdict=verdict)


Writer = Callable[[Publication], str]
"""The file's text. Pure: the same publication is the same text."""
