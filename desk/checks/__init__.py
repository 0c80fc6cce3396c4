"""The check engine: a text model, one small file per rule, and what it finds in a draft."""
