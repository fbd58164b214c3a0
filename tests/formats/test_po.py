"""PO files come back byte for byte, whatever odd shape they have; what is broken is named by its line."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.errors import InvalidInputError
from l10n.formats import po
from l10n.model.message import Message, MessageKey, Previous

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n\n'
UTF8 = HEADER.format("UTF-8")

ODD_SHAPES = {
    "comments nobody knows": "#! odd\n#no blank\n#\ttab\n#\n#* star\n#, fuzzy,c-format\nmsgid 'x'\n".replace("'", '"')
    + 'msgstr "y"\n',
    "sticky flags": '#, c-format\n#= no-wrap\nmsgid "x"\nmsgstr "y"\n',
    "previous, obsolete": '#, fuzzy\n#~| msgctxt "c"\n#~| msgid "old"\n#~ msgid "x"\n#~ msgstr "y"\n',
    "obsolete plural": '#~ msgid "a day"\n#~ msgid_plural "days"\n#~ msgstr[0] "en dag"\n#~ msgstr[1] "dager"\n',
    "obsolete without blank after its sign": '#~msgid "x"\n#~msgstr "y"\n',
    "two obsolete, adjacent": '#~ msgid "a"\n#~ msgstr "b"\n#~ msgid "c"\n#~ msgstr "d"\n',
    "CRLF": '# c\r\nmsgid "x"\r\nmsgstr ""\r\n"y\\n"\r\n"z"\r\n\r\nmsgid "a"\r\nmsgstr "b"\r\n',
    "no final newline": 'msgid "x"\nmsgstr "y"',
    "empty file": "",
    "blank lines only": "\n\n",
    "no header": 'msgid "x"\nmsgstr "y"\n',
    "header not first": 'msgid "x"\nmsgstr "y"\n\n' + UTF8 + 'msgid "a"\nmsgstr "b"\n',
    "wrapped by hand": 'msgid ""\n"x "\n"y"\nmsgstr "x"\n  " y"\n\t"z"\n',
    "no blank lines between": 'msgid "x"\nmsgstr "y"\nmsgid "a"\nmsgstr "b"\n# c\nmsgid "d"\nmsgstr "e"\n',
    "many blank lines": '\n\nmsgid "x"\n\nmsgstr "y"\n\n\n\n\nmsgid "a"\nmsgstr "b"\n\n\n',
    "comments at the end": 'msgid "x"\nmsgstr "y"\n\n# the end\n#~\n',
    "empty context": 'msgctxt ""\nmsgid "x"\nmsgstr "y"\n\nmsgid "x"\nmsgstr "z"\n',
    "all on one line": 'msgid "x" msgstr "y" msgid "a" msgstr "b"\n',
    "no blank after keywords": 'msgid"x"\nmsgstr"y"\n',
    "keyword alone": 'msgid\n"x"\nmsgstr\n"y"\n',
    "domains": 'domain "a"\nmsgid "x"\nmsgstr "y"\n\ndomain "b"\n# c\nmsgid "x"\nmsgstr "z"\n',
    "string goes on after a blank line": 'msgid "x"\nmsgstr "y"\n\n"z"\n\n#~ msgid "a"\n#~ msgstr "b"\n#~ "c"\n',
    "unusual line separators": 'msgid "a\u2028b\x85c\x0bd"\nmsgstr "\u00a0"\n',
}


@pytest.mark.parametrize("text", ODD_SHAPES.values(), ids=ODD_SHAPES.keys())
def test_what_is_not_changed_keeps_every_byte(text: str) -> None:
    for data in (text.encode(), (UTF8 + text).encode() if "header" not in text else text.encode()):
        try:
            document = po.decode(data)
            assert po.encode(document.catalog, document) == data
        except InvalidInputError as error:
            assert "header" in str(error)  # a second header, where the text brings its own


@pytest.mark.parametrize("text", ODD_SHAPES.values(), ids=ODD_SHAPES.keys())
def test_changing_one_message_changes_its_lines_only(text: str) -> None:
    document = po.parse(text)
    for index, message in enumerate(document.catalog.messages):
        changed = replace(message, msgstr=tuple("ny \n tekst" for _ in message.msgstr), comments=("ny",))
        others = document.catalog.messages
        catalog = replace(document.catalog, messages=(*others[:index], changed, *others[index + 1 :]))
        entry = next(block for block in document.entries if block.message is message)
        result = po.serialize(catalog, document)
        assert result.startswith(text[: entry.start])
        assert result.endswith(text[entry.end :])
        assert changed in po.parse(result).catalog.messages


@pytest.mark.parametrize(("charset", "word"), [("ISO-8859-1", "Tschüß"), ("EUC-JP", "東京"), ("Shift_JIS", "表示ソ")])
def test_other_charsets_are_read_and_written_as_declared(charset: str, word: str) -> None:
    data = (HEADER.format(charset) + f'msgid "x"\nmsgstr "{word}"\n').encode(charset)
    document = po.decode(data)
    message = document.catalog.messages[0]
    assert message.text == word
    assert po.encode(document.catalog, document) == data
    changed = document.catalog.with_messages([replace(message, msgstr=(word * 2,))])
    assert po.encode(changed, document) == data.replace(word.encode(charset), (word * 2).encode(charset))


def test_a_charset_wrapped_over_lines_is_found() -> None:
    data = (
        'msgid ""\nmsgstr ""\n"Content-Type: \\n"\n"text/plain; \\n"\n"charset=ISO-8859-1\\n"\n\nmsgid "é"\nmsgstr ""\n'
    )
    assert po.decode(data.encode("latin-1")).catalog.messages[0].msgid == "é"


def test_a_text_that_the_charset_cannot_hold_is_refused() -> None:
    document = po.decode((HEADER.format("ISO-8859-1") + 'msgid "x"\nmsgstr "y"\n').encode())
    message = document.catalog.messages[0]
    with pytest.raises(InvalidInputError, match="東"):
        po.encode(document.catalog.with_messages([replace(message, msgstr=("東",))]), document)


def test_a_lone_surrogate_is_refused_and_never_written() -> None:
    catalog = replace(po.parse("").catalog, messages=(Message(msgid="x", msgstr=("\ud800",)),))
    with pytest.raises(InvalidInputError):
        po.encode(catalog)


def test_the_byte_order_mark_stays() -> None:
    data = b"\xef\xbb\xbf" + (UTF8 + 'msgid "x"\nmsgstr "y"\n').encode()
    document = po.decode(data)
    assert document.catalog.messages[0].msgid == "x"
    assert po.encode(document.catalog, document) == data


def test_escapes_are_those_of_c() -> None:
    r"""Numeric escapes name bytes: \303\251 is é in UTF-8."""
    text = r'"\303\251 \x41 \101 \\n \t\"\a\b\f\v\r\\"'
    message = po.parse(f'msgid {text}\nmsgstr "\\n"\n').catalog.messages[0]
    assert message.msgid == 'é A A \\n \t"\a\b\f\v\r\\'
    assert message.text == "\n"


def test_every_part_is_read() -> None:
    text = (
        "# translator\n#. extracted\n#: a.c:1 b.c:2\n#: c.c:3\n#, fuzzy, c-format\n#= no-wrap\n"
        '#| msgctxt "was"\n#| msgid "old "\n#| "text"\nmsgctxt "role"\nmsgid "a day"\nmsgid_plural "%d days"\n'
        'msgstr[0] "en dag"\nmsgstr[1] "%d dager"\n'
    )
    assert po.parse(text).catalog.messages[0] == Message(
        msgid="a day",
        msgctxt="role",
        msgid_plural="%d days",
        msgstr=("en dag", "%d dager"),
        comments=("translator",),
        extracted=("extracted",),
        references=("a.c:1 b.c:2", "c.c:3"),
        flags=("fuzzy", "c-format"),
        previous=Previous("was", "old text", None),
    )


def test_a_message_that_goes_obsolete_and_comes_back_keeps_its_comments() -> None:
    text = '# mine\n#. note\n#, c-format\n#= no-wrap\nmsgid "x"\nmsgstr "y"\n'
    document = po.parse(text)
    gone = replace(document.catalog, messages=(replace(document.catalog.messages[0], obsolete=True),))
    there = po.serialize(gone, document)
    assert there == text.replace("msgid", "#~ msgid").replace("msgstr", "#~ msgstr")
    document = po.parse(there)
    back = replace(document.catalog, messages=(replace(document.catalog.messages[0], obsolete=False),))
    assert po.serialize(back, document) == text


def test_a_line_break_in_a_comment_cannot_begin_an_entry() -> None:
    catalog = replace(po.parse("").catalog, messages=(Message(msgid="x", comments=('a\nmsgid "evil"',)),))
    assert [m.msgid for m in po.parse(po.serialize(catalog)).catalog.messages] == ["x"]


BROKEN = {
    "an unterminated string": ('msgid "x"\nmsgstr "y\n', 2, "not closed"),
    "an unescaped quotation mark": ('msgid "x"\nmsgstr "y "z" w"\n', 2, "not escaped"),
    "an unknown escape": ('msgid "x"\nmsgstr "\\q"\n', 2, "not an escape"),
    "a conflict": ('msgid "x"\n<<<<<<< ours\nmsgstr "y"\n=======\nmsgstr "z"\n>>>>>>> theirs\n', 2, "merge conflict"),
    "a conflict between entries": (
        'msgid "x"\nmsgstr "y"\n\n<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n',
        4,
        "merge conflict",
    ),
    "a duplicate": ('msgid "x"\nmsgstr "y"\n\n# c\nmsgid "x"\nmsgstr "z"\n', 5, "stands already on line 1"),
    "a second header": (UTF8 + UTF8, 5, "the header stands already"),
    "no msgstr": ('msgid "x"\n\nmsgid "a"\nmsgstr "b"\n', 3, "has no msgstr"),
    "no msgstr at the end": ('msgid "a"\nmsgstr "b"\n\nmsgid "x"\n', 4, "has no msgstr"),
    "no msgid": ('# c\n\nmsgstr "x"\n', 1, "has no msgid"),
    "a keyword nobody knows": ('msgid "x"\nmsgstr "y"\n\nmsgfoo "z"\n', 4, "expected a keyword"),
    "prose": ("Dear translator,\n", 1, "expected a keyword"),
    "a string alone": ('"x"\n', 1, "expected a keyword"),
    "plural forms missing": ('msgid "x"\nmsgid_plural "xs"\nmsgstr "y"\n', 3, "expected msgstr[0]"),
    "plural forms out of order": ('msgid "x"\nmsgid_plural "xs"\nmsgstr[1] "y"\n', 3, "found msgstr[1]"),
    "half obsolete": ('#~ msgid "x"\nmsgstr "y"\n', 1, "#~"),
    "a comment inside": ('msgid "x"\n# c\nmsgstr "y"\n', 2, "in the middle"),
    "a keyword without a string": ('msgid "x"\nmsgstr\n', 2, "not followed by a string"),
}


@pytest.mark.parametrize(("text", "line", "words"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_named_by_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        _ = po.decode(text.encode()).catalog
    assert caught.value.line == line
    assert words in caught.value.message


@pytest.mark.needs("msgcat")
@pytest.mark.parametrize("text", [text for text, _, _ in BROKEN.values()], ids=BROKEN.keys())
def test_gettext_finds_the_same_files_broken(text: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.po"
    path.write_text(text, encoding="utf-8")
    assert subprocess.run(["msgcat", path], capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xde\x12\x04\x95\0\0\0\0", "binary"),
        ("msgid".encode("utf-16"), "UTF-16"),
        (b'msgid "\xe9"\nmsgstr ""\n', "not valid utf-8"),
        (HEADER.format("KLINGON").encode(), "unknown"),
        (HEADER.format("UTF-16").encode(), "superset of ASCII"),
        (HEADER.format("base64").encode(), "unknown"),
    ],
)
def test_bytes_that_cannot_be_read(data: bytes, words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        po.decode(data)


def test_one_message_is_changed_in_a_file_that_is_broken_elsewhere() -> None:
    text = UTF8 + 'msgid "x"\nmsgstr "y"\n\nmsgid "Avvis"\nmsgstr "Dismiss"\n\n<<<<<<< HEAD\n'
    with pytest.raises(InvalidInputError):
        _ = po.parse(text).catalog
    text = text.replace("<<<<<<< HEAD", 'msgid "broken\n')
    after = po.change_message(text.encode(), MessageKey(None, "Avvis"), lambda m: replace(m, msgstr=("Reject",)))
    assert after.decode() == text.replace("Dismiss", "Reject")


def test_a_message_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(InvalidInputError, match="no message 'Avvis'"):
        po.change_message(UTF8.encode(), MessageKey(None, "Avvis"), lambda m: m)


def test_the_right_one_of_two_contexts_is_changed() -> None:
    text = (
        UTF8 + 'msgctxt "a"\nmsgid "x"\nmsgstr "1"\n\nmsgctxt "b"\n\nmsgid "x"\nmsgstr "2"\n\nmsgid "x"\nmsgstr "3"\n'
    )
    for key, old in ((MessageKey("a", "x"), "1"), (MessageKey("b", "x"), "2"), (MessageKey(None, "x"), "3")):
        after = po.change_message(text.encode(), key, lambda m: replace(m, msgstr=("new",)))
        assert after.decode() == text.replace(f'"{old}"', '"new"')
