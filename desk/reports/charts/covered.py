"""覆盖图: units against topics, then against months: what was sent, what of it adopted."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from desk.reports.charts.chart import Page, Paper
from desk.reports.charts.grouping import grouped
from desk.reports.charts.matrix_chart import Field, Heads, Line, matrix_pages
from desk.reports.charts.measure import label
from desk.reports.charts.steps import Scale, scale_of
from desk.reports.charts.surroundings import Around, Key, mark_key
from desk.reports.charts.words import note_of, rate
from desk.reports.sheet import MIDDLE
from desk.surveys.coverage import UNCLASSIFIED, Amount, Coverage, coverage
from desk.surveys.survey import Survey, UnitSurvey

MOST_TOPICS = 20
_NAMED = 8


def figures(held: Coverage) -> tuple[str, ...]:
    """The topics that have a column, in the office's order: twenty at most, those most sent on.

    Topics that nobody wrote on have theirs where there is room; what has no topic is at the end.
    """
    amounts = {one: held.of_topic(one) for one in held.topics}
    used = [one for one in held.topics if one != UNCLASSIFIED]
    if len(used) > MOST_TOPICS:
        used = [one for one in used if amounts[one] != Amount()]
    best = set(sorted(used, key=lambda one: -amounts[one].sent)[:MOST_TOPICS])
    loose = (UNCLASSIFIED,) if amounts.get(UNCLASSIFIED, Amount()) != Amount() else ()
    return (*(one for one in used if one in best), *loose)


def left_out(held: Coverage, shown: Sequence[str]) -> tuple[str, ...]:
    """The topics that are sent on and have no column."""
    return tuple(
        one for one in held.topics if one not in set(shown) and held.of_topic(one) != Amount()
    )


def draw(survey: Survey, paper: Paper) -> Sequence[Page]:
    """Draw units against topics; against months too where there are several."""
    held = coverage(survey)
    topics = figures(held)
    note = _note(survey, held)
    of_topics = {
        (unit.id, at): held.by_topic.get((unit.id, topic), Amount())
        for unit in held.units
        for at, topic in enumerate(topics)
    }
    rest = left_out(held, topics)
    more = f"；另有{len(rest)}个选题写得少，没有列出" if rest else ""
    title = f"{survey.stretch.name}选题覆盖图"
    said = f"{_sentence(survey, held)}{more}"
    heads = topics or ("没有报送",)
    pages = _pages(survey, paper, (title, said), held, heads, of_topics, [], note)
    if len(held.months) > 1:
        of_months = {
            (unit.id, at): held.by_month.get((unit.id, month), Amount())
            for unit in held.units
            for at, month in enumerate(held.months)
        }
        spans = [_span(held, month) for month in held.months]
        heads = tuple(_month_name(held, month) for month in held.months)
        title = f"{survey.stretch.name}各单位逐月报送与采用"
        around = title, _sentence(survey, held)
        pages += _pages(survey, paper, around, held, heads, of_months, spans, note)
    return pages


def _pages(  # noqa: PLR0913, PLR0917 - what one matrix is made of
    survey: Survey,
    paper: Paper,
    words: tuple[str, str],
    held: Coverage,
    heads: tuple[str, ...],
    amounts: Mapping[tuple[int, int], Amount],
    spans: Sequence[tuple[date, date]],
    note: str,
) -> list[Page]:
    scale = scale_of((one.sent for one in amounts.values()), "条", whole=True)
    legend: tuple[Key, ...] = (
        *(scale.legend() if scale.ends or any(one.sent for one in amounts.values()) else ()),
        mark_key("没有报送也没有采用", "o", MIDDLE, hollow=True),
    )
    around = Around(*words, legend)

    def line(one: UnitSurvey) -> Line:
        own = [amounts.get((one.unit.id, at), Amount()) for at in range(len(heads))]
        fields = tuple(
            _field(one.unit.name, head, amount, scale, spans[at] if spans else None)
            for at, (head, amount) in enumerate(zip(heads, own, strict=True))
        )
        total = held.of_unit(one.unit.id)
        told = f"{one.unit.name}：报送{total.sent}条，采用{total.adopted}条"
        return Line(label(one.unit), told, one.unit.id, fields, (_told(total),))

    blocks = [block.over(map(line, block.rows)) for block in grouped(survey)]
    return matrix_pages(
        survey,
        paper,
        around,
        blocks,
        Heads(heads, ("采用/报送",)),
        lambda lines: f"{note}\n本页{len(lines)}个单位。",
    )


def _told(amount: Amount) -> str:
    return f"{amount.adopted}/{amount.sent}"


def _field(
    unit: str, head: str, amount: Amount, scale: Scale, days: tuple[date, date] | None
) -> Field:
    told = f"{unit}，{head}：报送{amount.sent}条，采用{amount.adopted}条"
    if amount == Amount():
        return Field(mark="o", told=told, days=days)
    return Field(_told(amount), scale.fill(amount.sent), told=told, days=days)


def _span(held: Coverage, month: date) -> tuple[date, date]:
    """The days of a month that are in the survey's."""
    after = (month + timedelta(31)).replace(day=1)
    return max(held.first, month), min(held.last, after - timedelta(1))


def _month_name(held: Coverage, month: date) -> str:
    same = held.first.year == held.last.year
    return f"{month.month}月" if same else f"{month.year}年{month.month}月"


def _sentence(survey: Survey, held: Coverage) -> str:
    total, loose = held.total, held.unclassified
    return (
        f"格内是采用/报送条数，颜色按报送条数；共报送{total.sent}条、采用{total.adopted}条，"
        f"未归类的报送{loose.sent}条（{rate(survey, loose.sent, total.sent)}）；"
        f"没有报送的单位{len(held.silent)}个，没有采用的选题{len(held.neglected())}个"
    )


def _note(survey: Survey, held: Coverage) -> str:
    silent = [one.unit.short or one.unit.name for one in held.silent]
    neglected = [one.topic for one in held.neglected()]
    mix = "、".join(f"{depth}{amount.sent}条" for depth, amount in held.mix.items() if amount.sent)
    return note_of(
        (
            f"{survey.stretch.name}：{_sentence(survey, held)}。",
            f"沉默单位：{_few(silent)}。" if silent else "没有沉默单位。",
            f"没有采用的选题：{_few(neglected)}。" if neglected else "每个选题都有采用。",
            f"报送构成：{mix}。" if mix else "",
            "一条信息有几个选题的，各选题各算一次；几个单位联合的，各单位各算一条。",
            "同一条信息报送或采用几次的，只算一条，所以可能比得分表少。",
        )
    )


def _few(names: Sequence[str]) -> str:
    told = "、".join(names[:_NAMED])
    return told if len(names) <= _NAMED else f"{told}等{len(names)}个"
