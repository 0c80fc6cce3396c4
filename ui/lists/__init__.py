"""Lists: one view and two models, one for rows in memory, one for rows in the store."""
