"""约稿: commissions to units, beside the list of them."""
