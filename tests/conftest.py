"""Shared by all tests: no screen, a real store in a temporary folder, a fixed clock."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
