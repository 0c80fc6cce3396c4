"""Rules about numbers and quantities (N)."""
