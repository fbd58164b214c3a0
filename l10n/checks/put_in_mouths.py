"""Words of the writer set in quotation marks, as if somebody had said them: fairer is not “more fair”, said by whom?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from l10n.checks.contract import Fault, Subject
from l10n.model.finding import Severity

_TELLS = re.compile(
    r"(?<!\w)(?:said|says|told|according to|announced|argues?|argued|claims?|claimed|warned|warns|believes?|thinks?)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""Somebody speaks in the source, so that a reader takes what is quoted for their words."""
_NAMED = re.compile(
    r"\b(?:so-called|known as|called|calls|dubbed|termed?|words?|phrase|slogan|nick\w+|titled?|entitled|labell?ed|"
    r"described? as|refers?|referred|meaning|means|motto|hashtag|campaign|song|film|book|series|play|show|album)\b|"
    r"[<*_‘'’]\w",
    re.IGNORECASE,
)
"""What a translation may set in marks for its own reasons: a title, a term, a nickname."""
_FEWEST = 2
"""Words; one word in marks is a matter of style."""


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def put_in_mouths(subject: Subject, ours: Sequence[_Span]) -> Iterator[Fault]:
    """A quotation of a text whose source has none, though somebody speaks in it."""
    if not _TELLS.search(subject.source_prose) or _NAMED.search(subject.source):
        return
    for found in ours:
        inside = subject.target[found.start + 1 : found.end - 1]
        if (
            inside[:1].islower()
            and len(inside.split()) >= _FEWEST
            and inside.casefold() not in subject.source.casefold()
        ):
            text = f"“{inside}” is quoted, and nobody is in the source."
            yield Fault(Severity.WARNING, text, "Take the quotation marks out.", (found.start, found.end))
            return
