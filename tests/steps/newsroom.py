"""Real articles with catalogs that a reviewer has gone through, and edits as a newsroom makes them."""

from __future__ import annotations

from pathlib import Path

from l10n.formats.readers.markdown import article as markdown
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor
from l10n.model.state import State, judged
from l10n.steps.extract import extract
from l10n.steps.sync import Synced, sync

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
SLUGS = ("tokyo-forum", "coastal-ferries", "sleep-study")
REVIEWER = Actor(name="Kari Nordmann", email="kari@example.org")
AT = "2026-01-05T10:11Z"


def source(slug: str) -> str:
    return (ARTICLES / f"{slug}.md").read_text(encoding="utf-8")


def template(text: str, slug: str) -> Catalog:
    return extract(markdown.parse(text, slug=slug))


def edited(text: str, old: str, new: str) -> str:
    """The article with one passage changed; the passage must be there, and only once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def translation(text: str) -> str:
    """A stand-in for a translation: sentence for sentence and number for number, in words of no language."""
    return text.translate(str.maketrans("aeiouy", "åøyåøu"))


def reviewed(message: Message, state: State = State.REVIEWED) -> Message:
    """The message, translated and vouched for."""
    with_text = Message(
        msgctxt=message.msgctxt,
        msgid=message.msgid,
        msgstr=(translation(message.msgid),),
        comments=("Kari: ring redaksjonen om navnet.",),
        extracted=message.extracted,
    )
    return judged(with_text, state, by=REVIEWER, at=AT, origin=HUMAN)


def catalog(slug: str) -> Catalog:
    """The article's Bokmål catalog, every message reviewed."""
    return Catalog(
        header=catalog_header(f"articles/{slug}", "en", "nb"),
        messages=tuple(map(reviewed, template(source(slug), slug).messages)),
    )


def synced(before: Catalog, text: str, slug: str) -> Synced:
    """The catalog after the article reads `text`."""
    return sync(template(text, slug), before, source_language="en", locale="nb")
