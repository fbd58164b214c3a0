"""The only place where the page writes: one person's save, approval, rejection or comment of one message."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from l10n.commands.domains import needed_catalog
from l10n.errors import ConflictError, InvalidInputError
from l10n.model.catalog import Catalog
from l10n.model.message import Message, MessageKey
from l10n.model.provenance import Actor
from l10n.model.state import State, seal, standing
from l10n.steps.edit import edit
from l10n.steps.judge import Judging, judge
from l10n.steps.rights import may_review
from l10n.workspace import Workspace

_TURN = threading.Lock()
"""People on one server take turns here; `l10n` commands and other servers hold the project's own lock."""
_PATIENCE = 5.0
_PAUSE = 0.02


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
        super().__init__("Someone else has changed this message meanwhile.")


def fingerprint(message: Message) -> str:
    """What a form carries of the message it shows: the seal of its text, and how it stood."""
    return f"{seal(message)}-{standing(message).state}"


def write(workspace: Workspace, target: Target, wish: Wish, *, actor: Actor, at: str) -> Done:
    """Do it, all or nothing. Raises MovedError where the message has changed, and every L10nError of the disk."""
    with held(workspace):
        catalog = needed_catalog(workspace, target.locale, target.domain)
        message = catalog.by_key.get(target.key)
        if message is None or fingerprint(message) != wish.seen:
            raise MovedError
        edited = _edited(catalog, target, wish, actor=actor, at=at)
        judged = _judged(workspace, edited, target, wish, actor=actor, at=at)
        entries = (*edited.entries, *judged.entries)
        if entries:
            workspace.save_catalog(target.locale, target.domain, judged.catalog, entries)
    return Done(is_saved=bool(entries), refused="".join(outcome.refused for outcome in judged.outcomes))


def _edited(catalog: Catalog, target: Target, wish: Wish, *, actor: Actor, at: str) -> Judging:
    """The person's text in its place. A text that is what it was is signed only where that is all they want."""
    saved = edit(catalog, target.key, wish.texts, domain=target.domain, actor=actor, at=at)
    if wish.state is State.TRANSLATED:
        return saved
    if saved.catalog.by_key[target.key].msgstr == catalog.by_key[target.key].msgstr:
        return Judging(catalog=catalog, entries=(), outcomes=())
    if wish.state is State.REJECTED:
        raise InvalidInputError(
            "you have edited the text that you reject.", hint="Save your text, or put the old one back."
        )
    return saved


def _judged(workspace: Workspace, edited: Judging, target: Target, wish: Wish, *, actor: Actor, at: str) -> Judging:
    """The verdict on the text as it stands after the edit; nothing more for a plain save."""
    if wish.state is State.TRANSLATED:
        return Judging(catalog=edited.catalog, entries=(), outcomes=())
    if wish.state is State.REJECTED and not wish.why.strip():
        raise InvalidInputError("a rejection needs a reason.", hint="Write what is wrong, for whoever mends it.")
    settings = workspace.settings
    ledger = (*workspace.load_ledger(target.locale), *edited.entries)
    return judge(
        edited.catalog,
        [target.key],
        wish.state,
        domain=target.domain,
        actor=actor,
        at=at,
        why=wish.why.strip(),
        may=lambda message: may_review(
            message,
            actor,
            reviewers=settings.locale(target.locale).reviewers,
            four_eyes=settings.review.four_eyes,
            ledger=ledger,
        ),
    )


@contextmanager
def held(workspace: Workspace) -> Iterator[None]:
    """The project, for this writer alone: wait for a running command a while, then give up with its sentence."""
    deadline = time.monotonic() + _PATIENCE
    with _TURN, ExitStack() as stack:
        while True:
            try:
                stack.enter_context(workspace.lock())
                break
            except ConflictError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
        yield
