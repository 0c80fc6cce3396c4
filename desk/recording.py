"""Use case: register by hand what came on paper or by telephone (纸质、电话来稿登记)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.auditing import By, note
from desk.body import Body, Picture, plain
from desk.commissions.linking import Linker
from desk.drafts import Channel, Draft, Kind, Original, Secrecy, Urgency
from desk.errors import FieldError
from desk.intake.pictures import MAX_PIXELS, size
from desk.office_clock import minute_words
from desk.secrecy.grades import must_be_allowed, starred_in
from desk.store import Store, Work
from desk.submissions import book_submission
from desk.timing import limits, timed

LONGEST_TITLE = 300
LARGEST_SCAN = 50 << 20  # bytes, as for every file at the door


@dataclass(frozen=True, slots=True)
class Slip:
    """What the clerk writes down; ``scans`` are pictures of the paper with their file names."""

    title: str
    unit_ids: tuple[int, ...] = ()
    text: str = ""
    channel: Channel = Channel.PAPER
    author: str = ""
    phone: str = ""
    event_date: date | None = None
    kind: Kind | None = None
    urgency: Urgency = Urgency.NORMAL
    scans: tuple[tuple[str, bytes], ...] = ()


def record(store: Store, slip: Slip, *, by: By, ceiling: Secrecy = Secrecy.INTERNAL) -> Draft:
    """Register a slip; raises FieldError with the field that is wrong.

    Its original is the first scan, or the text as it was typed.
    """
    with store.begin() as work:
        return record_within(work, slip, by, ceiling)


def record_within(work: Work, slip: Slip, by: By, ceiling: Secrecy = Secrecy.INTERNAL) -> Draft:
    """Register as ``record`` does, as a part of another use case."""
    title = slip.title.strip()
    if not title:
        raise FieldError("title", "标题不能为空。请写上标题。")
    if len(title) > LONGEST_TITLE:
        raise FieldError("title", f"标题有 {len(title)} 个字，最多 {LONGEST_TITLE} 个字。请缩短。")
    must_be_allowed(starred_in(f"{title}\n{slip.text}"), ceiling)
    draft = work.drafts.add(timed(_draft(work, slip, title, by), limits(work)), by.who)
    book_submission(work, draft, by)
    note(work, by, "登记来稿", f"draft:{draft.id}", f"{slip.channel}登记")
    return Linker(work).link(work, draft, by)


def scan(name: str, data: bytes) -> tuple[int, int]:
    """The size in pixels of a scan that can be kept; raises FieldError for any other file."""
    found = size(data)
    if found is None:
        raise FieldError("scans", f"“{name}”不是能用的图片。请用 JPG 或 PNG 格式的扫描件。")
    if found[0] * found[1] > MAX_PIXELS or len(data) > LARGEST_SCAN:
        raise FieldError(
            "scans", f"“{name}”太大（{found[0]}×{found[1]} 点）。请用较低的清晰度重新扫描。"
        )
    return found


def _draft(work: Work, slip: Slip, title: str, by: By) -> Draft:
    pictures = tuple(_kept(work, name, data) for name, data in slip.scans)
    body = Body((*plain(slip.text).blocks, *pictures))
    moment = minute_words(by.now)
    name, data = (
        slip.scans[0]
        if slip.scans
        else (f"{slip.channel}登记 {moment}.txt", f"{title}\n{slip.text}".encode())
    )
    return Draft(
        title=title,
        body=body,
        original=Original(Path(name).name, work.files.put(data, name), body),
        received=by.now,
        channel=slip.channel,
        unit_ids=slip.unit_ids,
        author=slip.author.strip(),
        phone=slip.phone.strip(),
        event_date=slip.event_date,
        kind=slip.kind,
        urgency=slip.urgency,
    )


def _kept(work: Work, name: str, data: bytes) -> Picture:
    width, height = scan(name, data)
    work.ceiling.must_hold(name)
    return Picture(work.files.put(data, name), width, height)
