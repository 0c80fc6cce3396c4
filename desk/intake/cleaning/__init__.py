"""Clean what came in: one module per step, run in the order that clean.py lists them."""
