"""口令与锁定: the password of the store, and the lock of the window."""
