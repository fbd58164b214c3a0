"""Texts as a table, for people who work in a spreadsheet: CSV and XLSX with the same columns (columns.py)."""
