"""Where things lie in a project, and loading and saving them as models."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from l10n.errors import ConflictError, InvalidInputError, ProjectError, UsageError
from l10n.formats import captured, po
from l10n.model.article import Article
from l10n.model.catalog import ARTICLES, CHROME, Catalog, article_domain
from l10n.model.chrome import ChromeString
from l10n.model.comment import Comment
from l10n.model.ledger import LedgerEntry
from l10n.settings import Settings, parse_settings
from l10n.workspace import files, links, locks
from l10n.workspace.interrupts import uninterrupted
from l10n.workspace.journal import Journal
from l10n.workspace.records import Records
from l10n.workspace.theme import theme_templates

SETTINGS = "l10n.toml"
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")


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
    _read: dict[Path, tuple[bytes | None, po.Document | None]] = field(default_factory=dict)
    """What each catalog held when it was read: a save needs it, to keep bytes and to see other writers."""
    saved: int = 0  # catalogs that were changed

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
        paths = {path.stem: path for path in (self.root / "articles").glob("*.md")}
        for slug, path in paths.items():
            try:
                self.article_path(slug)
            except UsageError as error:
                reason = f"{error.message} {error.hint}".strip()
                raise InvalidInputError(
                    "article-name",
                    "it cannot be read under this name.",
                    advice=reason,
                    path=self.shown(path),
                    hint="{advice}",
                ) from None
        return sorted(paths)

    def unread_articles(self) -> list[str]:
        """Markdown files in folders below `articles/`, which no command reads."""
        return sorted(self.shown(path) for path in (self.root / "articles").glob("*/**/*.md"))

    def article_path(self, slug: str) -> Path:
        """Raises UsageError for a slug that is more than a file name."""
        if not _SLUG.fullmatch(slug):
            raise UsageError(
                "article-name",
                "{slug!r} cannot name an article.",
                slug=slug,
                hint="Use a-z, 0-9 and hyphens: tokyo-forum.",
            )
        if slug == CHROME:
            raise UsageError(
                "article-name", "No article can be called chrome: it is the name of the words around all of them."
            )
        return self.root / "articles" / f"{slug}.md"

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

    def domains(self) -> list[str]:
        """Chrome first, then the articles."""
        return [CHROME, *(article_domain(slug) for slug in self.article_slugs())]

    def template_path(self, domain: str) -> Path:
        return self.root / "catalogs" / "templates" / f"{domain}.pot"

    def catalog_path(self, locale: str, domain: str) -> Path:
        return self.root / "catalogs" / locale / f"{domain}.po"

    def load_template(self, domain: str) -> Catalog | None:
        return self._load(self.template_path(domain))

    def load_catalog(self, locale: str, domain: str) -> Catalog | None:
        """The catalog, or None where there is none yet. Raises InvalidInputError with path:line."""
        return self._load(self.catalog_path(locale, domain))

    def save_templates(self, templates: Mapping[str, Catalog]) -> list[str]:
        """Write templates, whatever stood there, all or none; the domains whose template changed."""
        places = {self.template_path(domain): domain for domain in templates}
        return [places[path] for path in self._write({p: po.encode(templates[d]) for p, d in places.items()})]

    def is_template_current(self, domain: str, catalog: Catalog) -> bool:
        """True when `save_templates` would not change it."""
        path = self.template_path(domain)
        return self._bytes(path) == po.encode(catalog)

    def source_bytes(self, domain: str) -> list[bytes | None]:
        """What a template is made from: the article's file, or the theme's templates and the captured chrome."""
        if domain == CHROME:
            theme = [f"{name}\0{text}".encode() for name, text in theme_templates(self.root).items()]
            return [*theme, self._bytes(self.records.captured_path) or b""]
        path = self.article_path(domain.removeprefix(ARTICLES))
        return [self._bytes(path)]

    def orphan_templates(self) -> list[str]:
        """Domains of templates whose article is gone, sorted."""
        slugs = {path.stem for path in (self.root / "catalogs" / "templates" / "articles").glob("*.pot")}
        return [article_domain(slug) for slug in sorted(slugs.difference(self.article_slugs()))]

    def orphan_catalogs(self, locale: str) -> list[str]:
        """Domains of a locale's catalogs whose article is gone, sorted."""
        slugs = {path.stem for path in (self.root / "catalogs" / locale / "articles").glob("*.po")}
        return [article_domain(slug) for slug in sorted(slugs.difference(self.article_slugs()))]

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
        path = self.catalog_path(locale, domain)
        if path not in self._read:
            self._load(path)
        before, document = self._read[path]
        data = po.encode(catalog, document)
        if data != before and self._bytes(path) != before:
            raise ConflictError(
                "changed-meanwhile",
                "{path} was changed by someone else meanwhile.",
                path=self.shown(path),
                hint="It was left alone; run the command again to work on the new text.",
            )
        with uninterrupted():
            with files.all_or_none({self._place(path): data}, self.shown):
                # the ledger before the catalog: a verdict whose text never arrived seals nothing
                self.records.append_ledger(locale, verdicts)
                self.records.append_comments(locale, comments)
            self.saved += data != before
        self._read[path] = (data, self.decode(data))
        return data != before

    def read_document(self, locale: str, domain: str) -> po.Document | None:
        """The catalog as a file, with its lines; nothing of it is kept, so it cannot be saved."""
        return self._decoded(self.catalog_path(locale, domain))[1]

    def _load(self, path: Path) -> Catalog | None:
        self._read[path] = (_, document) = self._decoded(path)
        return document.catalog if document else None

    def _decoded(self, path: Path) -> tuple[bytes | None, po.Document | None]:
        """What is on the disk, its entries understood. Raises InvalidInputError with path:line."""
        data = self._bytes(path)
        if data is not None and not data.strip():
            again = "l10n extract" if path.suffix == ".pot" else "l10n sync"
            raise InvalidInputError(
                "file-empty",
                "the file is empty.",
                again=again,
                path=self.shown(path),
                hint="Restore it from your version control, or delete it and run: {again}",
            )
        try:
            document = None if data is None else self.decode(data)
            if document is not None:
                _ = document.catalog
            return data, document
        except InvalidInputError as error:
            raise error.at(self.shown(path)) from None

    # ---- bytes

    def _bytes(self, path: Path) -> bytes | None:
        return files.read_bytes(self._place(path), self.shown(path))

    def _write(self, contents: Mapping[Path, bytes]) -> list[Path]:
        """Write files, all or none; those that changed."""
        places = {self._place(path): path for path in contents}
        true = {place: contents[path] for place, path in places.items()}
        return [places[place] for place in files.write_all(true, self.shown)]

    def _place(self, path: Path) -> Path:
        return links.place(path, self.root, self.shown(path))

    def shown(self, path: Path) -> str:
        """The path as people are shown it: relative to where the project is."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
