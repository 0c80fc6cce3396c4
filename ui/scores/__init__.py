"""The 考核 page: quota board, ledger lines, bullet chart."""
