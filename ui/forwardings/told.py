"""What the side pane tells of one forwarding, and of its item elsewhere."""

from dataclasses import dataclass
from html import escape

from desk.booking import facts_standing
from desk.forwardings.entries import as_number
from desk.forwardings.forwarding import Count, Forwarding
from desk.forwardings.register import Entry
from desk.matters.kinds import noun_of
from desk.office_clock import office_time
from desk.repositories.matters import FoundMatter, MatterQuery
from desk.scoring.figures import printed
from desk.store import Work
from ui import style

_GAP = "&nbsp;" * 3


@dataclass(frozen=True, slots=True)
class Told:
    """A forwarding with what else there is about its item."""

    entry: Entry
    others: tuple[Forwarding, ...]
    linked: tuple[FoundMatter, ...]  # instructions and commissions
    points: str


def read_told(work: Work, entry: Entry) -> Told:
    """Read what else there is about an item."""
    held = entry.forwarding
    found = work.matters.all(Forwarding, MatterQuery(draft_id=held.draft_id))
    linked = (
        one for one in work.matters.linked(draft_id=held.draft_id) if one.kind != Forwarding.KIND
    )
    others = tuple(one for one in found if one.id != held.id and one.draft_id == held.draft_id)
    return Told(entry, others, tuple(linked), _points(work, held))


def html(told: Told) -> str:
    """The pane's text; links name matters and the item."""
    held, entry = told.entry.forwarding, told.entry
    rows = [
        ("报给", f"《{held.carrier}》　{entry.tier}　{entry.line}"),
        ("单位", entry.units),
        ("状态", _state(entry)),
        ("审签", _approval(entry)),
        ("报出", _sent(held)),
        ("结果", _result(entry)),
        ("记分", told.points),
        ("媒体", "；".join(f"{one.level} {one.medium} {one.place}".rstrip() for one in held.media)),
        ("备注", held.remark),
    ]
    cells = "".join(
        f"<tr><td style='color:{style.MUTED};white-space:nowrap;padding:2px 12px 2px 0'>{name}</td>"
        f"<td style='padding:2px 0'>{text if name == '状态' else _spaced(text)}</td></tr>"
        for name, text in rows
        if text
    )
    parts = [f"<h3>{escape(held.title)}</h3><table>{cells}</table>"]
    if told.others:
        parts.append(_section("同一篇还报给"))
        parts += [_link(one.subject, f"《{one.carrier}》{one.state}") for one in told.others]
    if told.linked:
        parts.append(_section("有关的督办"))
        parts += [
            _link(one.subject, f"{noun_of(one.subject)}　{one.number or one.title}")
            for one in told.linked
        ]
    parts.append(_link(f"life:{held.draft_id}", "生平"))
    return "".join(parts)


def _points(work: Work, held: Forwarding) -> str:
    if held.uncounted:
        return f"没有记：{held.uncounted}"
    if held.booked:
        if not held.is_foreign and not facts_standing(work, held.booked):
            return "台账里已收回"
        return "已记入台账（导入或考核里登记的）" if held.is_foreign else "已记入台账"
    if held.is_adopted:
        return {Count.LATER: "待记", Count.NO: "不记", Count.YES: ""}[held.count]
    return "上报已记入台账" if held.sent_booked else ""


def _state(entry: Entry) -> str:
    colour = style.RED if entry.is_late else style.INK
    return f"<span style='color:{colour}'>{escape(entry.state)}</span>"


def _approval(entry: Entry) -> str:
    held = entry.forwarding
    if entry.approval:
        return entry.approval.text
    return "；".join(filter(None, (held.approval, held.unapproved)))


def _sent(held: Forwarding) -> str:
    if held.sent is None:
        return f"要在 {held.day:%Y-%m-%d} 报出"
    sent = office_time(held.sent)
    return f"{sent:%Y-%m-%d %H:%M}　{held.route}　{held.sender}　{held.number}"


def _result(entry: Entry) -> str:
    held = entry.forwarding
    if not held.result_day:
        return f"已催问 {held.asked:%Y-%m-%d}" if held.asked else ""
    points = f"上级计 {printed(held.external)} 分" if held.external is not None else ""
    parts = (f"{held.result_day:%Y-%m-%d}", as_number(held.issue_number), entry.section, points)
    return "　".join(filter(None, (str(held.result), *parts)))


def _section(words: str) -> str:
    return f"<p style='color:{style.MUTED};margin-bottom:2px'>{words}</p>"


def _link(target: str, words: str) -> str:
    colour = style.ACCENT
    return f"<div><a style='color:{colour}' href='{target}'>{escape(words)}</a></div>"


def _spaced(text: str) -> str:
    """A text whose wide blanks stay wide."""
    return escape(text).replace("　", _GAP)
