"""Where things lie in a project, and loading and saving them as models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from l10n.errors import InvalidInputError, ProjectError, UsageError
from l10n.formats import captured, po
from l10n.model.article import Article
from l10n.model.catalog import CHROME, Catalog, article_domain
from l10n.model.chrome import ChromeString
from l10n.model.comment import Comment
from l10n.model.ledger import LedgerEntry
from l10n.settings import Settings, parse_settings
from l10n.workspace import files, links, locks, together
from l10n.workspace.catalog_files import CatalogEdit, CatalogFiles
from l10n.workspace.journal import Journal
from l10n.workspace.layout import Layout
from l10n.workspace.records import Records
from l10n.workspace.slugs import checked, names_in, slugs_in

SETTINGS = "l10n.toml"


def _read_article(text: str, slug: str) -> Article:
    from l10n.formats.readers.markdown import article  # it brings YAML along, and most commands read no article

    return article.parse(text, slug)


@dataclass
class Workspace:
    """A project folder. Paths in messages are shown relative to it."""

    root: Path
    decode: Callable[[bytes], po.Document] = po.decode
    """How a catalog's bytes are read; a server hands in one that remembers what it has read before."""
    read_article: Callable[[str, str], Article] = _read_article
    """How an article's text is read, given its slug; likewise."""

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """The project that `start` lies in. Raises ProjectError where no folder above it has an l10n.toml."""
        start = start.resolve()
        for folder in (start, *start.parents):
            if (folder / SETTINGS).is_file():
                return cls(folder)
        raise ProjectError(
            "no-project",
            "There is no {settings} in {start} or in any folder above it.",
            settings=SETTINGS,
            start=start,
            hint="Begin a project here: l10n init. Or go to the one you have, or name it: l10n --project FOLDER …",
        )

    @cached_property
    def settings(self) -> Settings:
        data = files.read_bytes(self.root / SETTINGS, SETTINGS)
        return parse_settings(files.decode_utf8(data or b"", SETTINGS))

    @cached_property
    def catalog_files(self) -> CatalogFiles:
        """Catalogs and templates by their paths, and what they held when they were read."""
        return CatalogFiles(self.root, self.decode, self.catalog_path)

    @cached_property
    def layout(self) -> Layout:
        """Where catalogs and templates lie."""
        return Layout(self.settings)

    @property
    def records(self) -> Records:
        """What is kept beside the catalogs: verdicts, comments, glossaries and the like."""
        return Records(self.root)

    def lock(self) -> AbstractContextManager[None]:
        """Hold the project against other writers; a second one gets ConflictError at once."""
        return locks.private_lock(self.root / ".l10n")

    def journal(self) -> Journal:
        """What machines have answered in a run that is under way, or that was killed."""
        path = self.root / ".l10n" / "answers.jsonl"
        return Journal(self._place(path), self.shown(path))

    # ---- articles

    def article_slugs(self) -> list[str]:
        """Slugs of all source articles, sorted. Raises InvalidInputError for a file whose name cannot be a slug."""
        return slugs_in(self.root / "articles")

    def unread_articles(self) -> list[str]:
        """Markdown files in folders below `articles/`, which no command reads."""
        return sorted(self.shown(path) for path in (self.root / "articles").glob("*/**/*.md"))

    def article_path(self, slug: str) -> Path:
        """Raises UsageError for a slug that is more than a file name."""
        return self.root / "articles" / f"{checked(slug)}.md"

    def load_article(self, slug: str) -> Article:
        path = self.article_path(slug)
        data = self._bytes(path)
        if data is None:
            known = ", ".join(self.article_slugs()) or "none"
            raise UsageError(
                "no-such-article",
                "There is no article {slug!r}.",
                slug=slug,
                known=known,
                hint="The project has: {known}.",
            )
        text = files.decode_utf8(data, self.shown(path))
        try:
            return self.read_article(text, slug)
        except InvalidInputError as error:
            raise error.at(self.shown(path)) from None

    def save_reading(self, article: Article, strings: Iterable[ChromeString]) -> bool:
        """Write an article and all captured chrome, both or neither; True if a file changed."""
        from l10n.formats.writers import markdown as markdown_writer

        chrome, text = captured.serialize(strings).encode(), markdown_writer.serialize(article).encode()
        return bool(self._write({self.records.captured_path: chrome, self.article_path(article.slug): text}))

    # ---- catalogs

    def own_domains(self) -> list[str]:
        """Chrome first, then the articles; nothing where all that the project has was adopted."""
        slugs = self.article_slugs()
        for slug in self.settings.adopted.keys() & slugs:
            fault = f"[adopted.{slug}]: an article has this name; give it another one."
            raise ProjectError("settings-misfit", fault, path=SETTINGS)
        has_chrome = slugs or not self.settings.adopted or self.template_path(CHROME).is_file()
        return [*([CHROME] if has_chrome else []), *map(article_domain, slugs)]

    def domains(self) -> list[str]:
        """The project's own, then those that were adopted."""
        return [*self.own_domains(), *self.layout.adopted_domains(self.root)]

    def has_template(self, domain: str) -> bool:
        """False where the catalogs of an adopted domain themselves say what there is to translate."""
        if not self.settings.adopted:
            return True
        path = self.layout.template(domain)
        return self.settings.adopting(domain) is None or (path is not None and (self.root / path).is_file())

    def template_path(self, domain: str) -> Path:
        """Raises ProjectError for an adopted domain that names none."""
        path = self.layout.template(domain)
        if path is None:
            hint = "Name the one that its tool writes, in l10n.toml: template"
            raise ProjectError("no-template-yet", "{domain} has no template.", domain=domain, hint=hint)
        return self.root / path

    def catalog_path(self, locale: str, domain: str) -> Path:
        return self.root / self.layout.catalog(locale, domain)

    def wanted_path(self, locale: str, domain: str) -> Path:
        """The file that says what there is to translate: the template, or the catalog itself where there is none."""
        return self.template_path(domain) if self.has_template(domain) else self.catalog_path(locale, domain)

    def load_template(self, domain: str) -> Catalog | None:
        return self.catalog_files.load(self.template_path(domain)) if self.has_template(domain) else None

    def load_catalog(self, locale: str, domain: str) -> Catalog | None:
        """The catalog, or None where there is none yet. Raises InvalidInputError with path:line."""
        return self.catalog_files.load(self.catalog_path(locale, domain))

    def save_templates(self, templates: Mapping[str, Catalog]) -> list[str]:
        """Write templates, whatever stood there, all or none; the domains whose template changed."""
        places = {self.template_path(domain): domain for domain in templates}
        return [places[path] for path in self._write({p: po.encode(templates[d]) for p, d in places.items()})]

    def is_template_current(self, domain: str, catalog: Catalog) -> bool:
        """True when `save_templates` would not change it."""
        path = self.template_path(domain)
        return self._bytes(path) == po.encode(catalog)

    def orphan_templates(self) -> list[str]:
        """Domains of templates whose article is gone, sorted."""
        slugs = names_in(self.root / "catalogs" / "templates" / "articles", ".pot")
        return [article_domain(slug) for slug in sorted(set(slugs).difference(self.article_slugs()))]

    def orphan_catalogs(self, locale: str) -> list[str]:
        """Domains of a locale's catalogs whose article is gone, sorted."""
        slugs = names_in(self.root / "catalogs" / locale / "articles", ".po")
        return [article_domain(slug) for slug in sorted(set(slugs).difference(self.article_slugs()))]

    def remove_template(self, domain: str) -> None:
        """Remove a template; the catalogs of its locales hold people's work and stay."""
        files.remove(self.template_path(domain), self.shown(self.template_path(domain)))

    def save_catalog(
        self,
        locale: str,
        domain: str,
        catalog: Catalog,
        verdicts: Iterable[LedgerEntry] = (),
        comments: Iterable[Comment] = (),
    ) -> bool:
        """Write the catalog, unchanged messages byte for byte; True if the file changed.

        The verdicts that made it so go into the ledger, and comments that follow it beside: all is written, or
        nothing. Raises ConflictError if the catalog is no longer what it was when this workspace read it.
        """
        return bool(self.catalog_files.save([CatalogEdit(locale, domain, catalog, tuple(verdicts), tuple(comments))]))

    def read_document(self, locale: str, domain: str) -> po.Document | None:
        """The catalog as a file, with its lines; nothing of it is kept, so it cannot be saved."""
        return self.catalog_files.read(self.catalog_path(locale, domain))[1]

    def read_catalog(self, locale: str, domain: str) -> bytes | None:
        """The catalog in its bytes, not looked into; None where there is none yet."""
        return self._bytes(self.catalog_path(locale, domain))

    # ---- bytes

    def _bytes(self, path: Path) -> bytes | None:
        return files.read_bytes(self._place(path), self.shown(path))

    def _write(self, contents: Mapping[Path, bytes]) -> list[Path]:
        """Write files, all or none; those that changed."""
        places = {self._place(path): path for path in contents}
        true = {place: contents[path] for place, path in places.items()}
        return [places[place] for place in together.write_all(true, self.shown)]

    def _place(self, path: Path) -> Path:
        return links.place(path, self.root, self.shown(path))

    def shown(self, path: Path) -> str:
        """The path as people are shown it: relative to where the project is."""
        return links.shown(path, self.root)
