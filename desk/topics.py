"""Topics (选题): what the desk wants to hear of, as tags on drafts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic by its name."""

    name: str
    position: int = 0
    active: bool = True
