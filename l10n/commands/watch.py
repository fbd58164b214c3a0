"""`l10n watch`: build again whatever changes, and show it in a browser."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands import session
from l10n.commands.build.command import chosen_slugs
from l10n.commands.console import plural, say, say_fault
from l10n.commands.options import LocalesOption
from l10n.commands.policy import policy
from l10n.commands.serve import Site, check_installed, listening, serve_app
from l10n.commands.speech import _
from l10n.errors import ConflictError, L10nError, StorageError, reason
from l10n.workspace import Workspace

if TYPE_CHECKING:
    from l10n.delivery_app.reloading import Builds

PORT = 8421
_PAUSE = 0.3
"""Seconds between two looks at the project's files, at the least; looking takes a tenth of the time at the most."""
_NAMED = 3
"""Files that the line on a build names."""


def watch(
    ctx: typer.Context,
    locale: LocalesOption = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = PORT,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the front page in your browser.")] = False,
) -> None:
    """Build again whatever changes, and show it in a browser.

    Articles, pictures, catalogs, ledgers, theme and settings are watched; pages of dist/ are served on 127.0.0.1 and
    load themselves again when they were built anew. What cannot be built is said, and the last good pages stay.

    Example: l10n watch --open
    """
    check_installed("The page server")
    from l10n.delivery_app.reloading import Builds, create_app

    workspace = session.workspace(ctx)
    builder = _Builder(workspace.root, locale, Builds())
    builder.build([])
    with listening("127.0.0.1", port) as listener:
        site = Site(listener, "127.0.0.1")
        app = create_app(workspace.root / "dist", builder.builds, hosts=site.names)
        thread = threading.Thread(target=builder.follow, daemon=True)
        thread.start()
        welcome = "The built pages are there; they load themselves again when something changes."
        serve_app(app, site, welcome, open_browser=open_browser, stopping=builder.builds.stopping)
        thread.join()  # a build that is under way comes to its end
    say(_("Stopped."))


class _Builder:
    """Builds a project, again and again."""

    def __init__(self, root: Path, locales: list[str] | None, builds: Builds) -> None:
        from l10n.workspace.footprint import footprint

        self._root, self._locales, self.builds = root, locales, builds
        self._seen = footprint(root)

    def follow(self) -> None:
        """Build after each change, until the server closes."""
        from l10n.workspace.footprint import difference, footprint

        pause = _PAUSE
        while not self.builds.stopping.wait(pause):
            start = time.monotonic()
            now = footprint(self._root)
            pause = max(_PAUSE, 9 * (time.monotonic() - start))
            if changed := difference(self._seen, now):
                self._seen = now  # as it was before the build: what changes meanwhile is built next
                self.build(changed)

    def build(self, changed: list[str]) -> None:
        """Build once, and say in a line what came of it. A fault is said, and leaves all pages as they are."""
        why = f"{_listed(changed)}: " if changed else ""
        start = time.monotonic()
        try:
            count, held = self._build()
        except L10nError as fault:
            say_fault(fault)
            if isinstance(fault, ConflictError):
                self._seen = {}  # another build is under way; this one follows it
        except OSError as fault:
            say_fault(StorageError("system-refused", "The system refused: {reason}.", reason=reason(fault)))
        else:
            self.builds.count += count > 0
            held_back = f"; {plural(held, 'page')} held back, see l10n build" if held else ""
            say(
                _(
                    "{why}{files} changed in {start:.2f} s{held_back}",
                    why=why,
                    files=plural(count, "file"),
                    start=time.monotonic() - start,
                    held_back=held_back,
                )
            )

    def _build(self) -> tuple[int, int]:
        """How many files changed, and how many pages are held back."""
        from l10n.commands.build.run import Order, run
        from l10n.workspace.dist import Dist

        workspace = Workspace(self._root)  # what it has read would be out of date
        tags = list(dict.fromkeys(workspace.settings.chosen(self._locales)))
        policies = {tag: policy(workspace.settings, tag) for tag in tags}
        dist = Dist(self._root / "dist")
        with dist.lock():
            outcome = run(workspace, dist, Order(policies=policies, slugs=chosen_slugs(workspace, None)))
        return len(outcome.changed), sum(not bundle.published for bundle in outcome.bundles)


def _listed(paths: list[str]) -> str:
    more = len(paths) - _NAMED
    return ", ".join(paths[:_NAMED]) + (f" and {more} more" if more > 0 else "")
