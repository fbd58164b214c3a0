"""Machine translation engines: one contract, one engine a file."""
