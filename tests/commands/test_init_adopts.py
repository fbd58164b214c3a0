"""`l10n init` where other tools have their catalogs: it names them, and l10n works on them where they lie."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from l10n.delivery_app.catalogs import Catalogs
from l10n.settings import parse_settings
from tests.conftest import Run
from tests.review_app.client import Client, serving

HEADER = """\
# The harbour's own program.
msgid ""
msgstr ""
"Project-Id-Version: harbour 2.1\\n"
"PO-Revision-Date: 2026-01-05 10:11+0100\\n"
"Last-Translator: Kari <kari@example.org>\\n"
"Language-Team: Norwegian\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
MESSAGES = """\

#. Above the list of ferries.
#: harbour/views.py:12 harbour/views.py:88
msgid "The ferry leaves at noon."
msgstr "{leaves}"

#: harbour/views.py:40
#, python-format
msgid "%(count)d ferry"
msgid_plural "%(count)d ferries"
msgstr[0] "{one}"
msgstr[1] "{many}"

#: harbour/views.py:44
{fuzzy}msgid "Delete the timetable"
msgstr "{delete}"
"""
TEMPLATE = HEADER.format(language="") + MESSAGES.format(leaves="", one="", many="", fuzzy="", delete="")
CATALOG = HEADER + MESSAGES.format(
    leaves="Ferja går klokka tolv.", one="%(count)d ferje", many="%(count)d ferjer", fuzzy="#, fuzzy\n", delete="Slett"
)


