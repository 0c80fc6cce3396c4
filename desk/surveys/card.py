"""The card of a unit: its figures in words, and what is behind them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.dates import full_date
from desk.drafts import Status
from desk.facts import FactKind
from desk.reasons import Reason
from desk.scoring.figures import printed
from desk.scoring.lines import LedgerLine
from desk.scoring.progress.gap import Offer
from desk.scoring.progress.outlook import Outlook
from desk.scoring.results import ScoreTable, UnitScore
from desk.surveys.survey import Record, Survey, UnitSurvey
from desk.surveys.words import unit_words
from desk.units import Unit

_LISTED = 8  # items named one by one; of more the number is told
_MONTHS_A_ROW = 6


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody of the unit who can be rung; ``since`` says from where that is known."""

    name: str
    phone: str
    known: str  # 来稿 2026-07-14; 核实登记


@dataclass(frozen=True, slots=True)
class Sent:
    """One of the unit's latest drafts."""

    id: int
    title: str
    day: date
    status: Status
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """Something of the task desk that is open with the unit; ``subject`` as "commission:3"."""

    text: str
    subject: str


@dataclass(frozen=True, slots=True)
class Aside:
    """What the card tells beside the figures."""

    callers: tuple[Caller, ...] = ()
    latest: tuple[Sent, ...] = ()
    offers: tuple[Offer, ...] = ()
    owed: tuple[Owed, ...] = ()


@dataclass(frozen=True, slots=True)
class CardPart:
    """A heading with lines, or with a table whose rows without a first cell are heads.

    ``subjects`` are what the lines tell of, one by one, as "draft:7", "commission:3".
    """

    heading: str
    lines: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One unit over some days; ``words`` can be read out."""

    unit: Unit
    period: str
    words: str
    parts: tuple[CardPart, ...] = ()

    @property
    def text(self) -> str:
        """All of it as plain text, to be pasted somewhere."""
        blocks = [self.words]
        for part in self.parts:
            rows = ["　".join(row) for row in part.table]
            blocks.append("\n".join([f"【{part.heading}】", *part.lines, *rows]))
        return "\n\n".join(blocks)


def card(
    score: UnitScore,
    table: ScoreTable,
    period: str,
    aside: Aside | None = None,
    survey: Survey | None = None,
) -> Card:
    """Make a unit's card of what has been read so far; the words need no more than the table."""
    beside = aside or Aside()
    one = next((x for x in survey.units if x.unit == score.unit), None) if survey else None
    parts = [
        *_contact(beside),
        *_owed(beside),
        *_latest(beside),
        *(_surveyed(one, survey) if one and survey else ()),
    ]
    return Card(score.unit, period, unit_words(score, table, period, beside.offers), tuple(parts))


def _contact(aside: Aside) -> Iterator[CardPart]:
    lines = [
        "　".join(filter(None, (one.name, one.phone, f"（{one.known}）"))) for one in aside.callers
    ]
    if lines:
        yield CardPart("联系人", tuple(lines))


def _owed(aside: Aside) -> Iterator[CardPart]:
    if aside.owed:
        lines = tuple(one.text for one in aside.owed)
        yield CardPart("未了事项", lines, subjects=tuple(one.subject for one in aside.owed))


def _latest(aside: Aside) -> Iterator[CardPart]:
    lines = [
        f"{one.day:%m-%d}　{one.title}　{one.status}" + (f"：{one.reason}" if one.reason else "")
        for one in aside.latest
    ]
    if lines:
        subjects = tuple(f"draft:{one.id}" for one in aside.latest)
        yield CardPart("最近来稿", tuple(lines), subjects=subjects)


def _surveyed(one: UnitSurvey, survey: Survey) -> Iterator[CardPart]:
    held = [record for record in one.records if survey.holds(record)]
    points = points_by_fact(one.score)
    yield CardPart("走势", tuple(_course(one, survey)))
    if one.outlook and one.outlook.gap:
        yield CardPart("怎样补上", (f"距全年目标{one.outlook.gap}。",))
    yield _months(one)
    yield from _adopted(held, points)
    for kind, heading in (
        (FactKind.INSTRUCTION, "领导批示"),
        (FactKind.COMMISSION, "约稿"),
        (FactKind.EMERGENCY, "紧急信息"),
        (FactKind.INCIDENT, "差错"),
    ):
        yield from _told(heading, [record for record in held if record.kind is kind], points)
    yield from _quality(one, survey.reasons)


def _course(one: UnitSurvey, survey: Survey) -> Iterator[str]:
    """Where the unit comes from and where it goes."""
    if one.before is not None and one.climbed is not None:
        way = f"{'上升' if one.climbed > 0 else '下降'} {abs(one.climbed)} 名"
        told = way if one.climbed else "持平"
        yield f"比{survey.stretch_before.name}名次{told}（第 {one.before.rank} 名）"
    if one.points_year_ago is not None:
        difference = one.score.points - one.points_year_ago
        yield f"去年同期 {printed(one.points_year_ago)} 分，今年{_against(difference)}"
    if one.outlook is not None:
        yield from _prospects(one.outlook)


