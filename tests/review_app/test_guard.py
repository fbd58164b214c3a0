"""Who may talk to the page, and what hostile texts can do on it: nothing but appear."""

from __future__ import annotations

import contextlib
import re
import socket
from pathlib import Path

import pytest

from l10n.model.catalog import article_domain
from l10n.model.message import Message, MessageKey
from l10n.model.provenance import Actor
from l10n.review_app.desk import message_id
from l10n.review_app.forms import LIMIT
from l10n.review_app.people import ProxyUsers, parse_tokens
from l10n.workspace import Workspace
from tests.review_app.client import Answer, Client, serving
from tests.review_app.conftest import CATALOG, LEAD, TITLE

PATH = f"/nn/ferries/{TITLE}"
HOSTILE = [
    "<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "[les](javascript:alert(1))",
    "{{ 7 * 700 }} {% raw %}",
    "\u202eevil\u2066",
]


@pytest.mark.parametrize("name", ["evil.example", "evil.example:80", "127.0.0.1", "", "localhost:1"])
def test_another_name_is_refused(ola: Client, name: str) -> None:
    for path in ("/", "/static/style.css", PATH):
        answer = ola.get(path, Host=name)
        assert answer.status in (400, 421)
        assert "ferries" not in answer.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1", "file://"])
def test_a_form_of_another_site_changes_nothing(ferries: Path, ola: Client, origin: str) -> None:
    page = ola.get(PATH)
    before = (ferries / CATALOG).read_bytes()
    assert ola.post(PATH, _fields(page), Origin=origin).status == 403
    assert ola.post(PATH, _fields(page), Sec_Fetch_Site="cross-site").status == 403
    assert (ferries / CATALOG).read_bytes() == before
    assert ola.post(PATH, _fields(page)).status == 303


def test_a_form_without_our_token_changes_nothing_and_gives_the_text_back(ferries: Path, ola: Client) -> None:
    page = ola.get(PATH)
    before = (ferries / CATALOG).read_bytes()
    stranger = Client(ola.host)
    for sender, fields in ((ola, _fields(page, token="0" * 64)), (stranger, _fields(page)), (ola, _fields(page)[1:])):
        answer = sender.post(PATH, fields)
        assert answer.status == 403
        assert "Ferjene er attende" in answer.text
    assert (ferries / CATALOG).read_bytes() == before


@pytest.mark.parametrize("cookie", ["", "a.b.c", "....", "x" * 5000, "%00.%00.%00", "a.####.c"])
def test_a_forged_session_is_nobody(ola: Client, cookie: str) -> None:
    page = ola.get(PATH)
    ola.cookies = {"l10n": cookie}
    assert ola.post(PATH, _fields(page)).status == 403


def test_every_answer_forbids_what_does_not_come_from_here(ola: Client) -> None:
    for path in ("/", PATH, "/nn/ferries", "/static/keys.js", "/nowhere", "/nn/none", "/nn/ferries/preview"):
        headers = ola.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
    built = ola.get("/built/ferries/nn/index.html")
    assert "default-src &#39;none&#39;" in built.text or "default-src 'none'" in built.text
    assert "frame-ancestors 'self'" in built.headers["content-security-policy"]


def test_pages_hold_no_inline_script_and_no_inline_style(ola: Client) -> None:
    for path in ("/", PATH, "/nn/ferries", "/nn/ferries/preview"):
        text = ola.get(path).text
        assert "<script>" not in text
        assert " style=" not in text
        assert " onclick=" not in text


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(ola: Client) -> None:
    cookie = ola.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_only_text(ferries: Path, ola: Client, text: str) -> None:
    assert ola.press(PATH, "save", text).status == 303
    for path in ("/nn/ferries", PATH, "/nn/ferries/preview", "/built/ferries/nn/index.html"):
        shown = ola.get(path).text
        assert "<script>alert" not in shown
        assert 'onmouseover="alert' not in shown
        assert 'href="javascript' not in shown
        assert "4900" not in re.sub(r"[0-9a-f]{12,}", "", shown)
    assert ola.get(PATH).field == text


