"""XML that is written for others to read: feeds and the sitemap."""

from __future__ import annotations

import re
from typing import Any

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no way to write (section 2.2)."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    """A new element at the end of another."""
    from lxml import etree

    element = etree.SubElement(parent, name, {key: _writable(value) for key, value in attributes.items()})
    element.text = _writable(text) or None
    return element


def serialize(root: Any) -> str:
    """The document, indented: the same elements are the same text."""
    from lxml import etree

    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + str(etree.tostring(root, encoding="unicode")) + "\n"


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)
