"""Use case: take over an old ledger (得分台账), all of it or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from desk.auditing import By, note
from desk.errors import NotAllowedError, NotFoundError
from desk.facts import Fact, FactKind
from desk.importing import values
from desk.importing.outcome import Imported, Problems
from desk.importing.registry import Carriers, UnitNames, plain
from desk.importing.tables import Header, Record, Table, read_mapping, read_table
from desk.issues import Role
from desk.store import Store, Work

HEADERS = (
    Header("日期", ("采用日期", "采用时间", "刊发日期", "印发日期", "时间"), required=True),
    Header("单位", ("供稿单位", "报送单位", "来稿单位", "单位名称"), required=True),
    Header("标题", ("信息标题", "题目", "稿件标题", "信息题目")),
    Header("刊物", ("采用刊物", "刊物名称", "载体")),
    Header("栏目", ("采用栏目", "版块")),
    Header("方式", ("采用方式", "采用形式")),
    Header("期号", ("期数", "刊期")),
    Header("批示", ("领导批示", "批示情况")),
    Header("报送日期", ("报送时间", "来稿日期", "上报日期")),
    Header("备注", ("说明",)),
)
_ROLES = {role.value: role for role in Role} | {
    "单条采用": Role.SINGLE,
    "单独": Role.SINGLE,
    "独编": Role.SINGLE,
    "单篇采用": Role.WHOLE,
    "综合采用": Role.COMPOSITE,
    "综编": Role.COMPOSITE,
    "合编": Role.COMPOSITE,
    "联合报送": Role.JOINT,
    "联合采用": Role.JOINT,
    "合报": Role.JOINT,
}


def import_ledger(
    store: Store, path: Path, *, who: str, now: datetime, mapping: Path | None = None
) -> Imported:
    """Book every row: a submission, and an adoption where a publication is named.

    The submission counts on 报送日期, without one on 日期. Raises NotAllowedError with all wrong
    rows, or when the file or its rows are booked already; NotReadableError for another table.
    """
    table = read_table(path, HEADERS, read_mapping(mapping, HEADERS) if mapping else None)
    with store.begin() as work:
        rows = _rows(table, work)
        _refuse_booked(table, rows, work)
        facts = [fact for row in rows for fact in row.facts]
        work.ledger.add(facts)
        work.files.put(table.data, table.name)
        adopted = sum(fact.kind is FactKind.ADOPTION for fact in facts)
        text = f"共 {len(rows)} 行：报送 {len(facts) - adopted} 条次，采用 {adopted} 条次"
        note(work, By(who, now), "导入台账", _source(table), f"“{table.name}”{text}")
    return Imported(len(rows), (f"“{table.name}”导入完成，{text}。",))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that was understood, with what it books."""

    number: int
    facts: tuple[Fact, ...]


def _source(table: Table) -> str:
    return f"import:{table.digest[:12]}"


def _rows(table: Table, work: Work) -> list[_Row]:
    names = UnitNames(work.registry.units())
    carriers = Carriers(work.catalogue.publications())
    problems = Problems(table.name)
    rows = []
    for record in table.records:
        before = len(problems.found)
        unit_ids = _units(record, names, problems)
        days = _days(record, problems)
        place = _place(record, carriers, problems)
        role = _role(record, len(unit_ids), problems)
        if len(problems.found) == before and days:
            kept = _Understood(days, unit_ids, place, role)
            rows.append(_Row(record.number, tuple(_facts(record, kept, _source(table)))))
    problems.refuse_any()
    return rows


@dataclass(frozen=True, slots=True)
class _Understood:
    """What the cells of a row mean; ``place`` is publication and section, None for none."""

    days: tuple[date, date]
    unit_ids: Sequence[int]
    place: tuple[int, int | None] | None
    role: Role


def _facts(record: Record, row: _Understood, source: str) -> Iterator[Fact]:
    day, sent = row.days
    notes = [f"批示：{record['批示']}" if record["批示"] else "", record["备注"]]
    for unit_id in row.unit_ids:
        submission = Fact(
            FactKind.SUBMISSION,
            sent,
            unit_id,
            record["标题"],
            source,
            role=row.role,
            shares=len(row.unit_ids),
            note="；".join(filter(None, notes)),
        )
        yield submission
        if row.place:
            publication_id, section_id = row.place
            yield replace(
                submission,
                kind=FactKind.ADOPTION,
                day=day,
                publication_id=publication_id,
                section_id=section_id,
                issue_number=_issue_number(record["期号"]),
            )


def _issue_number(text: str) -> str:
    """A bare number as releases book it (第3期), anything else as it stands."""
    return f"第{int(text)}期" if text.isdecimal() else text


def _units(record: Record, names: UnitNames, problems: Problems) -> list[int]:
    text = record["单位"]
    found: dict[int, None] = {}
    for name in (text,) if names.knows(text) else values.names(text):
        try:
            found[names.find(name).id] = None
        except NotFoundError as error:
            problems.add(record.number, str(error))
    if not values.names(text):
        problems.add(record.number, "没有写单位")
    return list(found)


def _days(record: Record, problems: Problems) -> tuple[date, date] | None:
    day, sent = values.day(record["日期"]), values.day(record["报送日期"])
    if day is None:
        text = record["日期"]
        problems.add(record.number, f"日期“{text}”认不出来" if text else "没有写日期")
    if record["报送日期"] and sent is None:
        problems.add(record.number, f"报送日期“{record['报送日期']}”认不出来")
    return (day, sent or day) if day else None


def _place(record: Record, carriers: Carriers, problems: Problems) -> tuple[int, int | None] | None:
    if not record["刊物"]:
        return None
    try:
        return carriers.find(record["刊物"], record["栏目"])
    except NotFoundError as error:
        problems.add(record.number, str(error))
        return None


def _role(record: Record, units: int, problems: Problems) -> Role:
    text = plain(record["方式"])
    if not text:
        return Role.JOINT if units > 1 else Role.SINGLE
    if text not in _ROLES:
        known = "、".join(Role)
        problems.add(record.number, f"方式“{record['方式']}”认不出来，可以写：{known}")
    return _ROLES.get(text, Role.SINGLE)


def _refuse_booked(table: Table, rows: Sequence[_Row], work: Work) -> None:
    """Refuse rows that would count twice: from this file, or from one saved anew."""
    days = [fact.day for row in rows for fact in row.facts]
    held = work.ledger.between(min(days), max(days))
    if any(fact.source == _source(table) for fact in held):
        raise NotAllowedError(
            f"“{table.name}”已经导入过，没有再次导入。如要补充，请只把新增的行另存一个文件再导入。"
        )
    booked = {_identity(fact) for fact in held if fact.title}
    problems = Problems(table.name)
    for row in rows:
        if _identity(row.facts[-1]) in booked:
            problems.add(row.number, f"“{row.facts[-1].title}”台账里已经有同样的一条")
    problems.refuse_any()


def _identity(fact: Fact) -> tuple[object, ...]:
    place = (fact.publication_id, fact.section_id, fact.issue_number)
    return (fact.kind, fact.day, fact.unit_id, fact.title, *place)