def test_what_turns_or_hides_text_is_shown_by_name(ola: Client) -> None:
    ola.press(PATH, "save", "Ferjene \u202eer\u2066 attende\u200b")
    shown = ola.get("/nn/ferries").text
    for name in ("U+202E", "U+2066", "U+200B"):
        assert name in shown
    assert "\u202e" not in shown


def test_a_hostile_source_is_only_text(ferries: Path, ola: Client) -> None:
    """Texts come from articles, too, and with them the keys and comments of the catalog."""
    workspace = Workspace(ferries)
    catalog = workspace.load_catalog("nn", article_domain("ferries"))
    assert catalog
    text = '</script><img src=x onerror="alert(1)">'
    message = Message(msgctxt=text, msgid=text, msgstr=(text,), extracted=(text,), comments=(text,))
    with (ferries / CATALOG).open("a", encoding="utf-8") as file:
        quoted = text.replace('"', '\\"')
        file.write(f'\n# {text}\n#. {text}\nmsgctxt "{quoted}"\nmsgid "{quoted}"\nmsgstr "{quoted}"\n')
    for path in ("/nn/ferries", f"/nn/ferries/{message_id(message.key)}"):
        answer = ola.get(path)
        assert answer.status == 200
        assert "&lt;img src=x" in answer.text
        assert "<img" not in answer.text


def test_a_text_of_a_megabyte_is_refused_with_a_sentence(ferries: Path, ola: Client) -> None:
    before = (ferries / CATALOG).read_bytes()
    answer = ola.press(PATH, "save", "a" * LIMIT)
    assert answer.status == 413
    assert "larger than 1 MB" in answer.text
    assert (ferries / CATALOG).read_bytes() == before
    assert ola.press(PATH, "save", "å" * 100_000).status == 303


@pytest.mark.parametrize(
    "path",
    [
        "/nn/..%2f..%2fl10n.toml",
        "/nn/%2e%2e",
        "/..%2fnn/ferries",
        "/xx/ferries",
        "/nn/ferries/000000000000",
        "/nn/ferries%00",
        "/static/..%2fapp.py",
        "/static/../app.py",
        "/built/..%2fferries/nn/index.html",
        f"/nn/ferries/{LEAD}x",
        "/nn/chrome/preview",
    ],
)
def test_a_path_that_leads_nowhere_is_a_page_that_says_so(ola: Client, path: str) -> None:
    answer = ola.get(path)
    assert answer.status == 404
    assert "Traceback" not in answer.text
    assert "four_eyes" not in answer.text


def test_a_redirect_stays_here(ola: Client) -> None:
    for target in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        assert ola.get(f"/language/en?to={target}").location == "/"
    assert ola.get("/language/en?to=/nn/ferries").location == "/nn/ferries"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "OPTIONS"])
def test_other_methods_are_refused(ola: Client, method: str) -> None:
    assert ola.send(method, "/").status == 405


@pytest.mark.parametrize("body", [b"\xff\xfe=1", b"&".join([b"a=1"] * 300), b"text=%ff", b'{"a": 1}'])
def test_a_body_that_is_no_form_of_ours_is_refused(ola: Client, body: bytes) -> None:
    sent = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{ola.host}"}
    assert ola.send("POST", PATH, body, sent).status in (403, 422)
    assert ola.send("POST", PATH, body, sent | {"Content-Type": "text/plain"}).status == 422


def test_a_proxys_word_is_believed_from_the_proxy_alone(ferries: Path) -> None:
    with serving(ferries, ProxyUsers("X-User", frozenset({"10.0.0.9"}))) as host:
        assert Client(host).get("/", X_User="kari@example.org").status == 403
    with serving(ferries, ProxyUsers("X-User", frozenset({"127.0.0.1"}))) as host:
        assert Client(host).get("/").status == 403
        answer = Client(host).get("/", X_User="Kari Nordmann <kari@example.org>")
        assert answer.status == 200
        assert "Kari Nordmann" in answer.text


