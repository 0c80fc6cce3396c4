"""The window: Qt and the desk, no SQL."""
