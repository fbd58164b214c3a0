"""“Takaichi’s” is English: Scandinavians, Germans and the Dutch write the genitive without an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.prose import word_set
from l10n.checks.quotes import quotations
from l10n.model.finding import Severity

_APOSTROPHE_GENITIVE = re.compile(r"\b([^\W\d_a-zæøåäöü]\w+)['’]s\b")
_APOSTROPHE_AFTER_S = re.compile(r"\b([^\W\d_a-zæøåäöü]\w+)s['’](?!\w)")
_NAMED_AFTER = re.compile(r"\w+['’]s(?: [A-ZÀ-ÖØ-Þ][\w-]+){2,}")
"""Neal’s Yard Dairy: where source and translation go on alike in capitals, the apostrophe belongs to a name."""
_OF_HISSING = re.compile(r"\b([A-ZÀ-ÖØ-Þ][\w-]*[sxz])['’]s?(?!\w)")
"""Whose name ends in a hiss: Harris’s, Yilmaz’s, Texas’."""
_HISSING = re.compile(r"[sxz]$", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*[^*]+\*|_[^_]+_")
_APOSTROPHE_ALONE = frozenset({"nb", "nn", "no", "da"})
_NO_APOSTROPHE = frozenset({"nb", "nn", "no", "da", "sv", "de", "fi", "nl", "is"})
# companies and places that carry the apostrophe themselves
_BRANDS = word_set(
    """
    mcdonald wendy moody levi sotheby christie lloyd macy kellogg domino hershey joe denny harrod sainsbury daniel
    poor ben jerry reese lay kohl arby chili applebee bloomingdale dick lowe sam wrigley campbell l'oréal men women
    john paul shakespeare claire macy sotheby harrods king queen trader land victoria cox martha
    """
)


def hissing_genitives(subject: Subject) -> Iterator[Fault]:
    """“Yilmazs anke”: after s, x and z Norwegians and Danes write an apostrophe alone."""
    if subject.languages[1] not in _APOSTROPHE_ALONE or subject.languages[0] != "en":
        return
    for name in dict.fromkeys(_OF_HISSING.findall(subject.source_prose)):
        if match := re.search(rf"(?<!\w){re.escape(name)}s(?!\w)", subject.target_prose):
            text = f"“{match[0]}” has an s too many: the name is {name}."
            yield Fault(Severity.ERROR, text, f"Write {name}’.", match.span())


def english_genitives(subject: Subject) -> Iterator[Fault]:
    """Genitives with an apostrophe, but for brands that carry it themselves and titles of works."""
    if subject.languages[1] not in _NO_APOSTROPHE:
        return
    aside = [(q.start, q.end) for q in quotations(subject.target_prose)[0]]
    aside += [match.span() for match in _EMPHASIS.finditer(subject.target)]
    for match in _APOSTROPHE_GENITIVE.finditer(subject.target_prose):
        is_title_of_work = any(start < match.start() < end for start, end in aside) and match[0] in subject.source
        is_part_of_name = (named := _NAMED_AFTER.match(subject.target_prose, match.start())) is not None and (
            named[0].replace("’", "'") in subject.source_prose.replace("’", "'")
        )
        if match[1].casefold() not in _BRANDS and not is_title_of_work and not is_part_of_name:
            end = match.end(1) + 2
            ending = "" if match[1].endswith("s") and subject.languages[1] == "de" else "s"
            text = f"“{subject.target[match.start() : end]}” has an English genitive."
            yield Fault(Severity.ERROR, text, f"Write {match[1]}{ending}.", (match.start(), end))
    for match in _APOSTROPHE_AFTER_S.finditer(subject.target_prose):
        # “Paris’ gater” is right, and so is a closing quotation mark
        is_of_source = re.search(rf"\b{match[1]}['’]s\b", subject.source_prose) and not _HISSING.search(match[1])
        if is_of_source and not any(start < match.start() < end for start, end in aside):
            text = f"“{match[0]}” has an apostrophe that no genitive in -s takes."
            yield Fault(Severity.ERROR, text, f"Write {match[1]}s.", match.span())
