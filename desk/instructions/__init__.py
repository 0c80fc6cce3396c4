"""Instructions (批示): what a leader wrote on an item, who acts on it by when, what came of it."""
