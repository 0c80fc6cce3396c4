"""Matters (督办事项): what somebody owes by when, each kept whole as one record."""
