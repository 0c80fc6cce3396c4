"""检索: every draft by any word, with what narrows the hits and where they stand."""
