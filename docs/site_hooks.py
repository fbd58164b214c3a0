"""What MkDocs does for us beside its own: the navigation of whole folders, and the list of decisions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def on_config(config: Any) -> Any:
    """Complete each section of the navigation with the pages of its folder that it does not name, sorted.

    A section's folder is that of its first page. A new how-to or decision is then found by readers without anyone
    having to think of it.
    """
    docs = Path(config["docs_dir"])
    for section in config["nav"]:
        if isinstance(section, dict):
            ((title, entries),) = section.items()
            if isinstance(entries, list):
                section[title] = [*entries, *_missing(docs, entries)]
    return config


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """List the decisions below their index: in the repository, the folder itself is the list."""
    index = Path(config["docs_dir"]) / page.file.src_uri
    if page.file.src_uri != "decisions/README.md":
        return markdown
    others = sorted(path for path in index.parent.glob("*.md") if path != index)
    return markdown + "\n" + "\n".join(f"- [{_title(path)}]({path.name})" for path in others)


def _title(page: Path) -> str:
    found = _TITLE.search(page.read_text(encoding="utf-8"))
    return found[1] if found else page.stem


def _missing(docs: Path, entries: list[Any]) -> list[Any]:
    named = set(_paths(entries))
    folder = (docs / next(_paths(entries))).parent
    if folder == docs:
        return []
    pages = [path.relative_to(docs).as_posix() for path in sorted(folder.glob("*.md"))]
    folders = [_section(docs, path) for path in sorted(folder.iterdir()) if (path / "README.md").is_file()]
    return [page for page in pages if page not in named] + [one for one in folders if not named & set(_paths([one]))]


def _section(docs: Path, folder: Path) -> dict[str, list[str]]:
    """A folder in a folder, `reference/checks/`, as a section under the title of its index."""
    pages = sorted(folder.glob("*.md"), key=lambda path: (path.name != "README.md", path.name))
    return {_title(pages[0]): [page.relative_to(docs).as_posix() for page in pages]}


def _paths(entries: list[Any]) -> Any:
    """Every page that the navigation names, however deep."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            for value in entry.values():
                yield from _paths(value if isinstance(value, list) else [value])
