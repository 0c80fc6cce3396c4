"""Commissions (约稿): topics given to units, with a day to answer by."""
