"""`l10n check --fix`: the certain fixes as a diff, and written only where that is asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from l10n.commands import session
from l10n.commands.console import next_step, one_line, plural, put, put_json, say, styled
from l10n.commands.speech import _
from l10n.commands.word_marks import marked
from l10n.model.catalog import Catalog
from l10n.model.finding import Finding
from l10n.model.message import MessageKey
from l10n.model.provenance import Actor
from l10n.model.report import Reported
from l10n.model.state import seal, standing
from l10n.segmentation.wording import pieces
from l10n.steps.check import check
from l10n.steps.fix import Fixed, Fixing, fix
from l10n.workspace import Workspace
from l10n.workspace.checking import background, wanted_checks


def fix_all(workspace: Workspace, shown: Sequence[Reported], *, write: bool, as_json: bool) -> int:
    """Show what can be mended, and write it where `write` says so; how many texts are not mended yet."""
    fixable = [one for one in shown if one.finding.fix and one.dismissal is None]
    by_place: dict[tuple[str, str], list[Reported]] = {}
    for one in fixable:
        by_place.setdefault((one.finding.locale, one.finding.domain), []).append(one)
    if write:
        with workspace.lock():
            done = {place: _fixed(workspace, *place, found, write=True) for place, found in by_place.items()}
    else:
        done = {place: _fixed(workspace, *place, found, write=False) for place, found in by_place.items()}
    count = sum(len(fixing.fixed) for fixing in done.values())
    if as_json:
        rows = [_row(*place, one) for place, fixing in done.items() for one in fixing.fixed]
        put_json("fix/1", {"written": write, "messages": rows})
        return 0 if write else count
    for place, fixing in done.items():
        if fixing.fixed:
            put(styled(workspace.shown(workspace.catalog_path(*place)), "bold"))
        for fixed in fixing.fixed:
            _print(fixed)
    _sum_up(done, count, write=write)
    return 0 if write else count


def _fixed(workspace: Workspace, locale: str, domain: str, found: Sequence[Reported], *, write: bool) -> Fixing:
    catalog = workspace.load_catalog(locale, domain) or Catalog()
    seals = {message.key: seal(message) for message in catalog.live}
    recheck = partial(
        _recheck, workspace=workspace, locale=locale, domain=domain, checks=sorted({one.finding.check for one in found})
    )
    fixing = fix(
        catalog,
        # a text that was edited since it was looked at is another text
        [one.finding for one in found if seals.get(one.finding.key) == one.seal],
        domain=domain,
        actor=session.person(workspace.root) if write else Actor(name=""),
        at=session.now(),
        recheck=recheck,
    )
    if write and fixing.fixed:
        workspace.save_catalog(locale, domain, fixing.catalog, fixing.entries)
    return fixing


def _recheck(
    catalog: Catalog, keys: Collection[MessageKey], *, workspace: Workspace, locale: str, domain: str, checks: list[str]
) -> list[Finding]:
    """What all checks of the project, and those whose fixes these are, say of some messages."""
    ids = {one.id: one for one in (*wanted_checks(workspace), *wanted_checks(workspace, checks))}
    return check(
        catalog,
        locale=locale,
        domain=domain,
        source_language=workspace.settings.source_language(domain),
        checks=list(ids.values()),
        background=background(workspace, locale),
        only=keys,
    )


def _print(fixed: Fixed) -> None:
    before, after = standing(fixed.before).state, standing(fixed.after).state
    state = f"  {before} → {after}" if before is not after else ""
    role, ids = one_line(fixed.before.msgctxt or "message"), ", ".join(fixed.checks)
    put(f"  {styled(role, 'bold')}  {ids}{styled(state, 'yellow')}")
    for old, new in zip(fixed.before.msgstr, fixed.after.msgstr, strict=True):
        if old != new:
            put(f"    {marked(pieces(old, new))}")


def _sum_up(done: dict[tuple[str, str], Fixing], count: int, *, write: bool) -> None:
    if not count:
        say(_("Nothing can be mended for certain."))
        return
    lost = sum(
        standing(one.before).state.rank > standing(one.after).state.rank
        for fixing in done.values()
        for one in fixing.fixed
    )
    if lost:
        say(f"{plural(lost, 'text')} that had been reviewed {'needs' if lost == 1 else 'need'} a review again.")
    if write:
        say(_("{texts} mended. What counts as translated is signed with your name.", texts=plural(count, "text")))
        next_step("l10n diff")
    else:
        say(_("{texts} can be mended; nothing is written yet.", texts=plural(count, "text")))
        next_step("l10n check --fix --write")


def _row(locale: str, domain: str, fixed: Fixed) -> dict[str, Any]:
    return {
        "locale": locale,
        "domain": domain,
        "context": fixed.before.msgctxt,
        "source": fixed.before.msgid,
        "checks": fixed.checks,
        "before": fixed.before.msgstr,
        "after": fixed.after.msgstr,
        "state_before": standing(fixed.before).state,
        "state_after": standing(fixed.after).state,
    }
