"""Check who signed: a review counts only from someone who may review."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.model.catalog import Catalog
from l10n.model.finding import Finding, Severity
from l10n.model.ledger import LedgerEntry, standing_verdicts
from l10n.model.state import State, is_record_line, standing
from l10n.steps.rights import may_review

CHECK_ID = "signature"
TITLE = "A review counts only from someone who may review."
ABOUT = (
    "Looks at every text that stands as reviewed or final: one of the locale's reviewers must have signed it, where "
    "four eyes are wanted not the one who wrote it, and the locale's ledger (`reviews.jsonl`) must know the verdict. "
    "`l10n approve` refuses any other review; this finds those that came another way: written into the PO file, or "
    "committed without the ledger. It cannot be switched off or dismissed: approve the text, if it is right."
)
PAGE = f"# {CHECK_ID}\n\n{TITLE}\n\n- Category (MQM): `custom`\n- Severity: error, warning\n\n{ABOUT}\n"


def check_signatures(
    catalog: Catalog,
    *,
    locale: str,
    domain: str,
    reviewers: Sequence[str],
    four_eyes: bool,
    ledger: Sequence[LedgerEntry],
) -> list[Finding]:
    """A finding for each message that stands as reviewed or final by a word that does not count.

    `l10n approve` refuses such a review; this finds the ones that came by another way, with no server to ask: an
    error where the signer may not review, and where the project has rules for reviews and the ledger does not know
    the verdict (a warning where it has none).
    """
    verdicts = {(entry.seal, entry.state) for entry in standing_verdicts(ledger)}
    findings = []
    for message in catalog.live:
        if not any(map(is_record_line, message.comments)):
            continue  # nobody claims anything
        now = standing(message)
        claimed, by = now.record.state, now.record.by
        if claimed not in (State.REVIEWED, State.FINAL) or message.is_fuzzy or not now.is_untouched:
            continue
        severity = Severity.ERROR if reviewers or four_eyes else Severity.WARNING
        fault: str | None
        advice = "Approve it with `l10n approve`, if it is right."
        if by is None:
            fault = "Nobody signed this review, so it counts as translated."
        elif fault := may_review(message, by, reviewers=reviewers, four_eyes=four_eyes, ledger=ledger):
            severity = Severity.ERROR
            advice = "Let one of the locale's reviewers approve it."
        elif (now.record.seal, claimed) not in verdicts:
            fault = f"The catalog says {claimed} by {by}, and the ledger knows no such verdict."
        if fault is not None:
            findings.append(
                Finding(
                    check=CHECK_ID,
                    severity=severity,
                    message=fault,
                    advice=advice,
                    locale=locale,
                    domain=domain,
                    key=message.key,
                    state=now.state,
                )
            )
    return findings