def test_without_a_token_nothing_is_read(ferries: Path) -> None:
    tokens = parse_tokens("# the desk\nola-ola-ola-ola-ola-ola Ola Nordmann <ola@example.org>\n")
    assert tokens.holder(" ola-ola-ola-ola-ola-ola ") == Actor(name="Ola Nordmann", email="ola@example.org")
    with serving(ferries, tokens) as host:
        client = Client(host)
        for path in ("/", "/nn/ferries", PATH, "/built/ferries/nn/index.html"):
            assert client.get(path).location == "/sign-in"
        page = client.get("/sign-in")
        fields = [("token", page.hidden("token")), ("password", "ola-ola-ola-ola-ola-olb")]
        assert client.post("/sign-in", fields).status == 403
        assert client.get("/nn/ferries").location == "/sign-in"


def _fields(page: Answer, token: str = "") -> list[tuple[str, str]]:
    return [
        ("token", token or page.hidden("token")),
        ("seen", page.hidden("seen")),
        ("text", "Ferjene er attende"),
        ("do", "save"),
    ]


def test_ids_do_not_move_with_the_text(ola: Client) -> None:
    ola.press(PATH, "save", "Ferjene er attende")
    assert message_id(MessageKey("title", "Ferries return to Bergen")) == TITLE
    assert ola.get(PATH).field == "Ferjene er attende"


def test_a_megabyte_in_the_source_and_in_the_catalog_is_only_long(ferries: Path, ola: Client) -> None:
    long = "<b>ferje</b> " * 90_000
    with (ferries / CATALOG).open("a", encoding="utf-8") as file:
        file.write(f'\nmsgctxt "paragraph"\nmsgid "{long}"\nmsgstr "{long}"\n')
    for path in ("/nn/ferries", f"/nn/ferries/{message_id(MessageKey('paragraph', long))}", "/nn/ferries/preview"):
        answer = ola.get(path)
        assert answer.status == 200
        assert "<b>ferje" not in answer.text


def test_links_of_an_article_that_run_scripts_are_no_links_in_the_preview(ferries: Path, ola: Client) -> None:
    article = ferries / "articles/ferries.md"
    hostile = "\n[les](javascript:alert(1)) <script>alert(2)</script> ![x](data:text/html,alert)\n"
    article.write_text(article.read_text(encoding="utf-8") + hostile, encoding="utf-8")
    for path in ("/nn/ferries", "/nn/ferries/preview", "/built/ferries/nn/index.html"):
        answer = ola.get(path)
        assert answer.status == 200
        assert not re.search(r"""(href|src)=["']?(javascript|data:text)""", answer.text)
        assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "half",
    [
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 900\r\n\r\ntext=",
        "GET / HTTP/1.1\r\nHost: {host}\r\nX-Slow: ",
    ],
)
def test_who_sends_slowly_holds_up_nobody(ola: Client, half: str) -> None:
    name, _, port = ola.host.partition(":")
    lingering = [socket.create_connection((name, int(port))) for _ in range(60)]
    try:
        for one in lingering:
            one.sendall(half.format(path=PATH, host=ola.host).encode())
        assert ola.get("/").status == 200
        assert ola.press(PATH, "save", "Ferjene er attende").status == 303
    finally:
        for one in lingering:
            one.close()
    assert ola.get(PATH).field == "Ferjene er attende"


def test_an_endless_body_is_cut_off(ola: Client) -> None:
    name, _, port = ola.host.partition(":")
    with socket.create_connection((name, int(port))) as connection:
        head = f"POST {PATH} HTTP/1.1\r\nHost: {ola.host}\r\nTransfer-Encoding: chunked\r\n"
        connection.sendall((head + "Content-Type: application/x-www-form-urlencoded\r\n\r\n").encode())
        with contextlib.suppress(ConnectionError):
            for _ in range(40):
                connection.sendall(b"f4240\r\n" + b"a" * 1_000_000 + b"\r\n")
        connection.settimeout(20)
        with contextlib.suppress(ConnectionError):
            assert b" 413 " in connection.recv(2000)
    assert ola.get("/").status == 200
