"""Institutions that a language knows by their acronym alone: what English writes out need not be written out."""

from __future__ import annotations

import re

_WRITTEN_OUT = re.compile(
    r"(?:[Tt]he\s)?(?:[^\W\d_a-z][\w’'-]*\s(?:(?:of|for|the|and|on|in)\s){0,2}){2,10}\((?P<acronym>[A-ZÆØÅ]{2,8})\)"
)


_ACRONYM = re.compile(r"\([A-ZÆØÅ]{2,8}\)")


def without_long_names(source: str, target: str) -> str:
    """“The World Health Organization (WHO)” as “WHO”, where the translation names the acronym without parentheses."""
    if not _ACRONYM.search(source):
        return source
    return _WRITTEN_OUT.sub(
        lambda match: match["acronym"] if _stands_alone(match["acronym"], target) else match[0], source
    )


def _stands_alone(acronym: str, target: str) -> bool:
    return re.search(rf"(?<![\w(]){acronym}(?![\w)])", target, re.IGNORECASE) is not None
