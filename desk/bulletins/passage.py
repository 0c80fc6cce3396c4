"""A paragraph of a bulletin, and a place in it that is not what the ledger says."""

from dataclasses import dataclass
from enum import StrEnum

from desk.body import Level
from desk.bulletins.template import Figure

TITLE, TO, SIGNED = "title", "to", "signed"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its ``text`` now, as ``written`` by the ledger, and the figures in that.

    ``key`` stays the same as long as the line of the template does; the title, whom it is sent
    to and the signature have keys of their own. ``written`` is "" of what the clerk added.
    """

    key: str
    text: str
    written: str
    level: Level = Level.PLAIN
    figures: tuple[Figure, ...] = ()

    @property
    def edited(self) -> bool:
        """Whether somebody changed it by hand."""
        return self.text != self.written


class FlagKind(StrEnum):
    """What a flag is about."""

    HAND = "手改"
    UNCHECKED = "未核对"  # mild: nothing in the ledger to hold it against
    CHANGED = "数据已变"


@dataclass(frozen=True, slots=True)
class Flag:
    """A place in a passage that is not, or no longer, what the ledger says.

    ``start`` and ``end`` are places in its text, 0 and 0 where it stands nowhere. ``said`` stands
    there, ``ledger`` should. ``updates`` tells that ``updated`` can put the ledger's figures in.
    """

    key: str
    kind: FlagKind
    start: int
    end: int
    said: str
    ledger: str
    sentence: str
    updates: bool = False
