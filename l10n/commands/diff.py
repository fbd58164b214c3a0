"""`l10n diff`: what changed between two states of the catalogs."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer

from l10n.commands import session
from l10n.commands.console import one_line, plural, put, put_json, say, styled
from l10n.commands.options import DomainsOption, JsonOption, LocalesOption
from l10n.commands.word_marks import marked
from l10n.errors import UsageError
from l10n.model.catalog import ARTICLES, Catalog
from l10n.model.change import Change, Kind, Side
from l10n.model.locale import canonical
from l10n.segmentation.wording import pieces
from l10n.steps.diff import diff as diff_catalogs
from l10n.workspace.revisions import Snapshot, at_revision, in_folder

_TITLES = {
    Kind.NEW: "new message",
    Kind.GONE: "message gone",
    Kind.SOURCE: "source edited",
    Kind.TEXT: "translation edited",
    Kind.STATE: "state",
}


def diff(
    ctx: typer.Context,
    sides: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REV[..REV] | OLD NEW]", help="Revisions or folders to compare.", show_default=False),
    ] = None,
    locale: LocalesOption = None,
    article: DomainsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what changed between two states of the catalogs, by message.

    Without arguments, what is on disk is held against the last commit. A revision is held against what is on disk,
    A..B against each other; two folders need no git. Changes of meaning (a number, a name, a negation) come first,
    marked with "!"; state changes are told in words. Where the source is shown, it is the one of the newer side.

    Example: l10n diff main..HEAD --locale nb
    """
    old, new, names = _both_sides(ctx, sides or [])
    tags = _named("locale", {tag for tag, _ in (*old, *new)}, [canonical(one) for one in locale or ()])
    slugs = {domain.removeprefix(ARTICLES) for _, domain in (*old, *new)}
    domains = _named("article", slugs, [one.removeprefix(ARTICLES) for one in article or ()])
    changes = [
        change
        for tag, domain in sorted({**old, **new})
        if tag in tags and domain.removeprefix(ARTICLES) in domains
        for change in diff_catalogs(
            old.get((tag, domain), Catalog()), new.get((tag, domain), Catalog()), locale=tag, domain=domain
        )
    ]
    if as_json:
        put_json("diff/1", {"old": names[0], "new": names[1], "changes": [_row(change) for change in changes]})
        return
    for (tag, domain), group in groupby(changes, key=lambda change: (change.locale, change.domain)):
        put(styled(f"{tag}  {domain}", "bold"))
        for change in group:
            _print(change)
    say(f"{names[0]} → {names[1]}: {_summary(changes)}.")


def _both_sides(ctx: typer.Context, sides: list[str]) -> tuple[Snapshot, Snapshot, tuple[str, str]]:
    """The catalogs on both sides, and what the sides are called."""
    if len(sides) > 2:
        raise UsageError("diff compares two sides.", hint="l10n diff OLD..NEW, or l10n diff OLD-FOLDER NEW-FOLDER")
    if len(sides) == 2 and all(Path(side).is_dir() for side in sides):
        return in_folder(Path(sides[0])), in_folder(Path(sides[1])), (sides[0], sides[1])
    root = session.workspace(ctx).root
    if len(sides) == 1 and ".." in sides[0]:
        if "..." in sides[0]:
            raise UsageError("diff takes two dots, not three.", hint=f"Write {sides[0].replace('...', '..')}")
        sides = [side or "HEAD" for side in sides[0].split("..", 1)]
    old = sides[0] if sides else "HEAD"
    if len(sides) == 2:
        return _one_side(root, old), _one_side(root, sides[1]), (old, sides[1])
    return _one_side(root, old), in_folder(root, shown=Path()), (old, "on disk")


def _one_side(root: Path, name: str) -> Snapshot:
    """A folder where there is one of that name that holds catalogs, else a revision."""
    return in_folder(Path(name)) if Path(name).is_dir() else at_revision(root, name)


def _named(what: str, known: set[str], names: list[str]) -> set[str]:
    """Those that were named, or all. Raises UsageError for one that has a catalog on neither side."""
    for name in names:
        if name not in known:
            raise UsageError(
                f"Neither side has a catalog of the {what} {name!r}.",
                hint=f"They have: {', '.join(sorted(known)) or 'none'}.",
            )
    return set(names) or known


def _print(change: Change) -> None:
    role = one_line(change.key.msgctxt or "message")
    mark = styled("!", "red") if change.is_meaning else " "
    old, new = change.before, change.after
    is_first = change.kind is Kind.TEXT and old is not None and not old.text
    title = "translated" if is_first else _TITLES[change.kind]
    put(f"{mark} {styled(role, 'bold')}: {title}{f' – {one_line(change.why)}' if change.why else ''}")
    if old and new and change.kind is Kind.SOURCE:
        put(f"    source  {marked(pieces(old.source, new.source))}")
    else:
        put(f"    source  {one_line(change.key.msgid)}")
    before, after = old.text if old else "", new.text if new else ""
    if before or after:
        put(f"    text    {marked(pieces(before, after))}")
    if told := _state_told(old, new):
        put(f"    {told}")


def _state_told(old: Side | None, new: Side | None) -> str:
    """`draft → translated by Ola Nordmann`; empty where nothing of it changed."""
    if old is None or new is None:
        return ""
    by = f" by {one_line(new.by.name)}" if new.by else ""
    origin = f" ({one_line(str(old.origin))})" if old.origin and old.state.is_fuzzy else ""
    if old.state is not new.state:
        return f"{old.state}{origin} → {new.state}{by}"
    return f"{new.state}, now{by}" if old.by != new.by and by else ""


def _summary(changes: list[Change]) -> str:
    if not changes:
        return "nothing changed"
    meaning = sum(change.is_meaning for change in changes)
    kinds = [f"{count} {_TITLES[kind]}" for kind in Kind if (count := sum(c.kind is kind for c in changes))]
    return f"{plural(len(changes), 'change')}, {meaning} of meaning ({', '.join(kinds)})"


def _row(change: Change) -> dict[str, Any]:
    old, new = change.before, change.after
    return {
        "locale": change.locale,
        "domain": change.domain,
        "context": change.key.msgctxt,
        "kind": change.kind,
        "grade": change.grade,
        "meaning": change.is_meaning,
        "why": change.why,
        "before": _side_row(old),
        "after": _side_row(new),
        "words": [[piece.op, piece.text] for piece in pieces(old.text if old else "", new.text if new else "")],
    }


def _side_row(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "source": side.source,
        "text": side.text,
        "state": side.state,
        "by": str(side.by) if side.by else None,
        "origin": str(side.origin) if side.origin else None,
    }
