"""Web and mail addresses, hashtags and handles stand as in the source: one letter off, and they lead nowhere.

desk@example.org, #Rasvarsel  → desk@example.org, #Rasvarsel    right
desk@example.org              → desk@eksempel.org               wrong
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from l10n.checks.clues import like
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.prose import CODE, LINK, TAG
from l10n.model.finding import Category, Severity

_ADDRESS = re.compile(
    r"\bhttps?://[^\s<>\"”»“«)\]]+|\bwww\.[^\s<>\"”»“«)\]]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?<![\w&/#@])[@#][^\W\d]\w{2,}"
)
_SIGNS = like(re.compile(r"[@#]|://|www\."))
_LISTING = re.compile(r"^\s?#|[~$]#|\n\s*#", re.MULTILINE)
"""A comment in a program is no hashtag."""


def find(subject: Subject) -> Iterable[Fault]:
    """An address that changed or is gone. Those of links and tags are looked at by `markup`."""
    source, target = subject.source, subject.target
    if source == target or _LISTING.search(source):
        return
    theirs, ours = _addresses(source), _addresses(target)
    lost, new = sorted((theirs - ours).elements()), sorted((ours - theirs).elements())
    for gone, come in zip(lost, new, strict=False):
        # the page of a site in another language
        severity = (
            Severity.HINT if _host(gone) and _host(gone) == _host(come) and _is_localized(come) else Severity.ERROR
        )
        start = target.find(come)
        yield Fault(severity, f"“{gone}” has become “{come}”.", f"Write {gone}.", (start, start + len(come)))
    for gone in lost[len(new) :]:
        yield Fault(Severity.WARNING, f"“{gone}” is missing.", f"Put {gone} where it belongs.")


def _addresses(text: str) -> Counter[str]:
    for pattern in (CODE, LINK, TAG):
        text = pattern.sub(" ", text)
    return Counter(match[0].rstrip(".,;:!?'’*_") for match in _ADDRESS.finditer(text))


def _host(address: str) -> str:
    return urlsplit(address).netloc if "://" in address else ""


def _is_localized(address: str) -> bool:
    return (
        re.search(
            r"[/.=_-][a-z]{2}(?:[-_][A-Za-z]{2})?(?:[/.?&#]|$)", urlsplit(address).path + "?" + urlsplit(address).query
        )
        is not None
    )


check = Check(
    "addresses",
    "Web and mail addresses, hashtags and handles stand as in the source.",
    find,
    clues=Clues(source=_SIGNS, target=_SIGNS),
    category=Category.LINK,
    about=(
        "An address in running text that was translated, misspelt or dropped. A page of the same site in another "
        "language is a hint only. Targets of links and attributes of tags are the business of `markup`."
    ),
    examples=(
        Example(source="Write to desk@example.org.", target="Skriv til desk@example.org.", right=True),
        Example(source="Write to desk@example.org.", target="Skriv til desk@eksempel.org.", right=False),
        Example(source="Follow #Rasvarsel.", target="Følg #Skredvarsel.", right=False),
        Example(
            source="See https://example.org/live now.",
            target="Siehe https://example.org/liv jetzt.",
            right=False,
            locale="de",
        ),
    ),
)
