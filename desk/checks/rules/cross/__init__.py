"""Rules that compare a draft with itself and with what the office already has."""
