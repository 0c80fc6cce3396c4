"""Upward reporting (上报): what was sent to which upper carrier, and what became of it."""
