"""The manual checklists: what only a person can confirm, common to all kinds and by kind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desk.checks.passage import Field
from desk.checks.rule import Finding, Place
from desk.checks.slots import Slot, count_of, places_of
from desk.checks.whole import Whole
from desk.drafts import Draft, Kind

_SHOWN = 3  # examples of each element
_LONGEST = 16  # characters of an example
_PAUSE = re.compile(r"[，。；：！？\n]")
_COMPLETE = frozenset(
    {Slot.TIME, Slot.MINUTE, Slot.PLACE, Slot.SPOT, Slot.ACTOR, Slot.HANDLER, Slot.PERIOD}
)


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One question to the editor; ``id`` is kept with the draft's ticks and never changes.

    ``rules`` are the codes, or the families, whose findings speak to it, ``faults`` what these are
    called; ``slots`` are the elements to show, ``counted`` those of which only the number tells.
    """

    id: str
    text: str
    rules: tuple[str, ...] = ()
    faults: str = "提示"
    slots: tuple[Slot, ...] = ()
    counted: tuple[Slot, ...] = ()


COMMON = (
    ChecklistItem(
        "facts",
        "事实、人名、职务、单位名已与来源核对。",
        rules=("O",),
        faults="单位、人名、职务写法待核",
    ),
    ChecklistItem(
        "figures",
        "每个数字有出处，口径一致。",
        rules=("A", "N06", "N07", "N14"),
        faults="不符",
        counted=(Slot.FIGURE,),
    ),
    ChecklistItem(
        "one-subject", "一则一主题。", rules=("E05",), faults="段落与全文没有共同的关键词"
    ),
    ChecklistItem(
        "title-matches",
        "题文一致，内容、程度一样。",
        rules=("T05", "T07", "T08"),
        faults="题文不一致",
    ),
    ChecklistItem("third-person", "第三者角度。", rules=("S01", "T09"), faults="第一人称"),
    ChecklistItem(
        "no-secrets",
        "无涉密、敏感、个人信息；公开属性已选。",
        rules=("C", "M04"),
        faults="涉密、敏感或个人信息",
    ),
    ChecklistItem("audience", "报送对象、范围合适，上下、内外有别。"),
    ChecklistItem("approved", "已经部门负责人审签。", rules=("M03",), faults="必填项空着"),
    ChecklistItem("not-repeated", "未与近期已报信息重复。", rules=("X",), faults="重复"),
)

