"""The files of a bundle for other programs: each is what its standard says, and tells the same story as the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from lxml import etree, html
from referencing import Registry, Resource

from l10n.model.message import MessageKey
from l10n.model.state import State
from tests import bundles
from tests.conftest import FIXTURES, SETTINGS, Run

LOCALES = ("en", "nb", "nn", "ar")
URL = "https://havneavisen.example/nyheter"
FRONT = """\
date: 2026-01-05
updated: 2026-01-06T12:30:00+01:00
authors: [Kari Nordmann, Ola Nordmann, Per Hansen]
"""
PICTURE = b"\x89PNG\r\n\x1a\n and its metadata"


def settings(**site: str) -> str:
    table = "".join(f'{key} = "{value}"\n' for key, value in site.items())
    return f'{SETTINGS}\n[locales.ar]\n\n[site]\nname = "Havneavisen"\n{table}'


@pytest.fixture
def site(run: Run, project: Path) -> Path:
    """English written, Bokmål reviewed, Nynorsk drafted, Arabic mostly fallen back: all of it out."""
    (project / "l10n.toml").write_text(settings(url=URL + "/", responsible_editor="Anne Redaktør"), encoding="utf-8")
    fill(project)
    assert run("build", "--gate", "draft=0", cwd=project).code == 0
    return project / "dist"


def fill(project: Path) -> None:
    for locale, state in zip(LOCALES, (State.REVIEWED, State.REVIEWED, State.DRAFT, State.NEW), strict=True):
        bundles.fill(project, locale, state)
    path = project / "articles/ferries.md"
    text = path.read_text(encoding="utf-8").replace("lang: en\n", "lang: en\n" + FRONT)
    text = text.replace("  - alt: A red ferry", "  - src: photos/ferry.png\n    alt: A red ferry")
    path.write_text(text, encoding="utf-8")
    (project / "articles/photos").mkdir(exist_ok=True)
    (project / "articles/photos/ferry.png").write_bytes(PICTURE)


def loaded(dist: Path, name: str, locale: str) -> Any:
    return json.loads((dist / "ferries" / locale / name).read_text(encoding="utf-8"))


def page(dist: Path, locale: str) -> html.HtmlElement:
    return html.document_fromstring((dist / f"ferries/{locale}/index.html").read_text(encoding="utf-8"))


def validator() -> jsonschema.Validator:
    """ninjs 3.1, with the one schema that it takes from elsewhere, GeoJSON's, left open."""
    schema = json.loads((FIXTURES / "schemas/ninjs-schema_3.1.json").read_text(encoding="utf-8"))
    geometry = Resource.from_contents({"$schema": schema["$schema"]})
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geometry)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema, registry=registry, format_checker=checker)


@pytest.mark.parametrize("locale", LOCALES)
def test_ninjs_is_valid(site: Path, locale: str) -> None:
    document = loaded(site, "article.ninjs.json", locale)
    assert list(validator().iter_errors(document)) == []
    assert document["language"] == locale
    assert document["uri"] == f"{URL}/ferries/{locale}/index.html"
    assert list(validator().iter_errors({**document, "language": 1})) != []


def test_ninjs_withholds_what_no_reviewer_vouches_for(site: Path) -> None:
    status = {tag: loaded(site, "article.ninjs.json", tag)["pubStatus"] for tag in LOCALES}
    assert status == {"en": "usable", "nb": "usable", "nn": "withheld", "ar": "usable"}
    drafted = loaded(site, "article.ninjs.json", "nn")
    assert drafted["edNote"].startswith("No reviewer vouches for 17 of 17 texts; 17 of them are machine drafts")
    assert drafted["digitalSourceType"]["name"] == "trainedAlgorithmicMedia"
    assert drafted["headlines"][0]["value"] == "nn: Ferries return to Bergen (nn: Maskinoversatt)"
    picture = drafted["associations"][0]
    assert picture["digitalSourceType"]["uri"].endswith("/trainedAlgorithmicMedia")
    assert picture["renditions"][0]["sizeInBytes"] == len(PICTURE)


