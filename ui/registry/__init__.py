"""资料: units, groups, quotas, publications and schemes, all editable in the window."""