BY_KIND: dict[Kind, tuple[ChecklistItem, ...]] = {
    Kind.DYNAMIC: (
        ChecklistItem(
            "dynamic-elements",
            "时间、地点、人物（单位）、措施、阶段性成效齐。",
            slots=(Slot.TIME, Slot.PLACE, Slot.ACTOR, Slot.PROCESS, Slot.RESULT),
        ),
        ChecklistItem(
            "dynamic-core-first", "倒悬式：最核心的内容在首句。", rules=("S13",), faults="开头戴帽"
        ),
        ChecklistItem(
            "dynamic-compared", "进度与年度计划、去年同期、全省作了比较。", slots=(Slot.COMPARISON,)
        ),
        ChecklistItem("dynamic-meeting", "不只写开会，写清会议的新要求、决定事项。"),
        ChecklistItem("dynamic-timely", "事件不过日。", rules=("M01",), faults="超时"),
    ),
    Kind.PROBLEM: (
        ChecklistItem("problem-causes", "前因后果清楚，找出根源和实质。", slots=(Slot.CAUSE,)),
        ChecklistItem(
            "problem-responsible",
            "点明责任对象和请求上级解决的事项。",
            slots=(Slot.RESPONSIBLE, Slot.REQUEST),
        ),
        ChecklistItem(
            "problem-three-parts",
            "有情况、有分析、有建议。",
            slots=(Slot.SITUATION, Slot.CAUSE, Slot.REQUEST),
        ),
        ChecklistItem(
            "problem-general",
            "事例、数据能证明普遍性，不以点代面。",
            counted=(Slot.FIGURE,),
            rules=("S10",),
            faults="空泛的词",
        ),
        ChecklistItem("problem-asked", "负面信息慎之又慎，已请示。"),
    ),
    Kind.PROPOSAL: (
        ChecklistItem(
            "proposal-three-parts",
            "提出问题、分析问题、解决问题三部分齐。",
            slots=(Slot.SITUATION, Slot.ANALYSIS, Slot.SUGGESTION),
        ),
        ChecklistItem("proposal-narrow", "问题具体不宜大。"),
        ChecklistItem(
            "proposal-doable",
            "建议可操作，不笼统，不重复现行政策。",
            rules=("E07",),
            faults="要素不全",
        ),
        ChecklistItem("proposal-grounded", "依据充分，时机和分寸合适。"),
    ),
    Kind.FEEDBACK: (
        ChecklistItem(
            "feedback-origin",
            "写明反馈的是哪次会议、文件、批示，批示原文照录。",
            slots=(Slot.MATTER,),
        ),
        ChecklistItem(
            "feedback-measures",
            "如何传达、采取哪些措施、阶段性成效已写明。",
            slots=(Slot.PROCESS, Slot.OUTCOME),
        ),
        ChecklistItem(
            "feedback-people",
            "群众反映类写清事项、承办单位、结果、时限、回访；完成后补报成效。",
            slots=(Slot.HANDLER, Slot.OUTCOME, Slot.TIME),
        ),
    ),
    Kind.FORECAST: (
        ChecklistItem("forecast-basis", "依据、样本、口径写明。", slots=(Slot.BASIS,)),
        ChecklistItem(
            "forecast-measured", "预测时段、范围、幅度量化。", slots=(Slot.PERIOD, Slot.SIZE)
        ),
        ChecklistItem(
            "forecast-judgement", "区分事实与判断（预计、可能）。", slots=(Slot.JUDGEMENT,)
        ),
        ChecklistItem("forecast-response", "写出影响和对策。"),
        ChecklistItem("forecast-verifiable", "风险点可核验。"),
    ),
    Kind.MEASURE: (
        ChecklistItem("measure-few", "措施在精不在多，有创新、有针对性、有实际效果。"),
        ChecklistItem(
            "measure-concrete",
            "每条提炼、具体到做法、责任、时限、数字。",
            slots=(Slot.PRACTICE, Slot.TIME),
            counted=(Slot.FIGURE,),
        ),
        ChecklistItem("measure-background", "先交代背景一句。", slots=(Slot.BACKGROUND,)),
        ChecklistItem("measure-stage", "事始、事中、事后选对阶段。"),
        ChecklistItem(
            "measure-count", "标题措施数与正文一致。", rules=("T08",), faults="措施数不符"
        ),
    ),
    Kind.INCIDENT: (
        ChecklistItem(
            "incident-when-where", "时间和程度到分、到村（社区）。", slots=(Slot.MINUTE, Slot.SPOT)
        ),
        ChecklistItem(
            "incident-slots",
            "类别、伤亡损失、已采取措施、原因或“正在调查”均已写明。",
            slots=(Slot.CASUALTIES, Slot.MEASURES, Slot.INCIDENT_CAUSE),
        ),
        ChecklistItem("incident-cautious", "首报快、慎报原因。", rules=("E14",), faults="写明原因"),
        ChecklistItem("incident-followup", "情况不清先报概况，再续报。"),
        ChecklistItem("incident-agreed", "与应急、公安口径一致。"),
        ChecklistItem("incident-approved", "审批手续齐，必要时加密。"),
    ),
    Kind.EXPERIENCE: (
        ChecklistItem("experience-background", "背景和目的简要。", slots=(Slot.BACKGROUND,)),
        ChecklistItem("experience-practice", "做法具体、可复制。", slots=(Slot.PRACTICE,)),
        ChecklistItem(
            "experience-effect",
            "成效有数据、有对比。",
            slots=(Slot.EFFECT,),
            counted=(Slot.FIGURE,),
        ),
        ChecklistItem("experience-typical", "有典型性、创新性。"),
        ChecklistItem(
            "experience-modest",
            "不拔高，树典型不溢美。",
            rules=("S07", "S08", "T11"),
            faults="拔高、溢美",
        ),
    ),
}


def checklist_for(kind: Kind | None) -> tuple[ChecklistItem, ...]:
    """The common items, then those of the kind where it is known."""
    return COMMON if kind is None else COMMON + BY_KIND[kind]


def open_items(draft: Draft) -> list[ChecklistItem]:
    """The items of a draft's list that nobody has confirmed."""
    return [item for item in checklist_for(draft.kind) if item.id not in draft.ticks]


def machine_findings(item: ChecklistItem, findings: Iterable[Finding], whole: Whole) -> str:
    """What the machine has to say to an item in one line, empty where it has nothing."""
    parts = [f"{slot.brief}：{_examples(slot, whole)}" for slot in item.slots]
    parts += [f"{count_of(slot, whole)}个{slot.brief}" for slot in item.counted]
    if item.rules:
        faults = sum(one.rule.startswith(item.rules) for one in findings)
        parts.append(f"{faults}处{item.faults}")
    return "；".join(parts)


def _examples(slot: Slot, whole: Whole) -> str:
    words = dict.fromkeys(_words(slot, place, whole) for place in places_of(slot, whole))
    return "".join(f"“{one}”" for one in list(words)[:_SHOWN]) or "没有找到"


def _words(slot: Slot, place: Place, whole: Whole) -> str:
    """The words of an element; what is only its beginning is shown with the rest of its clause."""
    text = whole.title.text if place.field is Field.TITLE else whole.body.text
    end = place.end
    if slot not in _COMPLETE:
        pause = _PAUSE.search(text, end)
        end = pause.start() if pause else len(text)
    words = text[place.start : end].strip()
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}……"
