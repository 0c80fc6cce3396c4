"""C06: a home address, a patient, a victim or a child can be recognised."""

from collections.abc import Iterator

from desk.checks.passage import Passage
from desk.checks.private_facts import private_facts_in
from desk.checks.rule import Hit, Rule, Severity


def check(text: Passage) -> Iterator[Hit]:
    """Yield what makes a private person known."""
    for one in private_facts_in(text.text):
        message = f"{one.why}，请隐去。"
        yield Hit(one.start, one.end, message, choices=(one.instead,) if one.instead else ())


RULE = Rule(
    code="C06",
    name="个人敏感信息",
    severity=Severity.WARNING,
    summary="住址不写到门牌，病人、受害人和未成年人不写全名。",
    reason="这些信息公开后会伤害当事人。",
    source="新华社：新闻报道中的禁用词和慎用词；政务公开工作要点",
    bad="经县人民医院诊断，村民李光明患肺结核，已转定点医院治疗。",
    good="经县人民医院诊断，村民李某患肺结核，已转定点医院治疗。",
    check=check,
    blocks=True,
)