def test_a_translation_and_its_original_name_each_other(site: Path) -> None:
    original = loaded(site, "article.jsonld", "en")
    assert "translationOfWork" not in original
    assert {work["@id"]: work["inLanguage"] for work in original["workTranslation"]} == {
        f"{URL}/ferries/{tag}/index.html": tag for tag in ("nb", "nn", "ar")
    }
    for tag in ("nb", "nn", "ar"):
        translation = loaded(site, "article.jsonld", tag)
        assert translation["translationOfWork"]["@id"] == original["@id"]
        assert translation["inLanguage"] == tag
        assert "workTranslation" not in translation


def test_a_translator_is_a_person_who_signed_every_text(site: Path) -> None:
    found = {tag: loaded(site, "article.jsonld", tag).get("translator") for tag in LOCALES}
    assert found == {"en": None, "nb": [{"@type": "Person", "name": "Kari Nordmann"}], "nn": None, "ar": None}


def test_what_a_machine_made_says_so(site: Path) -> None:
    made = {tag: loaded(site, "article.jsonld", tag).get("digitalSourceType") for tag in LOCALES}
    # the article carries the badge that a machine reported it, in whatever language it is read
    assert set(made.values()) == {"https://schema.org/TrainedAlgorithmicMediaDigitalSource"}
    image = loaded(site, "article.jsonld", "nb")["image"][0]
    assert image["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


@pytest.mark.parametrize("locale", LOCALES)
def test_linked_data_in_the_page_is_that_beside_it(site: Path, locale: str) -> None:
    inside = page(site, locale).xpath('string(//script[@type="application/ld+json"])')
    assert json.loads(inside) == loaded(site, "article.jsonld", locale)


def test_no_text_ends_the_script_it_stands_in(run: Run, project: Path) -> None:
    bundles.fill(project, "en", State.REVIEWED)
    path = project / "articles/ferries.md"
    hostile = "</script><script>alert(1)</script><!--"
    path.write_text(path.read_text(encoding="utf-8").replace("Ferries return to Bergen", hostile), encoding="utf-8")
    run("build", "-l", "en", "--gate", "draft=0", cwd=project)
    text = (project / "dist/ferries/en/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in text
    assert page(project / "dist", "en").xpath("count(//script)") == 2
    inside = page(project / "dist", "en").xpath('string(//script[@type="application/ld+json"])')
    assert json.loads(inside)["headline"] == hostile


def alternates(dist: Path, locale: str) -> dict[str, str]:
    links = page(dist, locale).xpath('//link[@rel="alternate"][@hreflang]')
    return {link.get("hreflang"): link.get("href") for link in links}


def test_hreflang_is_reciprocal_over_all_locales(site: Path) -> None:
    expected = {tag: f"{URL}/ferries/{tag}/index.html" for tag in LOCALES}
    expected["x-default"] = expected["en"]
    for tag in LOCALES:
        assert alternates(site, tag) == expected
        assert page(site, tag).xpath('string(//link[@rel="canonical"]/@href)') == expected[tag]
    sitemap = etree.parse(site / "sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = sitemap.findall("s:url", names)
    assert [url.findtext("s:loc", None, names) for url in urls] == [expected[tag] for tag in LOCALES]
    for url in urls:
        assert {link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)} == expected
        assert url.findtext("s:lastmod", None, names) == "2026-01-06T12:30:00+01:00"
        assert [etree.QName(child).localname for child in url][:2] == ["loc", "lastmod"]


def test_a_locale_that_is_held_back_is_nobodys_alternate(run: Run, site: Path) -> None:
    project = site.parent
    assert run("build", "--gate", "translated=100", cwd=project).code == 1
    assert set(alternates(site, "en")) == {"en", "nb", "x-default"}
    assert {work["inLanguage"] for work in loaded(site, "article.jsonld", "en")["workTranslation"]} == {"nb"}
    assert b"/nn/" not in (site / "sitemap.xml").read_bytes()
    assert not (site / "feeds/nn.atom.xml").exists()


def test_open_graph_names_the_locales(site: Path) -> None:
    def og(locale: str, name: str) -> list[str]:
        return [meta.get("content") for meta in page(site, locale).xpath(f'//meta[@property="{name}"]')]

    assert og("nb", "og:locale") == ["nb_NO"]
    assert og("nb", "og:locale:alternate") == ["en_US", "nn_NO", "ar_EG"]
    assert og("nb", "og:title") == ["nb: Ferries return to Bergen"]
    assert og("nn", "og:title") == ["nn: Ferries return to Bergen (nn: Maskinoversatt)"]
    assert og("nb", "og:url") == [f"{URL}/ferries/nb/index.html"]
    assert og("nb", "og:image")[0].startswith(f"{URL}/ferries/nb/images/")
    assert og("nb", "og:description") == ["nb: The first ferries left Bergen on Monday."]
    assert og("nb", "article:published_time") == ["2026-01-05"]


@pytest.mark.parametrize("ending", ["atom", "rss"])
@pytest.mark.parametrize("locale", LOCALES)
def test_feeds_are_read_by_a_reader_of_feeds(site: Path, locale: str, ending: str) -> None:
    path = site / f"feeds/{locale}.{ending}.xml"
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == {"atom": "atom10", "rss": "rss20"}[ending]
    assert feed.feed.language == locale
    [entry] = feed.entries
    assert entry.link == entry.id == f"{URL}/ferries/{locale}/index.html"
    assert entry.published_parsed[:5] == (2026, 1, 5, 0, 0)
    machine_made = [tag.term for tag in entry.get("tags", ())]
    assert machine_made == (["machine-translated"] if locale == "nn" else [])
    assert ("(nn: Maskinoversatt)" in entry.title) == (locale == "nn")


def test_atom_has_what_rfc_4287_asks_for(site: Path) -> None:
    names = {"a": "http://www.w3.org/2005/Atom"}
    feed = etree.parse(site / "feeds/ar.atom.xml").getroot()
    for element, inside in ((feed, ("id", "title", "updated", "author")), (feed[-1], ("id", "title", "updated"))):
        for name in inside:
            assert len(element.findall(f"a:{name}", names)) >= 1, name
    entry = feed.find("a:entry", names)
    assert entry.findtext("a:updated", None, names) == "2026-01-06T12:30:00+01:00"
    assert [author.text for author in entry.findall("a:author/a:name", names)] == [
        "Kari Nordmann", "Ola Nordmann", "Per Hansen",
    ]  # fmt: skip
    # a headline that fell back to another language says which
    assert entry.find("a:title", names).get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert {link.get("rel") for link in feed.findall("a:link", names)} == {"self", "alternate"}


def test_pages_lead_to_their_feeds(site: Path) -> None:
    links = page(site, "nb").xpath('//link[@rel="alternate"][@type]')
    assert [link.get("href") for link in links] == [f"{URL}/feeds/nb.atom.xml", f"{URL}/feeds/nb.rss.xml"]
    assert all((site / link.get("href").removeprefix(f"{URL}/")).is_file() for link in links)


def test_a_picture_goes_along_as_it_is(site: Path) -> None:
    [file] = (site / "ferries/nb/images").iterdir()
    assert file.read_bytes() == PICTURE
    image = page(site, "nb").xpath("//figure/img")[0]
    assert (site / "ferries/nb" / image.get("src")).read_bytes() == PICTURE
    assert image.get("alt") == "nb: A red ferry in the morning fog."
    named = {entry["path"] for entry in json.loads((site / "manifest.json").read_text())["files"]}
    assert f"ferries/nb/images/{file.name}" in named
    drafted = page(site, "nn").xpath("//figure")[0]
    assert drafted.xpath("string(img/@data-state)") == "draft"
    assert "Maskinoversatt" in drafted.text_content()


def test_a_picture_elsewhere_is_a_link_and_is_never_loaded(run: Run, site: Path) -> None:
    path = site.parent / "articles/ferries.md"
    text = path.read_text(encoding="utf-8") + "\n![A map of the route.](https://maps.example/route.png)\n"
    path.write_text(text, encoding="utf-8")
    assert run("build", "--gate", "draft=0", cwd=site.parent).code == 0
    document = page(site, "nb")
    assert len(document.xpath("//img")) == len(document.xpath("//figure/img[starts-with(@src, 'images/')]")) == 1
    link = document.xpath('//a[@href="https://maps.example/route.png"]')[0]
    assert link.text_content() == "A map of the route."


@pytest.mark.parametrize(
    ("src", "said"),
    [
        ("photos/gone.png", "articles/photos/gone.png: an article shows this picture, and it is not there."),
        ("../l10n.png", "articles/../l10n.png: this is a link that leads out"),
        ("notes.txt", "articles/notes.txt: this is no picture that browsers show."),
    ],
)
def test_a_picture_that_cannot_be_had_is_said(run: Run, site: Path, src: str, said: str) -> None:
    project = site.parent
    (project / "l10n.png").write_bytes(b"secret")
    path = project / "articles/ferries.md"
    path.write_text(path.read_text(encoding="utf-8").replace("photos/ferry.png", src), encoding="utf-8")
    result = run("build", "--gate", "draft=0", cwd=project)
    assert result.code == 0
    assert said in result.err
    assert not (site / "ferries/nb/images").exists()
    assert page(site, "nb").xpath('count(//figure//*[@role="img"])') == 1


def test_dates_and_lists_are_written_as_their_language_does(site: Path) -> None:
    def dateline(locale: str) -> str:
        return " ".join(page(site, locale).xpath('//*[@class="dateline"]')[0].text_content().split())

    assert "Publisert 5. januar 2026" in dateline("nb")
    assert "Av Kari Nordmann, Ola Nordmann og Per Hansen" in dateline("nb")
    assert "Oppdatert 6. januar 2026" in dateline("nb")
    # words that fell back are whole in their own language, the date with them
    assert page(site, "ar").xpath('//*[@class="dateline"]//*[@lang="nb"]')[0].text_content().endswith("Per Hansen")
    assert page(site, "nb").xpath("//time/@datetime") == ["2026-01-05", "2026-01-06T12:30:00+01:00"]


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("nn", "5. januar 2026"), ("da", "5. januar 2026"), ("en", "January 5, 2026"), ("ar", "5 يناير 2026")],
)
def test_each_language_has_its_own_date(run: Run, project: Path, locale: str, expected: str) -> None:
    (project / "l10n.toml").write_text(settings() + "\n[locales.da]\n", encoding="utf-8")
    fill(project)
    bundles.fill(project, locale, State.REVIEWED)
    path = project / "articles/ferries.md"
    path.write_text(path.read_text(encoding="utf-8").replace("lang: en\n", "lang: en\n" + FRONT), encoding="utf-8")
    run("build", "-l", locale, "--gate", "draft=0", cwd=project)
    assert expected in page(project / "dist", locale).xpath('string(//*[@class="dateline"])')


