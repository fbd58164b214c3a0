"""Catalogs as files: reading one with its faults told, and what is to be saved of one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import ConflictError, InvalidInputError
from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.comment import Comment
from l10n.model.ledger import LedgerEntry
from l10n.workspace import files, links, together
from l10n.workspace.interrupts import uninterrupted
from l10n.workspace.records import Records


@dataclass(frozen=True, slots=True)
class CatalogEdit:
    """A catalog to be saved, with the verdicts that made it so and the comments that follow it."""

    locale: str
    domain: str
    catalog: Catalog
    verdicts: tuple[LedgerEntry, ...] = ()
    comments: tuple[Comment, ...] = ()


class CatalogFiles:
    """The catalogs and templates of a project, by path.

    What each held when it was read is kept: a save needs it, to leave bytes as they are and to see other writers.
    """

    def __init__(self, root: Path, decode: Callable[[bytes], po.Document], place: Callable[[str, str], Path]) -> None:
        """`place` says where the catalog of a locale and a domain lies."""
        self._root, self._decode, self._place = root, decode, place
        self._read: dict[Path, tuple[bytes | None, po.Document | None]] = {}
        self.saved = 0
        """How many catalogs were changed."""

    def load(self, path: Path) -> Catalog | None:
        """The messages, or None where there is no such file. Raises InvalidInputError with path:line."""
        self._read[path] = (_, document) = self.read(path)
        return document.catalog if document else None

    def read(self, path: Path) -> tuple[bytes | None, po.Document | None]:
        """What is on the disk, its entries understood; nothing of it is kept. Raises InvalidInputError as `load`."""
        shown, data = self._shown(path), self._bytes(path)
        if data is not None and not data.strip():
            again = "l10n extract" if path.suffix == ".pot" else "l10n sync"
            raise InvalidInputError(
                "file-empty",
                "the file is empty.",
                again=again,
                path=shown,
                hint="Restore it from your version control, or delete it and run: {again}",
            )
        try:
            document = None if data is None else self._decode(data)
            if document is not None:
                _ = document.catalog
            return data, document
        except InvalidInputError as error:
            raise error.at(shown) from None

    def save(self, edits: Sequence[CatalogEdit]) -> list[Path]:
        """Write catalogs with all that belongs to them, all or none; those that changed. They share their flushes.

        Raises ConflictError if one of them is no longer what it was when it was read here.
        """
        data = {self._path(edit): self._encoded(edit) for edit in edits}
        changed = [path for path, new in data.items() if new != self._read[path][0]]
        places = {links.place(path, self._root, self._shown(path)): new for path, new in data.items()}
        records = Records(self._root)
        with uninterrupted():
            with together.all_or_none(places, self._shown):
                # the ledger before the catalog: a verdict whose text never arrived seals nothing
                for locale in dict.fromkeys(edit.locale for edit in edits):
                    its_own = [edit for edit in edits if edit.locale == locale]
                    records.append_ledger(locale, [entry for edit in its_own for entry in edit.verdicts])
                    records.append_comments(locale, [said for edit in its_own for said in edit.comments])
            self.saved += len(changed)
        self._read |= {path: (new, self._decode(new)) for path, new in data.items()}
        return changed

    def digest(self, path: Path) -> str:
        """The sha256 of what a file held when it was last loaded or saved; empty where there was none."""
        data, _ = self._read.get(path, (None, None))
        return "" if data is None else hashlib.sha256(data).hexdigest()

    def forget(self, path: Path) -> None:
        """Let go of what a file held, for a run over very many."""
        self._read.pop(path, None)

    def _encoded(self, edit: CatalogEdit) -> bytes:
        path = self._path(edit)
        if path not in self._read:
            self.load(path)
        before, document = self._read[path]
        data = po.encode(edit.catalog, document)
        if data != before and self._bytes(path) != before:
            raise ConflictError(
                "changed-meanwhile",
                "{path} was changed by someone else meanwhile.",
                path=self._shown(path),
                hint="It was left alone; run the command again to work on the new text.",
            )
        return data

    def _path(self, edit: CatalogEdit) -> Path:
        return self._place(edit.locale, edit.domain)

    def _bytes(self, path: Path) -> bytes | None:
        return files.read_bytes(links.place(path, self._root, self._shown(path)), self._shown(path))

    def _shown(self, path: Path) -> str:
        return links.shown(path, self._root)
