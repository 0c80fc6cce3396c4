"""交接: hand the desk over, and take it over."""
