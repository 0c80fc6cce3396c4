"""The elements of a draft (要素): which it has, and the words that show them."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from desk.checks.masks import Span
from desk.checks.passage import Field
from desk.checks.rule import Place
from desk.checks.slot_cues import BEFORE_NAMES, CUES, VAGUE_TIME
from desk.checks.whole import Whole


class Slot(StrEnum):
    """An element; its value is its name in messages and in questions to the unit."""

    TIME = "时间"
    MINUTE = "精确到分的时间"
    PLACE = "地点"
    SPOT = "精确的地点（到村、社区、路段、单位）"
    ACTOR = "主体（单位、人物）"
    PROCESS = "采取的措施和经过"
    RESULT = "结果或阶段性成效"
    FIGURE = "数字"
    SITUATION = "问题的表现"
    CAUSE = "原因"
    ANALYSIS = "问题的分析（原因、影响）"
    RESPONSIBLE = "责任单位"
    REQUEST = "请求上级解决的事项"
    SUGGESTION = "具体可行的建议"
    CASUALTIES = "伤亡和损失情况"
    MEASURES = "已采取的措施"
    INCIDENT_CAUSE = "原因（或“原因正在调查”）"
    BACKGROUND = "背景和目的"
    PRACTICE = "具体做法"
    EFFECT = "成效（数据、对比）"
    MATTER = "反馈的事项（会议、文件、批示或来电来信）"
    HANDLER = "承办单位"
    OUTCOME = "办理结果"
    BASIS = "预测的依据"
    PERIOD = "预测的时段"
    SIZE = "预测的幅度"
    COMPARISON = "比较"
    JUDGEMENT = "判断的说法"

    @property
    def brief(self) -> str:
        """Its name without what stands in brackets."""
        return self.value.partition("（")[0]


_NAMES = (Slot.PLACE, Slot.SPOT, Slot.ACTOR, Slot.HANDLER)
_KEPT = 12  # spans of one element: what a person can take in


def places_of(slot: Slot, whole: Whole) -> tuple[Place, ...]:
    """Where a draft has an element, the title first; the first dozen places."""
    places = []
    for field, text in ((Field.TITLE, whole.title.text), (whole.running, whole.body.text)):
        places += [Place(field, *span) for span in _spans(slot, text)]
        if len(places) >= _KEPT:
            break
    return tuple(places[:_KEPT])


def count_of(slot: Slot, whole: Whole) -> int:
    """How often an element stands in the body."""
    return sum(1 for _span in _spans(slot, whole.body.text))


def has(slot: Slot, whole: Whole) -> bool:
    """Whether the body has an element."""
    return next(_spans(slot, whole.body.text), None) is not None


def lacking(whole: Whole, *slots: Slot) -> tuple[Slot, ...]:
    """Which of the elements the body lacks."""
    return tuple(slot for slot in slots if not has(slot, whole))


def has_in_lead(slot: Slot, whole: Whole) -> bool:
    """Whether the title or the first sentence has an element."""
    lead = whole.body.text[slice(*whole.lead)]
    return any(next(_spans(slot, text), None) is not None for text in (whole.title.text, lead))


def names_only_vague_time(whole: Whole) -> bool:
    """Whether 近日 and its kind are all that is said of the time."""
    return bool(_cue(VAGUE_TIME).search(whole.body.text)) and not has(Slot.TIME, whole)


def _spans(slot: Slot, text: str) -> Iterator[Span]:
    for match in _cue(CUES[slot.name]).finditer(text):
        before = _cue(BEFORE_NAMES).match(match[0]) if slot in _NAMES else None
        yield match.start() + (before.end() if before else 0), match.end()


@cache
def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
