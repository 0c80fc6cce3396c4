"""The gallery of charts: drawn off the window's thread, looked at, copied, kept as files."""
