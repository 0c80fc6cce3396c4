"""What the store keeps of a handover: the leaving clerk's words, who takes over, how far."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """The office's handover; the store packed for the next clerk knows itself by it.

    ``packed`` is set before a package is written and ``handed`` after it: in the package, and only
    there, the second is missing. ``done`` are the keys of the steps ticked off (接手清单).
    """

    words: str = ""  # of the leaving clerk
    giver: str = ""  # 移交人
    taker: str = ""  # 接交人
    witness: str = ""  # 监交人
    packed: datetime | None = None
    packed_by: str = ""
    handed: bool = True
    done: tuple[str, ...] = ()
    closed: bool = False  # the steps are no longer shown

    @property
    def is_taken_over(self) -> bool:
        """Whether this store came out of a package, and the steps are not all behind."""
        return self.packed is not None and not self.handed and not self.closed
