"""Web pages, and the hypertext that Word, WPS, QQ and browsers put on the clipboard."""
