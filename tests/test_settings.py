"""`l10n.toml`: who drafts what, and on what terms texts may leave the machine."""

from __future__ import annotations

import pytest

from l10n.errors import ProjectError
from l10n.settings import parse_settings

LOCALE = "[locales.nb]\n"


@pytest.mark.parametrize(
    ("choice", "chrome", "article"),
    [
        ('"argos"', ("argos",), ("argos",)),
        ('["openai", "argos"]', ("openai", "argos"), ("openai", "argos")),
        ('{ chrome = "apertium", articles = ["openai", "argos"] }', ("apertium",), ("openai", "argos")),
        ('{ articles = "argos" }', (), ("argos",)),
        ('""', (), ()),
    ],
)
def test_engines_by_locale_and_domain(choice: str, chrome: tuple[str, ...], article: tuple[str, ...]) -> None:
    locale = parse_settings(f"{LOCALE}engine = {choice}\n").locale("nb")
    assert (locale.engines("chrome"), locale.engines("articles/harbour")) == (chrome, article)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ('[engines.openai]\nurl = "http://api.example.com/v1"', "would send texts and the key unencrypted"),
        ('[engines.openai]\nurl = "http://localhost.example.com"', "would send texts and the key unencrypted"),
        ('[engines.openai]\nurl = "https://me:secret@example.com"', "holds a name or a password"),
        ('[engines.openai]\nurl = "file:///etc/passwd"', "is not an address"),
        ('[engines.openai]\nurl = "https://[::1"', "is not an address"),
        ('[engines.openai]\nurl = "https://x:99999999"', "is not an address"),
        ('[engines.openai]\nurl = ""', "is not an address"),
        ('[engines.openai]\nmodel = "m"', "missing required field `url`"),
        (
            '[engines.openai]\nurl = "https://x.example"\nkey = "sk-1"',
            "[engines.openai] has no key 'key'; did you mean 'key_env'?",
        ),
        ('[engines.openai]\nurl = "https://x.example"\nkey_env = "sk-s3cret"', "never the key itself"),
        ('[engines.openai]\nurl = "https://x.example"\ntimeout = 0', "timeout"),
        ('[engines.openai]\nurl = "https://x.example"\nbudget_price = 2.0', "needs price"),
        ('[engines.openai]\nurl = "https://x.example"\nmodel = "a b"', "holds blanks"),
        ('[engines.mine]\nurl = "https://x.example"', "say what it speaks"),
        ('[engines.mine]\nkind = "argos"\nurl = "https://x.example"', "say what it speaks"),
        ('[engines.human]\nkind = "openai"\nurl = "https://x.example"', "this name is taken"),
        ('[engines."a/../b"]\nkind = "openai"\nurl = "https://x.example"', "engines"),
        ('[locales.da]\nengine = { cards = "argos" }', "cards"),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence(table: str, why: str) -> None:
    with pytest.raises(ProjectError) as caught:
        parse_settings(f"{LOCALE}{table}\n")
    assert why in caught.value.message or why in repr(caught.value.message)
    assert "s3cret" not in caught.value.message


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:5000", "http://localhost:11434/v1", "http://[::1]:8000", "https://api.example.com/v1"]
)
def test_http_is_for_this_machine_only(url: str) -> None:
    assert parse_settings(f'{LOCALE}[engines.openai]\nurl = "{url}"\n').engines["openai"].url == url


def test_http_elsewhere_must_be_allowed() -> None:
    text = f'{LOCALE}[engines.lan]\nkind = "libretranslate"\nurl = "http://10.0.0.7:5000"\nallow_http = true\n'
    assert parse_settings(text).engines["lan"].allow_http


