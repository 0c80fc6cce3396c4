"""What a unit was asked about a draft's facts (核实记录), and whether the text still says it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desk.body import Paragraph, Picture, Table
from desk.drafts import Draft

if TYPE_CHECKING:
    from desk.store import Work


class Answer(StrEnum):
    """What the unit said."""

    OPEN = "待回复"
    RIGHT = "属实"
    CORRECTED = "更正"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question put to a unit: “有关数据必须认真校对,防止出错” (seed 001).

    Attributes:
        excerpt: the words of the text it is about, as 1.2亿元; "" where it is about none.
        before, after: the words on both sides of them, by which the place is known again.
        name, unit, phone: who was asked; asked: when.
        reply: the unit's words; instead: the words that are right in place of the excerpt.
        who: who of the desk keeps this.
    """

    draft_id: int
    question: str
    asked: datetime
    who: str
    excerpt: str = ""
    before: str = ""
    after: str = ""
    name: str = ""
    unit: str = ""
    phone: str = ""
    answer: Answer = Answer.OPEN
    answered: datetime | None = None
    reply: str = ""
    instead: str = ""
    id: int = 0


class Standing(StrEnum):
    """How an inquiry stands beside the text as it is now."""

    OPEN = "待回复"
    HOLDS = "已核实"
    TO_CORRECT = "待改正"  # the unit said otherwise, and the text has not followed
    CHANGED = "未核实"  # the text says something else since
    GONE = "文中已无"


_APART = r"(?<!\d)(?<!\d[.,]){words}(?!\d|[.,]\d)"


def standing(inquiry: Inquiry, text: str) -> Standing:
    """How an inquiry stands beside a text: compared by the words of the figure alone."""
    if inquiry.answer is not Answer.OPEN and not inquiry.excerpt:
        return Standing.HOLDS
    return next(found for found, is_so in _standings(inquiry, text) if is_so)


def _standings(inquiry: Inquiry, text: str) -> Iterator[tuple[Standing, bool]]:
    """Each way to stand, the first that is so counts; the same place goes before any other."""
    excerpt, wanted = inquiry.excerpt, inquiry.instead or inquiry.excerpt
    if inquiry.answer is Answer.OPEN:
        yield Standing.OPEN, not excerpt or _stands(excerpt, text)
    else:
        yield Standing.HOLDS, _in_place(wanted, inquiry, text)
        yield Standing.TO_CORRECT, _in_place(excerpt, inquiry, text)
    yield Standing.CHANGED, _is_place_kept(inquiry, text)
    yield Standing.HOLDS, _stands(wanted, text)
    yield Standing.TO_CORRECT, _stands(excerpt, text)
    yield Standing.GONE, True


def is_settled(inquiries: Iterable[Inquiry], text: str) -> bool:
    """Whether a text counts as verified.

    At least one question was answered for words that still stand; none waits for its answer, for
    its correction, or for being asked anew because the text was changed behind it. A question
    about words that were cut no longer counts either way.
    """
    found = {standing(one, text) for one in inquiries} - {Standing.GONE}
    return found == {Standing.HOLDS}


def is_verified(work: "Work", draft: Draft) -> bool:
    """Whether the facts of a draft, as its text is now, are verified; see ``is_settled``."""
    return is_settled(asked_about(work, draft), text_of(draft))


def asked_about(work: "Work", draft: Draft) -> list[Inquiry]:
    """What was asked about a draft; of a version also what was asked about its original."""
    original = work.inquiries.of(draft.version_of) if draft.version_of else []
    return [*original, *work.inquiries.of(draft.id)]


def text_of(draft: Draft) -> str:
    """All the words a draft says: title, paragraphs, cells and captions, one a line."""
    return "\n".join([draft.title, *_lines(draft)])


def _lines(draft: Draft) -> Iterator[str]:
    for block in draft.body.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield block.caption
            yield from (cell for row in block.rows for cell in row)
        elif isinstance(block, Picture):
            yield block.caption


def _stands(words: str, text: str) -> bool:
    """Whether the text has these words, not as a part of a longer figure."""
    return re.search(_APART.format(words=re.escape(words)), text) is not None


def _in_place(words: str, inquiry: Inquiry, text: str) -> bool:
    """Whether the words stand next to what stood in front of the excerpt, or behind it."""
    before, after = inquiry.before, inquiry.after
    if not before and not after:
        return _stands(words, text)
    held = ((before, after[:1]), (before[-1:], after))
    return any(_stands(left + words + right, text) for left, right in held)


def _is_place_kept(inquiry: Inquiry, text: str) -> bool:
    """Whether the words around the excerpt are still there, with something else in between."""
    if not inquiry.before or not inquiry.after:
        return False
    between = re.escape(inquiry.before) + r"[^。；\n]{1,20}?" + re.escape(inquiry.after)
    return re.search(between, text) is not None
