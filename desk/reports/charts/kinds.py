"""类型和选题图: of what kinds the items are, sent and adopted; how much news, how much research."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk.drafts import Kind
from desk.facts import FactKind
from desk.reports.charts.axis import Axis, axis_of
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.counting import counts, listed
from desk.reports.charts.dealing import Block
from desk.reports.charts.measure import elided, width
from desk.reports.charts.row_chart import Cell, Plot, Row, Strip, bar, row_pages
from desk.reports.charts.style import KINDS, LIGHT_STEPS, POINTS, SENT, Fill
from desk.reports.charts.surroundings import Around, empty_page, fill_key
from desk.reports.charts.words import note_of, rate, times
from desk.surveys.coverage import UNCLASSIFIED, Amount, Depth, coverage, depth_of
from desk.surveys.survey import Counted, Survey, UnitSurvey

ALL, UNKNOWN, OTHER = "全部单位", "未注明", "其他"
KIND_ORDER = (*(kind.value for kind in Kind), OTHER, UNKNOWN)
_KIND_FILLS = dict(zip(KIND_ORDER, KINDS, strict=True))
_DEPTH_FILLS = {
    Depth.NEWS.value: LIGHT_STEPS[1],
    Depth.RESEARCH.value: KINDS[0],
    Depth.OTHER.value: LIGHT_STEPS[3],
    Depth.UNKNOWN.value: LIGHT_STEPS[4],
}
DEPTH_ORDER = tuple(_DEPTH_FILLS)
_MATTERS = {FactKind.SUBMISSION: "报送", FactKind.ADOPTION: "采用"}
_TOPIC_EMS = 14
_TOLD_LEAST = 1.4  # how much wider than its text a part must be to carry it


@dataclass(frozen=True, slots=True)
class Mix:
    """Whose items these are, and how many of each name."""

    name: str
    parts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All items: what the units' figures say."""
        return sum(self.parts.values())


def kind_of(each: Counted) -> str:
    """The 信息类型 of an item, as the charts call it."""
    kind = each.fact.particulars.kind
    return kind if kind in _KIND_FILLS else OTHER if kind else UNKNOWN


def depth_name(each: Counted) -> str:
    """Whether an item is news or research."""
    return depth_of(each.fact).value


def figures(
    survey: Survey, matter: FactKind, name: Callable[[Counted], str], order: Iterable[str]
) -> tuple[Mix, ...]:
    """The items of all units, then of every group, by name in an order."""
    names = tuple(order)
    found = []
    for title, units in [
        (ALL, tuple(survey.units)),
        *((g.group.name, g.units) for g in survey.groups),
    ]:
        sums = _sum(survey, units, matter, name)
        found.append(Mix(title, {one: sums[one] for one in names}))
    return tuple(found)


