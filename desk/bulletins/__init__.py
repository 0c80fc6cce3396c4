"""Bulletins (通报): texts by the office's own wordings, held against the ledger."""
