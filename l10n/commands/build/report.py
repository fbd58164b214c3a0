"""What `l10n build` says of its verdicts: in words, and as JSON."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from l10n.commands.console import next_step, plural, put, put_json, say
from l10n.commands.speech import _

if TYPE_CHECKING:
    from l10n.commands.build.run import Outcome
    from l10n.model.built import Built
    from l10n.model.manifest import ManifestBundle
    from l10n.workspace.dist import Dist


_FEW = 60
"""Bundles that are told of one by one."""


def put_report(dist: Dist, outcome: Outcome) -> None:
    """The verdicts as JSON: schema `l10n/build/1`."""
    rows = [_row(bundle) for bundle in outcome.bundles]
    put_json("build/1", {"out": str(dist.root), "bundles": rows, "changed": outcome.changed})


def _say_what_is_left_out(has_address: bool, bundles: list[ManifestBundle]) -> None:
    """What a site needs for feeds, sitemap and canonical links, where it has not got it."""
    out = [bundle for bundle in bundles if bundle.published]
    if out and not has_address:
        say(
            _(
                "No feeds, sitemap or canonical links: say where the site is served, [site] url = "
                '"https://…" in l10n.toml.'
            )
        )
    elif out and not any(bundle.date or bundle.updated for bundle in out):
        say(_("No feeds: they list articles that have a date in their front matter (date: 2026-01-05)."))


def _row(bundle: ManifestBundle) -> dict[str, object]:
    return {
        "article": bundle.article,
        "locale": bundle.locale,
        "published": bundle.published,
        "reason": bundle.reason,
        "words": bundle.words,
        "total_words": sum(bundle.words.values()),
        "chrome_words": bundle.around,
        "texts_below_gate": bundle.below,
        "lacking": bundle.lacking,
        "gate": {"state": bundle.gate.state, "percent": bundle.gate.percent},
        "fallback": bundle.fallback,
        "page": bundle.page if bundle.published else None,
    }


def report(dist: Dist, outcome: Outcome, *, has_address: bool, verbose: bool = False) -> None:
    """The verdicts in words, and the next sensible command."""
    bundles = outcome.bundles
    width = max(len(bundle.locale) for bundle in bundles)
    is_long = len(bundles) > _FEW and not verbose
    for bundle in bundles:
        head = f"{bundle.locale:{width}}  {bundle.article}"
        if not bundle.published:
            put(_("{head}  held back: {reason}; nothing written", head=head, reason=bundle.reason))
        elif not is_long:
            put(_("{head}  goes out: {reason}", head=head, reason=bundle.reason))
            put(f"{'':{width}}  {os.path.relpath(dist.root / bundle.page)}")
    if is_long:
        _sum_up(bundles, width)
    front = os.path.relpath(dist.root / "index.html")
    say()
    _say_what_is_left_out(has_address, bundles)
    say(_("All pages: {front}  ({files} changed)", front=front, files=plural(len(outcome.changed), "file")))
    held = [bundle for bundle in bundles if not bundle.published]
    drafted = next((tag for one in outcome.built for tag in _locales(one) if tag in one.drafted), "")
    if held:
        next_step(f"l10n status {held[0].locale}", _("what is missing"))
    elif drafted:
        next_step(f"l10n review {drafted}", _("drafts stand on its pages, labelled"))
    else:
        built = shlex.quote(os.path.relpath(dist.root))
        next_step(f"l10n pull {bundles[0].locale} --from {built} --to FOLDER", _("for a build pipeline"))


def _sum_up(bundles: list[ManifestBundle], width: int) -> None:
    """A line for each locale: the pages of a large site are told one by one only to who asks."""
    for tag in dict.fromkeys(bundle.locale for bundle in bundles):
        of_locale = [bundle for bundle in bundles if bundle.locale == tag]
        out = sum(bundle.published for bundle in of_locale)
        held = _(", {count:,} held back", count=len(of_locale) - out) if out < len(of_locale) else ""
        articles = plural(len(of_locale), "article")
        told = (
            _("{out:,} of {articles} goes out", out=out, articles=articles)
            if out == 1
            else _("{out:,} of {articles} go out", out=out, articles=articles)
        )
        put(f"{tag:{width}}  {told}{held}")
    say(_("Each one, with its page: l10n build --verbose"))


def _locales(built: Built) -> list[str]:
    return [bundle.locale for bundle in built.bundles]
