"""The nouns: frozen dataclasses that know nothing of disks, clocks or terminals."""
