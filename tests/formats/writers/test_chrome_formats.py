"""Chrome for other programs, read by those programs: Python's gettext, i18next, gettext.js."""

from __future__ import annotations

import gettext
import io
import json
import subprocess
from typing import Any

import pytest

from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import Message, MessageKey
from l10n.model.publishing import Policy
from l10n.model.state import State, judged
from l10n.steps.publish_chrome import paths, publish_chrome, publish_source
from tests import bundles

MODULES = "/usr/share/nodejs"
TEXTS = {
    MessageKey("button", "Avvis"): "Dismiss",
    MessageKey("label", "Avvis"): "Rejected",
    MessageKey(None, "Tider: kl. 10.30"): "Times: 10:30",
    MessageKey("label", "Nøste"): "$t(Avvis) {{Avvis}} costs 5 $",
}


def plural(forms: tuple[str, ...]) -> Message:
    plain = Message(msgctxt="label", msgid="{n} artikkel", msgid_plural="{n} artikler", msgstr=forms,
                    flags=("python-brace-format",))  # fmt: skip
    return judged(plain, State.REVIEWED, by=bundles.WHO, at="2026-01-05T10:11Z", origin=None)


def catalog(locale: str, forms: tuple[str, ...], state: State = State.REVIEWED) -> Catalog:
    messages = [bundles.message(key, state, text) for key, text in TEXTS.items()]
    return Catalog(header=catalog_header("chrome", "nb", locale), messages=(*messages, plural(forms)))


ENGLISH = catalog("en", ("{n} article", "{n} articles"))
POLISH = catalog("pl", ("{n} artykuł", "{n} artykuły", "{n} artykułów"))
# in the order of the header that Babel gives Arabic: the fifth form is for 100 to 102, the sixth for 11 to 99
ARABIC = catalog("ar", ("صفر", "واحد", "اثنان", "قليل", "آخر", "كثير"))


def files(its_catalog: Catalog, locale: str) -> list[bytes]:
    found = publish_chrome(its_catalog, locale, Policy().publishes)
    return [found[path] for path in paths(locale)]


def node(program: str, data: bytes) -> Any:
    done = subprocess.run(
        ["node", "-e", program], input=data, capture_output=True, check=True, env={"NODE_PATH": MODULES}
    )
    return json.loads(done.stdout)


I18NEXT = """
const i18next = require("i18next");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
i18next.init({lng: "LOCALE", resources: {"LOCALE": {translation: texts}}, keySeparator: false, nsSeparator: false,
              interpolation: {escapeValue: false}, compatibilityJSON: "v4"});
const t = i18next.t.bind(i18next);
console.log(JSON.stringify({
  button: t("Avvis", {context: "button"}), label: t("Avvis", {context: "label"}), plain: t("Tider: kl. 10.30"),
  nested: t("Nøste", {context: "label", Avvis: "filled in"}), missing: t("Noe annet", {context: "button"}),
  counts: [0, 1, 2, 3, 5, 11, 100].map(count => t("{n} artikkel", {context: "label", count, n: count}))}));
"""
GETTEXT_JS = """
const made = require("gettext.js");
const i18n = (made.default || made)();
i18n.loadJSON(JSON.parse(require("fs").readFileSync(0, "utf8")));
i18n.setLocale("LOCALE");
const one = i18n.pgettext ? (role, text) => i18n.pgettext(role, text) : (role, text) => i18n.gettext(text);
console.log(JSON.stringify({
  button: one("button", "Avvis"), label: one("label", "Avvis"), plain: i18n.gettext("Tider: kl. 10.30"),
  missing: i18n.gettext("Noe annet"), nested: one("label", "Nøste")}));
"""


def test_they_lie_where_gettext_looks() -> None:
    assert paths("pt-BR") == (
        "locale/pt_BR/LC_MESSAGES/chrome.mo",
        "chrome/pt-BR.i18next.json",
        "chrome/pt-BR.gettext.json",
    )


def test_pythons_gettext_reads_them() -> None:
    found = gettext.GNUTranslations(io.BytesIO(files(ENGLISH, "en")[0]))
    assert found.pgettext("button", "Avvis") == "Dismiss"
    assert found.pgettext("label", "Avvis") == "Rejected"
    assert found.gettext("Tider: kl. 10.30") == "Times: 10:30"
    assert found.npgettext("label", "{n} artikkel", "{n} artikler", 5) == "{n} articles"
    polish = gettext.GNUTranslations(io.BytesIO(files(POLISH, "pl")[0]))
    assert polish.npgettext("label", "{n} artikkel", "{n} artikler", 22) == "{n} artykuły"


@pytest.mark.needs("node", f"{MODULES}/i18next")
def test_i18next_reads_them() -> None:
    found = node(I18NEXT.replace("LOCALE", "en"), files(ENGLISH, "en")[1])
    assert (found["button"], found["label"], found["plain"]) == ("Dismiss", "Rejected", "Times: 10:30")
    assert found["missing"] == "Noe annet"
    assert found["counts"] == [f"{n} article{'' if n == 1 else 's'}" for n in (0, 1, 2, 3, 5, 11, 100)]
    # a text that looks like a command is shown as it is, and does not fetch another
    assert found["nested"].replace("\u2060", "") == "$t(Avvis) {{Avvis}} costs 5 $"


@pytest.mark.needs("node", f"{MODULES}/i18next")
@pytest.mark.parametrize(
    ("its_catalog", "locale", "expected"),
    [
        (POLISH, "pl", ["0 artykułów", "1 artykuł", "2 artykuły", "3 artykuły", "5 artykułów", "11 artykułów",
                        "100 artykułów"]),
        (ARABIC, "ar", ["صفر", "واحد", "اثنان", "قليل", "قليل", "كثير", "آخر"]),
    ],
)  # fmt: skip
def test_i18next_counts_as_gettext_does(its_catalog: Catalog, locale: str, expected: list[str]) -> None:
    compiled, for_i18next, _ = files(its_catalog, locale)
    assert node(I18NEXT.replace("LOCALE", locale), for_i18next)["counts"] == expected
    found = gettext.GNUTranslations(io.BytesIO(compiled))
    numbers = (0, 1, 2, 3, 5, 11, 100)
    assert [found.npgettext("label", "{n} artikkel", "", n).replace("{n}", str(n)) for n in numbers] == expected


@pytest.mark.needs("node", f"{MODULES}/gettext.js")
def test_gettext_js_reads_them() -> None:
    data = files(ENGLISH, "en")[2]
    texts = json.loads(data)
    assert texts[""] == {"language": "en", "plural-forms": "nplurals=2; plural=(n != 1);"}
    assert texts["label\x04{n} artikkel"] == ["{n} article", "{n} articles"]
    found = node(GETTEXT_JS.replace("LOCALE", "en"), data)
    assert (found["plain"], found["missing"]) == ("Times: 10:30", "Noe annet")
    assert (found["button"], found["nested"]) == ("Dismiss", "$t(Avvis) {{Avvis}} costs 5 $")


def test_no_draft_is_in_any_of_them() -> None:
    drafted = catalog("en", ("{n} article", "{n} articles"), State.DRAFT)
    for data in files(drafted, "en"):
        assert b"Dismiss" not in data
        assert b"articles" in data


def test_the_language_that_chrome_is_written_in_has_its_own_words() -> None:
    template = Catalog(header=ENGLISH.header, messages=tuple(Message(msgctxt=k.msgctxt, msgid=k.msgid) for k in TEXTS))
    found = publish_source(template, "nb")
    assert json.loads(found["chrome/nb.i18next.json"])["Avvis_button"] == "Avvis"
