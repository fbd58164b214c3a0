"""The project with one article is the one that the commands are tested on."""

from tests.commands.conftest import catalog_file, harbour

__all__ = ["catalog_file", "harbour"]
