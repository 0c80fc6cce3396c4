"""Charts and tables for the leaders and for Excel."""
