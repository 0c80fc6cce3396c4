"""The window's editor of schemes (计分办法)."""
