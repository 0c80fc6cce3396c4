"""Use case: take over an old ledger (得分台账), all of it or nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from desk.auditing import By, note
from desk.errors import NotAllowedError
from desk.facts import Fact, FactKind
from desk.importing.outcome import Imported, Problems
from desk.importing.past.columns import HEADERS
from desk.importing.past.composites import joined
from desk.importing.past.rows import Ground, Row, understand
from desk.importing.registry import Carriers, UnitNames
from desk.importing.tables import Table, read_mapping, read_table
from desk.store import Store, Work


def import_ledger(
    store: Store, path: Path, *, who: str, now: datetime, mapping: Path | None = None
) -> Imported:
    """Book every row: what its 事项 says, or a submission, its adoption and its instructions.

    The submission counts on 报送日期, without one on 日期. Raises NotAllowedError with all wrong
    rows, or when the file or its rows are booked already; NotReadableError for another table.
    """
    table = read_table(path, HEADERS, read_mapping(mapping, HEADERS) if mapping else None)
    with store.begin() as work:
        rows = _rows(table, work, who)
        _refuse_booked(table, rows, work)
        facts = [fact for row in rows for fact in row.facts]
        work.ledger.add(facts)
        work.files.put(table.data, table.name)
        text = f"共 {len(rows)} 行：{counted(facts)}"
        note(work, By(who, now), "导入台账", _source(table), f"“{table.name}”{text}")
    return Imported(len(rows), (f"“{table.name}”导入完成，{text}。",))


def counted(facts: Sequence[Fact]) -> str:
    """How many facts of each kind, in words; submissions and adoptions always."""
    numbers = Counter(fact.kind for fact in facts)
    always = (FactKind.SUBMISSION, FactKind.ADOPTION)
    shown = [kind for kind in FactKind if numbers[kind] or kind in always]
    return "，".join(f"{kind} {numbers[kind]} 条次" for kind in shown)


def _source(table: Table) -> str:
    return f"import:{table.digest[:12]}"


def _rows(table: Table, work: Work, who: str) -> list[Row]:
    names = UnitNames(work.registry.units())
    ground = Ground(names, Carriers(work.catalogue.publications()), _source(table), who)
    rows = joined([understand(record, ground) for record in table.records])
    problems = Problems(table.name)
    for row in rows:
        for problem in row.problems:
            problems.add(row.record.number, problem)
    problems.refuse_any()
    return rows


def _refuse_booked(table: Table, rows: Sequence[Row], work: Work) -> None:
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
            problems.add(row.record.number, f"“{row.facts[-1].title}”台账里已经有同样的一条")
    problems.refuse_any()


def _identity(fact: Fact) -> tuple[object, ...]:
    place = (fact.publication_id, fact.section_id, fact.issue_number)
    said = fact.particulars
    told = (said.level, said.rank, said.tone, said.outcome, said.value, said.item)
    return (fact.kind, fact.day, fact.unit_id, fact.title, *place, *told)
