"""Go through a file without booking anything: every row with what it would book, or why not."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desk.errors import NotAllowedError
from desk.facts import Fact
from desk.importing.batches import Sort
from desk.importing.past import cells
from desk.importing.past.composites import joined
from desk.importing.past.context import month_in, month_text, tidied, year_in
from desk.importing.past.credit import unit_names
from desk.importing.past.crosses import guessed_columns, is_crossed
from desk.importing.past.grid import Grid, grid
from desk.importing.past.guide import Guide
from desk.importing.past.heads import Head, find_head
from desk.importing.past.lines import Skipped, lines
from desk.importing.past.ours import Match, Ours, matches
from desk.importing.past.rows import Ground, Row, understand
from desk.importing.past.sent_once import sent_once
from desk.importing.past.sent_up import unbooked_above
from desk.importing.registry import Carriers, UnitNames
from desk.importing.sheets import named_sheets
from desk.importing.tables import Record
from desk.jobs import Job, Progress
from desk.store import Work

_STEP = 200  # rows between two words of progress


@dataclass(frozen=True, slots=True)
class Book:
    """A file that was opened."""

    name: str
    data: bytes
    grids: tuple[Grid, ...]

    @property
    def digest(self) -> str:
        """Its SHA-256."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with its header lines; ``why`` says why it is not taken, "" where it is."""

    grid: Grid
    head: Head | None
    why: str
    guide: Guide  # with what this sheet's name and titles tell


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What an import would book."""

    book: Book
    guide: Guide
    pages: tuple[Page, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    unknown_units: Counter[str] = field(default_factory=Counter)
    unknown_carriers: Counter[str] = field(default_factory=Counter)
    matches: Mapping[str, Match] = field(default_factory=dict)

    @property
    def facts(self) -> list[Fact]:
        """All that it would book."""
        return [fact for row in self.rows for fact in row.facts]

    @property
    def wrong(self) -> list[Row]:
        """The rows that hinder it."""
        return [row for row in self.rows if row.problems]


def open_book(data: bytes, name: str) -> Book:
    """Read a file's sheets; raises NotReadableError."""
    return Book(name, data, tuple(grid(sheet) for sheet in named_sheets(data, name)))


def pages(book: Book, guide: Guide, carriers: Carriers, names: UnitNames) -> tuple[Page, ...]:
    """Each sheet with its headers, and whether it is taken.

    Of several sheets those of single items are taken, not the summaries of them.
    """
    found = [_page(one, book, guide, carriers, names) for one in book.grids]
    if guide.sheets:
        return tuple(
            one if one.grid.name in guide.sheets else replace(one, why=one.why or "没有选这张表")
            for one in found
        )
    return tuple(found)


def _page(sheet: Grid, book: Book, guide: Guide, carriers: Carriers, names: UnitNames) -> Page:
    head = find_head(sheet, guide)
    if head is None:
        return Page(sheet, None, "没有找到列名", guide)
    told = [sheet.name, *_titles(sheet, head), book.name]
    year = guide.year or year_in(told)
    guide = replace(guide, year=year, fixed=_fixed(sheet, head, guide, carriers, names))
    guide = replace(guide, month=month_in(told))
    text = month_text(year, guide.month)
    if text and "日期" not in head.columns and "日期" not in guide.fixed:
        guide = replace(guide, fixed={**guide.fixed, "日期": text})
    return Page(sheet, head, _why_not(sheet, head, guide, carriers), guide)


def _titles(sheet: Grid, head: Head) -> list[str]:
    return [text for row in sheet.rows[: head.first] for text in dict.fromkeys(row) if text]


def _fixed(
    sheet: Grid, head: Head, guide: Guide, carriers: Carriers, names: UnitNames
) -> dict[str, str]:
    """The values that hold for a whole sheet, its name among them where that is one."""
    fixed = dict(guide.fixed)
    name = guide.sheet_is
    if not name and "刊物" not in head.columns and carriers.knows(sheet.name):
        name = "刊物"
    elif not name and "单位" not in head.columns and names.knows(sheet.name):
        name = "单位"
    return ({name: sheet.name} | fixed) if name and sheet.name else fixed


def _why_not(sheet: Grid, head: Head, guide: Guide, carriers: Carriers) -> str:
    below = sheet.rows[head.last + 1 :]
    told = head.columns.keys() | guide.fixed.keys()
    if guide.cell is None:
        guessed = guessed_columns(below, head, carriers, guide.year)
        if is_crossed(below, head, guessed):
            return "是汇总表（一格一个数），要先说明每格是条数还是得分"
    if guide.cell and not any(label in guide.crossed for label in head.labels):
        return "没有说明要导入哪几列数"
    must = ("日期", "标题", "刊物") if guide.sort is Sort.UPPER else ("日期", "单位")
    missing = [name for name in must if name not in told]
    dated = guide.cell and all("日期" in guide.crossed.get(one, {}) for one in guide.crossed)
    if "日期" in missing and dated:
        missing.remove("日期")
    if missing:
        return f"没有{'、'.join(missing)}这{'一' if len(missing) == 1 else '几'}列"
    if not any(map(any, below)):
        return "没有一行数据"
    return "是隐藏的工作表" if sheet.is_hidden and not guide.sheets else ""


