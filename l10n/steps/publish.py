"""Publish: the files of one article's bundles that may go out, and the verdict on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from l10n.formats.writers import article_json, provenance_json
from l10n.formats.writers.html import render
from l10n.formats.writers.wording import Site
from l10n.model.bundle import Bundle
from l10n.model.publishing import Policy, Verdict
from l10n.steps.gate import gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One bundle with its verdict, and its files by path; none where it is held back."""

    bundle: Bundle
    verdict: Verdict
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def page(self) -> str:
        return f"{self.bundle.slug}/{self.bundle.locale}/index.html"


def publish(
    bundles: Sequence[Bundle],
    *,
    policies: Mapping[str, Policy],
    site: Site,
    menu: Sequence[str],
    already: frozenset[str],
) -> list[Edition]:
    """Judge the bundles of one article, and write those that may go out.

    Their pages link to one another and to the locales that are out `already`, in the order of `menu`.
    """
    built = {bundle.locale for bundle in bundles}
    hoped = [tag for tag in menu if tag in built | already]
    pages = {bundle.locale: render(bundle, site=site, locales=hoped) for bundle in bundles}
    verdicts = {bundle.locale: gate(bundle, policies[bundle.locale], pages[bundle.locale].chrome) for bundle in bundles}
    out = [tag for tag in hoped if (verdicts[tag].is_met if tag in built else True)]
    editions = []
    for bundle in bundles:
        verdict = verdicts[bundle.locale]
        if not verdict.is_met:
            editions.append(Edition(bundle=bundle, verdict=verdict))
            continue
        # a page whose menu would lead to one that is held back is written again without that line
        page = pages[bundle.locale] if out == hoped else render(bundle, site=site, locales=out)
        texts = {
            "index.html": page.html,
            "article.json": article_json.serialize(bundle),
            "provenance.json": provenance_json.serialize(bundle, verdict, page.chrome),
        }
        folder = f"{bundle.slug}/{bundle.locale}"
        files = {f"{folder}/{name}": text.encode() for name, text in texts.items()}
        editions.append(Edition(bundle=bundle, verdict=verdict, files=files))
    return editions
