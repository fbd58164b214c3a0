"""What no translation may change: found, masked, put back."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.segmentation.placeholders import Form, Kind, difference, find, mask, unmask

FORMS: list[Form] = ["{%d}".__mod__, "[%d]".__mod__, lambda n: f"zqx{chr(97 + n % 26) * (1 + n // 26)}qx"]


def found(text: str, *keep: str) -> list[str]:
    return [text[span.start : span.end] for span in find(text, keep)]


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ("%(name)s har %d av {total} saker, {{ n }} og ${x}", ["%(name)s", "%d", "{total}", "{{ n }}", "${x}"]),
        ("70 % av produksjonen, 100% og 90 % de", []),
        ("Prisen er $5 eller 5 $ [sic] (50 %)", []),
        ("Les vår [erklæring](privacy) nå", ["[", "](privacy)"]),
        ('![Kart](kart.png "Oslo") vises', ["![", '](kart.png "Oslo")']),
        ("**fet** og *kursiv* og _også_ og ~~strøket~~", ["**", "**", "*", "*", "_", "_", "~~", "~~"]),
        ("5 * 3 * 2 og et_navn_her", ["et_navn_her"]),
        ("Kjør `l10n **draft**` nå", ["`l10n **draft**`"]),
        ('Se <a href="/x">her</a><br> &nbsp;nå', ['<a href="/x">', "</a>", "<br>", "&nbsp;"]),
        ("Er 3 < 5 og 7 > 6?", []),
        ("På https://no.wikipedia.org/wiki/Å_(bok. Ja", ["https://no.wikipedia.org/wiki/Å_(bok"]),
        ("Skriv til ola@example.org, @ola eller #tokyo", ["ola@example.org", "@ola", "#tokyo"]),
        (r"\*ikke fet\* og \[ingen lenke](x)", []),
        ("a\x00b", ["\x00"]),
        ("Hei :smile: og :+1: :wave::skin-tone-2: kl. 12:30:45 (:", [":smile:", ":+1:", ":wave::skin-tone-2:"]),
        ("Hei :navn, svar:ja", [":navn"]),
        ("%brukernavn%, %ss bok, %dkm og 5 %s", ["%brukernavn%", "%s", "%d", "%s"]),
        ("[[navn]] {% if noe %} <%= n %> $ikke US$50", ["[[navn]]", "{% if noe %}", "<%= n %>", "$ikke"]),
        ("/hjem/bilder/ikke.png, src/ikke.py og ja/nei", ["/hjem/bilder/ikke.png", "src/ikke.py"]),
        (r"C:\Hjem\ikke er full", [r"C:\Hjem\ikke"]),
        ("Se hjemme.no/ikke. Nei.", ["hjemme.no/ikke"]),
    ],
)
def test_finds_what_must_stay(text: str, protected: list[str]) -> None:
    assert found(text) == protected


def test_terms_to_keep_are_whole_words() -> None:
    assert found("Nikkei Hall ligger i Tokyo, ikke i Tokyoforum", "Tokyo", "Nikkei Hall") == ["Nikkei Hall", "Tokyo"]


def test_markup_knows_its_other_half() -> None:
    spans = find("**[a](b)** {n}")
    assert [(span.kind, span.partner) for span in spans] == [
        (Kind.OPEN, 3), (Kind.OPEN, 2), (Kind.CLOSE, 1), (Kind.CLOSE, 0), (Kind.ATOM, -1),
    ]  # fmt: skip


_PIECES = st.sampled_from(
    ["{0}", "{n}", "%s", "%1", "%(a)s", "**", "*", "_", "[", "](x)", "<b>", "</b>", "<br/>", "`", "\\", "zqxaqx",
     "https://a.b/c_d", "Tokyo", " ", "å", "\n", "5", "{", "}", "%", "\x00", "😀", "#", "@", "&amp;"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=60), st.sampled_from(FORMS))
@example("{0} [1] zqxaqx {n}", FORMS[0])
def test_masks_come_off_again(text: str, form: Form) -> None:
    masked = mask(text, find(text, ["Tokyo"]), form)
    assert unmask(masked, masked.text) == text


def test_unmask_forgives_blanks_case_and_order_but_no_loss() -> None:
    text = "Hei {name}, du har {n} saker"
    masked = mask(text, find(text), "{%d}".__mod__)
    assert masked.text == "Hei {0}, du har {1} saker"
    assert unmask(masked, "{ 1 } saker har du, {0}") == "{n} saker har du, {name}"
    assert unmask(masked, "Du har {1} saker") is None
    assert unmask(masked, "{0} {0} {1}") is None


def test_difference_names_what_was_lost_and_what_was_added() -> None:
    assert difference("Les [her](x) om {n}", "Read here about {m} {n}") == (["[", "](x)"], ["{m}"])


@pytest.mark.parametrize("piece", ["x", "`", ".", "a_", "**a** ", "[", "](", "<!--", "\\*", "a@", "%(", "https://"])
def test_long_runs_are_no_trap(piece: str) -> None:
    """Patterns that look again and again at the same characters took up to 22 seconds here."""
    began = time.process_time()
    find(piece * (60_000 // len(piece)))
    assert time.process_time() - began < 2
