"""Sittings: which drafts are open for editing, where, and what of their text is no revision yet."""

from dataclasses import dataclass
from datetime import datetime

from desk.body import Body


@dataclass(frozen=True, slots=True)
class Text:
    """A title and a body as they were typed; the title may be empty or too long to be saved."""

    title: str
    body: Body


@dataclass(frozen=True, slots=True)
class Sitting:
    """One opening of a draft for editing.

    Whether it lives is seen from ``beats``, which grow while its window runs; its moments are for
    people to read, since a clock may be set back.
    """

    draft_id: int
    window: str  # random, one for each opening
    who: str
    begun: datetime
    seen: datetime  # when the window was last heard of
    beats: int = 0
    cursor: int = 0  # where typing goes on, in units of the editor
    is_left: bool = False  # its window ended without closing it, or lost the draft to another
    unsaved: Text | None = None  # what the revisions lack


@dataclass(frozen=True, slots=True)
class Leftover:
    """A sitting whose window is gone, as it is offered to the clerk."""

    sitting: Sitting
    title: str  # of the draft
    missing: int  # characters that are in no revision


def missing(kept: Text, typed: Text) -> int:
    """How many characters of a typed text differ from the kept one, from first to last change."""
    return sum(
        _changed(one, other)
        for one, other in ((kept.title, typed.title), (kept.body.text, typed.body.text))
    ) or int(kept != typed)


def _changed(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    head = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    tail = next((n for n in range(shorter - head) if one[-1 - n] != other[-1 - n]), shorter - head)
    return max(len(one), len(other)) - head - tail
