"""Handover (交接): what the next clerk gets, and how they take the desk over."""
