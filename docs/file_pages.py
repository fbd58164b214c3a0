"""Writes docs/reference/files.md: where things lie in a project, and what is in them. Run by `make docs`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import docstrings

from l10n import plugins
from l10n.model.article import Article, Card, Image
from l10n.model.chrome import ChromeString
from l10n.model.comment import Comment
from l10n.model.dismissal import Dismissal
from l10n.model.glossary import Term
from l10n.model.ledger import LedgerEntry

DOCS = Path(__file__).parent
PAGE = DOCS / "reference" / "files.md"
COMMENTS = {
    "l10n-state": "the state that somebody gave it",
    "l10n-seal": "a hash of role, source and translation; where it no longer fits, the state is not believed",
    "l10n-by": "who said so, and when: `Ola Nordmann <ola@example.org> 2026-01-05T10:11Z`",
    "l10n-origin": "who wrote the text: `human`, `memory`, or engine, model and version",
    "l10n-changed": "what changed in the source since: `number: “70%” → “75%”`",
    "l10n-carried": "where the text was taken from, when a paragraph was split or joined",
    "l10n-note": "what a machine lost or did not know while it drafted",
    "l10n-pivot": "which text of the pivot locale a draft was made from, by its seal",
    "l10n-suggestion": "what a machine suggests beside a stale text; nothing publishes it",
    "l10n-theirs": "the other text of a merge conflict",
}
"""The translator comments that are l10n's own; a test holds them against the code."""
_HEAD = """\
# Files

Everything that l10n keeps is plain text in the project's folder, made to be committed, merged and read by people. \
Parts of this page are written from the code by `make docs`.

```
l10n.toml                             settings
articles/<slug>.md                    an article: YAML front matter, then Markdown
theme/                                templates of your own, for pages
memory/*.tmx                          earlier translations that were imported
catalogs/
  captured.jsonl                      the words around articles, as ingest met them
  templates/chrome.pot                what there is to translate: of the theme and of captured pages
  templates/articles/<slug>.pot       … and of each article
  <locale>/chrome.po                  the translations
  <locale>/articles/<slug>.po
  <locale>/reviews.jsonl              the ledger: every verdict, by the seal of the text
  <locale>/comments.jsonl             what people say to each other
  <locale>/dismissals.jsonl           findings that are no faults, and why
  <locale>/glossary.csv               the words to use
dist/                                 what `l10n build` wrote (see bundle.md); not to be committed
.l10n/                                caches, a lock, an unfinished run; not to be committed, may be deleted
```

Files are UTF-8. A `.po` file in another charset that its header names is read and written in that charset. A \
`.jsonl` file holds one JSON object a line; the three in a locale's folder are only ever added to, so that git can \
merge them by `union` (`l10n git-setup` tells it so).

## Catalogs

Ordinary gettext PO files, which every PO editor and `msgfmt -c` take. What l10n adds stands in translator comments, \
because these survive every gettext tool ([why](../decisions/0003-states-and-seals.md)):
"""
_FRONT_MATTER = """\
The front matter of `articles/<slug>.md`. Other keys are kept, and passed on; a page shows `date`, `updated` and \
`author` ([bundles](bundle.md))."""
_JSON = """\
## JSON

What `--json` writes, and the files of a build, have a `schema` with a number. Under the same number a field may be \
added; one that goes or changes its meaning gets a new number. `l10n-toml.schema.json` is for \
[editors](settings.md)."""


def pages() -> dict[Path, str]:
    """The page's path → its text."""
    rows = [f"| `# {key}: …` | {said} |" for key, said in COMMENTS.items()]
    parts = [
        _HEAD,
        "\n".join(["| comment | holds |", "|---|---|", *rows]),
        _fields("Articles", _FRONT_MATTER, Article),
        _fields("", "Each of `images`:", Image),
        _fields("", "Each of `cards`:", Card),
        _fields("The ledger", "", LedgerEntry),
        _fields("Comments", "", Comment),
        _fields("Dismissals", "", Dismissal),
        _fields("Captured chrome", "One line of `catalogs/captured.jsonl`.", ChromeString),
        _fields("The glossary", "Columns of `catalogs/<locale>/glossary.csv`; forms are parted by `|`.", Term),
        "## What goes in and out\n\n"
        f"`l10n ingest` reads {_names('readers')}; a build writes {_names('writers')} beside each page "
        "([bundles](bundle.md)). Packages add others ([Python API](python-api.md)). `l10n export`, `import`, `tm` and "
        "`glossary` know XLIFF 1.2, 2.0 and 2.1, CSV, XLSX, TMX 1.4b and TBX-Basic "
        "([which for what](../how-to/cat-tools.md)).",
        _JSON,
        "\n".join(["| schema | of |", "|---|---|", *_schemas()]),
    ]
    return {PAGE: "\n\n".join(part.strip("\n") for part in parts if part) + "\n"}


def _fields(title: str, said: str, owner: type[Any]) -> str:
    heads = [f"## {title}"] if title else []
    about = said or " ".join((owner.__doc__ or "").split())
    types = docstrings.annotations(owner)
    rows = [
        f"| `{name}` | <code>{types[name].replace('|', '&#124;')}</code> | {text.replace('|', '&#124;')} |"
        for name, text in docstrings.of_fields(owner).items()
        if (owner, name) not in {(Article, "slug"), (Article, "body"), (Article, "extra")}
    ]
    return "\n\n".join([*heads, about, "\n".join(["| key | type | |", "|---|---|---|", *rows])])


def _names(kind: plugins.Kind) -> str:
    return ", ".join(f"`{name}`" for name in plugins.BUILT_IN[kind])


def _schemas() -> list[str]:
    found = {
        path: json.loads(path.read_text(encoding="utf-8"))["title"]
        for path in sorted(DOCS.glob("schemas/*-[0-9].json"))
    }
    return [f"| [{path.name}](../schemas/{path.name}) | {title} |" for path, title in found.items()]


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
