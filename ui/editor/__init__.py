"""The editor: the original, the text being edited, and what is found in it."""
