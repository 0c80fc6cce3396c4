"""Timeliness (时效): days off as they are announced, limits, and how soon things were done."""
