"""What the office has set for its topics: sources, the weekly consultation, the lists."""

from dataclasses import dataclass

SOURCES = (
    "会议", "文件", "领导活动", "上级需求", "会商", "调研", "时令节点", "亮点", "来稿线索",
)  # fmt: skip
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_LEAD = (
    "为增强信息报送的针对性和时效性，现将{时段}信息报送要点印发给你们，请结合工作实际组织撰写，"
    "于{截止}前报送。"
)
_TAIL = (
    "以上要点供选题参考，不限于此；重要情况和突发事件随时报送。来稿须经本单位分管负责人审核，"
    "并注明撰稿人和联系电话。"
)


@dataclass(frozen=True, slots=True)
class TopicRules:
    """The office's own way; ``weekday`` 0 is Monday, None: no consultation is held every week.

    A topic is to be asked for ``ask_days`` before it is wanted.
    The next period's list is due on ``list_day`` of the month before; ``list_lead`` and
    ``list_tail`` stand around its lines, {时段}, {截止} and {单位} are filled in.
    """

    sources: tuple[str, ...] = SOURCES
    ask_days: int = 3
    weekday: int | None = None
    list_day: int = 25
    lists_by: str = "月"  # or 季, or "" for none that is asked for
    list_lead: str = _LEAD
    list_tail: str = _TAIL
    contact: str = ""
