"""Rules about dates (D)."""
