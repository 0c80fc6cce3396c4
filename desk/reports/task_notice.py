"""目标任务通知: the year's tasks of all units, as the office sends them out (R125)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from desk.body import Table
from desk.dates import full_date
from desk.layout.forms import Form
from desk.scoring.figures import printed
from desk.units import Quota, Unit, UnitGroup

_WIDTHS = (8, 34, 14, 14, 30)


def task_notice(
    office: str,
    year: int,
    units: Sequence[Unit],
    groups: Sequence[UnitGroup],
    quotas: Mapping[int, Quota],
    day: date,
) -> Form:
    """The notice of a year with a row for each unit that has a task, group by group.

    Quotas are by unit id; what changed during the year stands as it is on the notice's day.
    """
    asked = [unit for unit in units if unit.id in quotas]
    rows: list[tuple[str, ...]] = [("序号", "单位", "目标分", "目标条数", "其中和备注")]
    for group in groups:
        members = [unit for unit in asked if unit.group_id == group.id]
        if members:
            rows.append(("", group.name, "", "", f"{len(members)}个单位"))
        rows += [_row(at, unit, quotas[unit.id].on(day)) for at, unit in enumerate(members, 1)]
    total = sum(
        (quotas[unit.id].on(day).points for unit in asked if not quotas[unit.id].exempt), Decimal(0)
    )
    return Form(
        f"关于下达{year}年度政务信息目标任务的通知",
        office,
        day,
        to="各有关单位",
        paragraphs=(
            f"现将{year}年度政务信息目标任务下达给你们，请分解落实到人，按序时进度完成。",
            f"任务涉及{len(asked)}个单位，目标分合计{printed(total)}分。",
            "得分、完成进度按计分办法计算，定期通报，年终考核。",
        ),
        table=Table(tuple(rows), header_rows=1),
        columns=_WIDTHS,
        signed=(office, full_date(day)),
    )


def _row(number: int, unit: Unit, quota: Quota) -> tuple[str, ...]:
    if quota.exempt:
        return (str(number), unit.name, "—", "—", f"免考核：{quota.exempt}")
    return (
        str(number),
        unit.name,
        printed(quota.points),
        str(quota.items) if quota.items else "—",
        "；".join(_parts(quota)),
    )


def _parts(quota: Quota) -> Iterable[str]:
    """What is asked of parts: 参阅类不少于 2 条."""
    for one in quota.subs:
        asked = [f"{printed(one.points)} 分"] if one.points else []
        asked += [f"{one.items} 条"] if one.items else []
        yield f"{one.name}不少于 {'、'.join(asked) or '0 条'}"
