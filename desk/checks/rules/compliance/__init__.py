"""Rules about secrecy, privacy and prescribed wording (C)."""
