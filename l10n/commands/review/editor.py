"""The person's own editor on one translation, in a file that outlives a crash and a cut line."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence

from l10n.commands.review.reading import Place
from l10n.errors import EngineError, InvalidInputError, L10nError, UsageError
from l10n.review_app.desk import message_id
from l10n.workspace import Workspace, files

_BELOW = "# ---- The translation is what stands below this line. ----"
_FORM = "# ---- Plural form {} of {}: ----"
_USUAL = ("editor", "nano", "vim", "vi")


class EditorFile:
    """`.l10n/edits/<locale>-<article>-<id>.<process>.txt`: what an editor saved and no catalog holds yet.

    It is gone once the text is saved, or is what the catalog has. One that a dead process left is found by the next.
    """

    def __init__(self, workspace: Workspace, locale: str, place: Place) -> None:
        self._folder = workspace.root / ".l10n" / "edits"
        self._name = f"{locale}-{place.name}-{message_id(place.key)}"
        self._path = self._folder / f"{self._name}.{os.getpid()}.txt"
        self._workspace = workspace

    @property
    def shown(self) -> str:
        return self._workspace.shown(self._path)

    def unsaved(self, forms: int) -> tuple[str, ...] | None:
        """The text that was written here and could not be saved; None where there is none, or it cannot be read."""
        self._adopt()
        data = files.read_bytes(self._path, self.shown)
        if data is None:
            return None
        with contextlib.suppress(L10nError):
            return _read(data, forms, self.shown)
        return None

    def edit(self, standing: Sequence[str], remarks: Sequence[str]) -> tuple[str, ...] | None:
        """What the person made of the texts that stand there, or of what they could not save before.

        None where they left them as they were. Raises UsageError where there is no editor, EngineError where it
        failed, InvalidInputError for a file that does not hold as many texts; that file is opened again next time.
        """
        unsaved = self.unsaved(len(standing))
        was_left = self._path.exists()
        command = _editor()
        if unsaved or not was_left:  # one that cannot be read is opened as it is
            files.write_atomic(self._path, _written(unsaved or standing, remarks).encode(), self.shown)
        os.utime(self._path, ns=(0, 0))  # so that any save shows, one without a change among them
        code = _run([*command, str(self._path)])
        is_saved = self._path.exists() and self._path.stat().st_mtime_ns > 0
        if not was_left and (code > 0 or not is_saved):
            self.drop()
        if code:  # killed, it may have saved before; the text waits here
            raise EngineError("editor-failed", "The editor ended with code {code}; nothing was changed.", code=code)
        if not is_saved:
            return None
        made = _read(files.read_bytes(self._path, self.shown) or b"", len(standing), self.shown)
        if made == tuple(text.strip("\n") for text in standing):
            self.drop()
            return None
        return made

    def drop(self) -> None:
        """Forget it."""
        self._path.unlink(missing_ok=True)

    def _adopt(self) -> None:
        """Take over what a process that is dead left here."""
        if not self._path.exists():
            for path in sorted(self._folder.glob(f"{self._name}.*.txt")):
                owner = re.fullmatch(r".*\.(\d+)\.txt", path.name)
                if owner and not _is_alive(int(owner[1])):
                    path.replace(self._path)
                    return


def _written(texts: Sequence[str], remarks: Sequence[str]) -> str:
    lines = [f"# {remark}".rstrip() for remark in remarks] + [_BELOW]
    for number, text in enumerate(texts, 1):
        lines += [_FORM.format(number, len(texts))] if len(texts) > 1 else []
        lines.append(text.strip("\n"))
    return "\n".join(lines) + "\n"


def _read(data: bytes, forms: int, shown: str) -> tuple[str, ...]:
    """The texts below the line; where somebody deleted it, what is no comment at the top."""
    lines = [line.rstrip("\r") for line in files.decode_utf8(data, shown).split("\n")]
    if _BELOW in lines:
        lines = lines[lines.index(_BELOW) + 1 :]
    else:
        while lines and (lines[0] == "#" or (lines[0].startswith("# ") and not lines[0].startswith("# ----"))):
            lines.pop(0)
    if forms == 1:
        return ("\n".join(lines).strip("\n"),)
    marks = [_FORM.format(number, forms) for number in range(1, forms + 1)]
    if [line for line in lines if line in marks] != marks:
        raise InvalidInputError(
            "plural-lines-changed",
            "the lines that begin the plural forms are not as they were.",
            path=shown,
            hint="Edit it again (e).",
        )
    places = [*map(lines.index, marks), len(lines)]
    return tuple("\n".join(lines[a + 1 : b]).strip("\n") for a, b in itertools.pairwise(places))


def _editor() -> list[str]:
    """The command of the editor. Raises UsageError where it cannot be run, naming what to set."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or next(filter(shutil.which, _USUAL), "")
    try:
        command = shlex.split(named)
    except ValueError:
        command = []
    if not command or shutil.which(command[0]) is None:
        raise UsageError(
            "no-editor",
            "There is no editor {named!r}." if named else "There is no editor.",
            named=named,
            hint="Name yours: export EDITOR=nano",
        )
    return command


def _run(command: Sequence[str]) -> int:
    with subprocess.Popen(command) as process, _interrupts_left_to_it():  # noqa: S603 - the person's own editor
        return process.wait()


@contextlib.contextmanager
def _interrupts_left_to_it() -> Iterator[None]:
    """Ctrl-C in an editor is the editor's."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
