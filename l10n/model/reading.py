"""What a reader makes of a page: the article, the chrome around it, and what it dares not decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from l10n.model.article import Article
from l10n.model.chrome import ChromeString

BODY = "body"
"""Belongs to the story: the article itself, or the teaser of a related one."""
CHROME = "chrome"
"""Belongs to the site."""
UNSURE = "unsure"
"""Waits for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """What a reader is told beside the text."""

    article_language: str = "en"
    chrome_language: str = "nb"
    """The project's; it decides where a page has too little chrome to tell nb from nn or da."""
    known: tuple[ChromeString, ...] = ()
    """Chrome the project has already: captured before, in its template, or in its catalogs."""
    answers: Mapping[int, str] = field(default_factory=dict)
    """A person's answers to questions, by line: `title`, `body`, `card`, `caption`, `chrome`, `above` or `below`."""
    answer_all: str = ""
    """The answer to every question that has none of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVerdict:
    """What one line of the input is. A line that holds two things has two verdicts."""

    line: int
    """From 1, as an editor counts."""
    text: str
    verdict: str
    """BODY, CHROME or UNSURE."""
    role: str
    """`title`, `paragraph`, `card summary`, `badge`, `cookie text`, `date`, …"""
    lang: str
    """Empty where the line has no language: a number, a rule, a name."""
    confidence: float
    """0 to 1; of the language where that decided, else 1."""
    reason: str
    """Why, in a few words for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something a person must say, for the reader will not guess."""

    line: int
    text: str
    question: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A page, read."""

    article: Article | None
    """None while a question is open. Its slug is empty unless the text names one."""
    chrome: tuple[ChromeString, ...] = ()
    questions: tuple[Question, ...] = ()
    lines: tuple[LineVerdict, ...] = ()
    warnings: tuple[str, ...] = ()
    """What a person should know of the input; each follows on the words `Warning: `."""
