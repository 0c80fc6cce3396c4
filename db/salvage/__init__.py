"""Save from a damaged store what can still be read."""
