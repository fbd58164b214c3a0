"""What l10n wants to cost at most, and whether the record says that it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from record import Record


@dataclass(frozen=True, kw_only=True)
class Goal:
    """One line of the page's first table: a ratio to a peer, our own seconds, or a figure without a peer."""

    says: str
    benchmark: str
    job: str
    """The job of a result, or the subject of a figure."""
    peer: str = ""
    figure: str = ""
    least: float | None = None
    most: float | None = None
    is_of_any_size: bool = False
    """It does not speak of the full sizes."""
    by_processor: bool = False
    """By processor time: where a peer runs for many minutes, what else the machine does then tells on the clock."""
    limit: str = ""
    """Where it is not met: what the limit is, and what it would take."""

    def measured(self, records: Mapping[str, Record]) -> float | None:
        """The figure that the goal speaks of; None where nobody measured it."""
        record = records.get(self.benchmark)
        if record is None:
            return None
        if self.figure:
            value = record.get("figures", {}).get(self.job, {}).get(self.figure)
            return None if value is None else float(value)
        of_job = [one for one in record["results"] if one["job"] == self.job]
        found = [one for one in of_job if one["peer"].startswith(self.peer)]
        if not found:
            return None
        if self.by_processor:
            return float(found[0]["theirs_busy"]) / float(found[0]["ours_busy"])
        return float(found[0]["ratio"] if self.peer else found[0]["ours"])

    def is_met(self, value: float) -> bool:
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)

    def told(self, value: float) -> str:
        if self.figure:
            return f"{value:.3g} {'' if self.figure == 'slope' else self.figure}".strip()
        if not self.peer:
            return f"{value:.3g} s"
        how = ", by processor time" if self.by_processor else ""
        return f"{value:.3g} times as fast{how}" if value >= 1 else f"{1 / value:.3g} times as long{how}"


_PO4A_PROJECTS = (("build", "2,000 articles, 40 a project"), ("build-one-cfg", "600 articles in one po4a.cfg"))
_PO4A = (
    "po4a's time grows towards the square of the articles in one po4a.cfg, so the ratio is what one makes it: more "
    "articles in one file, and it is higher. In projects that suit it, po4a spends little on what we do much for: "
    "a page with its data in five formats, each fingerprinted, where po4a writes one Markdown file."
)
_GROWING = ("sync, nothing new", "extract, a tenth edited", "sync, a tenth edited", "status", "check", "build")

GOALS: tuple[Goal, ...] = (
    Goal(
        says="sync, a tenth of the articles edited: 15 times as fast as msgmerge",
        benchmark="sync",
        job="sync, a tenth edited",
        peer="msgmerge",
        least=15,
    ),
    *(
        Goal(
            says=f"extract and sync, a tenth edited: 200 times as fast as po4a, {how}",
            benchmark=benchmark,
            job="build, a tenth edited: catalogs",
            peer="po4a",
            by_processor=True,
            least=200,
            limit=_PO4A,
        )
        for benchmark, how in _PO4A_PROJECTS
    ),
    Goal(
        says="sync, nothing new: 250 times as fast as msgmerge",
        benchmark="sync",
        job="sync, nothing changed",
        peer="msgmerge",
        least=250,
        limit="what remains is the start of Python and a look at the stamps of all files.",
    ),
    Goal(
        says="read and write 100,000 messages: 2.5 times as fast as msgcat",
        benchmark="po",
        job="read and write, as l10n writes",
        peer="msgcat",
        least=2.5,
    ),
    Goal(
        says="the same, wrapped by gettext: 2.5 times as fast as msgcat",
        benchmark="po",
        job="read and write, as gettext wraps",
        peer="msgcat",
        least=2.5,
    ),
    Goal(
        says="read and write 100,000 messages: 4 times as fast as polib",
        benchmark="po",
        job="read and write, as l10n writes",
        peer="polib",
        least=4,
    ),
    Goal(
        says="change one message of them: within 3 times of copying the file",
        benchmark="po",
        job="change one message",
        peer="copying the file",
        least=1 / 3,
    ),
    Goal(
        says="compile them to .mo: 3 times as fast as msgfmt",
        benchmark="po",
        job="compile to .mo",
        peer="msgfmt",
        least=3,
        limit="half of it is finding the texts in the bytes, by one regular expression; the rest is sorting them and "
        "laying them out. A compiled reader would do the first half in less.",
    ),
    Goal(
        says="status of 6,000 catalogs without the index: 6 times as fast as reading them with polib",
        benchmark="sync",
        job="status, nothing known",
        peer="polib",
        least=6,
        limit="`l10n status` also holds every seal against its text, counts words, compares each article with its "
        "template and hashes every file for the next run; polib's loop only reads and counts entries. What each "
        "step takes, and why Python does not come to a sixth: "
        "[decision 24](decisions/0024-an-index-that-may-be-thrown-away.md).",
    ),
    Goal(says="status from the index: under 0.3 s", benchmark="sync", job="status, nothing changed", most=0.3),
    *(
        Goal(
            says=f"build all pages: 50 times as fast as po4a, {how}",
            benchmark=benchmark,
            job="build, from nothing",
            peer="po4a",
            by_processor=True,
            least=50,
            limit=_PO4A,
        )
        for benchmark, how in _PO4A_PROJECTS
    ),
    Goal(
        says="build, nothing changed: under 1 % of a whole one",
        benchmark="build",
        job="build, nothing changed",
        figure="% of a whole one",
        most=1,
        limit="a whole build has become faster since the goal was set, too. What is left is the start, reading what "
        "is known of 42,000 files that were built, and one look at each of them and of 10,000 sources: "
        "[decision 22](decisions/0022-builds-that-redo-only-what-changed.md).",
    ),
    Goal(
        says="build in 2 processes: 1.7 times as fast as in 1",
        benchmark="build",
        job="build, 2 processes",
        figure="times as fast as 1",
        least=1.7,
        limit="each process loads for itself what it needs, and one alone finds what changed and makes the lists, the "
        "manifest and the index.",
    ),
    Goal(
        says="checks: 3 times as fast as pofilter",
        benchmark="checks",
        job="check",
        peer="pofilter",
        least=3,
        limit="our checks look for names, numbers and units by value, in two languages, where pofilter compares signs; "
        "what each costs, and what three times would take: [decision 16](decisions/0016-checks-and-false-alarms.md).",
    ),
    Goal(
        says="diff of two revisions, a tenth edited: under 2 s",
        benchmark="diff",
        job="diff",
        most=2,
        limit="about half of it is the checks, which look at every text that changed; without them (`--no-checks`) see "
        "the line above it in its table.",
    ),
    Goal(says="`l10n --help`: under 0.15 s", benchmark="start-up", job="l10n --help", most=0.15, is_of_any_size=True),
    Goal(
        says="`l10n status` on the project that comes with it: under 0.25 s",
        benchmark="start-up",
        job="l10n status",
        most=0.25,
        is_of_any_size=True,
    ),
    *(
        Goal(
            says=f"{job}: cost grows linearly from 200 to {articles} articles (slope at most 1.05)",
            benchmark=benchmark,
            job=job,
            figure="slope",
            most=1.05,
        )
        for benchmark, articles in (("growth", "2,000"), ("growth-to-20000", "20,000"))
        for job in _GROWING
    ),
)
