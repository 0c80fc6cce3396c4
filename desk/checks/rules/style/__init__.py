"""Rules about style (S)."""
