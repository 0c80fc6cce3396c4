"""Schemes as people write them: words, cells, TOML files, names, and what differs."""
