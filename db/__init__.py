"""The store behind desk.store: SQLAlchemy on an encrypted SQLite file."""
