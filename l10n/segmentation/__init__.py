"""Articles into messages and sentences, and back."""
