"""Text of others in a pull request comment: shown as it stands, and never obeyed.

A comment is read twice: as Markdown, and then by the site, which turns @names, #numbers, addresses and the like into
links and calls people. So texts stand inside HTML blocks, where nothing is Markdown, and an invisible character
(U+200B) parts what the site would act upon. Sources: GitHub Flavored Markdown 4.6 (HTML blocks) and 6.9 (autolinks);
GitHub Docs, "Autolinked references and URLs"; GitLab Docs, "GitLab Flavored Markdown" and "Quick actions".
"""

from __future__ import annotations

import html
import re

from l10n.segmentation.printable import printable

_PART = "\u200b"
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_ACTED_UPON = re.compile(
    r"@(?=[\w-])"  # a person or a team
    r"|[#!$%~&^*](?=[\w\"])"  # an issue, a merge request, a snippet, a milestone, a label, an epic, an alert
    r"|\bGH(?=-\d)"
    r"|:(?=[\w+-]+:)"  # an emoji
    r"|:(?=//)|\b[wW]{3}(?=\.)"  # an address
    r"|\[(?=\[|[\w-]+:\S)"  # [[a page or a picture]], [issue:1]
)


def escaped(text: str) -> str:
    """The text for an HTML block of a comment: on one line, because a blank one would end the block."""
    line = printable(_BLANKS.sub(" ", text.replace("\n", " ⏎ ")))
    return html.escape(_ACTED_UPON.sub(lambda match: match[0] + _PART, line))
