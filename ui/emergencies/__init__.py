"""紧急: the window for an emergency, and the tab with all of them."""
