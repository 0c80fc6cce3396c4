"""The matters of the task desk, and the rules the office has set for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from desk.matters.matter import Matter

if TYPE_CHECKING:
    from desk.auditing import By

M = TypeVar("M", bound=Matter)
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class MatterQuery:
    """Which matters to read; an empty field does not filter."""

    first: date | None = None
    last: date | None = None
    unit_id: int = 0
    draft_id: int = 0
    number: str = ""
    only_open: bool = False


EVERY = MatterQuery()
OPEN = MatterQuery(only_open=True)


@dataclass(frozen=True, slots=True)
class FoundMatter:
    """What a search tells of a matter; ``kind`` as ``Matter.KIND``."""

    kind: str
    id: int
    number: str
    title: str
    day: date
    is_open: bool

    @property
    def subject(self) -> str:
        """What links call it."""
        return f"{self.kind}:{self.id}"


class Matters(Protocol):
    """Every matter by its class."""

    def get(self, kind: type[M], matter_id: int) -> M:
        """One matter; raises NotFoundError."""

    def all(self, kind: type[M], query: MatterQuery = EVERY) -> list[M]:
        """The matters of a class that fit a query, the newest day first."""

    def numbers(self, kind: type[Matter], first: date, last: date) -> list[str]:
        """The numbers of a class's matters of some days, those that have none left out."""

    def save(self, matter: M, by: "By") -> M:
        """Add (id 0) or change one; gives it back with its id. Raises NotFoundError."""

    def remove(self, kind: type[M], matter_id: int) -> None:
        """Forget one, as the undo of adding it."""

    def found(self, words: Sequence[str], limit: int = 50) -> list[FoundMatter]:
        """Matters of all classes that hold every word, open ones first, then by day."""

    def linked(self, *, unit_id: int = 0, draft_id: int = 0) -> list[FoundMatter]:
        """Matters of all classes that concern a unit or a draft, open ones first, then by day."""

    def policy(self, fallback: P) -> P:
        """What the office has set of the class of ``fallback``, else that."""

    def keep_policy(self, policy: object, by: "By") -> None:
        """Set a frozen value as the office's one of its class, whose name never changes."""
