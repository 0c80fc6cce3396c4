"""The columns of the list of instructions."""

from desk.instructions.instruction import State
from desk.instructions.listing import InstructionRow
from ui import style
from ui.lists.column import Column

_COLOURS = {
    State.OVERDUE: style.RED,
    State.PENDING: style.AMBER,
    State.AWAITED: style.AMBER,
    State.RUNNING: style.ACCENT,
    State.ANSWERED: style.GREEN,
    State.CLOSED: style.MUTED,
}
_SIGNS = {
    State.OVERDUE: "▲",
    State.PENDING: "△",
    State.AWAITED: "◇",
    State.RUNNING: "●",
    State.ANSWERED: "◐",
    State.CLOSED: "✓",
}
_GIST = 60


def gist(text: str) -> str:
    """The words in one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _GIST else f"{plain[:_GIST]}…"


def state_words(row: InstructionRow) -> str:
    """▲ 超期, ● 办理中."""
    return f"{_SIGNS[row.state]} {row.state}"


COLUMNS: tuple[Column[InstructionRow], ...] = (
    Column(
        "state",
        "状态",
        state_words,
        84,
        sort=lambda row: list(State).index(row.state),
        colour=lambda row: _COLOURS[row.state],
    ),
    Column(
        "due",
        "时限",
        lambda row: row.clock,
        84,
        sort=lambda row: row.due.timestamp() if row.due else float("inf"),
        colour=lambda row: style.RED if row.state is State.OVERDUE else None,
    ),
    Column("day", "日期", lambda row: f"{row.instruction.day:%m-%d}", 58,
           sort=lambda row: row.instruction.day, tip=lambda row: f"{row.instruction.day:%Y-%m-%d}"),
    Column("leader", "领导", lambda row: row.instruction.leader, 72, tip=lambda row: row.who),
    Column(
        "title",
        "信息标题",
        lambda row: row.instruction.title,
        220,
        stretch=True,
        tip=lambda row: f"{row.instruction.title}\n{row.instruction.carrier}".strip(),
    ),
    Column(
        "text",
        "批示",
        lambda row: gist(row.instruction.text) or "（还没有批）",
        160,
        tip=lambda row: row.instruction.text[:600],
    ),
    Column("units", "承办单位", lambda row: row.units, 112, tip=lambda row: row.units),
    Column("number", "编号", lambda row: row.instruction.number, 130, hidden=True),
    Column(
        "level", "级别", lambda row: f"{row.instruction.level}{row.instruction.rank}", 110,
        hidden=True,
    ),
    Column("tone", "性质", lambda row: row.instruction.tone, 56, hidden=True),
    Column("carrier", "刊物", lambda row: row.instruction.carrier, 160, hidden=True),
    Column("account", "记分", lambda row: row.account, 84, hidden=True),
    Column("result", "办理结果", lambda row: row.instruction.result, 140, hidden=True),
)  # fmt: skip