def _prospects(outlook: Outlook) -> Iterator[str]:
    since = outlook.silent_since
    if since:
        yield f"{full_date(since)}起没有得分"
    if outlook.forecast is not None:
        ends = {None: "", True: "，能完成目标", False: "，完不成目标"}[outlook.promises]
        yield f"照今年的节奏，全年约 {printed(outlook.forecast)} 分{ends}"
    if outlook.on_time is not None:
        yield f"按时率 {outlook.on_time}%"


def _against(difference: Decimal) -> str:
    if not difference:
        return "持平"
    return f"{'多' if difference > 0 else '少'} {printed(abs(difference))} 分"


def _months(one: UnitSurvey) -> CardPart:
    """Twelve months in two rows of six; months that have not begun are empty."""
    months, rows = one.months, list[tuple[str, ...]]()
    for start in (0, _MONTHS_A_ROW):
        span = range(start, start + _MONTHS_A_ROW)
        begun = [at for at in span if months.points[at] is not None]
        rows += [
            ("", *(f"{at + 1}月" for at in span)),
            ("报送", *(str(months.submitted[at]) if at in begun else "" for at in span)),
            ("采用", *(str(months.adopted[at]) if at in begun else "" for at in span)),
            ("得分", *(_figure(months.points[at]) for at in span)),
        ]
    return CardPart("逐月", table=tuple(rows))


def _figure(value: Decimal | None) -> str:
    return "" if value is None else printed(value)


def points_by_fact(score: UnitScore) -> Mapping[int, Decimal]:
    """What each fact earned the unit in these days."""
    found: defaultdict[int, Decimal] = defaultdict(Decimal)
    for line in score.lines:
        if isinstance(line, LedgerLine):
            found[line.earned_by.id] += line.points
    return found


def _adopted(held: Sequence[Record], points: Mapping[int, Decimal]) -> Iterator[CardPart]:
    """What was adopted: by level, publication and kind, then one by one, the latest first."""
    records = [record for record in held if record.kind is FactKind.ADOPTION]
    if not records:
        return
    summed = (
        ("级别", _counted(str(one.tier) if one.tier else "没有登记" for one in records)),
        ("刊物", _counted(one.publication or "没有登记" for one in records)),
        ("类型", _counted(one.fact.particulars.kind or "没有登记" for one in records)),
    )
    yield CardPart("采用构成", tuple(f"{name}：{words}" for name, words in summed))
    yield CardPart("采用篇目", tuple(_listed(records, points)))


def _told(
    heading: str, records: Sequence[Record], points: Mapping[int, Decimal]
) -> Iterator[CardPart]:
    if not records:
        return
    outcomes = [_outcome(one) for one in records if _outcome(one)]
    head = [f"共 {len(records)} 件" + (f"：{_counted(outcomes)}" if outcomes else "")]
    yield CardPart(heading, (*head, *_listed(records, points)))


def _outcome(record: Record) -> str:
    told = record.fact.particulars
    return told.level if record.kind is FactKind.INSTRUCTION else told.outcome


def _listed(records: Sequence[Record], points: Mapping[int, Decimal]) -> Iterator[str]:
    latest = sorted(records, key=lambda one: (one.fact.day, one.fact.id), reverse=True)
    for one in latest[:_LISTED]:
        place = f"{one.publication}{'·' if one.section else ''}{one.section}"
        yield "　".join(
            filter(
                None,
                (
                    f"{one.fact.day:%m-%d}",
                    one.fact.title,
                    place,
                    f"{printed(points.get(one.fact.id, Decimal(0)))} 分",
                    f"（{one.gate}）" if one.gate else "",
                ),
            )
        )
    if len(latest) > _LISTED:
        yield f"另有 {len(latest) - _LISTED} 件，见得分明细"


def _counted(words: Iterable[str]) -> str:
    return "、".join(f"{word} {times}" for word, times in Counter(words).most_common())


def _quality(one: UnitSurvey, reasons: Mapping[str, Reason]) -> Iterator[CardPart]:
    sent = one.sent
    if not sent.received:
        return
    states = "、".join(
        f"{status} {sent.by_status[status]}" for status in Status if sent.by_status.get(status)
    )
    lines = [f"登记来稿 {sent.received} 篇：{states}"]
    if sent.late:
        lines.append(f"超时 {sent.late} 篇")
    why = "、".join(
        f"{reasons[code].text if code in reasons else code} {times} 篇"
        for code, times in sent.by_reason.items()
    )
    if why:
        lines.append(f"退稿、不采用的理由：{why}")
    yield CardPart("来稿质量", tuple(lines))
