"""Slides for a meeting: charts, tables and words on pages of a screen's shape."""
