"""Reconciliation (对账): what was printed, received and imported against what the ledger holds."""
