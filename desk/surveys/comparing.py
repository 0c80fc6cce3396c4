"""Units side by side, and every unit against the same days of last year, in figures and words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.facts import FactKind
from desk.publications import Tier
from desk.scoring.figures import printed
from desk.surveys.outcomes import IN_TIME
from desk.surveys.survey import Record, Survey, UnitSurvey
from desk.surveys.words import change_words, signed

FEWEST, MOST = 2, 6
_NONE = "—"
_NAMED = 3  # units told by name where several are level
Value = Callable[[UnitSurvey], Decimal | int | None]


@dataclass(frozen=True, slots=True)
class Side:
    """One figure of several units; ``best`` are the places of the highest, () where none is.

    ``months`` says that the row is the points of the months, which can be drawn.
    """

    name: str
    texts: tuple[str, ...]
    best: tuple[int, ...] = ()
    months: bool = False


def side_by_side(units: Sequence[UnitSurvey], survey: Survey) -> tuple[Side, ...]:
    """The figures of the units, one row a figure."""
    groups = {one.group.id: one.group.name for one in survey.groups}
    held = [tuple(filter(survey.holds, one.records)) for one in units]
    among = {one.unit.group_id for one in units}
    rows = [
        *([_groups(units, groups)] if len(among) > 1 else []),
        Side("名次", tuple(_rank(one) for one in units)),
        _row("得分", units, lambda one: one.score.points),
        _row("全年目标分", units, lambda one: one.score.quota, is_best=False),
        _percents("完成率", units, lambda one: one.score.completion),
        Side("序时", tuple(_pace(one) for one in units)),
        _row("报送条数", units, lambda one: one.score.submitted),
        _row("采用条数", units, lambda one: one.score.adopted),
        _percents("采用率", units, lambda one: one.score.rate),
        Side("逐月得分", tuple(_months(one) for one in units), months=True),
        *_levels(held),
        *_kinds(held),
        _commissions(held),
        _count("领导批示", held, FactKind.INSTRUCTION),
        _count("紧急信息", held, FactKind.EMERGENCY, is_best=False),
        _percents("按时率", units, lambda one: one.outlook.on_time if one.outlook else None),
        _row("去年同期", units, lambda one: one.points_year_ago, is_best=False),
        _row("全年推算", units, lambda one: one.outlook.forecast if one.outlook else None),
    ]
    return tuple(rows)


def _groups(units: Sequence[UnitSurvey], names: Mapping[int, str]) -> Side:
    return Side("分组", tuple(names.get(one.unit.group_id, "") for one in units))


def difference_words(units: Sequence[UnitSurvey]) -> str:
    """What sets the units apart: points, completion, adoptions and their rate."""
    figures: tuple[tuple[str, str, Value, str], ...] = (
        ("得分", "高低", lambda one: one.score.points, " 分"),
        ("完成率", "高低", lambda one: one.score.completion, "%"),
        ("采用", "多少", lambda one: one.score.adopted, " 条"),
        ("采用率", "高低", lambda one: one.score.rate, "%"),
    )
    told = (
        _apart(name, ends, [(_told(value(one), word), value(one), one) for one in units], word)
        for name, ends, value, word in figures
    )
    return "；".join(one for one in told if one) + "。"


def _told(value: Decimal | int | None, word: str) -> str:
    if value is None:
        return ""
    return f"{value}%" if word == "%" else f"{printed(Decimal(value))}{word}"


def _apart(
    name: str,
    ends: str,
    values: Sequence[tuple[str, Decimal | int | None, UnitSurvey]],
    word: str,
) -> str:
    """Who has most and least of a figure; ``ends`` are the words for both."""
    held = [(Decimal(value), told, one) for told, value, one in values if value is not None]
    if len(held) < FEWEST:
        return ""
    most, least = max(held, key=lambda one: one[0]), min(held, key=lambda one: one[0])
    if most[0] == least[0]:
        return f"{name}都是 {most[1]}"
    highest, lowest = (
        _having([(value, one) for value, _, one in held], end[0]) for end in (most, least)
    )
    points = "个百分点" if word == "%" else word.strip()
    return (
        f"{name}最{ends[0]}的是{highest}（{most[1]}），最{ends[1]}的是{lowest}（{least[1]}），"
        f"相差 {printed(most[0] - least[0])} {points}"
    )


def _rank(one: UnitSurvey) -> str:
    change = change_words(one.climbed, is_new=one.before is None)
    rank = f"第 {one.score.rank} 名" if one.score.rank else "不排名"
    return f"{rank}　{change}".rstrip("　— ")


def _pace(one: UnitSurvey) -> str:
    if one.score.quota is None:
        return _NONE
    return f"▼ 落后 {printed(one.score.behind)} 分" if one.score.behind else "● 达到序时"


def _months(one: UnitSurvey) -> str:
    return "　".join(printed(held) for held in one.months.points if held is not None)


def _row(name: str, units: Sequence[UnitSurvey], value: Value, *, is_best: bool = True) -> Side:
    found = [value(one) for one in units]
    texts = tuple(_NONE if one is None else printed(Decimal(one)) for one in found)
    return Side(name, texts, _best(found) if is_best else ())


def _percents(name: str, units: Sequence[UnitSurvey], value: Value) -> Side:
    found = [value(one) for one in units]
    return Side(name, tuple(_NONE if one is None else f"{one}%" for one in found), _best(found))


def _best(found: Sequence[Decimal | int | None]) -> tuple[int, ...]:
    """The places of the highest, where not all are level."""
    held = [one for one in found if one is not None]
    if not held or max(held) == min(held):
        return ()
    return tuple(at for at, one in enumerate(found) if one == max(held))


def _counts(name: str, counts: Sequence[int]) -> Side:
    return Side(name, tuple(map(str, counts)), _best(counts))


def _count(
    name: str, held: Sequence[Sequence[Record]], kind: FactKind, *, is_best: bool = True
) -> Side:
    counts = [sum(one.kind is kind for one in records) for records in held]
    return _counts(name, counts) if is_best else Side(name, tuple(map(str, counts)))


def _levels(held: Sequence[Sequence[Record]]) -> Iterator[Side]:
    for tier in Tier:
        counts = [sum(one.tier is tier for one in _adopted(records)) for records in held]
        if any(counts):
            yield _counts(f"{tier}采用", counts)


def _kinds(held: Sequence[Sequence[Record]]) -> Iterator[Side]:
    names = {one.fact.particulars.kind for records in held for one in _adopted(records)}
    for name in sorted(names - {""}):
        counts = [
            sum(one.fact.particulars.kind == name for one in _adopted(records)) for records in held
        ]
        yield _counts(f"{name}采用", counts)


def _adopted(records: Iterable[Record]) -> list[Record]:
    return [one for one in records if one.kind is FactKind.ADOPTION]


def _commissions(held: Sequence[Sequence[Record]]) -> Side:
    texts = []
    for records in held:
        asked = [one for one in records if one.kind is FactKind.COMMISSION]
        timely = sum(one.fact.particulars.outcome in IN_TIME for one in asked)
        texts.append(f"{len(asked)} 件，按时 {timely}" if asked else "0 件")
    return Side("约稿", tuple(texts))


@dataclass(frozen=True, slots=True)
class YearChange:
    """A unit and the same days of last year; its points there are with units merged since."""

    one: UnitSurvey
    points_ago: Decimal | None
    percent: Callable[[Decimal, Decimal], Decimal]  # rounded as the scheme sets it

    @property
    def difference(self) -> Decimal | None:
        """Points more than a year ago; None where there was no such unit."""
        return None if self.points_ago is None else self.one.score.points - self.points_ago

    @property
    def growth(self) -> Decimal | None:
        """The difference in percent; None where last year gives no measure."""
        now = self.one.score.points
        if self.difference is None or not self.points_ago or min(self.points_ago, now) < 0:
            return None
        return self.percent(self.difference, self.points_ago)

    @property
    def merged(self) -> bool:
        """Whether last year's points are those of several units."""
        own = self.one.year_ago.points if self.one.year_ago else None
        return self.points_ago is not None and own != self.points_ago

    @property
    def words(self) -> str:
        """The change of this unit, to be read out."""
        name, now, before = self.one.unit.name, self.one.score, self.one.year_ago
        if self.points_ago is None or self.difference is None:
            return f"{name}得 {printed(now.points)} 分，去年同期没有这个单位。"
        rate = "" if self.growth is None else f"，{_grown(self.growth)}"
        told = f"{name}得 {printed(now.points)} 分，去年同期 {printed(self.points_ago)} 分"
        told += f"（含后来并入的单位），{_by(self.difference)}{rate}"
        if not self.merged:
            told = told.replace("（含后来并入的单位）", "")
        if before is None:
            return f"{told}。"
        ranks = (
            f"；名次第 {now.rank} 名，去年第 {before.rank} 名" if now.rank and before.rank else ""
        )
        items = f"；采用 {now.adopted} 条，去年 {before.adopted} 条"
        return f"{told}{items}{'（不含并入的）' if self.merged else ''}{ranks}。"


