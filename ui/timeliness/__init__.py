"""The 时效 tab: how soon units sent, and how long the desk's own steps took."""
