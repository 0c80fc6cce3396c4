"""Use case: take over an old ledger (得分台账), all of it or nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from desk.auditing import By, note
from desk.closing import closing_of, on_open_days
from desk.errors import NotReadableError
from desk.facts import Fact, FactKind
from desk.importing.batches import Batch
from desk.importing.outcome import LISTED, Imported, Problems
from desk.importing.past.columns import HEADERS, REQUIRED
from desk.importing.past.guide import PLAIN, Guide
from desk.importing.past.guide_file import load_guide
from desk.importing.past.hints import hints
from desk.importing.past.proposing import remember
from desk.importing.past.rehearsal import Book, Rehearsal, must_be_new, open_book, rehearse
from desk.importing.past.report import Line, names_of, packed, report, summary
from desk.importing.registry import UnitNames
from desk.importing.tables import quoted, read_bytes
from desk.jobs import Job, Progress, finish
from desk.registering import keep_unit
from desk.store import Store, Work

_CHUNK = 2000  # facts written between two words of progress


def import_ledger(
    store: Store, path: Path, *, who: str, now: datetime, mapping: Path | None = None
) -> Imported:
    """Book every row: what its 事项 says, or a submission, its adoption and its instructions.

    The submission counts on 报送日期, without one on 日期. Raises NotAllowedError with all wrong
    rows, or when the file or its rows are booked already; NotReadableError for another table.
    """
    book = read_book(path)
    guide = load_guide(mapping) if mapping else PLAIN
    return finish(take(store, book, guide, by=By(who, now)))


def read_book(path: Path) -> Book:
    """Open a file; raises NotFoundError, or NotReadableError where it is no table."""
    return open_book(read_bytes(path), path.name)


def look_through(
    store: Store, book: Book, guide: Guide, *, by: By
) -> Job[tuple[Rehearsal, list[Line]]]:
    """Go through a file without booking anything (试导入)."""
    with store.read() as work:
        found = yield from rehearse(work, book, guide, by.who, _today(by))
        return found, report(found, names_of(work), _moved(work, found.facts, by))


def take(store: Store, book: Book, guide: Guide, *, by: By) -> Job[Imported]:
    """Import a file as its guide says: all of it in one piece, or nothing."""
    with store.begin() as work:
        must_be_new(work, book)
        found = yield from rehearse(work, book, guide, by.who, _today(by))
        _refuse_wrong(found)
        facts = found.facts
        for fact in facts:
            work.ceiling.must_hold(fact.title, [fact.note])
        lines = report(found, names_of(work), _moved(work, facts, by))
        text = f"共 {len(found.rows)} 行：{counted(facts)}"
        batch = work.imports.add(
            Batch(
                book.name,
                work.files.put(book.data, book.name),
                by.now,
                by.who,
                len(found.rows),
                len(facts),
                guide.sort,
                text,
                work.files.put(packed(lines), f"{book.name} 导入报告.json"),
            )
        )
        placed = on_open_days(work, facts, _today(by))
        yield from _write(work, [replace(fact, source=batch.source) for fact in placed])
        note(work, by, "导入台账", batch.source, f"“{book.name}”{text}")
        if guide != PLAIN:
            learn(work, guide, by)
            remember(work, book, guide, by)
    return Imported(len(found.rows), tuple(_messages(found, lines, text)))


def learn(work: Work, guide: Guide, by: By) -> None:
    """Keep the spellings of units that were confirmed as their aliases."""
    for written, name in guide.units.items():
        names = UnitNames(work.registry.units())
        if not names.knows(written) and names.knows(name):
            unit = names.find(name)
            keep_unit(work, replace(unit, aliases=(*unit.aliases, written)), by=by)


def counted(facts: Iterable[Fact]) -> str:
    """How many facts of each kind, in words; submissions and adoptions always."""
    numbers = Counter(fact.kind for fact in facts)
    if not numbers:
        return "没有一行要记，台账没有变"
    always = (FactKind.SUBMISSION, FactKind.ADOPTION)
    shown = [kind for kind in FactKind if numbers[kind] or kind in always]
    return "，".join(f"{kind} {numbers[kind]} 条次" for kind in shown)


def _write(work: Work, facts: Sequence[Fact]) -> Job[None]:
    for start in range(0, len(facts), _CHUNK):
        yield Progress(start, len(facts), "写入台账")
        work.ledger.add(facts[start : start + _CHUNK])


def _refuse_wrong(found: Rehearsal) -> None:
    """Raise NotAllowedError with every wrong row, NotReadableError where there is no row."""
    if not found.rows:
        raise NotReadableError(_no_rows(found))
    problems = Problems(found.book.name)
    for row in found.wrong:
        for problem in row.problems:
            problems.add(row.record.number, problem, row.record.sheet)
    problems.refuse_any("".join(f"\n{one}" for one in hints(found)))


def _no_rows(found: Rehearsal) -> str:
    name = found.book.name
    whys = [page.why for page in found.pages if page.head]
    if whys and all(why in ("", "没有一行数据") for why in whys):
        return f"“{name}”只有列名，没有一行数据。请检查后重新导入。"
    summaries = [why for why in whys if why.startswith("是汇总表")]
    if summaries:
        return (
            f"“{name}”{summaries[0]}。请在窗口里“考核 → 导入”里选，"
            "或在 --map 文件里写上“每格”和“交叉列”。"
        )
    others = [header.name for header in HEADERS if not header.required]
    return (
        f"“{name}”里没有找到要导入的表：要有一行列名，必须有{quoted(REQUIRED)}，"
        f"可以有{quoted(others)}。请改好列名再重新导入。"
    )


def _moved(work: Work, facts: Iterable[Fact], by: By) -> Mapping[date, str]:
    """What to say of the closed ones among some days."""
    today = _today(by)
    if not work.closings.holding():
        return {}
    held = {day: closing_of(work, day) for day in {fact.day for fact in facts}}
    return {
        day: f"{closing.name}已经结账，记在今天（{today}），按 {day} 的办法计分"
        for day, closing in held.items()
        if closing
    }


def _messages(found: Rehearsal, lines: Sequence[Line], text: str) -> list[str]:
    said = [f"“{found.book.name}”导入完成，{text}。"]
    said += hints(found)
    remarked = [line for line in lines if line.remark]
    if remarked:
        said.append(f"{summary(lines)}；有提示和没有记的行：")
        said += [f"{place_of(line)}：{line.remark}" for line in remarked[:LISTED]]
        if len(remarked) > LISTED:
            said.append(
                f"……还有 {len(remarked) - LISTED} 行没有列出，见“考核 → 历史导入”里的核对结果"
            )
    return said


def place_of(line: Line) -> str:
    """Where a line of the report stands: 第3行, “三月”第3行."""
    return f"“{line.sheet}”第{line.number}行" if line.sheet else f"第{line.number}行"


def _today(by: By) -> date:
    return by.today
