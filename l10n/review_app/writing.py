"""The only place where the page writes catalogs: one person's save, approval or rejection of one message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from l10n.commands.domains import needed_catalog
from l10n.errors import ConflictError, InvalidInputError, L10nError
from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey
from l10n.model.provenance import Actor
from l10n.model.state import State, seal, standing
from l10n.review_app.turns import Together, locked
from l10n.steps.edit import edit
from l10n.steps.judge import Judging, judge
from l10n.steps.rights import may_review
from l10n.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One message of one catalog."""

    locale: str
    domain: str
    key: MessageKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wants done, and what they had before their eyes when they said so."""

    state: State
    """TRANSLATED saves, REVIEWED approves, REJECTED rejects."""
    texts: tuple[str, ...]
    seen: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of it."""

    is_saved: bool
    """The catalog changed."""
    refused: str = ""
    """Why the verdict does not stand; the text may be saved all the same."""


class MovedError(ConflictError):
    """The message is no longer what the person saw. Nothing was written."""

    def __init__(self) -> None:
        super().__init__("changed-meanwhile", "Someone else has changed this message meanwhile.")


def fingerprint(message: Message) -> str:
    """What a form carries of the message it shows: the seal of its text, and how it stood."""
    return f"{seal(message)}-{standing(message).state}"


@dataclass(slots=True, kw_only=True)
class _Save:
    """A wish on its way to the disk, and what became of it."""

    workspace: Workspace
    target: Target
    wish: Wish
    actor: Actor
    at: str
    outcome: Done | Exception | None = None


def write(workspace: Workspace, target: Target, wish: Wish, *, actor: Actor, at: str) -> Done:
    """Do it, all or nothing. Raises MovedError where the message has changed, and every L10nError of the disk.

    Wishes that wait for the project at the same time are written together; each is held against its own seal.
    """
    save = _Save(workspace=workspace, target=target, wish=wish, actor=actor, at=at)
    _SAVES.join(save, lambda: save.outcome is not None)
    if isinstance(save.outcome, Done):
        return save.outcome
    assert save.outcome is not None  # noqa: S101 - see Together.join
    raise save.outcome


def _write_all(saves: list[_Save]) -> None:
    """One write for each catalog. Whatever happens, every save has an outcome."""
    by_catalog: dict[tuple[Path, str, str], list[_Save]] = defaultdict(list)
    for save in saves:
        by_catalog[save.workspace.root, save.target.locale, save.target.domain].append(save)
    for group in by_catalog.values():
        try:
            with locked(group[0].workspace):
                _write_catalog(group)
        except Exception as error:
            for save in group:
                save.outcome = save.outcome or error


def _write_catalog(saves: list[_Save]) -> None:
    """Each wish on the catalog as the one before it left it; then the catalog and all their verdicts, at once."""
    workspace, target = saves[0].workspace, saves[0].target
    catalog = needed_catalog(workspace, target.locale, target.domain)
    past = cache(lambda: workspace.records.load_ledger(target.locale))
    entries: list[LedgerEntry] = []
    done: list[tuple[_Save, Done]] = []
    for save in saves:
        try:
            judging = _judging(workspace, catalog, save, lambda: [*past(), *entries])
        except L10nError as error:
            save.outcome = error
            continue
        catalog = judging.catalog
        entries.extend(judging.entries)
        refused = "".join(outcome.refused for outcome in judging.outcomes)
        done.append((save, Done(is_saved=bool(judging.entries), refused=refused)))
    if entries:
        workspace.save_catalog(target.locale, target.domain, catalog, entries)
    for save, its_outcome in done:
        save.outcome = its_outcome


def _judging(workspace: Workspace, catalog: Catalog, save: _Save, ledger: Callable[[], list[LedgerEntry]]) -> Judging:
    """The wish, fulfilled on the catalog. `ledger` is everyone's word so far."""
    target, wish = save.target, save.wish
    message = catalog.by_key.get(target.key)
    if message is None or fingerprint(message) != wish.seen:
        raise MovedError
    edited = _edited(catalog, save)
    if wish.state is State.TRANSLATED:
        return replace(edited, outcomes=())
    judged = _judged(workspace, edited, save, ledger)
    return replace(judged, entries=(*edited.entries, *judged.entries))


def _edited(catalog: Catalog, save: _Save) -> Judging:
    """The person's text in its place. A text that is what it was is signed only where that is all they want."""
    key, wish = save.target.key, save.wish
    saved = edit(catalog, key, wish.texts, domain=save.target.domain, actor=save.actor, at=save.at)
    if wish.state is State.TRANSLATED:
        return saved
    if saved.catalog.by_key[key].msgstr == catalog.by_key[key].msgstr:
        return Judging(catalog=catalog, entries=(), outcomes=())
    if wish.state is State.REJECTED:
        raise InvalidInputError(
            "rejected-and-edited",
            "you have edited the text that you reject.",
            hint="Save your text, or put the old one back.",
        )
    return saved


def _judged(workspace: Workspace, edited: Judging, save: _Save, ledger: Callable[[], list[LedgerEntry]]) -> Judging:
    """The verdict on the text as it stands after the edit."""
    target, wish, actor = save.target, save.wish, save.actor
    if wish.state is State.REJECTED and not wish.why.strip():
        raise InvalidInputError(
            "reason-missing", "a rejection needs a reason.", hint="Write what is wrong, for whoever mends it."
        )
    settings = workspace.settings
    known = [*ledger(), *edited.entries]
    return judge(
        edited.catalog,
        [target.key],
        wish.state,
        domain=target.domain,
        actor=actor,
        at=save.at,
        why=wish.why.strip(),
        may=lambda message: may_review(
            message,
            actor,
            reviewers=settings.locale(target.locale).reviewers,
            four_eyes=settings.review.four_eyes,
            ledger=known,
        ),
    )


_SAVES = Together(_write_all)
