"""Text to model and back: no paths, no clocks."""
