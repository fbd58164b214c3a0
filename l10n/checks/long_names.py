"""What need not be written out: institutions known by an acronym or one word, and measures told twice: 104°F (40°C)."""

from __future__ import annotations

import re

_WRITTEN_OUT = re.compile(
    r"(?:[Tt]he\s)?(?:[^\W\d_a-z][\w’'-]*\s(?:(?:of|for|the|and|on|in)\s){0,2}){2,10}\((?P<acronym>[A-ZÆØÅ]{2,8})\)"
)
_INSTITUTION = re.compile(
    r"(?:[Tt]he\s)?(?:[A-Z][a-z]+\s){1,5}(?:of|for)\s(?:[A-Z][a-z]+(?:\s(?:and\s)?(?=[A-Z]))?){1,5}"
)
_ONE_WORD = re.compile(r"(?<!\w)[A-ZÆØÅ][a-zæøå]{9,}(?:et|en|a|ts|s)(?!\w)")
_TOLD_TWICE = re.compile(r"\s\((?:[a-z]+\s)?[$€£¥]?\d[^()]{0,30}\)")
_ACRONYM = re.compile(r"\([A-ZÆØÅ]{2,8}\)")


def without_long_names(source: str, target: str) -> str:
    """“The World Health Organization (WHO)” as “WHO”, where the translation names the acronym without parentheses."""
    if "(" in source and "(" not in target:
        source = _TOLD_TWICE.sub("", source)
    source = _with_short_institution(source, target) if " of " in source or " for " in source else source
    if "(" not in source or not _ACRONYM.search(source):
        return source
    return _WRITTEN_OUT.sub(
        lambda match: match["acronym"] if _stands_alone(match["acronym"], target) else match[0], source
    )


def _with_short_institution(source: str, target: str) -> str:
    """“The Directorate of Health” as long as “Helsedirektoratet”, where that stands in the translation."""
    one = next((word for word in _ONE_WORD.findall(target) if word[:6] not in source), None)
    return source if one is None else _INSTITUTION.sub(one, source, count=1)


def _stands_alone(acronym: str, target: str) -> bool:
    return re.search(rf"(?<![\w(]){acronym}(?![\w)])", target, re.IGNORECASE) is not None
