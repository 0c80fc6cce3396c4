"""Minutes of a consultation on information work (“每周召开一次…信息工作会商研究会议”, seed 004)."""

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from desk.matters.matter import Matter

MARK = "★"  # at the beginning of a line that is a topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation(Matter):
    """One meeting; ``text`` are its minutes, lines that begin with ★ are topics of the pool."""

    KIND: ClassVar[str] = "consultation"
    NOUN: ClassVar[str] = "会商纪要"

    chair: str = ""
    present: str = ""
    place: str = ""
    text: str = ""

    @property
    @override
    def words(self) -> str:
        """What it can be found by."""
        return "\n".join((self.chair, self.present, self.text))

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines that hold words."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())

    @property
    def marked(self) -> tuple[str, ...]:
        """The topics in it, without their mark."""
        found = (line.lstrip(MARK).strip() for line in self.lines if line.startswith(MARK))
        return tuple(dict.fromkeys(one.rstrip("；;。") for one in found if one))


def toggled(line: str) -> str:
    """A line as a topic, or as a plain line again."""
    bare = line.lstrip()
    if bare.startswith(MARK):
        return bare.lstrip(MARK).lstrip()
    return f"{MARK} {bare}" if bare else line
