"""Findings as other programs read them, one format a file, each within its reader's limits.

All take findings in the order of importance and write text piece by piece.
"""
