"""Writes docs/reference/errors.md: every error, what it says, what has happened and what to do. Run by `make docs`."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from l10n import errors as kinds
from l10n.commands.explain import explanations

PAGE = Path(__file__).parent / "reference" / "errors.md"
_HEAD = """\
# Errors

Each error ends with an id in brackets. `l10n explain ID` shows its entry. The exit code says of which kind it is: \
1 findings or a gate, 2 usage, 3 project or input invalid, 4 engine or program missing, 5 conflict.

"""


def page() -> str:
    """The page, made from the code's sentences and l10n/commands/explained.toml."""
    raised = runpy.run_path(str(Path(__file__).with_name("own_words.py")))["errors"]()
    entries = []
    for name, entry in sorted(explanations().items()):
        sentences = dict.fromkeys(sentence for _, sentence in raised.get(name, ()) if sentence)
        codes = sorted({_exit_code(kind) for kind, _ in raised.get(name, ())})
        said = "".join(f"- {_shown(sentence)}\n" for sentence in sentences)
        code = ", ".join(str(code) for code in codes)
        told = f"{entry['what']}\n\n**What to do:** {entry['todo']}"
        entries.append(f"## {name}\n\nExit code {code}.\n\n{said}\n{told}\n")
    return _HEAD + "\n".join(entries)


def _shown(sentence: str) -> str:
    """The sentence as Markdown, with what it names in italics: There is no article *slug*."""
    one_line = " ".join(sentence.split()).replace("*", "\\*").replace("<", "&lt;")
    return re.sub(r"\{(\w+)[^}]*\}", lambda place: f"*{place[1].replace('_', ' ')}*", one_line)


def _exit_code(kind: str) -> int:
    kind = {"TooLargeError": "InvalidInputError", "RefusedError": "L10nError"}.get(kind, kind)  # the review page's
    code: int = getattr(kinds, kind).exit_code
    return code


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
