"""M03: the register lacks what every draft must have."""

import re
from collections.abc import Iterator

from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Record, Whole
from desk.drafts import Kind, Scope

_TAIL = 80
_SIGNED = {  # what the text itself says in its last line
    "供稿人": re.compile(r"(?:供稿|撰稿|拟稿|作者|报送)人?[：:]"),
    "联系电话": re.compile(r"(?:电话|手机)[：:]"),
    "单位审核人": re.compile(r"(?:审核|审签|签发|审稿)人?[：:]"),
}


def judge(draft: Whole) -> Iterator[Hit]:
    """Name what has not been filled in; silent where nothing is known of the register."""
    if draft.record is None:
        return
    missing = "、".join(_missing(draft, draft.record))
    if missing:
        message = f"还没有登记：{missing}。"
        question = f"请补充：{missing}。"
        yield Hit(0, len(draft.title.text), message, field=Field.TITLE, question=question)


def _missing(draft: Whole, record: Record) -> Iterator[str]:
    filled = {
        "供稿单位": draft.context.units,
        "供稿人": record.author,
        "联系电话": record.phone,
        "单位审核人": record.approver,
        "信息类型": draft.context.kind,
        "公开属性": record.scope is not Scope.OPEN_QUESTION,
    }
    tail = draft.body.text[-_TAIL:]
    for name, value in filled.items():
        if not value and not (name in _SIGNED and _SIGNED[name].search(tail)):
            yield name


RULE = Rule(
    code="M03",
    name="必填缺失",
    severity=Severity.ERROR,
    summary="供稿单位、供稿人、联系电话、单位审核人、信息类型、公开属性都要登记。",
    reason="未经单位审核的稿件不能用，缺联系方式无法核实。",
    source="种子规则：未经审核的信息不得报送",
    bad="云岭县检查月饼质量\n9月10日，县市场监督管理局检查月饼企业46家。",
    good="云岭县检查月饼质量\n9月10日，县市场监督管理局检查月饼企业46家。（审核：李国华）",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(
        kind=Kind.DYNAMIC,
        units=("云岭县市场监督管理局",),
        record=Record("陈立新", "0875-5122119", "", scope=Scope.INTERNAL),
    ),
)
