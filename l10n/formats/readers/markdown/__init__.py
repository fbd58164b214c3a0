"""Markdown as articles, both as we write it ourselves and as people bring it."""
