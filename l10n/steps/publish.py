"""Publish: the files of one article's bundles that may go out, and the verdict on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from l10n.formats.writers.contract import Publication, Writer
from l10n.formats.writers.html import render
from l10n.formats.writers.site import Site
from l10n.formats.writers.theme import DEFAULT, Theme
from l10n.model.bundle import Bundle
from l10n.model.message import MessageKey
from l10n.model.picture import Picture
from l10n.model.publishing import Policy, Verdict
from l10n.steps.gate import gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One bundle with its verdict, and its files by path; none where it is held back."""

    bundle: Bundle
    verdict: Verdict
    files: Mapping[str, bytes] = field(default_factory=dict)
    publication: Publication | None = None
    """How it stands among the others; None where it is held back."""
    locale_fails: bool = False
    """Another article of its locale may not go out, and the locale goes out whole or not at all."""

    @property
    def is_out(self) -> bool:
        return self.verdict.is_met and not self.locale_fails

    @property
    def reason(self) -> str:
        """The verdict in words, and what holds it back although it is met."""
        partial = "; other articles of the locale are held back (partial locale: fail)"
        return self.verdict.reason + (partial if self.verdict.is_met and self.locale_fails else "")

    @property
    def has_draft(self) -> bool:
        return any(passage.is_draft for passage in self.bundle.passages.values())


def publish(
    bundles: Sequence[Bundle],
    *,
    policies: Mapping[str, Policy],
    site: Site,
    menu: Sequence[str],
    already: frozenset[str],
    writers: Mapping[str, Writer],
    theme: Theme = DEFAULT,
    pictures: Mapping[str, Picture] | None = None,
    failing: frozenset[str] = frozenset(),
    faulty: Mapping[str, frozenset[MessageKey]] | None = None,
) -> list[Edition]:
    """Judge the bundles of one article, and write those that may go out: a page, and a file by each of the writers.

    Their pages link to one another and to the locales that are out `already`, in the order of `menu`. Locales that
    are `failing` as a whole get their verdicts, and no files. `faulty` are, by locale, the texts in which checks
    found an error.
    """
    built = {bundle.locale for bundle in bundles}
    hoped = tuple(tag for tag in menu if tag in built | already)
    shown = pictures or {}
    first = [Publication(bundle=bundle, site=site, locales=hoped, pictures=shown, theme=theme) for bundle in bundles]
    pages = {publication.bundle.locale: render(publication) for publication in first}
    verdicts = {
        tag: gate(bundle, policies[tag], pages[tag].chrome, (faulty or {}).get(tag, frozenset()))
        for bundle in bundles
        for tag in [bundle.locale]
    }
    out = tuple(tag for tag in hoped if tag not in failing and (tag not in built or verdicts[tag].is_met))
    editions = []
    for publication in first:
        bundle = publication.bundle
        verdict = verdicts[bundle.locale]
        if bundle.locale not in out:
            editions.append(Edition(bundle=bundle, verdict=verdict, locale_fails=bundle.locale in failing))
            continue
        page = pages[bundle.locale]
        if out != hoped:  # a page that would lead to one that is held back is written again without that link
            publication = replace(publication, locales=out)
            page = render(publication)
        publication = publication.judged(page.chrome, page.body, verdict)
        contents = {"index.html": page.html.encode()}
        contents |= {name: write(publication).encode() for name, write in writers.items()}
        contents |= {picture.name: picture.data for picture in shown.values()}
        folder = f"{bundle.slug}/{bundle.locale}"
        files = {f"{folder}/{name}": data for name, data in contents.items()}
        editions.append(Edition(bundle=bundle, verdict=verdict, files=files, publication=publication))
    return editions
