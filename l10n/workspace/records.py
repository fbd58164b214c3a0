"""What a project keeps beside its catalogs: captured chrome, verdicts, comments, dismissals, glossaries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from l10n.errors import InvalidInputError
from l10n.formats import captured, dismissals, glossary_csv, ledger
from l10n.formats import comments as comment_lines
from l10n.model.chrome import ChromeString
from l10n.model.comment import Comment
from l10n.model.dismissal import Dismissal
from l10n.model.glossary import Term
from l10n.model.ledger import LedgerEntry
from l10n.workspace import files, links

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Records:
    """The files below `catalogs/` that are no catalogs. Ledgers of any kind are only ever added to.

    Loading raises InvalidInputError with path:line; a file that is not there holds nothing.
    """

    root: Path
    """Of the project."""

    @property
    def captured_path(self) -> Path:
        return self.root / "catalogs" / "captured.jsonl"

    def glossary_path(self, locale: str) -> Path:
        return self._beside(locale, "glossary.csv")

    def load_captured(self) -> list[ChromeString]:
        """Chrome strings that ingest met, in file order."""
        path = self.captured_path
        return self._parsed(path, lambda data: captured.parse(files.decode_utf8(data, self._shown(path))))

    def load_ledger(self, locale: str) -> list[LedgerEntry]:
        return self._parsed(self._beside(locale, "reviews.jsonl"), ledger.parse)

    def append_ledger(self, locale: str, entries: Iterable[LedgerEntry]) -> None:
        """Add verdicts, all or none of them."""
        self._append(self._beside(locale, "reviews.jsonl"), map(ledger.serialize, entries))

    def load_comments(self, locale: str) -> list[Comment]:
        return self._parsed(self._beside(locale, "comments.jsonl"), comment_lines.parse)

    def append_comments(self, locale: str, entries: Iterable[Comment]) -> None:
        """Add comments, all or none of them."""
        self._append(self._beside(locale, "comments.jsonl"), map(comment_lines.serialize, entries))

    def load_dismissals(self, locale: str) -> list[Dismissal]:
        return self._parsed(self._beside(locale, "dismissals.jsonl"), dismissals.parse)

    def append_dismissals(self, locale: str, entries: Iterable[Dismissal]) -> None:
        """Add dismissals, all or none of them."""
        self._append(self._beside(locale, "dismissals.jsonl"), map(dismissals.serialize, entries))

    def load_glossary(self, locale: str) -> tuple[Term, ...]:
        """The locale's terms."""
        path = self.glossary_path(locale)
        return self._parsed(path, lambda data: glossary_csv.parse(files.decode_utf8(data, self._shown(path))))

    def save_glossary(self, locale: str, terms: Iterable[Term]) -> bool:
        """Write the locale's terms; True if the file changed."""
        path = self.glossary_path(locale)
        return files.write_atomic(self._place(path), glossary_csv.serialize(terms).encode(), self._shown(path))

    def _beside(self, locale: str, name: str) -> Path:
        return self.root / "catalogs" / locale / name

    def _parsed(self, path: Path, parse: Callable[[bytes], Parsed]) -> Parsed:
        try:
            return parse(files.read_bytes(self._place(path), self._shown(path)) or b"")
        except InvalidInputError as error:
            raise error if error.path else error.at(self._shown(path)) from None

    def _append(self, path: Path, lines: Iterable[str]) -> None:
        text = "\n".join(lines)
        if text:
            files.append_line(self._place(path), text, self._shown(path))

    def _place(self, path: Path) -> Path:
        return links.place(path, self.root, self._shown(path))

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()
