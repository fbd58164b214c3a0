"""`l10n review` on a real terminal: what each key does to the files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.model.catalog import Catalog
from l10n.model.conflict import with_conflict
from l10n.model.message import Message, Previous
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, standing
from l10n.model.suggestion import Suggestion, with_suggestion
from l10n.workspace import Workspace
from tests import program
from tests.commands.review.conftest import FERRIES, LEAD, MAYOR, TITLE, Editor, ledger, messages, states
from tests.terminal import Terminal

KARI = Actor(name="Kari", email="kari@example.org")


def test_approving_goes_on_and_is_on_the_disk_at_once(harbour: Path) -> None:
    with Terminal("review", "nb", "harbour", cwd=harbour) as terminal:
        first = terminal.until()
        assert "nb · harbour · title" in first
        assert "1 of 4 · 21 words left" in first
        second = terminal.press("a")
        assert "2 of 4 · 17 words left" in second
        assert "Approved: Havnen åpner etter uværet" in second
        assert states(harbour)[TITLE] is State.REVIEWED
        terminal.press("a")
        code, out = terminal.end("q")
    assert code == 0
    assert "2 approved." in out
    assert "55 % of this is a machine's text, unmodified (5 of 9 tokens)." in out
    assert "Next: l10n review nb harbour  (2 messages left)" in out
    assert [(line["state"], line["by"]) for line in ledger(harbour)] == [
        ("reviewed", "Ola Nordmann <ola@example.org>")
    ] * 2


def test_an_edit_becomes_the_translation_and_is_shown_with_its_findings(
    harbour: Path, editor: Editor, tmp_path: Path
) -> None:
    env = editor("""sed -i 's/^To ferger.*$/To ferger gikk klokken 13 den 4. mai./' "$1" """)
    with Terminal("review", "nb", "harbour", cwd=harbour, env=env) as terminal:
        terminal.until()
        terminal.press("ss")
        terminal.until()
        shown = terminal.press("e")
        assert "3 of 4" in shown
        assert "Edited and signed as translated; a approves it" in shown
        assert "check    " in shown
        assert "translated, from human" in shown
        _code, out = terminal.end("q")
    assert "1 edited, 2 skipped." in out
    assert messages(harbour)[FERRIES].msgstr == ("To ferger gikk klokken 13 den 4. mai.",)
    assert states(harbour)[FERRIES] is State.TRANSLATED
    opened = (tmp_path / "opened.txt").read_text(encoding="utf-8")
    assert "# en       Two ferries left at noon." in opened
    assert opened.endswith("\nTo ferger gikk klokken tolv.\n")
    assert list((harbour / ".l10n/edits").iterdir()) == []


def test_a_file_without_our_lines_is_the_translation(harbour: Path, editor: Editor) -> None:
    with Terminal("review", "nb", cwd=harbour, env=editor("""printf '#havn er åpen\\n' > "$1" """)) as terminal:
        terminal.until()
        terminal.press("e")
    assert messages(harbour)[TITLE].text == "#havn er åpen"


def test_every_plural_form_has_its_own_lines(harbour: Path, catalog_file: Path, editor: Editor) -> None:
    plural = '\nmsgctxt "label"\nmsgid "{n} ferry"\nmsgid_plural "{n} ferries"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    catalog_file.write_text(catalog_file.read_text(encoding="utf-8") + plural, encoding="utf-8")
    env = editor("""sed -i -e '/form 1 of 2/,/form 2/s/^$/{n} ferge/' -e '/form 2 of 2/,$s/^$/{n} ferger/' "$1" """)
    with Terminal("review", "nb", cwd=harbour, env=env) as terminal:
        terminal.until()
        for _ in range(4):
            shown = terminal.press("s")
        assert "{n} ferries" in shown
        assert "Edited and signed" in terminal.press("e")
    assert messages(harbour)[-1].msgstr == ("{n} ferge", "{n} ferger")


def test_a_file_whose_forms_cannot_be_told_apart_waits_to_be_mended(
    harbour: Path, catalog_file: Path, editor: Editor
) -> None:
    plural = '\nmsgctxt "label"\nmsgid "{n} ferry"\nmsgid_plural "{n} ferries"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    catalog_file.write_text(catalog_file.read_text(encoding="utf-8") + plural, encoding="utf-8")
    with Terminal(
        "review", "nb", cwd=harbour, env=editor("""echo Alt i ett >> "$1"; sed -i /form/d "$1" """)
    ) as terminal:
        terminal.until()
        for _ in range(4):
            terminal.press("s")
        for _ in range(2):
            assert "plural forms are not as they were" in " ".join(terminal.press("e").split())
    assert messages(harbour)[-1].msgstr == ("a", "b")
    (kept,) = (harbour / ".l10n/edits").iterdir()
    assert kept.read_text(encoding="utf-8").endswith("a\nb\nAlt i ett\nAlt i ett\n")


@pytest.mark.parametrize("script", ["true", "exit 3", 'touch "$1"', 'echo Nei >> "$1"; exit 1', 'rm "$1"'])
def test_an_editor_that_fails_or_changes_nothing_leaves_every_byte(
    harbour: Path, catalog_file: Path, editor: Editor, script: str
) -> None:
    before = catalog_file.read_bytes()
    with Terminal("review", "nb", cwd=harbour, env=editor(script)) as terminal:
        terminal.until()
        shown = terminal.press("e")
        assert "othing was changed" in shown
        assert "1 of 4" in shown
        assert "Nothing was changed." in terminal.end("q")[1]
    assert catalog_file.read_bytes() == before
    assert ledger(harbour) == []
    assert list((harbour / ".l10n/edits").iterdir()) == []


def test_no_editor_is_said_in_words(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour, env={"VISUAL": "", "EDITOR": "nonsense-editor"}) as terminal:
        terminal.until()
        assert "There is no editor 'nonsense-editor'. Name yours" in terminal.press("e")


def test_a_rejection_asks_for_its_reason_and_without_one_nothing_happens(harbour: Path, catalog_file: Path) -> None:
    before = catalog_file.read_bytes()
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("r", until="Why?")
        assert "Nothing was rejected" in terminal.press("\n")
        terminal.press("r", until="Why?")
        assert "Nothing was rejected" in terminal.press("On second thought\x1b\n")
        assert catalog_file.read_bytes() == before
        terminal.press("r", until="Why?")
        assert "Rejected: Havnen" in terminal.press("Feil ærend\n")
        assert "Feil ærend" in terminal.press("b")
    assert states(harbour)[TITLE] is State.REJECTED
    assert ledger(harbour)[-1]["why"] == "Feil ærend"


def test_undo_brings_every_byte_back_and_the_ledger_says_so(harbour: Path, catalog_file: Path, editor: Editor) -> None:
    wrapped = catalog_file.read_text(encoding="utf-8").replace(
        'msgstr "To ferger gikk klokken tolv."', 'msgstr ""\n"To ferger gikk "\n"klokken tolv."'
    )
    catalog_file.write_text(wrapped, encoding="utf-8")
    env = editor("""echo Noe annet > "$1" """)
    with Terminal("review", "nb", cwd=harbour, env=env) as terminal:
        terminal.until()
        assert "nothing to undo" in terminal.press("u")
        terminal.press("a")
        for _ in range(2):
            shown = terminal.press("s")
        assert "mayor" in shown
        assert "To ferger" in terminal.press("b")
        assert "Edited and signed" in terminal.press("e")
        assert "no longer edited" in terminal.press("u")
        shown = terminal.press("u")
        assert "no longer approved" in shown
        assert "1 of 4" in shown
        terminal.end("q")
    assert catalog_file.read_text(encoding="utf-8") == wrapped
    assert [(line["state"], line.get("taken_back", False)) for line in ledger(harbour)] == [
        ("reviewed", False), ("translated", False), ("translated", True), ("reviewed", True),
    ]  # fmt: skip
    told = program.run("log", "title", "-l", "nb", cwd=harbour)[1].decode()
    assert "taken back  Ola Nordmann <ola@example.org>: reviewed" in told


def test_undo_leaves_what_others_wrote_meanwhile(harbour: Path, catalog_file: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("a")
        text = catalog_file.read_text(encoding="utf-8").replace("klokken tolv", "klokka tolv")
        catalog_file.write_text(text, encoding="utf-8")
        assert "no longer approved" in terminal.press("u")
        terminal.press("a")
        text = catalog_file.read_text(encoding="utf-8").replace("Havnen åpner", "Hamna åpner")
        catalog_file.write_text(text, encoding="utf-8")
        assert "Someone else has changed this message" in terminal.press("u")
    assert [message.text for message in messages(harbour)][:3] == [
        "Hamna åpner etter uværet", "Havnen i Bergen åpnet mandag.", "To ferger gikk klokka tolv.",
    ]  # fmt: skip


def test_it_goes_on_where_it_stopped_and_comes_back_to_what_was_skipped(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("s")
        assert "· paragraph" in terminal.press("a")
        terminal.end("q")
    with Terminal("review", "nb", cwd=harbour) as terminal:
        assert "Two ferries" in terminal.until()
        assert "mayor" in terminal.press("a")
        assert "· title" in terminal.press("s")
        shown = terminal.press("a")
        assert "skipped before · 5 words left" in shown
        assert "mayor" in shown
        code, out = terminal.end("s")
    assert (code, "2 approved, 1 skipped." in out) == (0, True)
    assert states(harbour) == [State.REVIEWED] * 3 + [State.NEW]


def test_a_kill_loses_nothing_and_the_next_run_begins_after_it(harbour: Path, editor: Editor, tmp_path: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("a")
        terminal.process.kill()
        terminal.process.wait()
    assert states(harbour)[TITLE] is State.REVIEWED
    # killed while the editor is open, after it has saved
    env = editor(f"""echo Halvferdig > "$1"; touch "{tmp_path}/saved"; exec sleep 60""")
    with Terminal("review", "nb", cwd=harbour, env=env) as terminal:
        assert "· lead" in terminal.until()
        terminal.press("e", until="")
        while not (tmp_path / "saved").exists():
            pass
        terminal.process.kill()
        terminal.process.wait()
    with Terminal("review", "nb", cwd=harbour, env=editor("""sed -i s/Halvferdig/Ferdig/ "$1" """)) as terminal:
        shown = terminal.until()
        assert "· lead" in shown
        assert "yours" in shown
        assert "{+Halvferdig+}" in shown
        assert "Edited and signed" in terminal.press("e")
    assert messages(harbour)[LEAD].text == "Ferdig"


def test_what_moved_on_the_disk_is_not_overwritten_and_both_texts_are_shown(
    harbour: Path, catalog_file: Path, editor: Editor
) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        text = catalog_file.read_text(encoding="utf-8").replace("etter uværet", "igjen")
        catalog_file.write_text(text, encoding="utf-8")
        shown = terminal.press("a")
        assert "Someone else has changed this message meanwhile" in shown
        assert "Havnen åpner [-etter uværet-]{+igjen+}" in shown
        assert catalog_file.read_text(encoding="utf-8") == text
        assert "Approved: Havnen åpner igjen" in terminal.press("a")
    # somebody saves while the editor is open
    env = editor(f"""sed -i 's/åpnet mandag/åpnet i dag/' "{catalog_file}"; sed -i 's/^Havnen i.*/Min tekst/' "$1" """)
    with Terminal("review", "nb", cwd=harbour, env=env) as terminal:
        assert "· lead" in terminal.until()
        shown = terminal.press("e")
        assert "Someone else has changed" in shown
        assert "{+Min tekst+}" in shown
        assert "not saved yet" in shown
        assert "x drop" in shown
        assert messages(harbour)[LEAD].text == "Havnen i Bergen åpnet i dag."
        assert "Edited and signed" in terminal.press("e")
    assert messages(harbour)[LEAD].text == "Min tekst"


def test_four_eyes_refuse_in_words_and_a_translation_may_be_signed(harbour: Path) -> None:
    with (harbour / "l10n.toml").open("a", encoding="utf-8") as file:
        file.write("\n[review]\nfour_eyes = true\n")
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        assert "Signed: Havnen" in terminal.press("t")
        terminal.press("b")
        assert "wants a second pair of eyes" in " ".join(terminal.press("a").split())
        assert states(harbour)[TITLE] is State.TRANSLATED
        terminal.press("u")
        assert "Approved" in terminal.press("a")
    assert states(harbour)[TITLE] is State.REVIEWED


def test_a_text_that_is_not_there_cannot_be_approved(harbour: Path, catalog_file: Path) -> None:
    before = catalog_file.read_bytes()
    with Terminal("review", "nb", "--state", "new", cwd=harbour) as terminal:
        assert "1 of 1" in terminal.until()
        assert "it has no translation yet" in terminal.press("a")
    assert catalog_file.read_bytes() == before


def test_a_comment_is_kept_and_shown(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("c", until="Comment: ")
        shown = terminal.press("Heter det uvær?\n")
        assert "Heter det uvær?" in " ".join(shown.split("said", 1)[1].split())
        assert "1 of 4" in shown
        terminal.press("c", until="Comment: ")
        assert "Nothing was said." in terminal.press("Let it be\x1b\n")
        assert "1 commented on." in terminal.end("q")[1]
    (line,) = (harbour / "catalogs/nb/comments.jsonl").read_text(encoding="utf-8").splitlines()
    assert (json.loads(line)["text"], json.loads(line)["context"]) == ("Heter det uvær?", "title")


def save(project: Path, *changed: Message) -> None:
    workspace = Workspace(project)
    catalog = workspace.load_catalog("nb", "articles/harbour")
    assert catalog is not None
    workspace.save_catalog("nb", "articles/harbour", catalog.with_messages(changed))


def test_a_suggestion_is_taken_as_a_draft_and_approved(harbour: Path) -> None:
    stale = replace(messages(harbour)[FERRIES], previous=Previous("paragraph", "Two ferries left at ten."))
    stale = judged(stale, State.STALE, by=None, at="", origin=HUMAN)
    machine = Origin(engine="argos", model="en_nb", version="1.9")
    save(harbour, with_suggestion(stale, Suggestion(texts=("To ferger gikk ved middagstid.",), origin=machine)))
    with Terminal("review", "nb", "--state", "stale", cwd=harbour) as terminal:
        shown = terminal.until()
        assert "Two ferries left at [-ten-]{+noon+}." in shown
        assert "[-klokken tolv-]{+ved middagstid+}" in shown
        assert "m machine" in shown
        shown = terminal.press("m")
        assert "draft, from argos en_nb 1.9, 100 % of it the machine's" in shown
        assert "1 taken, 1 approved." in terminal.end("a")[1].replace("1 approved, 1 taken", "1 taken, 1 approved")
    assert messages(harbour)[FERRIES].text == "To ferger gikk ved middagstid."
    assert standing(messages(harbour)[FERRIES]).origin == machine


def test_a_memory_match_is_taken_by_its_number(harbour: Path) -> None:
    told = Message(msgctxt="paragraph", msgid="The mayor thanked the crew.", msgstr=("Ordføreren takket mannskapet.",))
    (harbour / "articles/other.md").write_text("---\ntitle: A\n---\n\nThe mayor thanked the crew.\n", encoding="utf-8")
    known = judged(told, State.REVIEWED, by=KARI, at="2026-11-01T10:10Z", origin=HUMAN)
    Workspace(harbour).save_catalog("nb", "articles/other", Catalog(messages=(known,)))
    with Terminal("review", "nb", "harbour", "--state", "new", cwd=harbour) as terminal:
        shown = terminal.until()
        assert "reviewed, from human, catalogs/nb/articles/other.po" in shown
        assert "Ordføreren takket mannskapet.  for: " in shown
        assert "[-crew-]{+crews+}" in shown
        assert "no match 2" in terminal.press("2")
        assert "draft, from memory" in terminal.press("1")
        assert "Taken back" in terminal.press("u")
        assert states(harbour)[MAYOR] is State.NEW
        terminal.press("1")
    assert messages(harbour)[MAYOR].text == "Ordføreren takket mannskapet."
    assert states(harbour)[MAYOR] is State.DRAFT


def test_the_other_text_of_a_conflict_is_taken(harbour: Path) -> None:
    ours = messages(harbour)[TITLE]
    theirs = judged(replace(ours, msgstr=("Karis tittel",)), State.TRANSLATED, by=KARI, at="2026-01-05", origin=HUMAN)
    save(harbour, with_conflict(ours, theirs))
    with Terminal("review", "nb", cwd=harbour) as terminal:
        shown = terminal.until()
        assert "{+Karis tittel+}" in shown
        assert "o other" in shown
        assert "Taken as they wrote it" in terminal.press("o")
    assert (messages(harbour)[TITLE].text, states(harbour)[TITLE]) == ("Karis tittel", State.TRANSLATED)


def test_what_the_source_no_longer_has_is_passed_over(harbour: Path, catalog_file: Path) -> None:
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        text = catalog_file.read_text(encoding="utf-8").replace("The harbour of Bergen opened", "The port opened")
        catalog_file.write_text(text, encoding="utf-8")
        assert "Two ferries" in terminal.press("a")


def test_what_was_approved_a_minute_ago_is_known_to_the_memory(harbour: Path, catalog_file: Path) -> None:
    again = '\nmsgctxt "caption"\nmsgid "Two ferries left at noon!"\nmsgstr ""\n'
    catalog_file.write_text(catalog_file.read_text(encoding="utf-8") + again, encoding="utf-8")
    with Terminal("review", "nb", cwd=harbour) as terminal:
        terminal.until()
        terminal.press("s")
        assert "Two ferries" in terminal.press("s")
        terminal.press("a")
        assert "reviewed, catalogs/nb/articles/harbour.po" in terminal.press("s")


def test_an_editor_that_fails_changes_nothing(harbour: Path) -> None:
    with Terminal("review", "nb", cwd=harbour, env={"VISUAL": "", "EDITOR": "false"}) as terminal:
        terminal.until()
        assert "The editor ended with code 1; nothing was changed." in " ".join(terminal.press("e").split())
