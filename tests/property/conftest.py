"""Hypothesis on a machine that does other work too: no example is a failure for being slow."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
