"""What is being typed of a new emergency, so that a power cut loses nothing of it."""

from dataclasses import dataclass

from desk.auditing import By
from desk.emergencies.emergency import Emergency
from desk.store import Store


@dataclass(frozen=True, slots=True)
class EmergencySketch:
    """It, with its title and text where they were changed by hand; None: nothing is begun."""

    one: Emergency | None = None
    title: str = ""
    text: str = ""


def keep_sketch(store: Store, sketch: EmergencySketch, *, by: By) -> None:
    """Keep what is typed until now; it is nothing that anybody has to be told of."""
    with store.begin() as work:
        work.matters.keep_policy(sketch, by)


def sketch_of(store: Store) -> EmergencySketch:
    """What was being typed last."""
    with store.read() as work:
        return work.matters.policy(EmergencySketch())
