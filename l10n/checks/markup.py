"""Links, emphasis, code, tags, placeholders and entities are kept, and balanced.

Read our [policy](privacy)  → Les vår [erklæring](privacy)   right
Read our [policy](privacy)  → Les vår erklæring              wrong: the link is gone
<a href="/x">More</a>       → <a href="/x">Mer               wrong: never closed
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from l10n.checks.clues import like
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.icu import icu_faults, without_cases
from l10n.checks.prose import CODE, ENTITY, LINK, PERCENT_HOLDER, PLACEHOLDER, TAG
from l10n.model.finding import Category, Severity

_SIGNS = like(re.compile(rf"[<*`&{{]|\]\(|{PERCENT_HOLDER.pattern}"))
_VOID = frozenset({"br", "img", "hr", "input", "wbr", "meta", "link", "source", "col", "area"})
_PIECES = re.compile(r"[^a-z0-9]+")
_EMPTY_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9:-]*)(?:\s[^<>]*)?/>")
_ATTRIBUTE = re.compile(r"""\b(?:href|src)\s*=\s*["']([^"']+)["']""", re.IGNORECASE)
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")


def find(subject: Subject) -> Iterable[Fault]:
    """Markup that is lost, added, changed or left open."""
    source, target = subject.source, subject.target
    both = source + target
    if "](" in both:
        yield from _links(source, target, subject.languages[1])
    if "{" in both or ("%" in both and PERCENT_HOLDER.search(both)):
        yield from _compare("placeholder", PLACEHOLDER, without_cases(source), without_cases(target), lambda m: m[0])
        for severity, text, advice in icu_faults(source, target, subject.locale):
            yield Fault(severity, text, advice)
    if "<" in both:
        yield from _compare("tag", TAG, _opened(source), _opened(target), _tag)
        yield from _left_open(source, target)
        yield from _addresses(source, target, subject.languages[1])
    if "`" in both:
        yield from _compare("code", CODE, source, target, lambda m: m[1])
    if "&" in both:
        yield from _compare("entity", ENTITY, source, target, lambda m: m[0] if m[0] == "&lt;" else "")
    if "*" in both:
        yield from _emphasis(source, target)


def _opened(text: str) -> str:
    """`<ulink/>` as `<ulink></ulink>`: the translation may put words between."""
    return _EMPTY_TAG.sub(r"<\1></\1>", text) if "/>" in text else text


def _tag(match: re.Match[str]) -> str:
    """A tag by its name alone: attributes such as `title` are translated."""
    closing, name = _TAG_NAME.match(match[0]).groups()  # type: ignore[union-attr] # TAG matches nothing else
    return f"<{closing}{name.lower()}>"


def _compare(
    what: str, pattern: re.Pattern[str], source: str, target: str, key: Callable[[re.Match[str]], str]
) -> Iterator[Fault]:
    theirs, ours = (Counter(filter(None, map(key, pattern.finditer(text)))) for text in (source, target))
    for lost in sorted((theirs - ours).elements()):
        yield Fault(Severity.ERROR, f"The {what} {lost} is missing.", f"Put {lost} where it belongs.")
    for extra in sorted((ours - theirs).elements()):
        yield Fault(Severity.ERROR, f"The {what} {extra} is not in the source.", f"Take {extra} out.")


def _links(source: str, target: str, language: str) -> Iterator[Fault]:
    theirs, ours = ([match[2] for match in LINK.finditer(text)] for text in (source, target))
    lost, extra = Counter(theirs) - Counter(ours), Counter(ours) - Counter(theirs)
    if len(theirs) > len(ours):
        for address in lost or theirs[:1]:
            yield Fault(Severity.ERROR, f"The link to {address} is missing.", f"Write [text]({address}).")
    elif len(theirs) < len(ours):
        for address in extra or ours[:1]:
            yield Fault(Severity.ERROR, f"The link to {address} is not in the source.", "Take it out.")
    else:
        for old, new in zip(sorted(lost.elements()), sorted(extra.elements()), strict=True):
            severity = _elsewhere(old, new, language)
            yield Fault(severity, f"The link to {old} leads to {new}.", f"Write [text]({old}).")


def _addresses(source: str, target: str, language: str) -> Iterator[Fault]:
    """Where links of HTML and pictures lead; a lost tag has been named already."""
    theirs, ours = (Counter(match[1] for match in _ATTRIBUTE.finditer(text)) for text in (source, target))
    lost, extra = sorted((theirs - ours).elements()), sorted((ours - theirs).elements())
    if len(lost) == len(extra):
        for old, new in zip(lost, extra, strict=True):
            yield Fault(_elsewhere(old, new, language), f"{old} has become {new}.", f"Write {old}.")


def _elsewhere(old: str, new: str, language: str) -> Severity:
    """A reader may well be sent to the same page in their language; a name of ours leads nowhere else."""
    if not (old.startswith("http") and new.startswith("http")):
        return Severity.ERROR
    is_localized = not _names_of(language).isdisjoint(_PIECES.split(new.lower()))
    return Severity.HINT if is_localized else Severity.WARNING


def _names_of(language: str) -> set[str]:
    """How addresses name a language: the nb of /nb/ and nb.example.org, and no for both of Norway's."""
    return {language, "no"} if language in ("nb", "nn") else {language}


