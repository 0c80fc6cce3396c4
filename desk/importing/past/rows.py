"""What a row of an old ledger means, and the facts it books."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from desk.errors import DeskError, NotFoundError
from desk.facts import Fact, FactKind, Particulars
from desk.importing import values
from desk.importing.past import cells
from desk.importing.past.credit import Stake, stakes
from desk.importing.past.details import particulars
from desk.importing.past.instructions import MOST_AT_ONCE, Noted, instructions
from desk.importing.registry import Carriers, UnitNames, plain
from desk.importing.tables import Record
from desk.issues import Role

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
MATTERS = {kind.value: kind for kind in FactKind if kind is not FactKind.REVERSAL} | {
    "来稿": FactKind.SUBMISSION,
    "录用": FactKind.ADOPTION,
    "刊用": FactKind.ADOPTION,
    "选报": FactKind.FORWARDING,
    "转报": FactKind.FORWARDING,
    "约稿结果": FactKind.COMMISSION,
    "紧急信息": FactKind.EMERGENCY,
    "人工调整": FactKind.ADJUSTMENT,
    "加分": FactKind.ADJUSTMENT,
    "加减分": FactKind.ADJUSTMENT,
}
PROBLEM = "问题"  # no column: what a reader found wrong before the row was understood
_LONGEST = {"标题": 300, "期号": 60, "备注": 400}
_LOST_ZERO = re.compile(r"\d{1,2}\.[123]")  # 3.10 as a number is 3.1
_LEADERS = ("level", "rank", "tone")
_FIRST_YEAR = 1949
_SOME_YEAR, _SOME_MONTH = 2000, 1  # to see whether only the year is missing


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are understood by: the registry, the year of days that name none, who books."""

    names: UnitNames
    carriers: Carriers
    source: str
    who: str = ""
    year: int | None = None
    month: int | None = None
    today: date = date.max


