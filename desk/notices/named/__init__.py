"""The names that wordings of letters may use, topic by topic."""
