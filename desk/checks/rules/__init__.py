"""The rules: every module below this package that has a ``RULE`` is in the catalogue."""
