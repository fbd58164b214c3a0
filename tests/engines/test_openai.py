"""The OpenAI shape, against a server that answers badly: the good is kept, the bad asked for again, the rest left."""

from __future__ import annotations

import json
import ssl
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from l10n.engines.contract import Draft
from l10n.engines.openai import OpenAIEngine
from l10n.engines.service import Budget, Service
from l10n.errors import EngineError
from l10n.model.glossary import Term, TermKind
from tests.engines import services
from tests.engines.services import PAIRS, Answer, chat, chat_well, failing, good_items, items_of, said, serve

TEXTS = list(PAIRS)
GOOD = list(PAIRS.values())


@dataclass
class Kept:
    """Paid answers, in memory."""

    known: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        return self.known.get(key)

    def add(self, answers: Mapping[str, str]) -> None:
        self.known.update(answers)


@pytest.fixture
def server() -> Iterator[services.Service]:
    with serve(chat_well) as service:
        yield service


Make = Callable[..., OpenAIEngine]


@pytest.fixture
def make(server: services.Service) -> Make:
    def make(**changes: Any) -> OpenAIEngine:
        terms = {"url": f"{server.url}/v1", "model": "m", "retries": 2, "retry_wait": 0.01, "timeout": 5.0}
        return OpenAIEngine(Service(name="openai", **{"answers": Kept(), **terms, **changes}))

    return make


def texts(drafts: list[Draft]) -> list[str]:
    return [draft.text for draft in drafts]


def test_texts_go_out_together_and_come_back_in_order(server: services.Service, make: Make) -> None:
    assert texts(make().translate(TEXTS, "en", "nb")) == GOOD
    (asked,) = server.asked
    assert (asked["model"], asked["temperature"]) == ("m", 0)
    assert asked["response_format"]["type"] == "json_schema"
    assert "from English to Norwegian Bokmål" in asked["messages"][0]["content"]
    assert [item["id"] for item in items_of(asked)] == ["1", "2", "3", "4", "5", "6"]


def test_no_more_than_twenty_in_a_request(server: services.Service, make: Make) -> None:
    many = [f"Ferry number {n} left at noon." for n in range(45)]
    drafts = make().translate(many, "en", "nb")
    assert texts(drafts) == [f"Ferge nummer {n} gikk klokken tolv." for n in range(45)]
    assert [len(items_of(asked)) for asked in server.asked] == [20, 20, 5]


def test_numbers_links_and_blanks_are_not_sent(server: services.Service, make: Make) -> None:
    given = ["", "  ", "42 %", "https://example.com/a_b", "🎉", "{name}", f"\n {TEXTS[0]} \n"]
    assert texts(make().translate(given, "en", "nb")) == [*given[:-1], f"\n {GOOD[0]} \n"]
    assert server.texts() == [TEXTS[0]]


def swapped_ids(asked: dict[str, Any]) -> Answer:
    return chat({**item, "id": f"x{item['id']}"} for item in good_items(asked))


def one_lost(asked: dict[str, Any]) -> Answer:
    return chat(good_items(asked)[1:])


def doubled(asked: dict[str, Any]) -> Answer:
    """The same twice is no harm; two texts for one id are."""
    first, *others = good_items(asked)
    return chat([first, *others, *others, {**first, "text": "noe helt annet"}])


def one_too_many(asked: dict[str, Any]) -> Answer:
    return chat([*good_items(asked), {"id": "77", "text": "Ekstra"}, {"id": "0", "text": "Null"}, {"id": None}])


