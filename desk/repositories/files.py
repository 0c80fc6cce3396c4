"""Bytes by their SHA-256: originals, pictures, frozen issues."""

from typing import Protocol


class Files(Protocol):
    """Bytes by their SHA-256: originals, pictures, frozen issues."""

    def put(self, data: bytes, name: str) -> str:
        """Keep bytes; returns their SHA-256 in hex. Keeping the same bytes twice is free."""

    def get(self, digest: str) -> bytes:
        """The bytes; raises NotFoundError."""

    def has(self, digest: str) -> bool:
        """Whether these bytes are kept."""
