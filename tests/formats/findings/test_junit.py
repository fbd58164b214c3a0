"""JUnit XML, held against the shape that its readers share, and against its own sums."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from l10n.errors import InvalidInputError
from l10n.formats.findings import junit
from l10n.model.finding import Severity
from l10n.model.report import Reported
from tests.formats.findings.reports import HOSTILE, reported

STORM, CHROME = "catalogs/nb/articles/storm.po", "catalogs/nb/chrome.po"
SHAPE = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("junit.rng"))))


def suites(*found: Reported, broken: tuple[InvalidInputError, ...] = (), prefix: str = "") -> Any:
    text = "".join(
        junit.serialize(found, [STORM, CHROME], fails=lambda one: one.is_blocking, broken=broken, prefix=prefix)
    )
    root = etree.fromstring(text.encode())
    assert SHAPE.validate(root), SHAPE.error_log
    for counted in ("tests", "failures", "errors"):
        assert int(root.get(counted)) == sum(int(suite.get(counted)) for suite in root), counted
    for suite in root:
        assert int(suite.get("tests")) == len(suite)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
    return root


def test_what_fails_the_run_is_a_failure_and_what_does_not_has_passed() -> None:
    root = suites(reported(), reported(Severity.WARNING, line=40), prefix="site/")
    storm, chrome = root
    assert [[child.tag for child in case] for case in storm] == [["failure"], ["system-out"]]
    assert "site/catalogs/nb/articles/storm.po:12" in storm[0][0].text
    assert [case.get("name") for case in chrome] == ["no findings"]


def test_a_dismissed_finding_is_skipped_and_says_why() -> None:
    (case,) = suites(reported(dismissed=True))[0]
    assert case[0].get("message") == "dismissed by Kari <kari@example.org>: The newsroom rounds <up>."


def test_characters_that_xml_forbids_are_left_out_and_the_others_kept() -> None:
    (case,) = suites(reported(message=HOSTILE, msgid=HOSTILE))[0]
    for text in (case.get("name"), case[0].get("message"), case[0].text):
        assert not {"\x00", "\x1b", "\ufffe"} & set(text)
        assert "«A & B»</b>, 1:2 ]]>" in text
        assert "\u202e\u00a0end" in text


def test_nothing_in_it_is_obeyed_by_a_terminal() -> None:
    text = "".join(junit.serialize([reported(message=HOSTILE)], [], fails=lambda one: True))
    assert text.replace("\n", "").isprintable()


def test_a_catalog_that_cannot_be_read_is_an_error() -> None:
    broken = InvalidInputError("po-syntax", "the string is not closed.", path="catalogs/nn/chrome.po", line=7)
    suite = suites(broken=(broken,))[-1]
    assert suite.get("name") == "catalogs/nn/chrome.po"
    assert suite.find("testcase/error").text.startswith("catalogs/nn/chrome.po:7")
