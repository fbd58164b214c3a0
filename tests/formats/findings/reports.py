"""Findings to report: plain ones, and ones whose texts hold what each format must escape."""

from __future__ import annotations

from l10n.model.dismissal import Dismissal
from l10n.model.finding import Category, Finding, Severity
from l10n.model.message import MessageKey
from l10n.model.report import Reported, Rule
from l10n.model.state import State

RULE = Rule(
    id="numbers", title="Numbers agree.", category=Category.MISTRANSLATION, about="By value.", page="# numbers\n"
)
HOSTILE = "50% of\r\n<b>«A & B»</b>, 1:2 ]]>\x00\x1b[31m\x85\ufffe::error::\u202e\u00a0end"


def reported(
    severity: Severity = Severity.ERROR,
    *,
    msgid: str = "It has 70% of production.",
    message: str = "The source says “70 %”, the translation “75 %”.",
    line: int = 12,
    state: State = State.TRANSLATED,
    is_changed: bool = False,
    repeat: int = 0,
    dismissed: bool = False,
) -> Reported:
    finding = Finding(
        check="numbers", severity=severity, message=message, advice="Write 70 %.", locale="nb",
        domain="articles/storm", key=MessageKey("paragraph", msgid), state=state,
    )  # fmt: skip
    dismissal = Dismissal(
        seal="a" * 12, check="numbers", domain="articles/storm", by="Kari <kari@example.org>", at="2026-01-05T10:11Z",
        why="The newsroom rounds <up>.",
    )  # fmt: skip
    return Reported(
        finding=finding, path="catalogs/nb/articles/storm.po", line=line, seal="a" * 12, repeat=repeat,
        is_changed=is_changed, dismissal=dismissal if dismissed else None,
    )  # fmt: skip
