"""Papers of instructions: the hand-over slip (转办单), the chase list, the monthly list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from desk.body import Table
from desk.commissions.moments import moment_words
from desk.dates import full_date
from desk.errors import DeskError
from desk.instructions.drafting import quoted
from desk.instructions.instruction import Assignment, Instruction
from desk.instructions.listing import InstructionRow, task_words
from desk.layout.forms import Form
from desk.office_clock import day_of, office_time
from desk.reports.register import Heading, Part, Register

Names = Mapping[int, str]
_MONTH_HEADS = (
    Heading("序号", 12, centred=True),
    Heading("编号", 33),
    Heading("批示日期", 21, centred=True),
    Heading("批示领导", 29),
    Heading("信息标题", 46),
    Heading("批示原文"),
    Heading("承办单位", 30),
    Heading("办理情况", 38),
)
_CHASE_HEADS = (
    Heading("单位", 28),
    Heading("编号", 33),
    Heading("批示事项", 54),
    Heading("交办", 20, centred=True),
    Heading("反馈时限", 26, centred=True),
    Heading("时限", 23, centred=True),
    Heading("联系电话", 27),
    Heading("催过"),
)


def slips(
    office: str, one: Instruction, unit_ids: Sequence[int], names: Names, contact: str, day: date
) -> list[Form]:
    """A hand-over slip for each unit. Raises DeskError where it was not handed over."""
    tasks = [task for task in one.assignments if task.unit_id in unit_ids and task.handed]
    if not tasks:
        raise DeskError(f"{one.name}还没有交办，不能印转办单。请先交办。")
    return [_slip(office, one, task, names, contact, day) for task in tasks]


def _slip(
    office: str, one: Instruction, task: Assignment, names: Names, contact: str, day: date
) -> Form:
    unit = names.get(task.unit_id, "")
    day = day_of(task.handed) if task.handed else day  # a slip printed again is the same
    carrier = f"{one.carrier}所载" if one.carrier else ""
    receipt = (
        ("承办单位", unit, "签收人", ""),
        ("联系电话", "", "签收时间", ""),
    )
    return Form(
        "领导批示转办单",
        office,
        day,
        meta=(one.number, full_date(day)),
        to=unit,
        paragraphs=(
            f"{full_date(one.day)}，{one.signatory}对{carrier}“{one.title}”作出批示：",
            quoted(one.text),
            *_asked(one, task, names, contact),
        ),
        table=Table(receipt, header_rows=0),
        columns=(16, 40, 16, 28),
        signed=(office, full_date(day)),
    )


def _asked(one: Instruction, task: Assignment, names: Names, contact: str) -> Iterator[str]:
    others = [names.get(each.unit_id, "") for each in one.assignments if each is not task]
    lead = next((names.get(each.unit_id, "") for each in one.assignments if each.leads), "")
    ask = f"联系人：{contact}。" if contact else ""
    if task.due is None:
        yield f"请你单位阅知。{ask}"
        return
    if others:
        led = f"，由{'你单位' if task.leads else lead}牵头" if lead else ""
        yield f"此件同时交{'、'.join(others)}办理{led}。"
    yield (
        f"请你单位按照批示要求抓紧办理，于{moment_words(task.due)}前书面反馈办理情况，"
        f"并由主要负责人审签。{ask}"
    )


def chase_list(
    office: str,
    rows: Iterable[InstructionRow],
    names: Names,
    phones: Names,
    now: datetime,
    made: str,
) -> Register:
    """The chase list (批示催办单): who owes feedback or words; by unit, the latest first."""
    day = day_of(now)
    found = list(rows)
    owed = sorted(
        (
            (task, row.instruction)
            for row in found
            if row.instruction.closed is None
            for task in row.instruction.owing
        ),
        key=lambda pair: (names.get(pair[0].unit_id, ""), pair[0].due or now),
    )
    lines = [_chase_line(one, task, names, phones, now) for task, one in owed]
    waiting = [_wait_line(row.instruction) for row in found if row.instruction.is_awaited]
    parts = [Part("欠反馈的单位", lines)] if lines else []
    parts += [Part("报请批示、还没有批的", waiting)] if waiting else []
    return Register(
        f"{office}批示催办单",
        f"欠反馈 {len(lines)} 件，待批示 {len(waiting)} 件",
        made,
        day,
        _CHASE_HEADS,
        parts,
        groups=1,
        landscape=True,
    )


def _chase_line(
    one: Instruction, task: Assignment, names: Names, phones: Names, now: datetime
) -> list[str]:
    last = task.calls[-1] if task.calls else None
    called = f"{len(task.calls)} 次，{office_time(last.when):%m-%d}：{last.said}" if last else ""
    return [
        names.get(task.unit_id, ""),
        one.number,
        f"{one.leader}批示：{one.title}",
        f"{office_time(task.handed):%m-%d}" if task.handed else "",
        f"{office_time(task.due):%m-%d %H:%M}" if task.due else "",
        task_words(task, now),
        phones.get(task.unit_id, ""),
        called,
    ]


def _wait_line(one: Instruction) -> list[str]:
    last = one.reminders[-1] if one.reminders else None
    called = f"{len(one.reminders)} 次，{office_time(last.when):%m-%d}：{last.said}" if last else ""
    sent = f"{one.submitted:%m-%d}" if one.submitted else ""
    return [one.leader, "", one.title, f"{sent} 报请", "", "待批示", "", called]


def month_list(
    title: str, rows: Iterable[InstructionRow], names: Names, now: datetime, made: str
) -> Register:
    """The monthly list (批示月报): every instruction of some days with its literal text."""
    found = sorted(
        (row for row in rows if not row.instruction.is_awaited),
        key=lambda row: (row.instruction.day, row.instruction.id),
    )
    lines = [_month_line(at, row, names, now) for at, row in enumerate(found, 1)]
    done = sum(row.instruction.closed is not None for row in found)
    return Register(
        title,
        f"共 {len(lines)} 件，办结 {done} 件",
        made,
        day_of(now),
        _MONTH_HEADS,
        [Part("", lines)],
        landscape=True,
    )


def _month_line(at: int, row: InstructionRow, names: Names, now: datetime) -> list[str]:
    one = row.instruction
    carrier = f"（{one.carrier}）" if one.carrier else ""
    return [
        str(at),
        one.number,
        f"{one.day:%Y-%m-%d}",
        row.who,
        f"{one.title}{carrier}",
        one.text,
        row.units,
        outcome(one, names, now, str(row.state)),
    ]


def outcome(one: Instruction, names: Names, now: datetime, state: str) -> str:
    """What became of it in a few words."""
    if one.closed is not None:
        return f"{office_time(one.closed):%m-%d}办结：{one.result}"
    tasks = [f"{names.get(task.unit_id, '')}{task_words(task, now)}" for task in one.assignments]
    return "；".join([state, *tasks])
