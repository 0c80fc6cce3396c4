"""Wire the desk, its store and its window together."""