def topics(survey: Survey) -> tuple[tuple[str, Amount], ...]:
    """What was sent and adopted on every topic that has any; an item counts under each of its."""
    held = coverage(survey)
    found = [(topic, held.of_topic(topic)) for topic in held.topics]
    used = [one for one in found if one[1] != Amount() and one[0] != UNCLASSIFIED]
    loose = [(UNCLASSIFIED, held.unclassified)] if held.unclassified != Amount() else []
    return (*sorted(used, key=lambda one: (-one[1].sent, -one[1].adopted)), *loose)


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw kinds, then news against research, then topics."""
    kinds = _pages(survey, paper, "信息类型构成", kind_of, _KIND_FILLS)
    depths = _pages(survey, paper, "动态与调研类信息构成", depth_name, _DEPTH_FILLS)
    return [*kinds, *depths, *_topic_pages(survey, paper)]


def _sum(
    survey: Survey, units: Iterable[UnitSurvey], matter: FactKind, name: Callable[[Counted], str]
) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in units:
        for key, count in counts(survey, one, matter, name).items():
            found[key] += count
    return found


def _pages(
    survey: Survey,
    paper: Paper,
    head: str,
    name: Callable[[Counted], str],
    fills: Mapping[str, Fill],
) -> list[Page]:
    title = f"{survey.stretch.name}{head}"
    held = {words: figures(survey, matter, name, fills) for matter, words in _MATTERS.items()}
    whole = {words: mixes[0] for words, mixes in held.items()}
    if not any(one.total for one in whole.values()):
        return [empty_page(survey, paper, title, f"{survey.stretch.name}没有报送，也没有采用。")]
    used = [one for one in fills if any(mix.parts[one] for mix in whole.values())]
    legend = tuple(fill_key(words, fills[words]) for words in used)
    around = Around(title, _sentence(survey, whole), legend)

    def bars(canvas: Canvas, strip: Strip, mix: Mix) -> None:
        _shares(canvas, strip, survey, mix, fills)

    plot = Plot(Axis(0, 106, "%"), bars, ("条数",), least=20)
    blocks = [
        Block(words, tuple(_row(survey, mix, words) for mix in mixes))
        for words, mixes in held.items()
    ]
    return row_pages(survey, paper, around, blocks, plot, lambda _rows: _note(survey, whole))


def _row(survey: Survey, mix: Mix, words: str) -> Row[Mix]:
    parts = "、".join(
        f"{name}{count}条（{rate(survey, count, mix.total)}）"
        for name, count in mix.parts.items()
        if count
    )
    told = f"{mix.name}{words}{mix.total}条" + (f"：{parts}" if parts else "")
    return Row(mix.name, told, mix, 0, (), (Cell(str(mix.total)),))


def _shares(
    canvas: Canvas, strip: Strip, survey: Survey, mix: Mix, fills: Mapping[str, Fill]
) -> None:
    positive = {name: count for name, count in mix.parts.items() if count > 0}
    total, reached = sum(positive.values()), 0
    tall, small = 0.72 * strip.row, canvas.sizes.small
    for name, count in positive.items():
        left, right = (strip.x(100 * at / total) for at in (reached, reached + count))
        canvas.bar(left, right, strip.y, tall, fills[name])
        canvas.outline(left, right, strip.y, tall)
        said = rate(survey, count, mix.total)
        if right - left > width(said, small) * _TOLD_LEAST:
            canvas.label((left + right) / 2, strip.y, said, fills[name], size=small)
        reached += count


def _topic_pages(survey: Survey, paper: Paper) -> list[Page]:
    title = f"{survey.stretch.name}各选题报送与采用"
    found = topics(survey)
    if not found:
        return [empty_page(survey, paper, title, "这个时段没有报送，也没有采用。")]
    known = [one for one in found if one[0] != UNCLASSIFIED]
    loose = next((amount for topic, amount in found if topic == UNCLASSIFIED), Amount())
    sentence = (
        f"{len(known)}个选题有单位写，未归类的报送{loose.sent}条、采用{loose.adopted}条；"
        "一条信息有几个选题的，各算一次"
    )
    legend = fill_key("报送", SENT), fill_key("采用", POINTS, tall=0.4)
    size = 9.0
    rows = [
        Row(
            elided(topic, width("选" * _TOPIC_EMS, size), size),
            f"{topic}：报送{amount.sent}条，采用{amount.adopted}条",
            amount,
            0,
            (),
            (Cell(str(amount.sent)), Cell(str(amount.adopted))),
        )
        for topic, amount in found
    ]
    axis = axis_of([max(one.sent, one.adopted) for _topic, one in found])
    plot = Plot(axis, _amounts, ("报送", "采用"))
    note = f"{survey.stretch.name}：{sentence}。\n" + "；".join(row.told for row in rows[:5]) + "。"
    around = Around(title, sentence, legend)
    return row_pages(survey, paper, around, [Block("", tuple(rows))], plot, lambda _rows: note)


def _amounts(canvas: Canvas, strip: Strip, amount: Amount) -> None:
    bar(canvas, strip, amount.sent, 0.66, SENT)
    bar(canvas, strip, amount.adopted, 0.34, POINTS)


def _sentence(survey: Survey, whole: Mapping[str, Mix]) -> str:
    parts = []
    for words, mix in whole.items():
        first = max(mix.parts, key=lambda one: mix.parts[one])
        most = f"，{first}最多，占{rate(survey, mix.parts[first], mix.total)}" if mix.total else ""
        parts.append(f"{words}{mix.total}{times(survey)}{most}")
    return "；".join(parts)


def _note(survey: Survey, whole: Mapping[str, Mix]) -> str:
    said = (f"{words}：{listed(mix.parts, '条')}。" for words, mix in whole.items() if mix.total)
    how = "问题型、建议型、经验型、预测型和体裁是“调研”的算调研，动态型算动态。"
    return note_of((f"{survey.stretch.name}：{_sentence(survey, whole)}。", *said, how))
