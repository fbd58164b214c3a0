"""What a comparison is told in, the same on a terminal, in a comment and on a page."""

from __future__ import annotations

from l10n.model.catalog import ARTICLES
from l10n.model.change import Change, Kind, Movement, Side, Witness
from l10n.model.comparison import Comparison
from l10n.model.state import State

TITLES = {
    Kind.MEANING: "Meaning",
    Kind.WORDING: "Wording",
    Kind.SOURCE_ONLY: "Source only",
    Kind.NEW: "New",
    Kind.GONE: "Gone",
    Kind.STATE_ONLY: "State only",
    Kind.TYPOGRAPHY: "Typography",
}
EXPLAINED = {
    Kind.MEANING: "a number, date, amount, name or negation moved",
    Kind.WORDING: "said in other words",
    Kind.SOURCE_ONLY: "the source was edited, the translation was not",
    Kind.NEW: "messages and first translations",
    Kind.GONE: "messages and translations that are no longer there",
    Kind.STATE_ONLY: "approved, rejected or taken back, the text as it was",
    Kind.TYPOGRAPHY: "quotation marks, dashes, spaces or markup",
}
MOVED = {
    Movement.TRANSLATION: "a fact moved in the translation alone: look here first",
    Movement.UNLIKE: "facts moved in both, but not alike: compare them",
    Movement.SOURCE: "a fact moved in the source alone: the translation is out of date",
    Movement.FOLLOWS: "follows the source",
    Movement.NONE: "",
}


def plural(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def article(domain: str) -> str:
    """A domain as people call it: the article's slug, or `chrome`."""
    return domain.removeprefix(ARTICLES)


def moved(change: Change) -> str:
    """Where a fact moved, as a clause; empty where none did."""
    return MOVED[change.movement]


def notes(change: Change) -> list[str]:
    """The facts that moved, in the source and in the translation."""
    told = (("source", change.source_note), ("translation", change.text_note))
    return [f"{where}: {note}" for where, note in told if note]


def written(side: Side) -> str:
    """Its state, and who or what wrote it: `reviewed by Kari Nordmann`, `draft by argos en_nb 1.9`."""
    if side.state is State.NEW:
        return "no translation"
    writer = side.writer
    if writer.witness is Witness.NOBODY:
        return f"{side.state}, unsigned"
    if writer.witness is Witness.COMMIT:
        by = f"committed by {writer.person.name} ({writer.commit})" if writer.person else "not committed yet"
        return f"{side.state}, unsigned, {by}"
    signed = ", signed by" if side.state is State.STALE else " by"
    by = f"{signed} {writer.person.name}" if writer.person else ""
    machine = f"{', written by' if writer.person else ' by'} {writer.origin}" if writer.origin else ""
    return f"{side.state}{by}{machine}{' (ledger)' if writer.witness is Witness.LEDGER else ''}"


def passage(change: Change) -> str:
    """`draft by argos en_nb 1.9 → reviewed by Kari Nordmann`, or one of them where both are the same."""
    told = list(dict.fromkeys(written(side) for side in (change.before, change.after) if side))
    return " → ".join(told if change.after else [*told, "the message is gone"])


def counted(comparison: Comparison) -> str:
    """`3 meaning, 2 wording, 9 typography`."""
    counts = [f"{count:,} {kind}" for kind in Kind if (count := comparison.count(kind))]
    return ", ".join(counts) or "nothing changed"


def found(comparison: Comparison) -> str:
    """What the checks say of all changes together; empty where they were not asked."""
    if not comparison.is_checked or not comparison.changes:
        return ""
    return f"{plural(comparison.appeared, 'new finding')}, {comparison.vanished:,} gone"
