"""Two years of adoptions and this year's up to the current weeks, as an old ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from desk.demo.blanks import fill, names_for
from desk.demo.figures import draw_figures
from desk.demo.happenings import NOTED, Row, happenings, with_leaders
from desk.demo.manuscripts import WORKDAYS
from desk.demo.registry import GroupEntry, PublicationEntry, demo_office
from desk.demo.stories import Story, extra_titles, told_by
from desk.demo.topics import kind_of_title, topics_of_title
from desk.demo.workdays import any_workday, workdays_back

HEADERS = (
    *("日期", "单位", "标题", "刊物", "栏目", "方式", "期号", "批示", "报送日期", "备注"),
    *("事项", "情形", "等级", "核定分", "审批人", "起", "止", "标记", "信息类型"),
)
RELEASED_DAYS = 4  # working days before today whose issues are compiled from real drafts
YEARS_BACK = 2
_STARS, _BEHIND = 6, 9
_JOINT_PER_YEAR, _COMPOSITE_PER_YEAR = 30, 24
_TRIES = 12
_BIGGEST = Decimal("0.9")  # share of a year's points that one item may bring
# Publication, section, how many of 1,000 adoptions, how the item stands there.
_PLACES = (
    ("每日要情", "要情", 300, "单条"),
    ("每日要情", "简讯", 220, "单条"),
    ("政务信息", "信息", 220, "单条"),
    ("政务信息", "简讯", 120, "单条"),
    ("信息专报", "专报", 32, "单篇"),
    ("动态专报", "动态", 30, "单篇"),
    ("一周要情", "安全稳定", 10, "单条"),
    ("市政府要情快报", "要情", 50, "单条"),
    ("市政府要情快报", "专报", 10, "单篇"),
    ("省政府政务专报", "采用", 7, "单篇"),
    ("国办信息", "采用", 2, "单篇"),
)


@dataclass(frozen=True, slots=True)
class _Year:
    """One year of the ledger as far as it goes."""

    first: date
    age: int  # 0 is the current year
    adopted_to: date
    sent_to: date

    @property
    def elapsed(self) -> Decimal:
        """How much of the year has passed."""
        return Decimal((self.adopted_to - self.first).days + 1) / 365


def adopted_until(today: date) -> date:
    """The last day whose issues are in the old ledger and not in the desk."""
    return workdays_back(today, RELEASED_DAYS + 2)[0]


SEED = 2026  # of the demo office, where none other is asked for


def zero_units(seed: int) -> frozenset[str]:
    """The units without a point this year, one of each group."""
    random = Random(f"{seed}:zero")  # noqa: S311 - the same office every time
    groups = demo_office().groups
    quiet = (sorted(group.units, key=lambda unit: len(told_by(unit.short)))[:4] for group in groups)
    return frozenset(random.choice(units).short for units in quiet)


def history_rows(seed: int, today: date) -> list[Row]:
    """The rows of the old ledger in its canonical headers, by day."""
    rows: list[Row] = []
    for year in _years(today):
        random = Random(f"{seed}:{year.first.year}:history")  # noqa: S311 - the same every time
        idle = zero_units(seed) if year.age == 0 else frozenset()
        factors = _factors(random)
        begun = len(rows)
        for group in demo_office().groups:
            for unit in group.units:
                if unit.short in idle:
                    rows += _sent_only(unit.short, random.randint(2, 6), year, random, set())
                else:
                    rows += _unit_rows(unit.short, group, factors[unit.short], year, random)
        own = [*rows[begun:], *_shared_rows(idle, year, random)]
        chance = Random(f"{seed}:{year.first.year}:happenings")  # noqa: S311 - as above
        span = year.first, year.adopted_to
        rows[begun:] = [*with_leaders(own), *happenings(own, idle, span, chance)]
    return sorted(map(_sorted_in, rows), key=lambda row: (row["日期"], row["单位"], row["标题"]))


def write_history(path: Path, seed: int, today: date) -> None:
    """Write the old ledger as the .xlsx file the office would have kept."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, loaded on use

    book = Workbook(write_only=True)
    sheet = book.create_sheet("采用台账")
    sheet.append(HEADERS)
    for row in history_rows(seed, today):
        sheet.append([row.get(header) or None for header in HEADERS])
    book.save(path)


def _sorted_in(row: Row) -> Row:
    """The row with its topics and kind, where it is an item."""
    if row.get("事项"):
        return row
    title = row["标题"]
    return row | {"标记": "、".join(topics_of_title(title)), "信息类型": kind_of_title(title).value}


def _years(today: date) -> Iterator[_Year]:
    first_draft = workdays_back(today, WORKDAYS)[0]
    for number in range(today.year - YEARS_BACK, today.year + 1):
        end = date(number, 12, 31)
        adopted, sent = min(end, adopted_until(today)), min(end, first_draft - timedelta(1))
        if sent > date(number, 1, 1):
            yield _Year(date(number, 1, 1), today.year - number, adopted, sent)


