"""`l10n export --format mo`: catalogs as gettext programs load them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.commands.console import plural, say
from l10n.commands.policy import policy
from l10n.commands.speech import _
from l10n.errors import InvalidInputError, UsageError
from l10n.model.catalog import short_name
from l10n.workspace import Workspace, files
from l10n.workspace.output import check_output

COMPILED = "mo"


def export_compiled(workspace: Workspace, locale: str, domains: Sequence[str], output: Path | None) -> None:
    """Write what may be published of each catalog: one to a file, or all to a folder.

    Raises UsageError for no place, or one for too many; InvalidInputError, with path:line, for a broken catalog.
    """
    if output is None:
        raise UsageError(
            "not-for-a-terminal",
            "An .{name} file cannot be shown.",
            name=COMPILED,
            hint="Name a file: --output FILE.{name}",
        )
    is_file = output.suffix.lower() == f".{COMPILED}" and not output.is_dir()
    if is_file and len(domains) > 1:
        raise UsageError(
            "one-file-for-one-article",
            "{articles} do not go into one file.",
            articles=plural(len(domains), "article"),
            hint="Name one of them, or a folder: --output FOLDER",
        )
    check_output(output, workspace.root)
    for domain in domains:
        path = output if is_file else output / f"{short_name(domain)}.{locale}.{COMPILED}"
        files.write_atomic(path, _compiled(workspace, locale, domain), str(path))
        say(_("Wrote {output}.", output=path))


def _compiled(workspace: Workspace, locale: str, domain: str) -> bytes:
    from l10n.formats.writers import mo

    data, shown = workspace.read_catalog(locale, domain), workspace.shown(workspace.catalog_path(locale, domain))
    if data is None:
        raise InvalidInputError(
            "no-catalog-yet", "there is no catalog yet.", path=shown, hint="Make it: l10n extract && l10n sync"
        )
    try:
        return mo.compile_po(data, policy(workspace.settings, locale).publishes)
    except InvalidInputError as error:
        raise error.at(shown) from None
