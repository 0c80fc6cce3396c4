"""Bulletins (通报): edited, held against the ledger, seen as pages, frozen."""
