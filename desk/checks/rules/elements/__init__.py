"""Rules about the elements of a draft (E)."""
