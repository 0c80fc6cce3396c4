"""Rules about the form of a draft (F)."""
