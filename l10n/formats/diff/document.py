"""A comparison as the JSON document `l10n/diff/2`."""

from __future__ import annotations

from typing import Any

from l10n.formats.diff.rows import rows
from l10n.model.change import Change, Side, Writer
from l10n.model.comparison import Comparison, EffortTotal
from l10n.model.finding import Finding

SCHEMA = "diff/2"
"""Version 2 has classes in the place of kinds and grades, and who wrote each side (docs/reference/diff.md)."""


def document(comparison: Comparison) -> dict[str, Any]:
    """Everything that was compared, folded or not."""
    return {
        "old": comparison.old,
        "new": comparison.new,
        "checked": comparison.is_checked,
        "changes": [_change(change) for change in comparison.changes],
        "moved": [{"locale": one.locale, "from": one.old, "to": one.new} for one in comparison.moved],
        "effort": [_effort(total) for total in comparison.efforts],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "class": change.kind,
        "moved": change.movement,
        "locale": change.locale,
        "domain": change.domain,
        "context": change.key.msgctxt,
        "source": change.side.source,
        "source_note": change.source_note,
        "text_note": change.text_note,
        "before": _side(change.before),
        "after": _side(change.after),
        "rows": [
            {
                "label": row.label,
                "language": row.language,
                "rewritten": row.is_rewritten,
                "words": [[piece.op, piece.text] for piece in row.pieces],
            }
            for row in rows(change)
        ],
        "findings": {
            "new": [_finding(one) for one in change.appeared],
            "vanished": [_finding(one) for one in change.vanished],
        },
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "seal": side.seal,
        "source": side.source,
        "text": side.text,
        "forms": list(side.texts),
        "state": side.state,
        "by": str(side.by) if side.by else None,
        "origin": str(side.origin) if side.origin else None,
        "writer": _writer(side.writer),
    }


def _writer(writer: Writer) -> dict[str, Any]:
    return {
        "person": str(writer.person) if writer.person else None,
        "machine": str(writer.origin) if writer.origin else None,
        "at": writer.at or None,
        "known_from": writer.witness,
        "commit": writer.commit or None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
    }


def _effort(total: EffortTotal) -> dict[str, Any]:
    return {
        "engine": total.engine or None,
        "person": total.person or None,
        "texts": total.texts,
        "untouched": total.untouched,
        "words": total.words,
        "edits": total.edits,
        "edit_rate": round(total.rate, 4),
        "chrf": round(total.chrf, 2),
    }
