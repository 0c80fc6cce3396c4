"""Backups: what one is, which are kept, where the second copy goes, how long there is room."""
