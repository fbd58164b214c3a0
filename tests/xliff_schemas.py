"""The schemas of OASIS, to hold exported files against."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from tests.conftest import FIXTURES

FOLDER = FIXTURES / "xliff"


class _Local(etree.Resolver):
    """Finds the schema of the xml: namespace here, wherever a schema says that it is."""

    def resolve(self, url: str, public_id: str, context: Any) -> Any:
        return self.resolve_filename(str(FOLDER / "xml.xsd"), context) if url.endswith("xml.xsd") else None


@cache
def schema(name: str) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    return etree.XMLSchema(etree.parse(FOLDER / name, parser))


def faults(data: bytes) -> list[str]:
    """What the schemas have to say against an XLIFF document, 1.2 or 2.x; empty for a valid one."""
    tree = etree.fromstring(data)
    if tree.get("version") == "1.2":
        schemas, parts = [schema("xliff-core-1.2-strict.xsd")], [[tree]]
    else:
        found = list(tree.iter("{urn:oasis:names:tc:xliff:metadata:2.0}metadata"))
        schemas, parts = [schema("xliff_core_2.0.xsd"), schema("metadata.xsd")], [[tree], found]
    said = []
    for one, elements in zip(schemas, parts, strict=True):
        for element in elements:
            if not one.validate(element):
                said.append(str(one.error_log.last_error))
    return said
