"""Pictures that lie beside the articles: `articles/photos/ferry.jpg`, which an article calls `photos/ferry.jpg`."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from l10n.errors import InvalidInputError
from l10n.model.picture import MEDIA_TYPES, Picture
from l10n.workspace import files, links

FOLDER = "articles"


def is_local(src: str) -> bool:
    """True for an address that means a file beside the article: relative, and with nothing but a path."""
    try:
        parts = urlsplit(src)
    except ValueError:
        return False
    return bool(parts.path) and not parts.path.startswith("/") and parts._replace(path="").geturl() == ""


def load_picture(root: Path, src: str) -> Picture:
    """A file below `articles/`. Raises InvalidInputError where it is not there, is no picture, or leads elsewhere."""
    shown = f"{FOLDER}/{unquote(src)}"
    ending = shown.rpartition(".")[2].lower()
    if ending not in MEDIA_TYPES:
        raise InvalidInputError(
            "not-a-picture",
            "this is no picture that browsers show.",
            advice=", ".join(MEDIA_TYPES),
            path=shown,
            hint="{advice}",
        )
    folder = root / FOLDER
    data = files.read_bytes(links.place(folder / unquote(src), folder, shown), shown)
    if data is None:
        raise InvalidInputError("picture-missing", "an article shows this picture, and it is not there.", path=shown)
    return Picture(ending=ending, data=data)
