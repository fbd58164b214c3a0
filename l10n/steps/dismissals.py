"""Which findings are silent, because somebody who may say so said that they are no faults."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.model.dismissal import Dismissal
from l10n.model.finding import Finding
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.provenance import Actor
from l10n.model.state import seal
from l10n.segmentation.cosmetic import Face, face
from l10n.steps.rights import may_review


class Dismissals:
    """The dismissals of a locale that stand, by the text and the check they are about."""

    def __init__(
        self,
        lines: Iterable[Dismissal],
        *,
        reviewers: Sequence[str] = (),
        four_eyes: bool = False,
        ledger: Sequence[LedgerEntry] = (),
    ) -> None:
        """`lines` oldest first; the others are the locale's rules for reviews (see rights.py)."""
        self._reviewers, self._four_eyes, self._ledger = reviewers, four_eyes, ledger
        self._checks = set[str]()
        self._by_text: dict[tuple[str, str, str], list[Dismissal]] = {}
        self._by_face: dict[tuple[str, str | None, Face, str], list[Dismissal]] = {}
        """The same by what a reader sees of the source, where law 5 carries a translation over."""
        for line in sorted(lines, key=lambda line: line.at):  # a merge by union keeps no order
            self._checks.add(line.check)
            for about in (
                self._by_text.setdefault((line.domain, line.seal, line.check), []),
                self._by_face.setdefault((line.domain, line.context, face(line.msgid), line.check), []),
            ):
                about[:] = [] if line.withdrawn else [*about, line]

    def of(self, finding: Finding, message: Message) -> Dismissal | None:
        """The newest dismissal that silences the finding; None where there is none that counts."""
        if finding.check not in self._checks:
            return None
        about = self._by_text.get((finding.domain, seal(message), finding.check)) or self._carried(finding, message)
        return next(
            (line for line in reversed(about) if self.refusal(finding, message, Actor.parse(line.by)) is None), None
        )

    def _carried(self, finding: Finding, message: Message) -> list[Dismissal]:
        """Those of the same translation of a source that has changed in its signs, blanks or markup alone.

        The check must say the very same of it: what it says of the signs themselves is said anew.
        """
        about = self._by_face.get((finding.domain, message.msgctxt, face(message.msgid), finding.check), [])
        return [
            line
            for line in about
            if finding.message in line.said and seal(replace(message, msgid=line.msgid)) == line.seal
        ]

    def refusal(self, finding: Finding, message: Message, actor: Actor) -> str | None:
        """None where `actor` may dismiss the finding; else the sentence that says why not.

        To dismiss a warning or a hint is everyone's right. An error stops a gate, so it takes who may review the
        text: one of the locale's reviewers, and under four eyes not its writer.
        """
        if not finding.is_blocking:
            return None
        return may_review(message, actor, reviewers=self._reviewers, four_eyes=self._four_eyes, ledger=self._ledger)
