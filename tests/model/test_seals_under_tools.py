"""Catalogs go through the tools that translators use: what they did not touch keeps its state, what they did does not.

One message in each state; every tool's output is read back and each message held against its standing before.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from l10n.formats import po
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.message import FUZZY, Message, Previous
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import Standing, State, judged, standing

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
LONG = (
    "Experts from around the world will discuss how strategic materials can be secured, and supply chains protected. "
)
AT = "2026-01-05T10:11Z"


def message(msgid: str, text: str, state: State) -> Message:
    machine = state is State.DRAFT
    return judged(
        Message(msgid=msgid, msgctxt="paragraph", msgstr=(text,)),
        state, by=None if machine else OLA, at=AT, origin=ARGOS if machine else HUMAN,
    )  # fmt: skip


DRAFT = message(LONG + "One.", "Eksperter … En.\nNy linje", State.DRAFT)
EDITED_DRAFT = replace(message(LONG + "Two.", "Eksperter … To.", State.DRAFT), msgstr=("Fagfolk … To.",))
STALE = replace(
    message(LONG + "Three.", "Eksperter … Tre.", State.STALE), previous=Previous("paragraph", LONG + "3.", None)
)
REJECTED = message(LONG + "Four.", "Eksperter … Fire.", State.REJECTED)
TRANSLATED = message(LONG + "Five.", "Eksperter … Fem, «sitert» 70 %.", State.TRANSLATED)
REVIEWED = message(LONG + "Six.", 'Eksperter … Seks, "sitert".\t', State.REVIEWED)
FINAL = message("Short", "Kort", State.FINAL)
NEW = Message(msgid=LONG + "Seven.", msgctxt="paragraph")
PLURAL = judged(
    Message(msgid="a day", msgid_plural="days", msgstr=("en dag", "dager")), State.REVIEWED, by=OLA, at=AT, origin=HUMAN
)
ALL = (DRAFT, EDITED_DRAFT, STALE, REJECTED, TRANSLATED, REVIEWED, FINAL, NEW, PLURAL)
CATALOG = Catalog(header=catalog_header("articles/tokyo", "en", "nb"), messages=ALL)

Pass = Callable[[Path], bytes]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "nb.po"
    path.write_bytes(po.encode(CATALOG))
    return path


def output(*command: str | Path) -> bytes:
    return subprocess.run(command, capture_output=True, check=True).stdout


def template(folder: Path, *messages: Message) -> Path:
    """A template with these sources, as `xgettext` would have written it."""
    path = folder / "new.pot"
    sources = (Message(msgid=m.msgid, msgctxt=m.msgctxt, msgid_plural=m.msgid_plural) for m in messages)
    plain = (replace(m, msgstr=("", "") if m.msgid_plural else ("",)) for m in sources)
    path.write_bytes(po.encode(Catalog(header=CATALOG.header, messages=tuple(plain))))
    return path


def polib_save(path: Path) -> bytes:
    polib.pofile(str(path)).save()
    return path.read_bytes()


UNTOUCHED: dict[str, Pass] = {
    "msgcat": lambda path: output("msgcat", path),
    "msgcat --no-wrap --sort-output": lambda path: output("msgcat", "--no-wrap", "--sort-output", path),
    "msgcat of the same file twice": lambda path: output("msgcat", path, path),
    "msgconv": lambda path: output("msgconv", "--to-code=UTF-8", path),
    "msgattrib": lambda path: output("msgattrib", path),
    "msgmerge, nothing new": lambda path: output("msgmerge", path, template(path.parent, *ALL)),
    "msgmerge --previous, reordered": lambda path: output(
        "msgmerge", "--previous", path, template(path.parent, *ALL[::-1])
    ),
    "polib": polib_save,
    "CRLF": lambda path: path.read_bytes().replace(b"\n", b"\r\n"),
}


def standings(data: bytes) -> dict[str, Standing]:
    return {m.msgid: standing(m) for m in po.decode(data).catalog.live}


@pytest.mark.needs("msgcat", "msgmerge", "msgattrib", "msgconv")
@pytest.mark.parametrize("tool", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_a_tool_that_changes_no_text_changes_no_state(tool: Pass, path: Path) -> None:
    assert standings(tool(path)) == {m.msgid: standing(m) for m in ALL}


@pytest.mark.needs("msgmerge")
@pytest.mark.parametrize("options", [(), ("--previous",), ("--no-fuzzy-matching",)])
def test_msgmerge_takes_no_verdict_along_to_another_source(options: tuple[str, ...], path: Path) -> None:
    """Each source but one gets another last word: msgmerge carries comments, and so our records, to the new text."""
    kept = (REVIEWED, FINAL, PLURAL)
    changed = [replace(m, msgid=m.msgid + " Or not.") for m in ALL if m not in kept]
    merged = standings(output("msgmerge", *options, path, template(path.parent, *changed, *kept)))
    for same in kept:
        assert merged[same.msgid] == standing(same)
    for other in changed:
        now = merged[other.msgid]
        assert not now.is_untouched
        assert now.counted.rank < State.TRANSLATED.rank
        assert not now.is_fresh or now.state is State.NEW


@pytest.mark.needs("msgmerge", "msgattrib")
def test_clearing_the_mark_on_what_msgmerge_carried_reviews_nothing(path: Path) -> None:
    merged = path.with_name("merged.po")
    merged.write_bytes(output("msgmerge", path, template(path.parent, replace(REVIEWED, msgid=LONG + "Sixty-six."))))
    (cleared,) = standings(output("msgattrib", "--clear-fuzzy", "--clear-previous", "--no-obsolete", merged)).values()
    assert cleared.state is State.TRANSLATED
    assert not cleared.is_untouched


@pytest.mark.needs("msgattrib")
def test_msgattrib_set_fuzzy_takes_every_verdict_back(path: Path) -> None:
    for msgid, now in standings(output("msgattrib", "--set-fuzzy", path)).items():
        assert now.state in (State.NEW, State.DRAFT, State.STALE, State.REJECTED), msgid


@pytest.mark.needs("msgattrib")
def test_msgattrib_clear_fuzzy_signs_nothing(path: Path) -> None:
    cleared = standings(output("msgattrib", "--clear-fuzzy", path))
    assert cleared[DRAFT.msgid].state is State.TRANSLATED
    assert cleared[REVIEWED.msgid] == standing(REVIEWED)
    reviewed = {msgid for msgid, now in cleared.items() if now.state.rank >= State.REVIEWED.rank}
    assert reviewed == {m.msgid for m in (REVIEWED, FINAL, PLURAL)}


@pytest.mark.parametrize("edited", [m for m in ALL if m.has_text], ids=lambda m: str(standing(m).state))
def test_an_edit_in_polib_takes_the_state_of_that_message_only(edited: Message, path: Path) -> None:
    catalog = polib.pofile(str(path))
    entry = next(e for e in catalog if e.msgid == edited.msgid)
    if edited.msgid_plural is None:
        entry.msgstr += " Endret."
    else:
        entry.msgstr_plural[1] += " endret"
    if FUZZY in entry.flags:
        entry.flags.remove(FUZZY)
    catalog.save()
    now = standings(path.read_bytes())
    assert now.pop(edited.msgid).state is State.TRANSLATED
    assert now == {m.msgid: standing(m) for m in ALL if m is not edited}


@pytest.mark.needs("msgcat")
def test_two_records_that_msgcat_joined_vouch_for_nothing(path: Path) -> None:
    """msgcat writes the comments of both files above one text."""
    other = path.with_name("other.po")
    other.write_bytes(
        po.encode(replace(CATALOG, messages=(judged(FINAL, State.TRANSLATED, by=OLA, at=AT, origin=HUMAN),)))
    )
    unsigned = path.with_name("unsigned.po")
    torn = replace(FINAL, msgstr=("Annen",), comments=("l10n-state: reviewed",))
    unsigned.write_bytes(po.encode(replace(CATALOG, messages=(torn,))))
    for files in ((other, unsigned), (unsigned, other), (other, path), (path, other)):
        joined = standings(output("msgcat", "--use-first", *files))[FINAL.msgid]
        if files[0] is not path:
            assert joined.state.rank <= State.TRANSLATED.rank
