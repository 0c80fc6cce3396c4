"""What the opening needs from outside: how a store is opened, and who looks after a closed one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desk.paths import Paths
from desk.safekeeping import Safekeeping
from desk.store import Store


class OpenStore(Protocol):
    """Open the store of a data folder. Raises LockedError, DamagedError, StoreError."""

    def __call__(self, paths: Paths, *, secret: str = "") -> Store: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Doors:
    """``keeper`` is called off the window's thread first: it imports much."""

    open_store: OpenStore
    keeper: Callable[[], Safekeeping]
