"""Readers: what a page, a capture or a Markdown file says, as an article."""
