"""The manual, opened with F1 at the page the clerk is on."""
