"""Rules about titles (T)."""
