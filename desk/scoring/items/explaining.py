"""Facts and rows in words: where something was printed, which rule it is, by which source."""

from desk.dates import full_date
from desk.facts import Fact, FactKind
from desk.scoring.clauses.condition import Trait
from desk.scoring.figures import printed
from desk.scoring.items.cases import Case, Charge
from desk.scoring.lines import COMPONENTS


def place(fact: Fact, case: Case) -> str:
    """What happened and where, up to what it earns."""
    if fact.matter is FactKind.ADOPTION:
        return _printed_in(fact, case)
    where = f"{_printed_in(fact, case)}：" if case.carrier else ""
    return f"{where}{_happened(fact, case)}{_reason(fact)}，"


def rule_name(fact: Fact, case: Case, charge: Charge | None) -> str:
    """The row in short: 《每日要情》简讯 单条, 省级主要领导批示."""
    extra = ""
    if charge and charge.component != COMPONENTS.get(fact.matter):
        extra = f" {charge.component}"
    if fact.matter is not FactKind.ADOPTION:
        return _happened(fact, case) + extra
    section = case.section if charge and _is_of_section(charge) else ""
    head = f"《{case.carrier}》{section + ' ' if section else ''}" if case.carrier else ""
    return f"{head}{fact.role.value}{extra}"


def source_of(case: Case, charge: Charge | None) -> str:
    """依据 of the row, else of the scheme."""
    own = charge.row.clause.source if charge else ""
    return own or (case.terms.scheme.source if case.terms else "")


def clause_name(case: Case, charge: Charge | None) -> str:
    """编号 and 依据 of the row: 第三条（一）　2026年办法第三条."""
    code = charge.row.clause.code if charge else ""
    return "　".join(filter(None, (code, source_of(case, charge))))


def no_points(fact: Fact, case: Case, measure: str) -> str:
    """Why something earns nothing that no row is about."""
    verb = "采用，" if fact.matter is FactKind.ADOPTION else ""
    if case.terms is None:
        day = fact.counted
        when = full_date(day)
        return f"{verb}{when}没有生效的计分办法，计 0 {measure}"
    return f"{verb}“{case.terms.scheme.name}”没有它的分值，计 0 {measure}"


def not_counted(fact: Fact, case: Case) -> str:
    """That a row of 不计 keeps it from counting, and why."""
    verb = "采用，" if fact.matter is FactKind.ADOPTION else ""
    if case.gate is None:
        return verb
    return f"{verb}不计{case.gate.loss}：{gate_reason(case)}"


def gate_reason(case: Case) -> str:
    """理由 of the row of 不计, else what it asks for."""
    if case.gate is None:
        return ""
    return case.gate.why or str(case.gate.when) or case.gate.code or "按办法不计"


def _is_of_section(charge: Charge) -> bool:
    rule = charge.row.rule
    if rule is not None:
        return rule.section_id is not None
    return any(ask.trait is Trait.SECTION for ask in charge.row.clause.when.asks)


def _printed_in(fact: Fact, case: Case) -> str:
    number = fact.issue_number
    issue = f"第{number}期" if number.isdecimal() else number
    where = f"《{case.carrier}》" if case.carrier else "未登记的刊物"
    section = f"“{case.section}”" if case.section else ""
    return f"{where}{issue}{section}{case.counted_as}"


def _happened(fact: Fact, case: Case) -> str:
    """The matter with what is said of it: 省级主要领导批示, 紧急信息（重大，迟报，超时 3 小时）."""
    told = fact.particulars
    if fact.matter is FactKind.INSTRUCTION:
        tone = f"（{told.tone}）" if told.tone else ""
        return f"{told.level}{told.rank}批示{tone}"
    late = f"超时 {printed(case.seen.late)} 小时" if case.seen.late else ""
    said = "，".join(filter(None, (told.level, told.grade, case.seen.outcome, late)))
    return f"{fact.matter.value}（{said}）" if said else fact.matter.value


def _reason(fact: Fact) -> str:
    """The note of what somebody decided, which must give its reason."""
    is_decided = fact.matter in (FactKind.INCIDENT, FactKind.ADJUSTMENT)
    return f"“{fact.note}”" if is_decided and fact.note and fact.kind is fact.matter else ""
