"""The manual checklists: what only a person can confirm, common to all kinds and by kind."""

from dataclasses import dataclass

from desk.drafts import Kind


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One question to the editor; ``id`` is kept with the draft's ticks and never changes."""

    id: str
    text: str


COMMON = (
    ChecklistItem("facts", "事实、人名、职务、单位名已与来源核对。"),
    ChecklistItem("figures", "每个数字有出处，口径一致。"),
    ChecklistItem("one-subject", "一则一主题。"),
    ChecklistItem("title-matches", "题文一致，内容、程度一样。"),
    ChecklistItem("third-person", "第三者角度。"),
    ChecklistItem("no-secrets", "无涉密、敏感、个人信息；公开属性已选。"),
    ChecklistItem("audience", "报送对象、范围合适，上下、内外有别。"),
    ChecklistItem("approved", "已经部门负责人审签。"),
    ChecklistItem("not-repeated", "未与近期已报信息重复。"),
)

BY_KIND: dict[Kind, tuple[ChecklistItem, ...]] = {
    Kind.DYNAMIC: (
        ChecklistItem("dynamic-elements", "时间、地点、人物（单位）、措施、阶段性成效齐。"),
        ChecklistItem("dynamic-core-first", "倒悬式：最核心的内容在首句。"),
        ChecklistItem("dynamic-compared", "进度与年度计划、去年同期、全省作了比较。"),
        ChecklistItem("dynamic-meeting", "不只写开会，写清会议的新要求、决定事项。"),
        ChecklistItem("dynamic-timely", "事件不过日。"),
    ),
    Kind.PROBLEM: (
        ChecklistItem("problem-causes", "前因后果清楚，找出根源和实质。"),
        ChecklistItem("problem-responsible", "点明责任对象和请求上级解决的事项。"),
        ChecklistItem("problem-three-parts", "有情况、有分析、有建议。"),
        ChecklistItem("problem-general", "事例、数据能证明普遍性，不以点代面。"),
        ChecklistItem("problem-asked", "负面信息慎之又慎，已请示。"),
    ),
    Kind.PROPOSAL: (
        ChecklistItem("proposal-three-parts", "提出问题、分析问题、解决问题三部分齐。"),
        ChecklistItem("proposal-narrow", "问题具体不宜大。"),
        ChecklistItem("proposal-doable", "建议可操作，不笼统，不重复现行政策。"),
        ChecklistItem("proposal-grounded", "依据充分，时机和分寸合适。"),
    ),
    Kind.FEEDBACK: (
        ChecklistItem("feedback-origin", "写明反馈的是哪次会议、文件、批示，批示原文照录。"),
        ChecklistItem("feedback-measures", "如何传达、采取哪些措施、阶段性成效已写明。"),
        ChecklistItem(
            "feedback-people", "群众反映类写清事项、承办单位、结果、时限、回访；完成后补报成效。"
        ),
    ),
    Kind.FORECAST: (
        ChecklistItem("forecast-basis", "依据、样本、口径写明。"),
        ChecklistItem("forecast-measured", "预测时段、范围、幅度量化。"),
        ChecklistItem("forecast-judgement", "区分事实与判断（预计、可能）。"),
        ChecklistItem("forecast-response", "写出影响和对策。"),
        ChecklistItem("forecast-verifiable", "风险点可核验。"),
    ),
    Kind.MEASURE: (
        ChecklistItem("measure-few", "措施在精不在多，有创新、有针对性、有实际效果。"),
        ChecklistItem("measure-concrete", "每条提炼、具体到做法、责任、时限、数字。"),
        ChecklistItem("measure-background", "先交代背景一句。"),
        ChecklistItem("measure-stage", "事始、事中、事后选对阶段。"),
        ChecklistItem("measure-count", "标题措施数与正文一致。"),
    ),
    Kind.INCIDENT: (
        ChecklistItem("incident-when-where", "时间和程度到分、到村（社区）。"),
        ChecklistItem("incident-slots", "类别、伤亡损失、已采取措施、原因或“正在调查”均已写明。"),
        ChecklistItem("incident-cautious", "首报快、慎报原因。"),
        ChecklistItem("incident-followup", "情况不清先报概况，再续报。"),
        ChecklistItem("incident-agreed", "与应急、公安口径一致。"),
        ChecklistItem("incident-approved", "审批手续齐，必要时加密。"),
    ),
    Kind.EXPERIENCE: (
        ChecklistItem("experience-background", "背景和目的简要。"),
        ChecklistItem("experience-practice", "做法具体、可复制。"),
        ChecklistItem("experience-effect", "成效有数据、有对比。"),
        ChecklistItem("experience-typical", "有典型性、创新性。"),
        ChecklistItem("experience-modest", "不拔高，树典型不溢美。"),
    ),
}


def checklist_for(kind: Kind | None) -> tuple[ChecklistItem, ...]:
    """The common items, then those of the kind where it is known."""
    return COMMON if kind is None else COMMON + BY_KIND[kind]
