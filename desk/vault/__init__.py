"""Secrets: what may be a password, the recovery key, the wrapped key, and sealed files."""
