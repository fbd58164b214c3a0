"""The page of a check: what it looks for, how grave it is, what is right and wrong, and how to silence it."""

from __future__ import annotations

from l10n.checks.contract import AnyCheck, Example
from l10n.checks.examples import faults_in
from l10n.model.finding import Severity

_SHOWN = {"\u00a0": "⍽", "\u202f": "⍽", "\n": "⏎"}


def page(check: AnyCheck) -> str:
    """The whole page, in Markdown. Every example is run: what the page says that the check says is what it says."""
    lines = [
        f"# {check.id}",
        "",
        check.title,
        "",
        f"- Category (MQM): `{check.category}`",
        f"- Severity: {', '.join(severities(check)) or 'as the finding says'}",
        "",
        check.about,
        "",
        "## Right",
        "",
        *(line for example in check.examples if example.right for line in _example(check, example)),
        "## Wrong",
        "",
        *(line for example in check.examples if not example.right for line in _example(check, example)),
        "## Silence it",
        "",
        "One finding, with a reason, until the text changes:",
        "",
        f'    l10n dismiss LOCALE ARTICLE --message ID --check {check.id} --why "…"',
        "",
        "In the whole project, in `l10n.toml`:",
        "",
        "    [checks]",
        f'    off = ["{check.id}"]',
        f'    severity = {{ {check.id} = "hint" }}   # or less grave',
        "",
    ]
    return "\n".join(lines)


def severities(check: AnyCheck) -> list[Severity]:
    """How grave its findings are, the gravest first, as far as its examples show."""
    found = {fault.severity for example in check.examples for fault in faults_in(check, example)}
    return [severity for severity in Severity if severity in found]


def _example(check: AnyCheck, example: Example) -> list[str]:
    """The texts as a quotation, then what the check says of them."""
    about = ", ".join(part for part in (example.role, f"{example.source_language} → {example.locale}") if part)
    rows = [
        ("Source", example.source),
        *([("Plural", example.source_plural)] if example.source_plural is not None else []),
        ("Translation", example.target),
        *(("Further form", form) for form in example.forms),
        *((f"Beside it, “{source}”", target) for source, target in example.beside),
        *((f"Glossary ({term.kind})", f"{term.source} → {term.wording}") for term in example.terms),
        *([("House style", example.profile)] if example.profile else []),
    ]
    lines = [f"*{about}*", "", *(f"- {name}: {_code(text)}" for name, text in rows), ""]
    for fault in faults_in(check, example):
        lines += [
            f"> {fault.severity}: {_plain(fault.text)} {_plain(fault.advice)}{' (--fix)' if fault.fix else ''}",
            "",
        ]
    return lines


def _code(text: str) -> str:
    """As code, so that Markdown leaves it alone; what cannot be seen, blanks at its ends too, is shown by a sign."""
    if not text:
        return "(empty)"
    inside = text.strip(" ")
    before, after = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    shown = "·" * before + "".join(map(_sign, inside)) + ("·" * after if inside else "")
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def _sign(char: str) -> str:
    if char in _SHOWN:
        return _SHOWN[char]
    return char if char.isprintable() else f"U+{ord(char):04X}"


def _plain(text: str) -> str:
    """Text of a finding, with the signs escaped that Markdown would take for its own."""
    return "".join(f"\\{char}" if char in "\\`*_<>[]{}#|" else char for char in text.replace("\n", "⏎"))
