"""Letters to units: receipts and feedback, beside the work."""
