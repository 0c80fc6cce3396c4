"""Rules about punctuation marks (P)."""
