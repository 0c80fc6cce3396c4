"""What leaders wrote on the demo office's items, and how far each has come."""

import tomllib
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from desk.auditing import By
from desk.calendar import add_working_days
from desk.commissions.commission import Call
from desk.demo.clerk import Clerk
from desk.demo.registry import FOLDER
from desk.demo.workdays import clock, workdays_back
from desk.instructions.answering import close, report, take_feedback
from desk.instructions.booking import book
from desk.instructions.drafting import draft_feedback
from desk.instructions.handing import Handover, extend, hand_over, note_call
from desk.instructions.instruction import Feedback, Instruction, Way
from desk.instructions.items import Item, choices
from desk.instructions.registering import register
from desk.office_clock import day_of
from desk.paths import RESOURCES

_HOURS = (9, 10, 11, 14, 15, 16, 17)
_FACE = RESOURCES / "fonts" / "FandolKai-Regular.otf"
Entry = dict[str, Any]


def instruct(clerk: Clerk, today: date) -> None:
    """Register the last weeks' instructions and do about them what was done."""
    told = tomllib.loads((FOLDER / "instructions.toml").read_text(encoding="utf-8"))
    entries: Sequence[Entry] = told["instruction"]
    days = workdays_back(today, 1 + max(one["几天前"] for one in entries))
    with clerk.store.read() as work:
        printed = [one for one in choices(work, "", clerk.now) if not one.title.startswith("关于")]
        units = {one.short: one.id for one in work.registry.units()}
    for entry in sorted(entries, key=lambda one: -int(one["几天前"])):
        _happen(clerk, entry, days, printed, units)


def _happen(
    clerk: Clerk,
    entry: Entry,
    days: Sequence[date],
    printed: Sequence[Item],
    units: dict[str, int],
) -> None:
    ago = entry["几天前"]
    day = days[-1 - ago]
    by = clerk.at(day, 8, 40)
    item = printed[entry["条目"] % len(printed)] if "条目" in entry and printed else None
    awaited = entry.get("报请", False)
    wanted = Instruction(
        title=item.title if item else entry.get("标题", ""),
        day=day,
        item_id=item.draft_id if item else 0,
        issue_id=item.issue_id if item else 0,
        publication_id=item.publication_id if item else 0,
        carrier=item.carrier if item else entry.get("刊物", ""),
        sources=tuple(units[one] for one in entry.get("单位", ())[:1]) if item is None else (),
        leader=entry["领导"],
        rank=entry.get("职务", ""),
        level=entry.get("级别", ""),
        tone=entry.get("性质", ""),
        text=entry.get("原文", ""),
        submitted=day if awaited else None,
    )
    scans = [("批示件.png", _paper(wanted))] if not awaited and ago % 2 else []
    held = register(clerk.store, wanted, scans, by=by).latter
    if "交办" in entry:
        unit_ids = tuple(units[one] for one in entry.get("单位", ())) or held.sources
        due = clock(add_working_days(day, entry["几天反馈"], {}), 18)
        asked = Handover(unit_ids, Way(entry["交办"]), due, unit_ids[0])
        held = hand_over(clerk.store, held.id, asked, by=clerk.at(day, 9, 20)).latter
    if entry.get("记分"):
        book(clerk.store, held.id, by=clerk.at(day, 9, 40), anyway=True)
    _proceed(clerk, entry, held, [*days[len(days) - ago :], days[-1]])


def _proceed(clerk: Clerk, entry: Entry, held: Instruction, days: Sequence[date]) -> None:
    """Do the steps, one a working day after the hand-over, the last ones today."""
    for at, said in enumerate(entry.get("步骤", ())):
        by = clerk.at(days[min(at, len(days) - 1)], _HOURS[at % len(_HOURS)], 30)
        _step(clerk, held, by, *said.partition("：")[::2])


def _step(clerk: Clerk, held: Instruction, by: By, step: str, said: str) -> None:
    store, first = clerk.store, held.assignments[0].unit_id if held.assignments else 0
    match step:
        case "催办" | "催批":
            spoke_to, _, answer = said.partition("，")
            call = Call(by.now, by.who, spoke_to, said=answer)
            note_call(store, held.id, first, call, by=by)
        case "延期":
            count, _, why = said.partition("，")
            former = day_of(held.assignments[0].due or by.now)
            due = clock(add_working_days(former, int(count), {}), 18)
            extend(store, held.id, [one.unit_id for one in held.assignments], due, why, by=by)
        case "反馈":
            take_feedback(store, held.id, first, Feedback(by.now, said), by=by)
        case "反馈稿":
            draft_feedback(store, held.id, by=by)
        case "已报":
            report(store, held.id, by=by)
        case _:
            close(store, held.id, said, by=by)


def _paper(one: Instruction) -> bytes:
    """A picture of the paper with the leader's hand on it."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - heavy, loaded on use

    image = Image.new("RGB", (720, 460), (250, 249, 245))
    draw = ImageDraw.Draw(image)
    large, small = (ImageFont.truetype(str(_FACE), size) for size in (34, 22))
    draw.text((40, 36), one.carrier or "信息专报", font=small, fill=(180, 30, 30))
    draw.line((40, 74, 680, 74), fill=(180, 30, 30), width=2)
    draw.text((40, 92), one.title[:28], font=small, fill=(40, 40, 40))
    words = "".join(one.text.split())
    for at in range(0, min(len(words), 80), 16):
        draw.text((70, 160 + at * 3), words[at : at + 16], font=large, fill=(20, 50, 140))
    draw.text((430, 400), f"{one.leader}　{one.day:%m.%d}", font=large, fill=(20, 50, 140))
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
