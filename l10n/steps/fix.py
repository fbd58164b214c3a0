"""Mend what checks can mend for certain: quotation marks, blanks, signs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from l10n.model.catalog import Catalog
from l10n.model.finding import Edit, Finding
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message, MessageKey
from l10n.model.provenance import Actor
from l10n.model.state import State, judged, resealed, standing

Recheck = Callable[[Catalog, Collection[MessageKey]], Iterable[Finding]]
"""What the checks say of some messages of a catalog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """One message, before and after."""

    before: Message
    after: Message
    checks: tuple[str, ...]
    """Whose findings were mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixing:
    """The catalog with its mended texts, what to add to the ledger, and each message that was mended."""

    catalog: Catalog
    entries: tuple[LedgerEntry, ...]
    fixed: tuple[Fixed, ...]


def fix(
    catalog: Catalog, findings: Sequence[Finding], *, domain: str, actor: Actor, at: str, recheck: Recheck
) -> Fixing:
    """Apply the fixes of these findings; a text in which a mended one would show a new finding is left alone.

    Who vouched for a text vouched for that text. So what counts as translated, reviewed or final is translated
    afterwards, signed by `actor`; a draft stays the machine's draft, its seal renewed. Stale and rejected texts wait
    for a person anyway, and are not touched.
    """
    mended = [one for key in dict.fromkeys(f.key for f in findings) if (one := _mended(catalog, key, findings))]
    before = {_said(finding) for finding in recheck(catalog, {one.before.key for one in mended})}
    tried = catalog.with_messages(one.after for one in mended)
    after = recheck(tried, {one.before.key for one in mended})
    worse = {finding.key for finding in after if _said(finding) not in before}
    kept = [one for one in mended if one.before.key not in worse]
    sealed = [replace(one, after=_sealed(one, actor, at)) for one in kept]
    entries = (
        LedgerEntry.of_verdict(
            one.after, State.TRANSLATED, domain=domain, by=actor, at=at, origin=standing(one.before).origin
        )
        for one in sealed
        if not one.after.is_fuzzy
    )
    return Fixing(
        catalog=catalog.with_messages(one.after for one in sealed), entries=tuple(entries), fixed=tuple(sealed)
    )


def may_mend(state: State) -> bool:
    """False for texts that wait for a person anyway: stale and rejected ones."""
    return state is State.DRAFT or state.rank >= State.TRANSLATED.rank


def _mended(catalog: Catalog, key: MessageKey, findings: Iterable[Finding]) -> Fixed | None:
    """The message with its fixes applied, its record as it was; None where nothing can be."""
    message = catalog.by_key[key]
    if not may_mend(standing(message).state):
        return None
    ours = [finding for finding in findings if finding.key == key and finding.fix]
    texts, used = list(message.msgstr), list[str]()
    for form, text in enumerate(message.msgstr):
        edits: list[Edit] = []
        for finding in ours:
            if finding.form == form and _fit([*edits, *finding.fix], len(text)):
                edits += finding.fix
                used.append(finding.check)
        texts[form] = _edited(text, edits)
    if tuple(texts) == message.msgstr:
        return None
    after = replace(message, msgstr=tuple(texts))
    return Fixed(before=message, after=after, checks=tuple(dict.fromkeys(used)))


def _fit(edits: Sequence[Edit], length: int) -> bool:
    """True where no edit leaves the text or overlaps another, nor begins where another does."""
    places = sorted((edit.start, edit.end) for edit in edits)
    is_apart = all(one[0] < other[0] and one[1] <= other[0] for one, other in pairwise(places))
    return is_apart and all(0 <= start <= end <= length for start, end in places)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _sealed(fixed: Fixed, actor: Actor, at: str) -> Message:
    if fixed.before.is_fuzzy:
        return resealed(fixed.before, fixed.after)
    return judged(fixed.after, State.TRANSLATED, by=actor, at=at, origin=standing(fixed.before).origin)


def _said(finding: Finding) -> tuple[MessageKey, str, str]:
    return finding.key, finding.check, finding.message
