"""What the desk remembers of two drafts that look alike."""

from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """In what way two drafts are alike."""

    EXACT = "内容相同"
    SAME_EVENT = "同一事件，另一单位"
    AGAIN = "同一单位重报"
    RECYCLED = "往年旧稿改日期"


class Verdict(StrEnum):
    """What the clerk decided; nothing yet is the first."""

    OPEN = ""
    MERGED = "并入综合"
    RETURNED = "退稿"
    DISTINCT = "不是重复"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A later draft (``draft_id``) that looks like an earlier one, alike by ``score`` of 100."""

    draft_id: int
    other_id: int
    nature: Nature
    score: int
    verdict: Verdict = Verdict.OPEN
