"""The segments that checks are measured on: seeded faults, and real prose from catalogs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import polib

from tests.checks.seeded import SeededFault

_KNOWN_FAULTS = Path(__file__).parent / "debian_edu_faults.tsv"


@dataclass(frozen=True, slots=True)
class Segment:
    """One text and its translation."""

    locale: str
    language: str
    domain: str
    role: str
    source: str
    target: str

    @property
    def digest(self) -> str:
        """Names the pair in the list of known faults."""
        return sha256(f"{self.source}\0{self.target}".encode()).hexdigest()[:12]


def faults_as_segments(faults: Sequence[SeededFault], *, wrong: bool) -> list[Segment]:
    return [
        Segment(
            fault.locale, fault.language, fault.domain, fault.role, fault.source, fault.wrong if wrong else fault.right
        )
        for fault in faults
    ]


def prose_of(paths: Sequence[Path], locale: str = "nb") -> list[Segment]:
    """The translated messages of catalogs that are not fuzzy, each text once."""
    found: dict[str, Segment] = {}
    for path in paths:
        for entry in polib.pofile(str(path)):
            if entry.translated() and not entry.obsolete and not entry.msgid_plural:
                found.setdefault(entry.msgid, Segment(locale, "en", "articles/manual", "", entry.msgid, entry.msgstr))
    return list(found.values())


def known_faults() -> set[str]:
    """Digests of reviewed messages that were read and found to be wrong all the same."""
    lines = _KNOWN_FAULTS.read_text(encoding="utf-8").splitlines()
    return {line.partition("\t")[0] for line in lines if not line.startswith("#")}


def many(segments: Sequence[Segment], count: int) -> list[Segment]:
    """So many segments: the Norwegian ones again and again, each time as another text."""
    norwegian = [segment for segment in segments if segment.locale == "nb"]
    repeated = itertools.islice(itertools.cycle(norwegian), count)
    return [
        replace(segment, source=f"{segment.source} ({n})", target=f"{segment.target} ({n})")
        for n, segment in enumerate(repeated)
    ]


def write_catalog(path: Path, numbered: Sequence[tuple[int, Segment]], locale: str) -> None:
    """A catalog whose references name each segment's number; texts that share a source get contexts apart."""
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": locale,
                        "Plural-Forms": "nplurals=2; plural=(n != 1);"}  # fmt: skip
    for number, segment in numbered:
        where = [(f"segment-{number}", "")]
        entry = polib.POEntry(
            msgid=segment.source, msgstr=segment.target, msgctxt=segment.role or None, occurrences=where
        )
        catalog.append(entry)
    catalog.save(str(path))
