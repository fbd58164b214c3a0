"""A newsroom to measure on: articles of about 15 passages, translated and reviewed in some locales. Seeded.

Sentences are taken from real English text (the articles among the tests' fixtures and the prose that every Debian has,
or the files that are named) and put together anew, with their figures varied, so that no two articles are alike. The
same seed and texts are the same bytes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.formats import po
from l10n.formats.readers.markdown import article as markdown
from l10n.formats.writers.theme import chrome_keys
from l10n.model.catalog import CHROME, Catalog, article_domain
from l10n.model.header import catalog_header, template_header
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged
from l10n.steps.extract import extract
from l10n.workspace import Workspace

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures" / "articles"
LICENSES = Path("/usr/share/common-licenses")
REVIEWER = Actor(name="Kari Nordmann", email="kari@example.org")
AT = "2026-01-05T10:11Z"
_LOOKS = {"nb": ("aeo", "åæø"), "de": ("aou", "äöü"), "fr": ("aec", "àéç")}
_KEPT = re.compile(r"(\]\([^)]*\)|\{\w+\}|`[^`]*`|https?://\S+)")
_NUMBER = re.compile(r"\d+")
_ADDED = ("important", "new", "severe", "joint", "regional", "early", "planned", "private", "domestic")


@dataclass(frozen=True)
class Story:
    """An article to be written."""

    slug: str
    title: str
    lead: str
    date: str
    passages: tuple[str, ...]

    @property
    def text(self) -> str:
        head = f'---\ntitle: "{self.title}"\nlang: en\ndate: {self.date}\nlead: "{self.lead}"\n---\n\n'
        return head + "\n\n".join(self.passages) + "\n"


class Newsroom:
    """Writes articles, and edits them as a newsroom does."""

    def __init__(self, seed: int, texts: Iterable[Path] = ()) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same newsroom again, not a secret
        found = [path.read_text(encoding="utf-8", errors="replace") for path in texts or default_texts()]
        self._sentences = [sentence for text in found for sentence in _sentences(text)]

    def story(self, number: int) -> Story:
        pick = self._random
        body = [self._paragraph() for _ in range(11)]
        body[3] += f" Read more at [the desk](https://example.org/tag/{number})."
        headings = [f"## What follows in part {pick.randint(2, 99)}", f"## {self._sentence().rstrip('.')[:60].strip()}"]
        body[4:4], body[9:9] = [headings[0]], [headings[1]]
        body[6:6] = [f"> {self._sentence()}"]
        return Story(
            slug=f"story-{number:05d}",
            title=f"{self._sentence().rstrip('.')[:70].strip()} ({number})",
            lead=self._paragraph(),
            date=f"2025-{pick.randint(1, 12):02d}-{pick.randint(1, 28):02d}",
            passages=tuple(body),
        )

    def edited(self, story: Story) -> Story:
        """A few words of a paragraph changed, one paragraph moved, one inserted, one deleted."""
        pick, body = self._random, list(story.passages)
        changed, moved, deleted = pick.sample([at for at, text in enumerate(body) if text[0] not in "#>"], 3)
        words = body[changed].split(" ")
        words[pick.randrange(len(words))] = pick.choice(_ADDED)
        body[changed] = " ".join(words)
        kept = [text for at, text in enumerate(body) if at not in (moved, deleted)]
        kept.insert(pick.randrange(1, len(kept)), body[moved])
        kept.insert(pick.randrange(1, len(kept)), self._paragraph())
        return replace(story, passages=tuple(kept))

    def chosen(self, stories: Sequence[Story], share: float) -> list[Story]:
        return self._random.sample(list(stories), max(1, round(len(stories) * share)))

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._random.randint(2, 4)))

    def _sentence(self) -> str:
        pick = self._random
        return _NUMBER.sub(lambda found: str(pick.randint(2, 31)), pick.choice(self._sentences))


def default_texts() -> list[Path]:
    """The fixtures' articles; and, on Debian, the licences: some hundred kilobytes of English that is always there."""
    return sorted(FIXTURES.glob("*.md")) + sorted(path for path in LICENSES.glob("*") if not path.is_symlink())


def write_project(root: Path, stories: Iterable[Story], locales: Sequence[str]) -> None:
    """A project whose texts are all translated and reviewed."""
    for folder in ("articles", "catalogs/templates/articles", *(f"catalogs/{tag}/articles" for tag in locales)):
        (root / folder).mkdir(parents=True, exist_ok=True)
    # an edited article goes out with its stale passages in English, as it does with po4a
    tables = "\n".join(f'[locales.{tag}]\ngate = {{ state = "translated", percent = 50 }}' for tag in locales)
    site = '[site]\nname = "The newsroom"\nurl = "https://newsroom.example"'
    (root / "l10n.toml").write_text(f'article_language = "en"\nchrome_language = "nb"\n\n{site}\n\n{tables}\n')
    workspace = Workspace(root)
    words = [Message(msgctxt=key.msgctxt, msgid=key.msgid) for key in chrome_keys()]
    _write(workspace, CHROME, words, [tag for tag in locales if tag != "nb"])
    for story in stories:
        (root / "articles" / f"{story.slug}.md").write_text(story.text, encoding="utf-8")
        template = extract(markdown.parse(story.text, slug=story.slug))
        _write(workspace, article_domain(story.slug), template.messages, locales)


def _write(workspace: Workspace, domain: str, messages: Sequence[Message], locales: Sequence[str]) -> None:
    source = workspace.settings.source_language(domain)
    template = Catalog(header=template_header(domain, source), messages=tuple(messages))
    workspace.template_path(domain).write_bytes(po.encode(template))
    for tag in locales:
        done = tuple(reviewed(message, tag) for message in messages)
        catalog = Catalog(header=catalog_header(domain, source, tag), messages=done)
        workspace.catalog_path(tag, domain).write_bytes(po.encode(catalog))


def reviewed(message: Message, tag: str) -> Message:
    text = translation(message.msgid, tag)
    return judged(replace(message, msgstr=(text,)), State.REVIEWED, by=REVIEWER, at=AT, origin=HUMAN)


def translation(text: str, tag: str) -> str:
    """A stand-in for a translation: its length, markup and figures, in words of no language."""
    table = str.maketrans(*_LOOKS.get(tag, _LOOKS["nb"]))
    return "".join(part if at % 2 else part.translate(table) for at, part in enumerate(_KEPT.split(text)))


def _sentences(text: str) -> list[str]:
    body = text.rpartition("\n---\n")[2]
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", body) if not part.lstrip().startswith("#"))
    found = (sentence for one in paragraphs for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", one))
    return [
        sentence
        for sentence in found
        if 30 < len(sentence) < 250 and not sentence[:12].isupper() and not set(sentence) & set('"\\[]<>|*_`#{}')
    ]
