"""The values of templates by topic."""