def _factors(random: Random) -> dict[str, Decimal]:
    """How far each unit is ahead of its pace: some stars, most near it, a few behind."""
    units = [unit.short for unit in demo_office().units]
    random.shuffle(units)
    bounds = {}
    for place, unit in enumerate(units):
        low, high = (88, 118)
        if place < _STARS:
            low, high = (130, 165)
        elif place < _STARS + _BEHIND:
            low, high = (22, 58)
        bounds[unit] = Decimal(random.randint(low, high)) / 100
    return bounds


def _unit_rows(
    unit: str, group: GroupEntry, factor: Decimal, year: _Year, random: Random
) -> list[Row]:
    """Adoptions until the unit has earned what it should, and what was not adopted beside."""
    target = group.points * factor * year.elapsed
    points = _points(year.age)
    told: set[str] = set()
    earned, rows = Decimal(0), list[Row]()
    while earned < target:
        place = random.choices(_PLACES, [one[2] for one in _PLACES])[0]
        worth = points[place[0], place[1]]
        if worth > max(target * _BIGGEST, Decimal(3)):
            continue
        earned += worth
        row = _adopted(unit, place, year, random)
        rows.append(row | {"标题": _title(unit, row["报送日期"], told, random)})
    unused = len(rows) * random.randint(60, 150) // 100
    return [*rows, *_sent_only(unit, unused, year, random, told)]


def _sent_only(unit: str, count: int, year: _Year, random: Random, told: set[str]) -> Iterator[Row]:
    """Items that were sent in and not adopted."""
    for _ in range(count):
        day = any_workday(year.first, year.sent_to, random).isoformat()
        yield {"日期": day, "单位": unit, "标题": _title(unit, day, told, random)}


def _shared_rows(idle: frozenset[str], year: _Year, random: Random) -> Iterator[Row]:
    """Joint items of two units, and composites of several."""
    units = [unit.short for unit in demo_office().units if unit.short not in idle]
    for _ in range(int(_JOINT_PER_YEAR * year.elapsed)):
        pair = random.sample(units, 2)
        row = _adopted("、".join(pair), (*random.choice(_PLACES[:3])[:3], "联合"), year, random)
        yield row | {"标题": _title(pair[0], row["报送日期"], set(), random)}
    for _ in range(int(_COMPOSITE_PER_YEAR * year.elapsed)):
        several = "、".join(random.sample(units, random.randint(3, 6)))
        place = (*random.choice((_PLACES[0], _PLACES[2]))[:3], "综合")
        title = random.choice(extra_titles()["综合"])
        yield _adopted(several, place, year, random) | {"标题": title}


def _adopted(unit: str, place: tuple[str, str, int, str], year: _Year, random: Random) -> Row:
    """A row of an adoption that still lacks its title."""
    name, section, _, role = place
    publication = _publication(name)
    day = publication.issue_day(any_workday(year.first, year.adopted_to, random))
    if day > year.adopted_to:  # no issue came out between that day and the end
        day = publication.issue_day(day - timedelta(14))
    sent = workdays_back(day - timedelta(random.randint(1, 3)), 1)[0]
    own = bool(publication.copies)
    return {
        "日期": day.isoformat(),
        "单位": unit,
        "刊物": name,
        "栏目": section,
        "方式": role,
        "期号": f"第{publication.number(day)}期" if own else "",
        "批示": NOTED if role == "单篇" and not random.randrange(5) else "",
        "报送日期": max(sent, year.first).isoformat(),
    }


def _publication(name: str) -> PublicationEntry:
    return next(one for one in demo_office().publications if one.name == name)


def _points(age: int) -> dict[tuple[str, str], Decimal]:
    """Points of each place by the scheme in force ``age`` years ago."""
    scheme = min(
        (one for one in demo_office().schemes if one.years_ago >= age),
        key=lambda one: one.years_ago,
    )
    return {(name, section): points for name, section, points, _ in scheme.rules}


def _title(unit: str, sent: str, told: set[str], random: Random) -> str:
    """A title in season that the unit has not used yet, or the last one tried."""
    day = date.fromisoformat(sent)
    told_now = (story for story in told_by(unit) if day.month in story.months)
    pool: list[Story | str] = [*told_now, *extra_titles().get(unit, ())]
    title = ""
    for _ in range(_TRIES):
        chosen = random.choice(pool)
        spec = "" if isinstance(chosen, str) else chosen.figures
        text = chosen if isinstance(chosen, str) else random.choice(chosen.titles)
        values = names_for(unit, day, random) | draw_figures(spec, random)
        title = fill(text, values, day, random)
        if title not in told:
            break
    told.add(title)
    return title
