"""评先: windows for the plan and for those the figures do not know."""