def test_the_lesser_budget_holds() -> None:
    table = '[engines.openai]\nurl = "https://x.example"\nbudget_words = 5000\nprice = 0.5\nbudget_price = 2\n'
    assert parse_settings(LOCALE + table).engines["openai"].words_allowed == 4000
    assert parse_settings(LOCALE + table.replace("budget_price = 2\n", "")).engines["openai"].words_allowed == 5000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "l10n.toml: it names no locale; add a table such as [locales.nb]."),
        (
            '[locales.nb]\nfallbak = "source"\n',
            "l10n.toml:2: [locales.nb] has no key 'fallbak'; did you",
        ),
        ('article_langage = "en"\n[locales.nb]\n', "l10n.toml:1: there is no key 'article_langage'; did you mean"),
        ("[locales.nb]\n[locales.da]\ngate = { percent = 101 }\n", "l10n.toml:3: locales.da.gate.percent: Expected"),
        ('[locales.nb]\nengine = "google"\n', "[locales.nb]: there is no engine 'google'; there are argos"),
        ('[locales.nb]\npivot = "nn"\n', "[locales.nb]: the pivot 'nn' is not one of the locales."),
        ('[locales.nb]\npivot = "nn"\n[locales.nn]\npivot = "nb"\n', "its pivots go in a circle: nb → nn → nb."),
        ('[locales.nb]\n[checks]\noff = ["nosuch"]\n', "[checks]: there is no check 'nosuch'; there are"),
        ('[locales.nb]\n[site]\nprivacy_url = "javascript:alert(1)"\n', "is no web address"),
        ("[locales.xx-nonsense]\n", "'xx-nonsense' is not a locale"),
    ],
)
def test_a_fault_names_its_place_and_what_would_fit(text: str, said: str) -> None:
    with pytest.raises(ProjectError) as caught:
        parse_settings(text)
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ('catalogs = "po/nb.po"', "catalogs has no {locale}"),
        ('catalogs = "po/{locale}.pot"', "is the path of a .po file"),
        ('catalogs = "../po/{locale}.po"', "is a path from the project"),
        ('catalogs = "/po/{locale}.po"', "is a path from the project"),
        ('catalogs = "po/{language}/{locale}.po"', "nothing else in braces"),
        ('catalogs = "po/{locale}/{domain}.po"\ntemplate = "po/x.pot"', "template has {domain} where catalogs has it"),
        ('catalogs = "po/{locale}.po"\nspelling = { nb = "../no" }', "is no name of a folder"),
        ('catalogs = "po/{locale}.po"\nlanguage = "xx-klingon"', "not a locale"),
        ('catalogs = "po/{locale}.po"\n[adopted."app/x"]\ncatalogs = "x/{locale}.po"', "a name of its own"),
        ('catalogs = "po/{locale}.po"\n[adopted.chrome]\ncatalogs = "x/{locale}.po"', "this name is taken"),
        ('catalogs = "po/{locale}.po"\n[adopted."../x"]\ncatalogs = "x/{locale}.po"', "adopted"),
    ],
)
def test_adopted_catalogs_that_cannot_be(table: str, why: str) -> None:
    with pytest.raises(ProjectError) as fault:
        parse_settings(f"{LOCALE}[adopted.app]\n{table}\n")
    assert why in str(fault.value)


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        (
            '[locales.nb]\ngate = { state = "rewieved" }\n',
            "l10n.toml:2: locales.nb.gate.state: there is no",
            "'reviewed'?",
        ),
        (
            '[locales.nb]\nfallback = "draft"\n[locales.da]\nfallback = "x"\n',
            "l10n.toml:4: locales.da.fallback",
            "omit",
        ),
        ('[locales.nb]\n[checks.severity]\nnumbers = "eror"\n', "l10n.toml:3: checks.severity: there", "mean 'error'?"),
    ],
)
def test_a_name_that_is_none_is_told_with_its_line_and_those_that_there_are(text: str, said: str, hint: str) -> None:
    with pytest.raises(ProjectError) as caught:
        parse_settings(text)
    assert caught.value.message.startswith(said)
    assert hint in caught.value.hint
