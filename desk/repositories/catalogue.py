"""Publications and schemes."""

from typing import Protocol

from desk.publications import Publication
from desk.scoring.scheme import Scheme


class Catalogue(Protocol):
    """Publications and schemes."""

    def publications(self) -> list[Publication]:
        """All publications with their sections by position, in the order they were added."""

    def save_publication(self, publication: Publication) -> Publication:
        """Add (id 0) or change a publication and its sections (section id 0 is new)."""

    def schemes(self) -> list[Scheme]:
        """All schemes, the oldest first."""

    def save_scheme(self, scheme: Scheme) -> Scheme:
        """Add (id 0) or change a scheme; its clauses come back table by table."""

    def delete_scheme(self, scheme_id: int) -> None:
        """Remove a scheme."""

    def delete_publication(self, publication_id: int) -> None:
        """Remove a publication that nothing names; raises NotAllowedError."""
