"""Everything that may come before the main window: warnings, passwords, rescue, a first start."""
