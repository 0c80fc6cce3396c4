"""What the side tells of an instruction: its words large, who acts on it, its timeline."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from html import escape

from desk.commissions.commission import Call
from desk.instructions.instruction import Assignment, Instruction
from desk.instructions.listing import InstructionRow, task_words
from desk.office_clock import office_time
from ui import style

_PIXELS, _LARGE = 14, 20
Moment = tuple[datetime, str]


def page_html(
    row: InstructionRow,
    names: Mapping[int, str],
    account: str,
    now: datetime,
    look: style.Look,
) -> str:
    """The whole page; ``account`` is what it earns or has earned, in words."""
    one = row.instruction
    parts = (
        _head(row),
        _words(one, look),
        _tasks(one, names, now),
        _line("记分", account),
        _line("结果", one.result),
        _timeline(one, names),
    )
    size = look.px(_PIXELS)
    return f'<div style="font-size: {size}px; color: {style.INK}">{"".join(parts)}</div>'


def _head(row: InstructionRow) -> str:
    one = row.instruction
    title = escape(one.title)
    if one.item_id:
        title = f'<a href="draft:{one.item_id}" style="color: {style.INK}">{title}</a>'
    about = [row.who, f"{one.day:%Y-%m-%d}", one.tone, one.carrier, one.number, f"{row.state}"]
    told = "　".join(escape(text) for text in about if text)
    return f"<p><b>{title}</b></p><p style='color: {style.MUTED}'>{told}</p>"


def _words(one: Instruction, look: style.Look) -> str:
    if one.is_awaited:
        since = f"{one.submitted:%Y-%m-%d}" if one.submitted else ""
        return f"<p>{since} 报请批示，还没有批。批回来了按 F2 写上原文。</p>"
    lines = "<br>".join(escape(line) for line in one.text.splitlines())
    face, size = style.kai_face(), look.px(_LARGE)
    shown = f"font-family: '{face}'; font-size: {size}px"
    return f'<p style="{shown}">“{lines}”</p>'


def _tasks(one: Instruction, names: Mapping[int, str], now: datetime) -> str:
    if one.is_awaited:
        return ""
    if not one.assignments:
        return f'<p style="color: {style.AMBER}">△ 还没有交办。按 Ctrl+J 交给承办单位。</p>'
    rows = "".join(_task(task, names, now) for task in one.assignments)
    table = f'<table cellspacing="0" cellpadding="3" width="100%">{rows}</table>'
    return f"<p><b>承办</b></p>{table}"


def _task(task: Assignment, names: Mapping[int, str], now: datetime) -> str:
    late = task.is_late(now)
    colour = style.RED if late else style.INK
    name = escape(names.get(task.unit_id, "（已删除）")) + ("（牵头）" if task.leads else "")
    due = f"{office_time(task.due):%m-%d %H:%M} 前" if task.due else ""
    calls = f"催过 {len(task.calls)} 次" if task.calls else ""
    said = "　".join(text for text in (due, calls) if text)
    state = ("▲ " if late else "") + task_words(task, now)
    return (
        f'<tr><td><a href="unit:{task.unit_id}" style="color: {style.INK}">{name}</a></td>'
        f'<td style="color: {colour}">{escape(state)}</td>'
        f'<td style="color: {style.MUTED}">{escape(said)}</td></tr>'
    )


def _line(label: str, text: str) -> str:
    return f"<p><b>{label}</b>　{escape(text)}</p>" if text else ""


def _timeline(one: Instruction, names: Mapping[int, str]) -> str:
    moments = sorted(_moments(one, names), key=lambda pair: pair[0])
    rows = "".join(
        f'<tr><td style="color: {style.MUTED}" width="18%">{office_time(when):%m-%d %H:%M}</td>'
        f"<td>{escape(text).replace(chr(10), '<br>')}</td></tr>"
        for when, text in moments
    )
    return f'<p><b>经过</b></p><table cellspacing="0" cellpadding="3">{rows}</table>'


def _moments(one: Instruction, names: Mapping[int, str]) -> Iterator[Moment]:
    if one.received:
        yield one.received, "收到批示"
    yield from (_called(call, "催批") for call in one.reminders)
    for task in one.assignments:
        yield from _of_task(task, names.get(task.unit_id, ""))
    if one.reported:
        yield one.reported, "反馈已报"
    if one.closed:
        yield one.closed, f"办结：{one.result}"


def _of_task(task: Assignment, name: str) -> Iterator[Moment]:
    if task.handed:
        yield task.handed, f"{task.way}交办{name}"
    for more in task.extensions:
        yield more.when, f"{name}延期到 {office_time(more.due):%m-%d %H:%M}：{more.why}"
    yield from (_called(call, f"催办{name}") for call in task.calls)
    for held in task.feedback:
        kind = "反馈" if held.is_final else "阶段性反馈"
        back = "" if held.satisfied else "（退回重办）"
        yield held.when, f"{name}{kind}{back}：{held.text or '见来稿'}"


def _called(call: Call, what: str) -> Moment:
    spoke = f"，{call.spoke_to}" if call.spoke_to else ""
    said = f"：{call.said}" if call.said else ""
    return call.when, f"{what}{spoke}{said}"
