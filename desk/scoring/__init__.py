"""Scores: facts and a scheme in, ledger lines and a ranking out; pure and exact."""