def cut_off(asked: dict[str, Any]) -> Answer:
    content = json.dumps({"items": good_items(asked)}, ensure_ascii=False)
    return said(content[: len(content) // 2])


def cut_off_and_says_so(asked: dict[str, Any]) -> Answer:
    return said('{"items": [{"id": "1", "te', "length")


def in_prose(asked: dict[str, Any]) -> Answer:
    return said(f"Sure!\n```json\n{json.dumps(good_items(asked))}\n```\nAnything else?")


def echo(asked: dict[str, Any]) -> Answer:
    return chat({"id": item["id"], "text": item["source"]} for item in items_of(asked))


def placeholders_lost(asked: dict[str, Any]) -> Answer:
    return chat({**item, "text": item["text"].replace("{n}", "ti").replace("](privacy)", "")}
                for item in good_items(asked))  # fmt: skip


def in_german(asked: dict[str, Any]) -> Answer:
    german = "Die Führer versammelten sich am Montag in Tokio, um über Handel und Sicherheit zu sprechen."
    return chat({**item, "text": german if "Tokyo" in item["text"] else item["text"]} for item in good_items(asked))


def far_too_long(asked: dict[str, Any]) -> Answer:
    return chat({**item, "text": item["text"] * 60} for item in good_items(asked))


BAD = {
    "wrong ids": swapped_ids,
    "a lost item": one_lost,
    "two texts for one id": doubled,
    "items nobody asked for": one_too_many,
    "truncated JSON": cut_off,
    "truncated JSON that says so": cut_off_and_says_so,
    "JSON in prose": in_prose,
    "the source": echo,
    "lost placeholders": placeholders_lost,
    "another language": in_german,
    "far too much": far_too_long,
    "no JSON": lambda asked: said("I am sorry, I cannot do that."),
    "nothing": lambda asked: said(""),
    "null": lambda asked: said(None),
    "no choices": lambda asked: Answer('{"choices": []}'),
    "another form": lambda asked: Answer("[1, 2]"),
    "numbers for texts": lambda asked: chat({"id": item["id"], "text": 7} for item in items_of(asked)),
    "half a character": lambda asked: said('{"items": [{"id": "1", "text": "\\ud83d"}]}'),
    "an empty body": lambda asked: Answer(""),
    "an error page": lambda asked: Answer("<html><body>Bad gateway</body></html>"),
    "an error page, 502": failing(502, body="<html></html>"),
    "429": failing(429, {"Retry-After": "0"}),
    "429, then a date gone by": failing(429, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}),
    "500": failing(500),
    "a body that breaks off": lambda asked: Answer("{", headers={"Content-Length": "99"}, pause=0.01),
    "an endless body": lambda asked: Answer("x" * (9 << 20)),
    "a body that drips": lambda asked: Answer("{" + " " * 200 + "}", drip=0.05),
    "deep nesting": lambda asked: Answer("[" * 100_000),
}


@pytest.mark.parametrize("bad", BAD)
def test_after_one_bad_answer_everything_is_there(bad: str, server: services.Service, make: Make) -> None:
    server.does(BAD[bad])
    assert texts(make(timeout=1.0).translate(TEXTS, "en", "nb")) == GOOD


@pytest.mark.parametrize(("bad", "left"), [(one_lost, 1), (placeholders_lost, 2), (in_german, 1)])
def test_only_the_bad_are_sent_again(bad: services.Behaviour, left: int, server: services.Service, make: Make) -> None:
    server.does(bad)
    make().translate(TEXTS, "en", "nb")
    assert [len(items_of(asked)) for asked in server.asked] == [6, left]


def test_what_stays_bad_is_left_and_says_why(server: services.Service, make: Make) -> None:
    server.good = placeholders_lost
    drafts = make().translate(TEXTS, "en", "nb")
    assert texts(drafts) == [text if "{n}" not in text and "(" not in text else "" for text in GOOD]
    assert drafts[2].notes == ("lost {n}",)
    assert len(server.asked) <= 5


def test_a_batch_that_is_too_long_is_halved(server: services.Service, make: Make) -> None:
    def at_most_two(asked: dict[str, Any]) -> Answer:
        return chat_well(asked) if len(items_of(asked)) <= 2 else chat([], "length")

    server.good = at_most_two
    assert texts(make().translate(TEXTS, "en", "nb")) == GOOD
    assert [len(items_of(asked)) for asked in server.asked] == [6, 3, 1, 1, 1, 3, 1, 1, 1]


def test_a_text_that_is_cut_off_even_alone_is_left_and_says_so(server: services.Service, make: Make) -> None:
    server.good = cut_off_and_says_so
    (draft,) = make().translate(TEXTS[:1], "en", "nb")
    assert (draft.text, draft.notes, len(server.asked)) == ("", ("the answer was cut off",), 1)


def test_a_server_that_knows_no_schema_is_asked_plainly_and_only_so_from_then_on(
    server: services.Service, make: Make
) -> None:
    server.good = lambda asked: failing(400)(asked) if "response_format" in asked else chat_well(asked)
    many = [f"Ferry number {n} left at noon." for n in range(45)]
    assert all(texts(make().translate(many, "en", "nb")))
    assert ["response_format" in asked for asked in server.asked] == [True, False, False, False]


def test_a_hang_ends_at_the_timeout_and_the_rest_goes_on(server: services.Service, make: Make) -> None:
    server.does(lambda asked: Answer("", pause=3.0))
    assert texts(make(timeout=0.3).translate(TEXTS, "en", "nb")) == GOOD
    assert len(server.asked) == 2


def test_a_server_that_hangs_and_hangs_is_not_waited_for_long(server: services.Service, make: Make) -> None:
    server.good = lambda asked: Answer("", pause=3.0)
    with pytest.raises(EngineError, match="no answer within"):
        make(timeout=0.1, retries=9).translate(TEXTS, "en", "nb")
    assert len(server.asked) == 4


def test_a_server_that_is_down_ends_the_run_once(server: services.Service, make: Make) -> None:
    server.good = failing(503)
    engine = make(retries=1)
    with pytest.raises(EngineError, match=r"gives no answer: it answers 503"):
        engine.translate(TEXTS, "en", "nb")
    before = len(server.asked)
    with pytest.raises(EngineError):
        engine.translate(["Two ferries left at noon."], "en", "nb")
    assert len(server.asked) == before == 4


def test_what_was_done_before_a_server_went_down_is_kept(server: services.Service, make: Make) -> None:
    many = [f"Ferry number {n} left at noon." for n in range(45)]
    server.does(chat_well, *[failing(503)] * 9)
    drafts = make(retries=0).translate(many, "en", "nb")
    assert [bool(draft.text) for draft in drafts] == [True] * 20 + [False] * 25
    assert "503" in drafts[20].notes[0]


def test_one_text_that_the_server_refuses_does_not_stop_the_others(server: services.Service, make: Make) -> None:
    server.good = lambda asked: (failing(400) if TEXTS[1] in services.texts_of(asked) else chat_well)(asked)
    drafts = make().translate(TEXTS, "en", "nb")
    assert texts(drafts) == [GOOD[0], "", *GOOD[2:]]
    assert "refuses the request (400): no: 400" in drafts[1].notes[0]


def test_a_server_that_refuses_everything_is_given_up(server: services.Service, make: Make) -> None:
    server.good = failing(400)
    with pytest.raises(EngineError, match="refuses the request"):
        make().translate([f"Ferry number {n} left at noon." for n in range(200)], "en", "nb")
    assert len(server.asked) < 40


def test_a_redirect_is_not_followed(server: services.Service, make: Make) -> None:
    with serve(chat_well) as elsewhere:
        for status in (301, 302, 303, 307, 308):
            server.does(failing(status, {"Location": f"{elsewhere.url}/v1/chat/completions"}))
            with pytest.raises(EngineError, match="redirects elsewhere"):
                make(key="s3cret").translate(TEXTS, "en", "nb")
        assert elsewhere.asked == []


def test_a_wrong_key_is_said_at_once_and_never_shown(server: services.Service, make: Make) -> None:
    for status in (401, 404):
        server.does(failing(status, body=json.dumps({"error": {"message": "Incorrect API key: s3cret"}})))
        with pytest.raises(EngineError) as caught:
            make(key="s3cret", key_variable="MY_KEY").translate(TEXTS, "en", "nb")
        assert "s3cret" not in f"{caught.value.message} {caught.value.hint}"
    assert len(server.asked) == 2
    assert server.headers[0]["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in repr(Service(name="x", url="https://x.example", key="s3cret", answers=Kept()))


@pytest.mark.parametrize("key", ["", "two words", "nøkkel", "line\nbreak"])
def test_a_key_that_cannot_be_is_told_before_anything_is_sent(key: str, server: services.Service, make: Make) -> None:
    with pytest.raises(EngineError, match="MY_KEY"):
        make(key=key, key_variable="MY_KEY").translate(TEXTS, "en", "nb")
    assert server.asked == []


@pytest.mark.needs("openssl")
def test_an_untrusted_certificate_gets_no_text(tmp_path: Path, server: services.Service, make: Make) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1"]
    subprocess.run([*made, "-keyout", "key.pem", "-out", "cert.pem"], cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with serve(chat_well, tls=context) as secure:
        with pytest.raises(EngineError, match="certificate that this machine does not trust"):
            make(url=secure.url).translate(TEXTS, "en", "nb")
        assert secure.asked == []


def test_a_server_may_ask_for_more_patience_than_we_have(server: services.Service, make: Make) -> None:
    server.good = failing(429, {"Retry-After": "86400"})
    with pytest.raises(EngineError, match="it asks to wait 86400 seconds"):
        make().translate(TEXTS, "en", "nb")
    assert len(server.asked) == 2


def test_retry_after_is_honoured(server: services.Service, make: Make) -> None:
    import time

    server.does(failing(429, {"Retry-After": "1"}))
    began = time.monotonic()
    assert texts(make(retry_wait=0).translate(TEXTS, "en", "nb")) == GOOD
    assert time.monotonic() - began >= 1.0


def test_nobody_listens(server: services.Service, make: Make) -> None:
    with pytest.raises(EngineError, match="nothing listens there"):
        make(url="http://127.0.0.1:9/v1").translate(TEXTS, "en", "nb")
    with pytest.raises(EngineError, match="cannot be found"):
        make(url="https://nowhere.invalid/v1").translate(TEXTS, "en", "nb")


def test_nothing_is_paid_twice_and_a_new_term_pays_only_for_its_texts(server: services.Service, make: Make) -> None:
    kept = Kept()
    assert texts(make(answers=kept).translate(TEXTS, "en", "nb")) == GOOD
    assert texts(make(answers=kept).translate(TEXTS, "en", "nb")) == GOOD
    assert len(server.asked) == 1
    term = Term(source="mayor", target="borgermester")
    make(answers=kept, glossary=lambda locale: [term]).translate(TEXTS, "en", "nb")
    assert services.texts_of(server.asked[-1]) == ["The mayor thanked the crews."]
    asked = json.loads(server.asked[-1]["messages"][-1]["content"])
    assert asked["glossary"] == [{"source": "mayor", "use": "borgermester"}]
    make(answers=kept, model="m2").translate(TEXTS, "en", "nb")
    make(answers=kept).translate(TEXTS, "en", "nn")
    assert len(server.asked) == 4


def test_terms_to_keep_are_told_and_looked_for(server: services.Service, make: Make) -> None:
    drafts = make().translate(["The mayor thanked the crews."], "en", "nb", keep=["mayor"])
    assert (drafts[0].text, drafts[0].notes) == ("", ("lost mayor",))
    asked = json.loads(server.asked[0]["messages"][-1]["content"])
    assert asked["glossary"] == [{"source": "mayor", "keep": "mayor"}]


def test_a_forbidden_word_is_told(server: services.Service, make: Make) -> None:
    term = Term(source="storm", target="orkan", kind=TermKind.FORBIDDEN)
    make(glossary=lambda locale: [term]).translate(TEXTS, "en", "nb")
    asked = json.loads(server.asked[0]["messages"][-1]["content"])
    assert asked["glossary"] == [{"source": "storm", "avoid": "orkan"}]


def test_the_budget_is_never_exceeded(server: services.Service, make: Make) -> None:
    budget = Budget(10)
    drafts = make(budget=budget).translate(TEXTS, "en", "nb")
    assert texts(drafts) == [GOOD[0], GOOD[1], "", "", "", ""]
    assert drafts[2].notes == ("beyond the budget",)
    assert budget.sent == 9
    server.does(*[failing(400)] * 3, *[failing(503)] * 3)
    refused = Budget(10)
    make(budget=refused).translate(TEXTS[:2], "en", "nb")
    assert refused.sent == 9  # what the service refused is not paid
    server.good = one_lost
    again = Budget(12)
    make(budget=again).translate(TEXTS[:2], "en", "nb")
    assert again.sent <= 12


def test_a_very_long_text_is_sent_alone(server: services.Service, make: Make) -> None:
    long = "Ferry number 1 left at noon. " * 1000
    drafts = make().translate([TEXTS[0], long, TEXTS[1]], "en", "nb")
    assert texts(drafts) == [GOOD[0], long.replace("Ferry number 1 left at noon.", "Ferge nummer 1 gikk klokken tolv."),
                             GOOD[1]]  # fmt: skip
    assert len(server.asked) == 3
