"""Check who signed: a review counts only from someone who may review."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.model.catalog import Catalog
from l10n.model.finding import Finding, Severity
from l10n.model.ledger import LedgerEntry
from l10n.model.state import State, standing
from l10n.steps.rights import may_review

CHECK_ID = "signature"


def check_signatures(
    catalog: Catalog,
    *,
    locale: str,
    domain: str,
    reviewers: Sequence[str],
    four_eyes: bool,
    ledger: Sequence[LedgerEntry],
) -> list[Finding]:
    """An error for each message that stands as reviewed or final by the word of someone who may not review it.

    `l10n approve` refuses such a review; this finds the ones that came by another way, with no server to ask.
    """
    findings = []
    for message in catalog.live:
        now = standing(message)
        if now.state not in (State.REVIEWED, State.FINAL):
            continue
        by = now.record.by
        if by is not None:
            fault = may_review(message, by, reviewers=reviewers, four_eyes=four_eyes, ledger=ledger)
        else:
            fault = "Nobody signed this review." if reviewers or four_eyes else None
        if fault is not None:
            findings.append(
                Finding(
                    check=CHECK_ID,
                    severity=Severity.ERROR,
                    message=fault,
                    advice="Let one of the locale's reviewers approve it.",
                    locale=locale,
                    domain=domain,
                    key=message.key,
                    state=now.state,
                )
            )
    return findings
