"""What a person does with a message: the only place here that writes. Each deed is on the disk when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from l10n.commands import session
from l10n.commands.domains import needed_catalog
from l10n.commands.review.reading import Place
from l10n.model.catalog import Catalog
from l10n.model.ledger import LedgerEntry
from l10n.model.memory_unit import MemoryUnit
from l10n.model.message import Message
from l10n.model.provenance import MEMORY, Actor
from l10n.model.state import State, judged
from l10n.review_app.turns import held
from l10n.review_app.writing import MovedError, fingerprint
from l10n.steps.comment import comment
from l10n.steps.edit import edit
from l10n.steps.judge import Judging, judge
from l10n.steps.rights import may_review
from l10n.steps.unmodified import is_by_machine
from l10n.workspace import Workspace
from l10n.workspace.undo import catalog_bytes, put_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What was done, with all that it takes to undo it."""

    place: Place
    what: str
    """`approved`, `edited`, …"""
    before: Message
    after: Message
    old: bytes
    """The whole catalog, before and after."""
    new: bytes
    entries: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who sits at the keyboard, and works on which locale."""

    actor: Actor
    locale: str

    def verdict(self, workspace: Workspace, place: Place, seen: Message, state: State, why: str = "") -> Deed | str:
        """Approve, sign or reject the text as it stands; or the sentence that says why not."""

        def give(catalog: Catalog) -> Judging:
            return judge(
                catalog, [place.key], state, domain=place.domain, actor=self.actor, at=session.now(), why=why,
                may=lambda message: None if state is State.TRANSLATED else self._may(workspace, message),
            )  # fmt: skip

        return self._do(workspace, place, seen, _WORDS[state], give)

    def edit(self, workspace: Workspace, place: Place, seen: Message, texts: tuple[str, ...]) -> Deed | str:
        """Put the person's own text in the place, signed as translated."""

        def give(catalog: Catalog) -> Judging:
            return edit(catalog, place.key, texts, domain=place.domain, actor=self.actor, at=session.now())

        return self._do(workspace, place, seen, "edited", give)

    def take(self, workspace: Workspace, place: Place, seen: Message, text: Callable[[Message], Message]) -> Deed | str:
        """Put a text that stands beside the message in its place: nobody vouches for it by taking it."""

        def give(catalog: Catalog) -> Judging:
            new = text(catalog.by_key[place.key])
            return Judging(catalog=catalog.with_messages([new]), entries=(), outcomes=())

        return self._do(workspace, place, seen, "taken", give)

    def take_match(self, workspace: Workspace, place: Place, seen: Message, unit: MemoryUnit) -> Deed | str:
        """Put a text of the memory in the place, as `draft` would."""
        origin = unit.origin if unit.origin and is_by_machine(unit.origin) else MEMORY

        def give(catalog: Catalog) -> Judging:
            written = replace(catalog.by_key[place.key], msgstr=tuple(unit.target for _ in seen.msgstr))
            new = judged(written, State.DRAFT, by=None, at="", origin=origin)
            entry = LedgerEntry.of_verdict(
                new, State.DRAFT, domain=place.domain, by=Actor(name="memory"), at=session.now(), origin=origin
            )
            return Judging(catalog=catalog.with_messages([new]), entries=(entry,), outcomes=())

        return self._do(workspace, place, seen, "taken", give)

    def comment(self, workspace: Workspace, place: Place, seen: Message, text: str) -> None:
        """Say something about the message. Raises InvalidInputError for an empty text."""
        made = comment(seen, session.utf8(text), domain=place.domain, actor=self.actor, at=session.now())
        with held(workspace):
            workspace.records.append_comments(self.locale, [made])

    def undo(self, workspace: Workspace, deed: Deed) -> None:
        """Put the message back as it was; the ledger gets a line for each verdict that is taken back by it.

        Every byte comes back where nobody has written to the catalog since; else the message's own lines do. Raises
        MovedError where it is no longer what the deed made of it.
        """
        domain, at = deed.place.domain, session.now()
        lines = [replace(entry, taken_back=True, at=at, why="") for entry in reversed(deed.entries)]
        with held(workspace):
            if put_back(workspace, self.locale, domain, old=deed.old, new=deed.new, verdicts=lines):
                return
            catalog = needed_catalog(workspace, self.locale, domain)
            if catalog.by_key.get(deed.place.key) != deed.after:
                raise MovedError
            workspace.save_catalog(self.locale, domain, catalog.with_messages([deed.before]), lines)

    def _may(self, workspace: Workspace, message: Message) -> str | None:
        settings = workspace.settings
        return may_review(
            message,
            self.actor,
            reviewers=settings.locale(self.locale).reviewers,
            four_eyes=settings.review.four_eyes,
            ledger=workspace.records.load_ledger(self.locale),
        )

    def _do(
        self, workspace: Workspace, place: Place, seen: Message, what: str, give: Callable[[Catalog], Judging]
    ) -> Deed | str:
        with self._opened(workspace, place, seen) as (catalog, old):
            result = give(catalog)
            refused = "".join(outcome.refused for outcome in result.outcomes)
            before, new = catalog.by_key[place.key], result.catalog.by_key[place.key]
            if refused or new == before:
                return refused or "It had that verdict already."
            workspace.save_catalog(self.locale, place.domain, result.catalog, result.entries)
            after = needed_catalog(workspace, self.locale, place.domain).by_key[place.key]
            written = catalog_bytes(workspace, self.locale, place.domain) or b""
        return Deed(place=place, what=what, before=before, after=after, old=old, new=written, entries=result.entries)

    @contextmanager
    def _opened(self, workspace: Workspace, place: Place, seen: Message) -> Iterator[tuple[Catalog, bytes]]:
        """The catalog, held against other writers. Raises MovedError where the message is not what was seen."""
        with held(workspace):
            catalog = needed_catalog(workspace, self.locale, place.domain)
            message = catalog.by_key.get(place.key)
            if message is None or fingerprint(message) != fingerprint(seen):
                raise MovedError
            yield catalog, catalog_bytes(workspace, self.locale, place.domain) or b""


_WORDS = {State.REVIEWED: "approved", State.TRANSLATED: "signed", State.REJECTED: "rejected"}
