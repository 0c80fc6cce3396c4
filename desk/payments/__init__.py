"""Fees (稿酬) of items: proposed by length and place, confirmed by a person, paid by sheets."""
