"""Finders of what is owed outside the task desk: issues, drafts, approvals, scores, this PC."""
