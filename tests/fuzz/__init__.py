"""Hostile input: files broken in a thousand ways, through the program's own readers."""