def _left_open(source: str, target: str) -> Iterator[Fault]:
    """Tags that nest wrongly though all are there; a lost one has been named already."""
    if Counter(map(_tag, TAG.finditer(_opened(source)))) != Counter(map(_tag, TAG.finditer(_opened(target)))):
        return
    if _is_nested(target) or not _is_nested(source):
        return
    yield Fault(Severity.ERROR, "Tags are closed in the wrong order.", "Close the tag that was opened last first.")


def _is_nested(text: str) -> bool:
    stack: list[str] = []
    for match in TAG.finditer(text):
        closing, name = _TAG_NAME.match(match[0]).groups()  # type: ignore[union-attr] # TAG matches nothing else
        if name.lower() in _VOID or match[0].endswith("/>"):
            continue
        if not closing:
            stack.append(name.lower())
        elif not stack or stack.pop() != name.lower():
            return False
    return not stack


_MARKS = {"**": re.compile(r"(?<!\*)\*\*(?!\*)"), "*": re.compile(r"(?<![*\s])\*(?!\*)|(?<!\*)\*(?![*\s])")}


_OPENING = re.compile(r"(?<!\w)\*+\w")


def _emphasis(source: str, target: str) -> Iterator[Fault]:
    for mark, pattern in _MARKS.items():
        theirs, ours = len(pattern.findall(source)), len(pattern.findall(target))
        is_footnote = ours == 1 and theirs == 0 and not _OPENING.search(target)
        if ours % 2 and not theirs % 2 and not is_footnote:
            yield Fault(Severity.ERROR, f"An emphasis {mark} is never closed.", f"Put {mark} on both sides.")
        elif mark == "**" and ours and not theirs:
            yield Fault(Severity.WARNING, "The emphasis in ** is not in the source.", "Take it out.")
        elif theirs and not ours:
            yield Fault(
                Severity.WARNING, f"The emphasis in {mark} is lost.", f"Put {mark} around the words it belongs to."
            )


check = Check(
    "markup",
    "Links, emphasis, code, tags, placeholders and entities are kept and closed.",
    find,
    clues=Clues(source=_SIGNS, target=_SIGNS),
    category=Category.MARKUP_TAG,
    about=(
        "What is no prose must survive: links and their targets, emphasis, code, HTML tags, placeholders and "
        "entities, each as often as in the source, and closed where it was opened."
    ),
    examples=(
        Example(source="Read our [policy](privacy).", target="Les vår [erklæring](privacy).", right=True),
        Example(source="Read our [policy](privacy).", target="Les vår erklæring.", right=False),
        Example(source="The report was **not** published.", target="Rapporten ble **ikke publisert.", right=False),
        Example(source="Hello, {name}", target="Hei, {navn}", right=False, role="label"),
        Example(
            source="{count, plural, one {# story} other {# stories}}",
            target="{count, plural, one {# sak} other {# saker}}",
            right=True,
            role="label",
        ),
        Example(
            source="{count, plural, one {# story} other {# stories}}",
            target="{count, plural, en {# sak} andre {# saker}}",
            right=False,
            role="label",
        ),
        Example(source='<a href="/about">About us</a>', target='<a href="/om">Om oss</a>', right=False),
    ),
)