@dataclass(frozen=True, slots=True)
class Row:
    """A row with what it books: nothing where anything in it is wrong."""

    record: Record
    facts: tuple[Fact, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Days:
    """When it was adopted, sent in, and noted on."""

    day: date
    sent: date
    noted: date


@dataclass(frozen=True, slots=True)
class _Understood:
    """What the cells of a row mean; ``place`` is publication and section, None for none."""

    days: _Days
    units: Sequence[tuple[int, Stake]]
    place: tuple[int, int | None] | None
    role: Role
    matters: Sequence[FactKind]
    noted: Sequence[Noted]
    said: Particulars
    parties: int


class _Reader:
    """Reads the cells of one row and collects what is wrong with them."""

    def __init__(self, record: Record, ground: Ground) -> None:
        self.record, self.ground = record, ground
        self.problems: list[str] = [record[PROBLEM]] if record[PROBLEM] else []
        self.remarks: list[str] = []

    def read(self) -> _Understood | None:
        """The row's meaning; None where something is wrong."""
        units = self._units()
        days = self._days()
        place = self._place()
        role = self._role(len(units))
        matters = self._matters()
        said = particulars(self.record, days.day if days else None, self.problems.append)
        parties = self._parties(len(units))
        self._lengths()
        noted = self._noted()
        if self.problems or days is None:
            return None
        self._remark(noted, matters, said)
        if FactKind.ADJUSTMENT in matters and said.value is None:
            self.problems.append("事项是“调整”的要写核定分，加分写正数，减分写负数")
            return None
        return _Understood(days, units, place, role, matters, noted, said, parties)

    def _units(self) -> list[tuple[int, Stake]]:
        names = self.ground.names
        text = self.record["单位"]
        if not values.names(text):
            self.problems.append("没有写单位")
            return []
        try:
            written = stakes(text, self.record["主协"], self.record["份额"], names.knows)
        except DeskError as error:
            self.problems.append(str(error))
            return []
        found: dict[int, Stake] = {}
        for stake in written:
            try:
                found.setdefault(names.find(stake.name).id, stake)
            except NotFoundError as error:
                self.problems.append(str(error))
        return list(found.items())

    def _days(self) -> _Days | None:
        day = self._day("日期")
        sent, noted = self._day("报送日期"), self._day("批示日期")
        if not self.record["日期"]:
            self.problems.append("没有写日期")
        return _Days(day, sent or day, noted or day) if day else None

    def _day(self, header: str) -> date | None:
        text, year, month = self.record[header], self.ground.year, self.ground.month
        if not text:
            return None
        if found := cells.day(text, year, month):
            if _LOST_ZERO.fullmatch(text):
                self.remarks.append(f"{header}“{text}”记在 {found}；原来是 {text}0 的，请改成文本")
            return self._credible(header, found)
        if found := cells.month_end(text, year):
            self.remarks.append(f"{header}“{text}”只到月，记在 {found}")
            return self._credible(header, found)
        self.problems.append(f"{header}“{text}”{self._why_no_day(text)}")
        return None

    def _credible(self, header: str, day: date) -> date | None:
        """The day, unless it is of a month to come or of another age: then it was mistyped."""
        today = self.ground.today
        is_to_come = (day.year, day.month) > (today.year, today.month)
        if not is_to_come and day.year >= _FIRST_YEAR:
            return day
        why = "还没有到" if is_to_come else f"在 {_FIRST_YEAR} 年以前"
        self.problems.append(f"{header}“{self.record[header]}”{why}，请核对年份")
        return None

    def _noted(self) -> tuple[Noted, ...]:
        text = self.record["批示"].strip()
        if text.isdecimal() and int(text) > MOST_AT_ONCE:
            self.problems.append(f"批示“{text}”太多，一行最多 {MOST_AT_ONCE} 次。请分行写")
            return ()
        return instructions(text)

    def _why_no_day(self, text: str) -> str:
        if self.ground.year is None and cells.day(text, _SOME_YEAR, _SOME_MONTH):
            return "没有年份。请写全，或在文件名、表名、标题里写上“2026年”"
        return "认不出来"

    def _place(self) -> tuple[int, int | None] | None:
        if not self.record["刊物"]:
            return None
        try:
            return self.ground.carriers.find(self.record["刊物"], self.record["栏目"])
        except NotFoundError as error:
            self.problems.append(str(error))
            return None

    def _role(self, units: int) -> Role:
        text = plain(self.record["方式"])
        if not text:
            return Role.JOINT if units > 1 else Role.SINGLE
        if text not in _ROLES:
            known = "、".join(Role)
            self.problems.append(f"方式“{self.record['方式']}”认不出来，可以写：{known}")
        return _ROLES.get(text, Role.SINGLE)

    def _matters(self) -> Sequence[FactKind]:
        """What the row books; nothing where it is to follow from its other cells."""
        found = []
        for word in values.names(self.record["事项"]):
            kind = MATTERS.get(plain(word))
            if kind is None:
                known = "、".join(one for one in FactKind if one is not FactKind.REVERSAL)
                self.problems.append(f"事项“{word}”认不出来，可以写：{known}")
            else:
                found.append(kind)
        return found

    def _parties(self, units: int) -> int:
        text = self.record["家数"].removesuffix("家")
        if not text:
            return units
        found = values.count(text)
        if found is None or found < units:
            self.problems.append(f"家数“{text}”应是不小于 {units} 的整数")
        return found or units

    def _lengths(self) -> None:
        for header, most in _LONGEST.items():
            if len(self.record[header]) > most:
                size = len(self.record[header])
                self.problems.append(f"{header}有 {size} 个字，最多 {most} 个，请缩短")

    def _remark(
        self, noted: Sequence[Noted], matters: Sequence[FactKind], said: Particulars
    ) -> None:
        for one in noted:
            level, rank = said.level or one.level, said.rank or one.rank
            if not (level and rank):
                what = "、".join(word for word, has in (("级别", level), ("职务", rank)) if not has)
                self.remarks.append(f"批示“{one.text}”没有认出{what}")
        is_led = matters == [] and (said.level or said.rank) and not noted
        if is_led:
            self.remarks.append("写了级别或职务，但没有写批示，没有记批示")
        if FactKind.ADOPTION in matters and not self.record["刊物"]:
            self.remarks.append("事项是“采用”，没有写刊物")


def understand(record: Record, ground: Ground) -> Row:
    """Read a row: its facts, or what is wrong with it; remarks stand beside both."""
    reader = _Reader(record, ground)
    row = reader.read()
    problems, remarks = tuple(reader.problems), tuple(reader.remarks)
    if row is None:
        return Row(record, (), problems, remarks)
    return Row(record, tuple(_facts(record, row, ground)), problems, remarks)


def _facts(record: Record, row: _Understood, ground: Ground) -> Iterator[Fact]:
    """One row's facts, unit by unit."""
    for unit_id, stake in row.units:
        held = _held(record, row, ground, unit_id, stake)
        if row.matters:
            for matter in row.matters:
                yield from _of_matter(matter, held, row)
        else:
            yield from _of_record(held, row)


def _held(record: Record, row: _Understood, ground: Ground, unit_id: int, stake: Stake) -> Fact:
    """What all facts of a unit in a row have in common."""
    said = f"批示：{record['批示']}" if record["批示"] else ""
    publication_id, section_id = row.place or (None, None)
    return Fact(
        FactKind.ADOPTION,
        row.days.day,
        unit_id,
        record["标题"],
        ground.source,
        publication_id=publication_id,
        section_id=section_id,
        role=row.role,
        shares=row.parties,
        issue_number=_issue_number(record["期号"]),
        note="；".join(filter(None, (said, record["备注"])))[:500],
        part=stake.part,
        portion=stake.share,
        particulars=row.said,
        by=ground.who,
    )


def _of_matter(matter: FactKind, held: Fact, row: _Understood) -> Iterator[Fact]:
    """What a row books that names its 事项: that only."""
    fact = replace(held, kind=matter)
    if matter is FactKind.INSTRUCTION:
        for one in row.noted or (Noted(""),):
            yield _instruction(fact, one, row.days.noted)
    elif matter is FactKind.SUBMISSION:
        yield replace(fact, day=row.days.sent)
    else:
        yield fact


def _of_record(held: Fact, row: _Understood) -> Iterator[Fact]:
    """What a plain row books: a submission, its adoption, and every instruction on it.

    What somebody decided or the upper level published is the adoption's where there is one, and
    the leader's level and rank are the instructions' alone.
    """
    common = replace(held.particulars, value=None, external=None)
    if row.noted:
        common = replace(common, level="", rank="", tone="")
    decided = replace(common, value=held.particulars.value, external=held.particulars.external)
    yield replace(
        held,
        kind=FactKind.SUBMISSION,
        day=row.days.sent,
        publication_id=None,
        section_id=None,
        issue_number="",
        particulars=common if row.place else decided,
    )
    if row.place:
        yield replace(held, particulars=decided)
    for one in row.noted:
        told = replace(held.particulars, value=None, external=None)
        yield _instruction(replace(held, particulars=told), one, row.days.noted)


def _instruction(held: Fact, noted: Noted, day: date) -> Fact:
    """One instruction; the row's own columns go before what was read from its words."""
    said = held.particulars
    told = {name: getattr(said, name) or getattr(noted, name) for name in _LEADERS}
    return replace(held, kind=FactKind.INSTRUCTION, day=day, particulars=replace(said, **told))


def _issue_number(text: str) -> str:
    """A bare number as releases book it (第3期), anything else as it stands."""
    return f"第{int(text)}期" if text.isdecimal() else text


def total_share(facts: Sequence[Fact]) -> Fraction:
    """The shares of these facts together."""
    return sum((fact.portion or Fraction(0) for fact in facts), Fraction(0))
