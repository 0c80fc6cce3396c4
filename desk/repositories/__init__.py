"""What the use cases ask of a database, one protocol a file; lists come in the order named."""