def lay_out(root: Path, files: dict[str, str]) -> Path:
    """A repository with these files: empty ones are catalogs, or templates by their ending."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = TEMPLATE if name.endswith(".pot") else CATALOG.format(language=name)
        path.write_text(text or catalog, encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "As it was"]):
        subprocess.run(["git", "-c", "user.name=Ola", "-c", "user.email=o@x.no", *arguments], cwd=root, check=True)
    return root


def dirty(root: Path) -> list[str]:
    said = subprocess.run(["git", "status", "--porcelain"], cwd=root, capture_output=True, text=True, check=True)
    return [line[3:] for line in said.stdout.splitlines()]


LAYOUTS = {
    "gettext": (
        {"po/hello.pot": "", "po/nb.po": "", "po/LINGUAS": "nb\n"},
        {"hello": ("po/{locale}.po", "po/hello.pot")},
    ),
    "named by Makevars": (
        {"src/po/nb.po": "", "src/po/Makevars": "# settings\nDOMAIN = harbour\n"},
        {"src/harbour": ("src/po/{locale}.po", "")},
    ),
    "Babel": (
        {"messages.pot": "", "app/translations/nb/LC_MESSAGES/messages.po": ""},
        {"app/messages": ("app/translations/{locale}/LC_MESSAGES/messages.po", "messages.pot")},
    ),
    "Django": (
        {"locale/nb/LC_MESSAGES/django.po": "", "locale/nb/LC_MESSAGES/djangojs.po": "",
         "articles/locale/nb/LC_MESSAGES/django.po": ""},
        {"articles-django": ("articles/locale/{locale}/LC_MESSAGES/django.po", ""),
         "django": ("locale/{locale}/LC_MESSAGES/django.po", ""),
         "djangojs": ("locale/{locale}/LC_MESSAGES/djangojs.po", "")},
    ),
    "Sphinx": (
        {"docs/source/conf.py": "locale_dirs = ['../locales/']\nlanguage = 'en'\n",
         "docs/locales/nb/LC_MESSAGES/index.po": "", "docs/locales/nb/LC_MESSAGES/usage/install.po": "",
         "docs/locales/pot/index.pot": "", "docs/locales/pot/usage/install.pot": ""},
        {"docs": ("docs/locales/{locale}/LC_MESSAGES/{domain}.po", "docs/locales/pot/{domain}.pot")},
    ),
    "po4a": (
        {"po4a.cfg": "[po4a_langs] nb\n[po4a_paths] man/po/manual.pot $lang:man/po/manual.$lang.po\n",
         "man/po/manual.pot": "", "man/po/manual.nb.po": ""},
        {"manual": ("man/po/manual.{locale}.po", "man/po/manual.pot")},
    ),
    "mdBook": (
        {"guide/book.toml": '[book]\ntitle = "Harbours"\nlanguage = "en"\n',
         "guide/po/messages.pot": "", "guide/po/nb.po": ""},
        {"guide": ("guide/po/{locale}.po", "guide/po/messages.pot")},
    ),
}  # fmt: skip


@pytest.mark.needs("git", "msgfmt")
@pytest.mark.parametrize("name", LAYOUTS)
def test_work_goes_on_in_the_places_of_another_tool(run: Run, tmp_path: Path, name: str) -> None:
    files, wanted = LAYOUTS[name]
    root = lay_out(tmp_path, files)
    began = run("init", cwd=root)
    assert (began.code, began.out, dirty(root)) == (0, "l10n.toml\n", ["l10n.toml"])
    settings = parse_settings((root / "l10n.toml").read_text(encoding="utf-8"))
    assert {one: (table.catalogs, table.template) for one, table in settings.adopted.items()} == wanted
    assert list(settings.locales) == ["nb"]

    rows = json.loads(run("status", "--json", cwd=root).out)["catalogs"]
    assert [row["messages"]["translated"] for row in rows] == [2] * len(rows)
    assert {(row["messages"]["reviewed"], row["messages"]["draft"]) for row in rows} == {(0, 1)}
    assert run("check", cwd=root).code == 0
    assert run("sync", cwd=root).code == 0
    assert dirty(root) == ["l10n.toml"]

    domain = rows[0]["domain"]
    assert run("approve", "nb", domain, "-m", "The ferry leaves at noon.", cwd=root).code == 0
    (changed,) = [path for path in dirty(root) if path.endswith(".po")]
    before = subprocess.run(["git", "show", f"HEAD:{changed}"], cwd=root, capture_output=True, check=True).stdout
    after = (root / changed).read_bytes()
    assert [line for line in after.split(b"\n") if not line.startswith(b"# l10n-")] == before.split(b"\n")
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", root / changed], check=True)
    (change,) = json.loads(run("diff", "--json", cwd=root).out)["changes"]
    assert (change["locale"], change["domain"], change["after"]["state"]) == ("nb", domain, "reviewed")


@pytest.fixture
def gettext(tmp_path: Path) -> Path:
    return lay_out(tmp_path, {"po/hello.pot": "", "po/nb.po": "", "po/de.po": ""})


def test_sync_follows_the_template_and_begins_no_catalog_that_nobody_asked_for(run: Run, gettext: Path) -> None:
    run("init", "--locale", "sv", cwd=gettext)
    template = gettext / "po" / "hello.pot"
    old = (gettext / "po" / "nb.po").read_text(encoding="utf-8")
    template.write_text(template.read_text("utf-8") + '\nmsgid "Two crews wait."\nmsgstr ""\n', encoding="utf-8")
    assert run("sync", cwd=gettext).code == 0
    new = (gettext / "po" / "nb.po").read_text(encoding="utf-8")
    assert new.startswith(old)
    assert "Two crews wait." in new
    assert not (gettext / "po" / "sv.po").exists()
    assert "name its domain" in run("sync", "sv", cwd=gettext).err
    assert run("sync", "sv", "-a", "hello", cwd=gettext).code == 0
    assert "Two crews wait." in (gettext / "po" / "sv.po").read_text(encoding="utf-8")
    assert run("extract", cwd=gettext).code == 0  # the template is another tool's
    assert not [
        path for path in dirty(gettext) if path not in ("l10n.toml", "po/hello.pot", "po/nb.po", "po/de.po", "po/sv.po")
    ]


def test_machines_draft_in_place_and_pipelines_pull(run: Run, gettext: Path) -> None:
    run("init", cwd=gettext)
    path = gettext / "po" / "nb.po"
    path.write_text(path.read_text("utf-8").replace('"Ferja går klokka tolv."', '""'), encoding="utf-8")
    assert run("draft", "nb", "--engine", "pseudo", cwd=gettext).code == 0
    assert "# l10n-state: draft" in path.read_text(encoding="utf-8")
    assert run("check", "nb", "hello", cwd=gettext).code == 0
    pull = ("pull", "nb", "--from", ".", "--what", "catalogs", "--format", "mo", "--gate", "draft=0", "--to", "out")
    assert run(*pull, cwd=gettext).code == 0
    assert [path.name for path in (gettext / "out").rglob("*.mo")] == ["hello.mo"]


def test_a_manuals_domains_are_its_files_and_the_review_page_knows_them(run: Run, tmp_path: Path) -> None:
    root = lay_out(tmp_path, LAYOUTS["Sphinx"][0])
    run("init", cwd=root)
    listed = run("review", "nb", "docs/usage/install", "--list", cwd=root)
    assert (listed.code, "Delete the timetable" in listed.out) == (0, True)
    assert "l10n approve nb docs/usage/install" in listed.err
    with serving(root) as host:
        ola = Client(host)
        assert 'href="/nb/docs:usage:install"' in ola.get("/").text
        page = ola.get("/nb/docs:usage:install")
        assert (page.status, "Delete the timetable" in page.text) == (200, True)
        assert "docs/usage/install</h1>" in page.text


def test_spellings_of_other_tools_are_kept(run: Run, tmp_path: Path) -> None:
    names = ("nb_NO", "no", "sr@latin", "pt_BR", "en@quot", "templates")
    root = lay_out(tmp_path, {f"locale/{name}/LC_MESSAGES/app.po": "" for name in names})
    began = run("init", cwd=root)
    settings = parse_settings((root / "l10n.toml").read_text(encoding="utf-8"))
    assert list(settings.locales) == ["nb", "pt-BR", "sr-Latn"]
    assert settings.adopted["app"].spelling == {"nb": "nb_NO", "sr-Latn": "sr@latin"}
    for path in ("locale/no/LC_MESSAGES/app.po", "locale/en@quot/LC_MESSAGES/app.po"):
        assert path in began.err
    assert run("approve", "sr-Latn", "app", "-m", "The ferry leaves at noon.", cwd=root).code == 0
    assert "locale/sr@latin/LC_MESSAGES/app.po" in dirty(root)


def test_the_language_of_the_msgids_is_said_by_the_person_or_by_a_header_or_is_english(
    run: Run, tmp_path: Path
) -> None:
    with_header = CATALOG.format(language="en").replace('"Language: ', '"X-Source-Language: nb\\n"\n"Language: ')
    root = lay_out(tmp_path, {"po/hello.pot": "", "po/en.po": with_header, "app/po/nb.po": ""})
    for said, languages in (((), ["en", "nb"]), (("--source", "da"), ["da", "da"])):
        assert run("init", *said, cwd=root).code == 0
        settings = parse_settings((root / "l10n.toml").read_text(encoding="utf-8"))
        assert [settings.adopted[name].language for name in ("app/po", "hello")] == languages
        (root / "l10n.toml").unlink()


def test_a_second_run_writes_nothing_and_names_what_came_since(run: Run, gettext: Path) -> None:
    run("init", cwd=gettext)
    before = (gettext / "l10n.toml").read_bytes()
    lay_out(gettext, {"shop/locale/nb/LC_MESSAGES/django.po": ""})
    again = run("init", cwd=gettext)
    assert (again.code, dirty(gettext), (gettext / "l10n.toml").read_bytes()) == (0, [], before)
    assert "[adopted.hello]" not in again.out
    settings = parse_settings(before.decode() + again.out)
    assert settings.adopted["shop/django"].catalogs == "shop/locale/{locale}/LC_MESSAGES/django.po"


def test_what_belongs_to_nobody_here_is_not_looked_at(run: Run, tmp_path: Path) -> None:
    foreign = (".venv/lib/x", "env/x", "node_modules/x", ".git-old", "_build")
    root = lay_out(tmp_path, {"env/pyvenv.cfg": "x", **{f"{name}/locale/nb/LC_MESSAGES/a.po": "" for name in foreign}})
    result = run("init", "--yes", cwd=root)
    assert "articles/" in result.out
    assert "adopted" not in (root / "l10n.toml").read_text(encoding="utf-8")


def test_what_is_done_with_articles_alone_says_whose_the_catalogs_are(run: Run, gettext: Path) -> None:
    assert run("init", cwd=gettext).code == 0
    built = run("build", cwd=gettext)
    assert built.code == 2 and "built by the tools" in built.err and "--format mo" in built.err
    assert "Nothing to extract" in run("extract", cwd=gettext).err
    assert "There is no article or domain 'nosuch'" in run("approve", "nb", "nosuch", cwd=gettext).err


def test_articles_beside_adopted_catalogs_are_worked_on_as_ever(run: Run, gettext: Path) -> None:
    run("init", cwd=gettext)
    (gettext / "articles").mkdir()
    (gettext / "articles" / "ferries.md").write_text(
        "---\ntitle: Ferries\nlang: en\n---\n\nTwo left.\n", encoding="utf-8"
    )
    assert run("extract", cwd=gettext).code == 0
    assert run("sync", "nb", cwd=gettext).code == 0
    rows = json.loads(run("status", "nb", "--json", cwd=gettext).out)["catalogs"]
    assert [row["domain"] for row in rows] == ["articles/ferries", "hello"]
    (gettext / "articles" / "hello.md").write_text("# Hello\n\nThere.\n", encoding="utf-8")
    clash = run("status", cwd=gettext)
    assert (clash.code, "an article has this name" in clash.err) == (3, True)


def test_a_server_sees_that_an_adopted_catalog_changed(run: Run, gettext: Path) -> None:
    run("init", cwd=gettext)
    served = Catalogs(gettext)
    before = served.manifest(["nb"], ["hello"])
    path = gettext / "po" / "nb.po"
    path.write_text(path.read_text("utf-8").replace("klokka tolv", "klokka tretten"), encoding="utf-8")
    assert served.manifest(["nb"], ["hello"]) != before
    assert "klokka tretten" in (served.read("nb/hello.po") or b"").decode()


def test_what_l10n_toml_cannot_say_is_left_and_the_rest_can_be_read(run: Run, tmp_path: Path) -> None:
    files = {
        "docs/po4a.cfg": "[po4a_paths] ../po/manual.pot $lang:../po/$lang.po\n",
        "po/manual.pot": "",
        "po/nb.po": "",
        "{{name}}/locale/nb/LC_MESSAGES/app.po": "",
        "odd [1]/po/nb.po": "",
        "other/po4a.cfg": "[po4a_paths] ../../outside.pot $lang:../../$lang.po\n",
        "book.toml": "x = [",
    }
    root = lay_out(tmp_path / "here", files)
    (tmp_path / "outside.pot").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "nb.po").write_text(CATALOG.format(language="nb"), encoding="utf-8")
    began = run("init", cwd=root)
    assert all(path in began.err for path in ("{{name}}/locale/nb/LC_MESSAGES/app.po", "odd [1]/po/nb.po"))
    settings = parse_settings((root / "l10n.toml").read_text(encoding="utf-8"))
    assert {name: (one.catalogs, one.template) for name, one in settings.adopted.items()} == {
        "docs/manual": ("po/{locale}.po", "po/manual.pot")
    }
    assert run("status", cwd=root).code == 0
