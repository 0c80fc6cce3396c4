"""The 设置 page."""
