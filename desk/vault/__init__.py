"""The password of the store: what may be one, the recovery key, and how the key is wrapped."""
