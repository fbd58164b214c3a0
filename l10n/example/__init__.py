"""The page of the tutorial: as it was captured, and its texts as a translator sent them, with one fault to find."""
