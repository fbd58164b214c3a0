"""Every PO file that can be found here, however strange: read, written back, changed in one place.

Set L10N_PO_FILES to a folder of foreign catalogs (gettext's own test cases, a distribution's translations). Without
it, this project's own catalogs serve.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from l10n.formats import po
from l10n.model.message import Message

ROOT = Path(os.environ.get("L10N_PO_FILES", Path(__file__).parents[2] / "catalogs"))
FILES = sorted(path for pattern in ("*.po", "*.pot") for path in islice(ROOT.rglob(pattern), 1000) if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_foreign_file_is_kept_and_changed_in_one_place_only(path: Path) -> None:
    data = path.read_bytes()
    document = po.decode(data)
    assert po.encode(document.catalog, document) == data
    for block in document.entries[1 :: max(1, len(document.entries) // 10)]:
        changed = replace(block.message, msgstr=tuple("changed" for _ in block.message.msgstr), comments=("by us",))
        catalog = replace(
            document.catalog,
            messages=tuple(changed if m is block.message else m for m in document.catalog.messages),
        )
        result = po.serialize(catalog, document)
        assert result.startswith(document.text[: block.start])
        assert result.endswith(document.text[block.end :])


@pytest.mark.needs("msgcat")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_foreign_file_means_to_us_what_it_means_to_msgcat(path: Path) -> None:
    """msgcat rewraps and reorders comments; texts, contexts, flags and previous texts must be the same."""
    done = subprocess.run(["msgcat", "--to-code=UTF-8", path], capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip("msgcat does not read it")
    ours, theirs = po.decode(path.read_bytes()).catalog, po.decode(done.stdout).catalog
    assert [_meaning(m) for m in ours.live if m.msgid] == [_meaning(m) for m in theirs.live if m.msgid]
    # msgcat drops obsolete entries without a text, and moves the others to the end
    gone = [{_meaning(m) for m in catalog.messages if m.obsolete and m.has_text} for catalog in (ours, theirs)]
    assert gone[0] == gone[1]


def _meaning(message: Message) -> object:
    return message.key, message.msgid_plural, message.msgstr, message.is_fuzzy, message.previous, message.obsolete
