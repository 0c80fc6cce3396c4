"""督办: the task desk, who owes what by when."""
