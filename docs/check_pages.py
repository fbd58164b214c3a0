"""Writes docs/reference/checks/: a page for each check that l10n brings, and an index. Run by `make docs`."""

from __future__ import annotations

from pathlib import Path

from l10n import plugins
from l10n.checks.contract import AnyCheck
from l10n.checks.page import page, severities
from l10n.steps.check_signatures import CHECK_ID, PAGE, TITLE

FOLDER = Path(__file__).parent / "reference" / "checks"
_HEAD = """\
# Checks

What `l10n check` looks for. Each page is written from the check itself, whose examples are run: `make docs` writes \
them anew, `l10n check --explain ID` prints one. Categories are those of [MQM](https://themqm.org). How to write your \
own: [own-check.md](../../how-to/own-check.md).

| check | looks for | category | severity |
|---|---|---|---|
"""


def pages() -> dict[str, str]:
    """File name → text, the index first."""
    checks: list[AnyCheck] = [plugins.load("checks", name) for name in plugins.BUILT_IN["checks"]]
    rows = [
        f"| [{one.id}]({one.id}.md) | {one.title} | {one.category} | {', '.join(severities(one))} |" for one in checks
    ]
    rows.append(f"| [{CHECK_ID}]({CHECK_ID}.md) | {TITLE} | custom | error, warning |")
    found = {f"{one.id}.md": page(one) for one in checks}
    return {"README.md": _HEAD + "\n".join(rows) + "\n", **found, f"{CHECK_ID}.md": PAGE}


def main() -> None:
    wanted = pages()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
