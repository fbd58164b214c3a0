"""Checks: what may be wrong with a translation, one check a file."""
