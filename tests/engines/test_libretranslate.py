"""LibreTranslate, against a server that answers badly: the good is kept, the rest stays new."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from l10n.engines.libretranslate import LibreTranslateEngine
from l10n.engines.service import Service
from l10n.errors import EngineError
from tests.engines import services
from tests.engines.services import PAIRS, Answer, failing, libre_well, serve, translated
from tests.engines.test_openai import Kept, texts

PLAIN = [text for text in PAIRS if not {"{", "["} & set(text)]
GOOD = [PAIRS[text] for text in PLAIN]
LANGUAGES = [{"code": "en", "targets": ["en", "nb", "da"]}, {"code": "nb", "targets": ["en"]}]

Make = Callable[..., LibreTranslateEngine]


@pytest.fixture
def server() -> Iterator[services.Service]:
    with serve(libre_well, LANGUAGES) as service:
        yield service


@pytest.fixture
def make(server: services.Service) -> Make:
    def make(**changes: Any) -> LibreTranslateEngine:
        terms = {"url": server.url, "retries": 2, "retry_wait": 0.01, "timeout": 5.0, "answers": Kept()}
        return LibreTranslateEngine(Service(name="libretranslate", **{**terms, **changes}))

    return make


def test_sentences_go_out_as_text_and_come_back_in_order(server: services.Service, make: Make) -> None:
    paragraph = f"{PLAIN[1]}  {PLAIN[2]}\n{PLAIN[0]}"
    drafts = make(key="s3cret").translate([*PLAIN, paragraph], "en", "nb")
    assert texts(drafts) == [*GOOD, f"{GOOD[1]}  {GOOD[2]}\n{GOOD[0]}"]
    (asked,) = server.asked
    assert (asked["source"], asked["target"], asked["format"], asked["api_key"]) == ("en", "nb", "text", "s3cret")
    assert asked["q"] == PLAIN


def test_what_must_survive_is_masked(server: services.Service, make: Make) -> None:
    text = "Ferry number 7 left at noon. See {url} &amp; `code_x`."
    (draft,) = make().translate([text], "en", "nb")
    assert draft.text == "Ferge nummer 7 gikk klokken tolv. See {url} &amp; `code_x`."
    assert not any("{url}" in sent or "&amp;" in sent for sent in server.texts())


def test_a_server_that_eats_masks_gets_pieces(server: services.Service, make: Make) -> None:
    server.good = lambda asked: Answer(
        json.dumps({"translatedText": ["".join(c for c in translated(q) if c not in "{}[]()") for q in asked["q"]]})
    )
    (draft,) = make().translate(["Ferry number 7 left at noon. So says {name}"], "en", "nb")
    assert draft.text == "Ferge nummer 7 gikk klokken tolv. So says {name}"
    assert draft.notes == ("translated in pieces; check the grammar",)


BAD = {
    "too few": lambda asked: Answer(json.dumps({"translatedText": ["x"] * (len(asked["q"]) - 1)})),
    "too many": lambda asked: Answer(json.dumps({"translatedText": ["x"] * (len(asked["q"]) + 1)})),
    "one text": lambda asked: Answer(json.dumps({"translatedText": "x"})),
    "no texts": lambda asked: Answer(json.dumps({"translatedText": [None] * len(asked["q"])})),
    "empty texts": lambda asked: Answer(json.dumps({"translatedText": [""] * len(asked["q"])})),
    "the source": lambda asked: Answer(json.dumps({"translatedText": asked["q"]})),
    "another form": lambda asked: Answer("[]"),
    "an error page": lambda asked: Answer("<html>"),
    "half of it": lambda asked: Answer(libre_well(asked).body[:-20]),
    "a hang": lambda asked: Answer("", pause=1.0),
    "429": failing(429, {"Retry-After": "0"}, '{"error": "Slowdown: 80 per 1 minute"}'),
    "500": failing(500, body='{"error": "Cannot translate text: out of memory"}'),
}


@pytest.mark.parametrize("bad", BAD)
def test_after_one_bad_answer_everything_is_there(bad: str, server: services.Service, make: Make) -> None:
    server.does(BAD[bad])
    assert texts(make(timeout=0.3).translate(PLAIN, "en", "nb")) == GOOD


def test_limits_of_the_server_are_met_by_halving(server: services.Service, make: Make) -> None:
    error = '{"error": "Invalid request: request (4) exceeds batch limit (2)"}'
    server.good = lambda asked: (libre_well if len(asked["q"]) <= 2 else failing(400, body=error))(asked)
    assert texts(make().translate(PLAIN, "en", "nb")) == GOOD


def test_a_sentence_that_stays_bad_empties_its_draft_only(server: services.Service, make: Make) -> None:
    server.good = lambda asked: Answer(
        json.dumps({"translatedText": ["" if q == PLAIN[0] else translated(q) for q in asked["q"]]})
    )
    drafts = make().translate([*PLAIN, f"{PLAIN[1]} {PLAIN[0]}"], "en", "nb")
    assert texts(drafts) == ["", *GOOD[1:], ""]
    assert drafts[0].notes == ("the answer is empty",)


def test_older_servers_have_another_code_for_bokmål(server: services.Service, make: Make) -> None:
    server.languages = [{"code": "en", "targets": ["no"]}]
    make().translate(PLAIN, "en", "nb")
    assert server.asked[0]["target"] == "no"


def test_a_direction_that_the_server_has_not(server: services.Service, make: Make) -> None:
    with pytest.raises(EngineError, match="has no model from en to nn") as caught:
        make().translate(PLAIN, "en", "nn")
    assert caught.value.hint == "It translates from en, nb."
    assert server.asked == []


def test_a_server_that_does_not_tell_its_languages_is_asked_all_the_same(server: services.Service, make: Make) -> None:
    server.languages = [{"name": "English"}]
    assert texts(make().translate(PLAIN, "en", "nb")) == GOOD


def test_a_sentence_is_paid_once(server: services.Service, make: Make) -> None:
    kept = Kept()
    make(answers=kept).translate([PLAIN[0], PLAIN[0]], "en", "nb")
    make(answers=kept).translate([f"{PLAIN[1]} {PLAIN[0]}"], "en", "nb")
    assert server.texts() == [PLAIN[0], PLAIN[1]]


def test_a_wrong_key(server: services.Service, make: Make) -> None:
    server.good = failing(403, body='{"error": "Invalid API key"}')
    with pytest.raises(EngineError, match=r"refuses the key \(403\)"):
        make(key="x").translate(PLAIN, "en", "nb")
    assert len(server.asked) == 1
