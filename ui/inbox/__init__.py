"""来稿: the list of drafts, what one holds, and the door they come in by."""
