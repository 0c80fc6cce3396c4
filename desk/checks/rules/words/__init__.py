"""Rules about wrong words and characters (W)."""
