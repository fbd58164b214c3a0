"""Readers: what a page, a capture or a Markdown file says, as an article.

Each is a function `read(text, options) -> Reading`, text in and model out (model/reading.py says what a reading is).
It raises InvalidInputError for text without an article.
"""