def ground_of(work: Work, guide: Guide, who: str, today: date = date.max) -> Ground:
    """What rows are understood by."""
    names = UnitNames(work.registry.units(), guide.units)
    carriers = Carriers(work.catalogue.publications(), guide.carriers)
    return Ground(names, carriers, "", who, today=today)


def rehearse(work: Work, book: Book, guide: Guide, who: str, today: date) -> Job[Rehearsal]:
    """Read every row of a file as an import would that day."""
    ground = ground_of(work, guide, who, today)
    sheets = pages(book, guide, ground.carriers, ground.names)
    taken = [page for page in sheets if not page.why]
    records: list[tuple[Record, Guide]] = []
    skipped: list[Skipped] = []
    for page in taken:
        assert page.head is not None  # noqa: S101 - a page without one isn't taken
        name = page.grid.name if len(taken) > 1 else ""
        found = lines(page.grid, page.head, page.guide, name)
        records += [(tidied(one, ground.carriers), page.guide) for one in found.records]
        skipped += found.skipped
    found_drafts = _matches(work, records, guide)
    upper = Ours(work, ground, found_drafts) if guide.sort is Sort.UPPER else None
    rows: list[Row] = []
    for at, (record, own) in enumerate(records):
        if at % _STEP == 0:
            yield Progress(at, len(records), "逐行核对")
        if upper:
            rows.append(upper.understand(record, own))
        else:
            rows.append(understand(record, replace(ground, year=own.year, month=own.month)))
    rows = joined(rows)
    standing = _standing(work, rows)
    rows = list(_marked(rows, set(map(_identity, standing))))
    rows = list(unbooked_above(work, rows)) if upper else sent_once(rows, standing)
    units, carriers = _unknown((record for record, _own in records), ground)
    return Rehearsal(
        book,
        guide,
        sheets,
        tuple(rows),
        tuple(skipped),
        Counter() if upper else units,  # other offices' units are none of ours
        carriers,
        found_drafts,
    )


def _matches(work: Work, records: Sequence[tuple[Record, Guide]], guide: Guide) -> dict[str, Match]:
    """Our drafts behind the titles of an upper level's list."""
    if guide.sort is not Sort.UPPER:
        return {}
    days = [
        day
        for record, own in records
        if (day := cells.day(record["日期"], own.year, own.month))
        or (day := cells.month_end(record["日期"], own.year))
    ]
    if not days:
        return {}
    titles = (record["标题"] for record, _own in records)
    return matches(work, titles, min(days), max(days), guide.matches)


def _unknown(records: Iterable[Record], ground: Ground) -> tuple[Counter[str], Counter[str]]:
    """Names that nobody bears, and in how many rows."""
    units: Counter[str] = Counter()
    carriers: Counter[str] = Counter()
    for record in records:
        if record["刊物"] and not ground.carriers.knows(record["刊物"]):
            carriers[record["刊物"]] += 1
        for name in unit_names(record["单位"], ground.names.knows):
            if not ground.names.knows(name):
                units[name] += 1
    return units, carriers


def _standing(work: Work, rows: Sequence[Row]) -> list[Fact]:
    """What is booked already under the rows' titles, from the first one's year on."""
    days = [fact.day for row in rows for fact in row.facts]
    if not days:
        return []
    titles = {fact.title for row in rows for fact in row.facts}
    held = work.imports.titled(titles, date(min(days).year, 1, 1), max(days))
    gone = {fact.reverses for fact in work.ledger.reversing(fact.id for fact in held)}
    return [fact for fact in held if fact.id not in gone]


def _marked(rows: Iterable[Row], booked: set[tuple[object, ...]]) -> Iterator[Row]:
    """The rows, those booked already with a problem, those like an earlier one with a remark."""
    seen: dict[tuple[object, ...], Record] = {}
    for row in rows:
        last = row.facts[-1] if row.facts else None
        if last is None or not last.title:
            yield row
            continue
        key = _identity(last)
        earlier = seen.setdefault(key, row.record)
        if key in booked:
            yield replace(row, facts=(), problems=(f"“{last.title}”台账里已经有同样的一条",))
        elif earlier is not row.record:
            where = f"“{earlier.sheet}”" if earlier.sheet else ""
            said = f"与{where}第{earlier.number}行一样，会记两次"
            yield replace(row, remarks=(*row.remarks, said))
        else:
            yield row


def _identity(fact: Fact) -> tuple[object, ...]:
    place = (fact.publication_id, fact.section_id, fact.issue_number)
    said = fact.particulars
    told = (said.level, said.rank, said.tone, said.outcome, said.value, said.item)
    return (fact.kind, fact.counted, fact.unit_id, fact.title, *place, *told)


def must_be_new(work: Work, book: Book) -> None:
    """Raise NotAllowedError where the same file counts already."""
    held = work.imports.standing(book.digest)
    if held:
        raise NotAllowedError(
            f"“{book.name}”已经导入过（第 {held.id} 批），没有再次导入。"
            "如要补充，请只把新增的行另存一个文件再导入；要重新导入，请先撤销那一批。"
        )
