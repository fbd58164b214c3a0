"""One message after another: a screen, a key, and what the key does, saved before the next screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.commands import session
from l10n.commands.console import clear_screen, one_line, put
from l10n.commands.review.deeds import Deed, Person
from l10n.commands.review.editor import EditorFile
from l10n.commands.review.facts import Facts, gather
from l10n.commands.review.keyboard import END, Keyboard
from l10n.commands.review.keys import ALSO
from l10n.commands.review.queue import Queue
from l10n.commands.review.reading import Place, open_workspace, waiting
from l10n.commands.review.remarks import remarks
from l10n.commands.review.screen import help_screen, message_screen
from l10n.commands.review.sections import View
from l10n.commands.speech import _, marked, told, translated
from l10n.errors import L10nError
from l10n.model.conflict import conflicting_texts, with_theirs
from l10n.model.message import Message
from l10n.model.state import State
from l10n.model.suggestion import taken
from l10n.review_app.writing import MovedError
from l10n.workspace.bookmarks import Bookmarks

if TYPE_CHECKING:
    from l10n.workspace.memory import TranslationMemory


class Sitting:
    """A person, a locale, and the messages that wait there, one of them on the screen."""

    def __init__(
        self, root: Path, person: Person, places: Sequence[Place], queue: Sequence[Place], states: Collection[State]
    ) -> None:
        self._root, self._person, self._places, self._states = root, person, places, states
        self._workspace = open_workspace(root)
        self._bookmarks = Bookmarks.load(self._workspace)
        self._queue = Queue(queue)
        self.deeds: list[Deed] = []
        self.commented: set[Place] = set()
        self.notice = ""
        self._was: Message | None = None
        self._shows_all = False
        self._actions: dict[str, Callable[[Facts, Keyboard], None]] = {
            "a": lambda facts, _: self._judge(facts, State.REVIEWED),
            "t": lambda facts, _: self._judge(facts, State.TRANSLATED),
            "r": self._reject,
            "e": self._edit,
            "c": self._comment,
            "s": lambda facts, _: self._skip(facts),
            "b": lambda facts, _: self._back(),
            "u": lambda facts, _: self._undo(),
            "m": lambda facts, _: self._take_suggestion(facts),
            "o": lambda facts, _: self._take_other(facts),
            "x": lambda facts, _: self._drop(facts),
            "i": lambda facts, _: self._toggle(),
            "?": lambda _, keyboard: self._help(keyboard),
            "1": lambda facts, _: self._take_match(facts, 1),
            "2": lambda facts, _: self._take_match(facts, 2),
            "3": lambda facts, _: self._take_match(facts, 3),
        }

    @property
    def skipped(self) -> int:
        """Messages that were passed over and not come back to."""
        done = {deed.place for deed in self.deeds}
        return len(self._queue.skipped - done)

    def run(self, keyboard: Keyboard) -> None:
        """Go on until nothing is left, or the person has had enough."""
        is_done = False
        while not is_done:
            with session.memory(open_workspace(self._root)) as outside:  # opened anew, it knows what was done here
                deeds = len(self.deeds)
                while not is_done and len(self.deeds) == deeds:
                    is_done = not self._turn(outside, keyboard)

    def _turn(self, outside: TranslationMemory, keyboard: Keyboard) -> bool:
        """Show one message and do what a key says; False when that was the end."""
        if self._queue.is_done:
            return False
        self._workspace = open_workspace(self._root)
        facts = gather(self._workspace, outside, self._person.locale, self._places, self._queue.current)
        if facts is None:
            self.notice = _("A message has left the catalog meanwhile, and is passed over.")
            self._queue.go_on()
            return True
        self._show(facts)
        key = keyboard.key()
        key = ALSO.get(key, key)
        if key in (END, "q"):
            return False
        self._act(facts, key, keyboard)
        return True

    def _show(self, facts: Facts) -> None:
        self._bookmarks.put(facts.place.bookmark(self._person.locale))
        view = View(
            position=self._queue.position,
            notice=self.notice,
            unsaved=self._file(facts).unsaved(len(facts.message.msgstr)),
            was=self._was,
            shows_all=self._shows_all,
        )
        clear_screen()
        for line in message_screen(facts, view):
            put(line)
        self.notice, self._was = "", None

    def _act(self, facts: Facts, key: str, keyboard: Keyboard) -> None:
        """Do what the key says. Whatever stands in the way is said, and nothing is lost."""
        action = self._actions.get(key)
        if key in ("\r", "\n"):
            return  # out of habit, after a key
        if action is None:
            self.notice = _("{key} does nothing here; ? explains the keys.", key=_name(key))
            return
        try:
            action(facts, keyboard)
        except MovedError:
            self._was = facts.message
            self.notice = _("Someone else has changed this message meanwhile: this is how it stands now.")
        except L10nError as fault:
            self.notice = " ".join(told(fault)).strip()

    def _judge(self, facts: Facts, state: State, why: str = "") -> None:
        done = self._person.verdict(self._workspace, facts.place, facts.message, state, why)
        self._keep(done, marked("{what}: {text}; u takes it back."))
        if isinstance(done, Deed):
            self._go_on()

    def _reject(self, facts: Facts, keyboard: Keyboard) -> None:
        if not facts.message.has_text:
            self.notice = _("There is no text to reject.")
        elif why := (keyboard.line("Why? (Enter alone rejects nothing; so does Esc, then Enter) ") or "").strip():
            self._judge(facts, State.REJECTED, why)
        else:
            self.notice = _("Nothing was rejected: it needs a reason.")

    def _edit(self, facts: Facts, keyboard: Keyboard) -> None:
        file = self._file(facts)
        with keyboard.lent():
            texts = file.edit(facts.message.msgstr, remarks(facts))
        if texts is None:
            self.notice = _("Nothing was changed.")
            return
        done = self._person.edit(self._workspace, facts.place, facts.message, texts)
        file.drop()
        self._keep(done, marked("Edited and signed as translated; a approves it, u takes it back."))

    def _comment(self, facts: Facts, keyboard: Keyboard) -> None:
        text = (keyboard.line("Comment: ") or "").strip()
        if not text:
            self.notice = _("Nothing was said.")
            return
        self._person.comment(self._workspace, facts.place, facts.message, text)
        self.commented.add(facts.place)
        self.notice = _("Your comment is saved.")

    def _skip(self, facts: Facts) -> None:
        if all(deed.place != facts.place for deed in self.deeds):
            self._queue.put_off()
        self._go_on()

    def _back(self) -> None:
        if not self._queue.go_back():
            self.notice = _("This is the first.")

    def _undo(self) -> None:
        if not self.deeds:
            self.notice = _("There is nothing to undo in this sitting.")
            return
        deed = self.deeds[-1]
        self._person.undo(self._workspace, deed)
        self.deeds.pop()
        self._queue.go_to(deed.place)
        self.notice = _("Taken back: it is no longer {what}.", what=translated(deed.what))

    def _take_suggestion(self, facts: Facts) -> None:
        if facts.knowledge.suggestion is None:
            self.notice = _("The machine suggests nothing here.")
            return
        self._keep(self._person.take(self._workspace, facts.place, facts.message, taken), _TAKEN)

    def _take_other(self, facts: Facts) -> None:
        if len(conflicting_texts(facts.message)) != 1:
            self.notice = _("There is not one other text to take here.")
            return
        self._keep(
            self._person.take(self._workspace, facts.place, facts.message, with_theirs),
            marked("Taken as they wrote it; a approves it, u takes it back."),
        )

    def _take_match(self, facts: Facts, number: int) -> None:
        if number > len(facts.matches):
            self.notice = _("The memory has no match {number} here.", number=number)
            return
        unit = facts.matches[number - 1].unit
        self._keep(self._person.take_match(self._workspace, facts.place, facts.message, unit), _TAKEN)

    def _drop(self, facts: Facts) -> None:
        self._file(facts).drop()
        self.notice = _("What was not saved is dropped.")

    def _toggle(self) -> None:
        self._shows_all = not self._shows_all

    def _help(self, keyboard: Keyboard) -> None:
        clear_screen()
        for line in help_screen():
            put(line)
        keyboard.key()

    def _keep(self, done: Deed | str, said: str) -> None:
        """Remember a deed, so that it can be undone; or say why it was not done."""
        if isinstance(done, Deed):
            self.deeds.append(done)
            self.notice = _(said, what=translated(done.what).capitalize(), text=one_line(done.after.text, 30))
        else:
            self.notice = _("Nothing was changed: {done}", done=done)

    def _go_on(self) -> None:
        """To the next one that still waits: somebody else may have been there."""
        workspace = open_workspace(self._root)
        self._queue.go_on()
        while not self._queue.is_done:
            if waiting(workspace, self._person.locale, [self._queue.current], self._states):
                return
            self._queue.go_on()

    def _file(self, facts: Facts) -> EditorFile:
        return EditorFile(self._workspace, self._person.locale, facts.place)


_TAKEN = marked("Taken as a draft; a approves it, e edits it, u takes it back.")


def _name(key: str) -> str:
    if not key.isprintable():
        return _("This key")
    return _("{key} (a capital)", key=key) if key.isupper() else f"“{key}”"
