"""Rules about names (O)."""
