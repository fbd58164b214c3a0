"""A picture that has lost who took it: of “(AP Photo/Ana Sousa)” or “Photo: Reuters” nothing is left.

Agencies and photographers are paid by their names; a caption without them may not be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.contract import Fault, Subject
from l10n.checks.prose import word_set
from l10n.model.finding import Severity

CREDITING = word_set(
    "photo photos photograph photographs photographer image picture illustration graphic video getty ap afp reuters "
    "epa ntb"
)
"""One of them stands in each source that is looked at."""
_AGENCY = r"AP|AFP|Reuters|EPA(?:-EFE)?|NTB|PA|Getty(?: Images)?|TT|Ritzau|DPA|dpa|ANSA|Xinhua|Kyodo|Bloomberg"
_CREDIT = re.compile(
    rf"\((?P<wrapped>[^()]*\b(?:{_AGENCY}|[Pp]hoto|[Ii]mage|[Ii]llustration)\b[^()]*)\)\s*\.?$|"
    r"(?:^|[.!?”\"]\s+|\()(?P<led>(?:Photos?|Photographs?|Image|Picture|Illustration|Graphics?|Video)"
    r"(?: by|: ?| courtesy of|/)\s*[^.()]{2,80})\)?\.?$"
)
_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w'’-]+")
_KINDS = word_set("Photo Photos Photograph Photographs Image Images Picture Illustration Graphic Graphics Video File")


def lost_credit(subject: Subject) -> Iterator[Fault]:
    """A credit at the source's end of which no name is in the translation."""
    credit = _CREDIT.search(subject.source_prose.rstrip())
    if not credit:
        return
    told = (credit["wrapped"] or credit["led"]).strip()
    names = [name for name in _NAME.findall(told) if name not in _KINDS]
    told_here = {name.casefold() for name in _NAME.findall(subject.target)}
    if names and not any(_is_told(name.casefold(), told_here) for name in names):
        yield Fault(Severity.WARNING, f"The credit “{told}” is missing.", f"Name {names[0]}, as the source does.")


def _is_told(name: str, told_here: set[str]) -> bool:
    """As it is, or in another case: `Nowaks`, `NTBs`."""
    return any(other.startswith(name) and len(other) - len(name) <= 2 for other in told_here)
