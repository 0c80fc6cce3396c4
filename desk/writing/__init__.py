"""Aids to writing: find and replace, forms of numbers and dates, what can be inserted."""
