"""What the rows of old ledgers mean, and what they book."""
