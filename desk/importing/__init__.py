"""Take over the office's tables: units, quotas and old ledgers, from .xlsx and .csv."""
