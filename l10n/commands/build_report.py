"""What `l10n build` says of its verdicts: in words, and as JSON."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from l10n.commands.console import next_step, plural, put, put_json, say

if TYPE_CHECKING:
    from l10n.formats.writers.site import Site
    from l10n.steps.publish import Edition
    from l10n.workspace.dist import Dist


def put_report(dist: Dist, editions: list[Edition], changed: list[str]) -> None:
    """The verdicts as JSON: schema `l10n/build/1`."""
    rows = [_row(edition) for edition in editions]
    put_json("build/1", {"out": str(dist.root), "bundles": rows, "changed": changed})


def _say_what_is_left_out(site: Site, editions: list[Edition]) -> None:
    """What a site needs for feeds, sitemap and canonical links, where it has not got it."""
    out = [edition.publication for edition in editions if edition.publication]
    if out and not site.url:
        say(
            'No feeds, sitemap or canonical links: say where the site is served, [site] url = "https://…" in l10n.toml.'
        )
    elif out and not any(publication.dateline.last for publication in out):
        say("No feeds: they list articles that have a date in their front matter (date: 2026-01-05).")


def _row(edition: Edition) -> dict[str, object]:
    verdict = edition.verdict
    return {
        "article": edition.bundle.slug,
        "locale": edition.bundle.locale,
        "published": edition.is_out,
        "reason": edition.reason,
        "words": dict(verdict.words),
        "total_words": verdict.total,
        "chrome_words": verdict.around,
        "texts_below_gate": verdict.below,
        "lacking": dict(verdict.lacking),
        "gate": {"state": verdict.gate, "percent": verdict.percent},
        "fallback": verdict.fallback,
        "page": edition.page if edition.is_out else None,
    }


def report(dist: Dist, editions: list[Edition], changed: list[str], site: Site) -> None:
    """The verdicts in words, and the next sensible command."""
    width = max(len(edition.bundle.locale) for edition in editions)
    for edition in editions:
        head = f"{edition.bundle.locale:{width}}  {edition.bundle.slug}"
        if edition.is_out:
            put(f"{head}  goes out: {edition.reason}")
            put(f"{'':{width}}  {os.path.relpath(dist.root / edition.page)}")
        else:
            put(f"{head}  held back: {edition.reason}; nothing written")
    front = os.path.relpath(dist.root / "index.html")
    say()
    _say_what_is_left_out(site, editions)
    say(f"All pages: {front}  ({plural(len(changed), 'file')} changed)")
    held = [edition for edition in editions if not edition.is_out]
    if held:
        next_step(f"l10n status {held[0].bundle.locale}", "what is missing")
    elif any(passage.is_draft for edition in editions for passage in edition.bundle.passages.values()):
        drafted = next(e.bundle.locale for e in editions if any(p.is_draft for p in e.bundle.passages.values()))
        next_step(f"l10n review {drafted}", "drafts stand on its pages, labelled")
    else:
        built = shlex.quote(os.path.relpath(dist.root))
        next_step(f"l10n pull {editions[0].bundle.locale} --from {built} --to FOLDER", "for a build pipeline")
