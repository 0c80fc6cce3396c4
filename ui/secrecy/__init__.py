"""The window's part in secrecy: carrying out, the screen's guard, the tab 保密."""
