"""Two snapshots into a comparison: what is compared, what is asked about it, and what of it is wanted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from l10n import plugins
from l10n.checks.background import NO_BACKGROUND
from l10n.errors import UsageError
from l10n.model.catalog import ARTICLES, Catalog
from l10n.model.change import Change, Kind
from l10n.model.collector import collector_at_rest
from l10n.model.comparison import Comparison, MovedArticle
from l10n.model.finding import Finding
from l10n.model.locale import canonical
from l10n.model.message import MessageKey
from l10n.settings import Settings
from l10n.steps.attribute import attribute, in_ledgers
from l10n.steps.check import check_subjects, subjects_of
from l10n.steps.check_changes import check_changes
from l10n.steps.diff import diff
from l10n.steps.effort_totals import effort_totals
from l10n.steps.pair_moved import pair_moved
from l10n.workspace import Workspace
from l10n.workspace.blame import Blame
from l10n.workspace.checking import background, wanted_checks
from l10n.workspace.layout import Name
from l10n.workspace.snapshot import Snapshot, both


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What of a comparison is wanted; empty means all."""

    locales: Sequence[str] = ()
    articles: Sequence[str] = ()
    kinds: Collection[Kind] = ()
    message: str = ""
    """An id, a role, or a part of the source or the translation."""

    def fits(self, change: Change) -> bool:
        sides = [side for side in (change.before, change.after) if side]
        texts = [text for side in sides for text in (*side.sources, *side.texts)]
        wanted = self.message.casefold()
        is_named = not wanted or any(
            wanted == side.seal or wanted == (side.key.msgctxt or "").casefold() for side in sides
        )
        return (not self.kinds or change.kind in self.kinds) and (
            is_named or any(wanted in text.casefold() for text in texts)
        )


@collector_at_rest()
def compared(old: Snapshot, new: Snapshot, wish: Wish, *, project: Workspace | None, is_checked: bool) -> Comparison:
    """Everything that differs and is wanted. Without a project, languages and checks are the usual ones."""
    settings = project.settings if project else Settings(locales={})
    names = [name for name in _wanted(old, new, wish) if old.id(name) != new.id(name)]
    before, after = both(old, new, names)
    moved = _moved(before, after)
    was = {(one.locale, one.new): (one.locale, one.old) for one in moved}
    older = {name: before.get(was.get(name, name), Catalog()) for name in names if name not in was.values()}
    newer = {name: after.get(name, Catalog()) for name in older}
    changes: list[Change] = []
    for (locale, domain), catalog in older.items():
        language = settings.source_language(domain)
        changes += diff(catalog, newer[locale, domain], locale=locale, source_language=language, domain=domain)
    changes = [change for change in changes if wish.fits(change)]
    if is_checked and changes:
        changes = check_changes(changes, older, newer, find=_Finder(project, settings))
    changes.sort(key=lambda change: change.importance)
    tags = dict.fromkeys(change.locale for change in changes)
    ledgers = {tag: [*old.ledger(tag), *new.ledger(tag)] for tag in tags}
    changes = attribute(changes, old=in_ledgers(ledgers), new=in_ledgers(ledgers))
    skipped: set[Name] = set()
    if project:
        blames = Blame(project.root, old, was=was), Blame(project.root, new, since=old)
        changes = attribute(changes, old=blames[0], new=blames[1])
        skipped = blames[0].skipped | blames[1].skipped
    return Comparison(
        old=old.label,
        new=new.label,
        changes=tuple(changes),
        moved=tuple(moved),
        efforts=tuple(effort_totals(changes, ledgers)),
        is_checked=is_checked,
        unblamed=len(skipped),
    )


def _wanted(old: Snapshot, new: Snapshot, wish: Wish) -> list[Name]:
    names = list(dict.fromkeys((*new.names, *old.names)))
    tags = _named("locale", {tag for tag, _ in names}, [canonical(one) for one in wish.locales])
    slugs = {domain.removeprefix(ARTICLES) for _, domain in names}
    domains = _named("article", slugs, [one.removeprefix(ARTICLES) for one in wish.articles])
    return [name for name in names if name[0] in tags and name[1].removeprefix(ARTICLES) in domains]


def _named(what: str, known: set[str], names: list[str]) -> set[str]:
    """Those that were named, or all. Raises UsageError for one that has a catalog on neither side."""
    for name in names:
        if name not in known:
            raise UsageError(
                "nothing-to-compare",
                "Neither side has a catalog of the {kind} {name!r}.",
                kind=what,
                name=name,
                known=", ".join(sorted(known)) or "none",
                hint="They have: {known}.",
            )
    return set(names) or known


def _moved(before: dict[Name, Catalog], after: dict[Name, Catalog]) -> list[MovedArticle]:
    found: list[MovedArticle] = []
    for locale in dict.fromkeys(locale for locale, _ in after):
        gone, added = (
            {domain: catalog for (tag, domain), catalog in one.items() if tag == locale and (tag, domain) not in other}
            for one, other in ((before, after), (after, before))
        )
        pairs = pair_moved(gone, added)
        found += [MovedArticle(locale=locale, old=old, new=new) for new, old in sorted(pairs.items())]
    return found


class _Finder:
    """The checks that the project wants, or all, with what they may know of each locale."""

    def __init__(self, project: Workspace | None, settings: Settings) -> None:
        self._settings = settings
        self._checks = (
            wanted_checks(project) if project else [plugins.load("checks", name) for name in plugins.names("checks")]
        )
        self._background = cache(partial(background, project) if project else lambda _: NO_BACKGROUND)

    def __call__(self, catalogs: Mapping[Name, Catalog], only: Mapping[Name, set[MessageKey]]) -> list[Finding]:
        subjects = (
            subject
            for (locale, domain), keys in only.items()
            for subject in subjects_of(
                catalogs[locale, domain],
                locale=locale,
                domain=domain,
                source_language=self._settings.source_language(domain),
                background=self._background(locale),
                only=keys,
            )
        )
        return check_subjects(subjects, checks=self._checks, severities=self._settings.checks.severity)