def year_on_year(survey: Survey) -> tuple[YearChange, ...]:
    """Every unit against the same days of last year, in the survey's order."""
    return tuple(YearChange(one, one.points_year_ago, survey.percent) for one in survey.units)


def year_words(changes: Sequence[YearChange], survey: Survey) -> str:
    """How many units have more and less than a year ago, and who has changed most."""
    held = [(one.difference, one) for one in changes if one.difference is not None]
    if not held:
        return f"{survey.stretch_year_ago.name}没有可比的数。"
    now = sum((one.one.score.points for _, one in held), Decimal(0))
    before = sum((one.points_ago or Decimal(0) for _, one in held), Decimal(0))
    more, less = (sum(one > 0 for one, _ in held), sum(one < 0 for one, _ in held))
    rate = f"（{_grown(survey.percent(now - before, before))}）" if before > 0 and now >= 0 else ""
    words = (
        f"和{survey.stretch_year_ago.name}比，{len(held)} 个单位中得分增加的 {more} 个、"
        f"减少的 {less} 个、持平的 {len(held) - more - less} 个；"
        f"合计 {printed(now)} 分，去年 {printed(before)} 分，{_by(now - before)}{rate}"
    )
    return f"{words}{_extremes([(d, one.one) for d, one in held])}。"


def _extremes(held: Sequence[tuple[Decimal, UnitSurvey]]) -> str:
    most, least = max(one for one, _ in held), min(one for one, _ in held)
    words = ""
    if most > 0:
        words += f"。增加最多的是{_having(held, most)}（{signed(most)} 分）"
    if least < 0:
        words += (
            f"{'，' if words else '。'}减少最多的是{_having(held, least)}（{signed(least)} 分）"
        )
    return words


def _having(held: Sequence[tuple[Decimal, UnitSurvey]], value: Decimal) -> str:
    names = [one.unit.short or one.unit.name for found, one in held if found == value]
    return "、".join(names) if len(names) <= _NAMED else f"{names[0]}等 {len(names)} 个单位"


def _by(difference: Decimal) -> str:
    if not difference:
        return "持平"
    return f"{'多' if difference > 0 else '少'} {printed(abs(difference))} 分"


def _grown(growth: Decimal) -> str:
    if not growth:
        return "持平"
    return f"{'增长' if growth > 0 else '下降'} {abs(growth)}%"
