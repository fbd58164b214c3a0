"""JUnit XML, which Jenkins, GitLab, Azure DevOps and many others show as test results.

There is no standard; this keeps to what Jenkins's xUnit plugin and Maven Surefire have in common. A catalog is a suite
and each finding a case in it: failed where it fails the run, passed with a word on it where it does not, skipped
where it was dismissed. A catalog in which nothing was found is one case that passed, one that cannot be read an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from l10n.errors import InvalidInputError
from l10n.formats.findings.level import sentence
from l10n.model.report import Reported

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold (https://www.w3.org/TR/xml/#charsets)."""


def serialize(
    reported: Iterable[Reported],
    looked_at: Sequence[str],
    *,
    fails: Callable[[Reported], bool],
    broken: Sequence[InvalidInputError] = (),
    prefix: str = "",
) -> Iterator[str]:
    """A suite for each catalog of `looked_at` (paths); `fails` says which findings fail the run."""
    by_path: dict[str, list[Reported]] = {path: [] for path in looked_at}
    for one in reported:
        by_path.setdefault(one.path, []).append(one)
    found = [one for ours in by_path.values() for one in ours]
    cases = sum(len(ours) or 1 for ours in by_path.values()) + len(broken)
    failures = sum(_is_failure(one, fails) for one in found)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="l10n check" tests="{cases}" failures="{failures}" errors="{len(broken)}">\n'
    for path, ours in by_path.items():
        failures, skipped = sum(_is_failure(one, fails) for one in ours), sum(bool(one.dismissal) for one in ours)
        yield _suite(f"{prefix}{path}", tests=len(ours) or 1, failures=failures, skipped=skipped)
        for one in ours:
            yield _case(one, prefix, is_failure=_is_failure(one, fails))
        if not ours:
            yield f'<testcase classname={_attribute(path)} name="no findings" time="0"/>\n'
        yield "</testsuite>\n"
    for error in broken:
        path = f"{prefix}{error.path}"
        yield _suite(path, tests=1, errors=1)
        yield (
            f'<testcase classname={_attribute(path)} name="can be read" time="0">'
            f"<error message={_attribute(error.bare_message)}>{_text(error.message)}</error></testcase>\n</testsuite>\n"
        )
    yield "</testsuites>\n"


def _is_failure(reported: Reported, fails: Callable[[Reported], bool]) -> bool:
    return reported.dismissal is None and fails(reported)


def _suite(path: str, *, tests: int, failures: int = 0, errors: int = 0, skipped: int = 0) -> str:
    return (
        f'<testsuite name={_attribute(path)} tests="{tests}" failures="{failures}" errors="{errors}" '
        f'skipped="{skipped}" time="0">\n'
    )


def _case(reported: Reported, prefix: str, *, is_failure: bool) -> str:
    finding = reported.finding
    name = f"{finding.check}: {finding.key.msgctxt or 'message'} “{finding.key.msgid}”"
    if reported.repeat:
        name += f" ({reported.repeat + 1})"
    said = f"{sentence(reported)}\n{prefix}{reported.path}:{reported.line}"
    if is_failure:
        kind, message = _attribute(finding.severity), _attribute(finding.message)
        inside = f"<failure type={kind} message={message}>{_text(said)}</failure>"
    elif reported.dismissal:
        why = f"dismissed by {reported.dismissal.by}: {reported.dismissal.why}"
        inside = f"<skipped message={_attribute(why)}/>"
    else:
        inside = f"<system-out>{_text(f'{finding.severity}: {said}')}</system-out>"
    opening = f'<testcase classname={_attribute(reported.path)} name={_attribute(name)} time="0">'
    return f"{opening}{inside}</testcase>\n"


def _text(text: str) -> str:
    return _referenced(escape(_ILLEGAL.sub("", text)))


def _attribute(text: str) -> str:
    return _referenced(quoteattr(_ILLEGAL.sub("", text)))


def _referenced(text: str) -> str:
    """Line ends stay; other characters that cannot be seen stand as numbers, which no terminal obeys."""
    return "".join(char if char.isprintable() or char == "\n" else f"&#{ord(char)};" for char in text)
