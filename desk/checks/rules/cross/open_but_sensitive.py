"""M04: an item marked as open to the public holds what must not be made public."""

from collections.abc import Iterator

from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field
from desk.checks.private_facts import private_facts_in
from desk.checks.private_numbers import card_numbers_in, identity_numbers_in, mobile_numbers_in
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.secrecy_marks import secrecy_marks_in
from desk.checks.whole import Record, Whole
from desk.drafts import Scope, Secrecy

_FINDERS = (
    ("密级标志", secrecy_marks_in),
    ("身份证号", identity_numbers_in),
    ("手机号码", mobile_numbers_in),
    ("银行卡号", card_numbers_in),
    ("个人敏感信息", private_facts_in),
)


def judge(draft: Whole) -> Iterator[Hit]:
    """Hold the scope against the secrecy and against what the text tells."""
    if draft.record is None or draft.record.scope is not Scope.PUBLIC:
        return
    found = [] if draft.record.secrecy is Secrecy.NONE else [f"密级“{draft.record.secrecy}”"]
    found += [name for name, finder in _FINDERS if any(any(finder(t)) for t in _texts(draft))]
    if any(text.listed("C02", own=False) for text in (draft.title, draft.body)):
        found.append("敏感事项")
    if found:
        message = f"公开属性是“可公开”，但有{'、'.join(found)}，请改属性或隐去。"
        yield Hit(0, len(draft.title.text), message, field=Field.TITLE)


def _texts(draft: Whole) -> tuple[str, str]:
    return draft.title.text, draft.body.text


RULE = Rule(
    code="M04",
    name="属性冲突",
    severity=Severity.ERROR,
    summary="可公开的信息不能有密级、个人信息和敏感事项。",
    reason="按可公开的属性处理，内容就可能上网。",
    source="政府信息公开条例",
    bad="云岭县开展护林防火巡查\n县林业局公布护林员手机13888012345，群众可以报告火情。",
    good="云岭县开展护林防火巡查\n县林业局公布火情报告电话12119，群众可以报告火情。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(record=Record(scope=Scope.PUBLIC)),
)
