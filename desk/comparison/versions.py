"""The texts of a draft that can be compared: the original, its revisions, the present one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.comparison.texts import Text
from desk.drafts import Draft, Revision

ORIGINAL, PRESENT = "原稿", "编辑稿"


@dataclass(frozen=True, slots=True)
class Version:
    """A text of a draft; ``number`` is that of its revision, 0 for the original.

    ``name`` says which text it is; ``who``, ``when`` and ``why`` how it came about.
    """

    name: str
    number: int
    text: Text
    when: datetime
    who: str = ""
    why: str = ""


def versions(draft: Draft, revisions: Sequence[Revision]) -> list[Version]:
    """The original first, then the revisions, the last of them named the present text."""
    first = revisions[0]
    original = Text(first.title, draft.original.body)
    found = [Version(ORIGINAL, 0, original, draft.received, first.who, "收稿")]
    last = revisions[-1].number
    for one in revisions:
        name = PRESENT if one.number == last else f"第{one.number}版"
        text = Text(one.title, one.body)
        found.append(Version(name, one.number, text, one.saved, one.who, one.why))
    return found
