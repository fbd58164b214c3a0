"""The files that come back: which they are, what stands in them, and which locale they are of."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from l10n.commands.domains import domain_of
from l10n.errors import InvalidInputError, UsageError
from l10n.formats import exchange
from l10n.model.exchange import ExchangeFile
from l10n.model.locale import canonical
from l10n.workspace import Workspace
from l10n.workspace.inputs import read_named

_LIMIT = 64 * 1024 * 1024


def files_to_import(paths: list[Path]) -> list[Path]:
    """The files that are named, and for a folder those in it that `export` writes there, sorted."""
    suffixes = {known.suffix for known in exchange.FORMATS.values()}
    found = []
    for path in paths:
        inside = sorted(one for one in path.iterdir() if one.suffix.lower() in suffixes) if path.is_dir() else [path]
        if not inside:
            raise UsageError(
                "no-such-file",
                "There is no file to import in {path}.",
                path=path,
                sorted=", ".join(sorted(suffixes)),
                hint="Known: {sorted}.",
            )
        found += inside
    return found


def read_exchange(path: Path) -> list[ExchangeFile]:
    """The file's texts. Raises UsageError where another command reads it, InvalidInputError where none can."""
    suffix = path.suffix.lower()
    if suffix == ".po":
        raise UsageError(
            "catalog-not-exported",
            "{path} is a catalog, and no exported file.",
            path=path,
            hint="Merge it with what it came from: l10n merge BASE OURS {path}",
        )
    data = read_named(path, str(path), limit=_LIMIT + 1)
    try:
        if len(data) > _LIMIT:
            raise InvalidInputError(
                "file-too-large",
                "it is larger than {megabytes} MB.",
                megabytes=_LIMIT // 1024 // 1024,
                hint="Export fewer texts.",
            )
        found = exchange.read(data, suffix=suffix)
        if not found:
            raise InvalidInputError(
                "no-text", "there is no text in it.", hint="Export it again from the tool it came from."
            )
    except InvalidInputError as error:
        raise error.at(str(path)) from None
    return found


def locale_of(workspace: Workspace, one: ExchangeFile, path: Path, wanted: str) -> str:
    """The locale that a file's texts belong to. Raises InvalidInputError for languages that are not those here."""
    domain = domain_of(workspace, one.domain)
    ours = workspace.settings.source_language(domain)
    tag, source = _known(one.target_language, workspace.settings.locales), _known(one.source_language, [ours])
    workspace.settings.locale(tag)
    if wanted and canonical(wanted) != tag:
        raise InvalidInputError(
            "other-language",
            "its texts are in {tag}, and not in {wanted}.",
            tag=tag,
            wanted=canonical(wanted),
            path=str(path),
        )
    if source != ours:
        raise InvalidInputError(
            "other-language",
            "it translates {domain} from {source}, which is written in {ours}.",
            domain=domain,
            source=source,
            ours=ours,
            path=str(path),
        )
    return tag


def _known(language: str, known: Collection[str]) -> str:
    """The tag that a tool means, which may insist on a region: `en-US` for `en`."""
    tag = canonical(language)
    alike = [one for one in known if one.partition("-")[0] == tag.partition("-")[0]]
    return alike[0] if tag not in known and len(alike) == 1 else tag
