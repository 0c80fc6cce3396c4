"""The people of the desk."""

from typing import Protocol

from desk.people import Person


class People(Protocol):
    """The people of the desk, in their order."""

    def all(self) -> list[Person]:
        """Everybody by position, those no longer active too."""

    def save(self, person: Person) -> Person:
        """Add (id 0) or change a person; raises NotAllowedError for a name that is taken."""