def test_without_an_address_links_are_relative_and_the_rest_is_left_out(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text(settings(), encoding="utf-8")
    fill(project)
    result = run("build", "--gate", "draft=0", cwd=project)
    assert result.err.count('[site] url = "https://') == 1
    dist = project / "dist"
    assert alternates(dist, "nb") == {tag: f"../{tag}/index.html" for tag in LOCALES} | {
        "x-default": "../en/index.html"
    }
    assert page(dist, "nb").xpath("//link[@rel='canonical']") == []
    assert not (dist / "sitemap.xml").exists()
    assert not (dist / "feeds").exists()
    assert list(validator().iter_errors(loaded(dist, "article.ninjs.json", "nb"))) == []
    assert loaded(dist, "article.ninjs.json", "nb")["uri"].startswith("urn:uuid:")


def test_articles_without_a_date_are_in_no_feed(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text(settings(url=URL), encoding="utf-8")
    bundles.fill(project, "nb", State.REVIEWED)
    result = run("build", "-l", "nb", "--gate", "draft=0", cwd=project)
    assert "a date in their front matter" in result.err
    assert not (project / "dist/feeds").exists()
    assert (project / "dist/sitemap.xml").is_file()


@pytest.mark.parametrize(
    "url",
    ["havneavisen.example", "ftp://x.example", "https://x.example/?a", "https://u@x.example", "https://å.example"],
)
def test_an_address_that_is_none_is_refused(run: Run, project: Path, url: str) -> None:
    (project / "l10n.toml").write_text(settings(url=url), encoding="utf-8")
    result = run("build", cwd=project)
    assert result.code == 3
    assert "[site]: the url" in result.err


def told(dist: Path, locale: str) -> Iterator[dict[str, Any]]:
    yield from loaded(dist, "provenance.json", locale)["messages"]


def test_provenance_is_the_evidence_for_the_label(site: Path) -> None:
    for locale in LOCALES:
        document = loaded(site, "provenance.json", locale)
        labelled = [message for message in document["messages"] if message["label"]]
        assert document["label"] == bool(labelled) == (locale == "nn")
        assert document["responsible_editor"] == "Anne Redaktør"
        assert bool(page(site, locale).xpath('//*[@class="legend"]')) == document["label"]
    title = next(message for message in told(site, "nn") if message["role"] == "title")
    assert (title["engine"], title["model"], title["engine_version"]) == ("apertium", "nob-nno", "1.5.0")


def test_provenance_can_be_read_and_printed(site: Path) -> None:
    document = html.document_fromstring((site / "ferries/nb/provenance.html").read_text(encoding="utf-8"))
    text = " ".join(document.text_content().split())
    assert "Ansvarlig redaktør: Anne Redaktør" in text
    assert "Kari Nordmann" in text
    assert bundles.WHO.email not in text
    texts = {message["text"] for message in told(site, "nb") if message["domain"] != "chrome"}
    assert texts <= {item.text_content().strip() for item in document.xpath("//li/p")}
    assert document.xpath('//a[@href="index.html"]')


def test_an_older_text_says_so_on_the_page_and_in_provenance(run: Run, site: Path) -> None:
    project = site.parent
    path = project / "articles/ferries.md"
    path.write_text(path.read_text(encoding="utf-8").replace("on Monday", "on Tuesday"), encoding="utf-8")
    key = MessageKey("lead", "The *first* ferries left Bergen on Monday.")
    approve(project, key)
    assert run("extract", cwd=project).code == 0
    assert run("sync", "nb", cwd=project).code == 0
    assert run("build", "-l", "nb", "--gate", "reviewed=50", "--fallback", "last-approved", cwd=project).code == 0
    document = page(site, "nb")
    assert document.xpath("string(//*[@class='lead']/@data-state)") == "older"
    assert "Originalen er endret etter at deler av denne teksten ble oversatt." in document.text_content()
    lead = next(message for message in told(site, "nb") if message["role"] == "lead")
    assert (lead["stands_as"], lead["made_from"]) == ("last approved", key.msgid)
    assert lead["by"] == str(bundles.WHO)
    assert loaded(site, "article.ninjs.json", "nb")["pubStatus"] == "withheld"


def approve(project: Path, key: MessageKey) -> None:
    """Put the verdict that stands in the catalog into the ledger, as `l10n approve` does."""
    from l10n.model.ledger import LedgerEntry
    from l10n.workspace import Workspace

    workspace = Workspace(project)
    catalog = workspace.load_catalog("nb", bundles.DOMAIN)
    assert catalog
    verdict = LedgerEntry.of_verdict(
        catalog.by_key[key], State.REVIEWED, domain=bundles.DOMAIN, by=bundles.WHO, at="2026-01-05T10:11Z", origin=None
    )
    workspace.records.append_ledger("nb", [verdict])


def test_what_is_left_out_is_said(run: Run, site: Path) -> None:
    project = site.parent
    bundles.fill(project, "nb", lambda key: State.NEW if key.msgctxt in ("lead", "list item") else State.REVIEWED)
    result = run("build", "-l", "nb", "--gate", "reviewed=10", "--fallback", "omit", cwd=project)
    assert result.code == 0
    document = page(site, "nb")
    assert "Deler av teksten er ikke oversatt ennå og er utelatt." in document.text_content()
    assert "Tickets" not in document.text_content()
    assert document.xpath("//li[not(normalize-space())]") == []
    gone = [message for message in told(site, "nb") if message["stands_as"] == "omitted"]
    assert [message["role"] for message in gone] == ["lead", "list item", "list item"]
    assert "lead" not in loaded(site, "article.json", "nb")
