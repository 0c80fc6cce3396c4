"""Names for comparisons with the same days of last year and with the days before."""

from collections.abc import Callable
from decimal import Decimal

from desk.bulletins.entries import Topic, counted, said
from desk.bulletins.matter import Matter
from desk.bulletins.named.totals import points, rate, sent, total, used, word
from desk.bulletins.phrases import figure, percentage
from desk.scoring.results import ScoreTable

_Table = Callable[[Matter], ScoreTable]


def _year_ago(matter: Matter) -> ScoreTable:
    return matter.survey.year_ago


def _before(matter: Matter) -> ScoreTable:
    return matter.survey.before


def _empty(table: ScoreTable) -> bool:
    """Whether nothing at all is known of those days: then nothing is compared."""
    return not any(one.submitted or one.adopted or one.points for one in table.units)


def _sum(table: ScoreTable) -> Decimal:
    return sum((one.points for one in table.units), Decimal(0))


def change(matter: Matter, now: Decimal, then: Decimal, of: str) -> str:
    """How much more or less it is, with percent where there is something to compare with."""
    if now == then:
        return "持平"
    more = now - then
    verb, grown = ("增加", "增长") if more > 0 else ("减少", "下降")
    told = f"{verb}{figure(abs(more))}{of}"
    if then <= 0 or now < 0:
        return told
    return f"{told}、{grown}{percentage(matter.rate(abs(more), then))}"


def _items(number: Callable[[Matter], int], at: _Table, of: str) -> Callable[[Matter], str]:
    def read(matter: Matter) -> str:
        table = at(matter)
        then = sum(sent(one) if of == "报送" else used(one) for one in table.units)
        if _empty(table):
            return ""
        return change(matter, Decimal(number(matter)), Decimal(then), word(matter))

    return read


def _earned(at: _Table) -> Callable[[Matter], str]:
    def read(matter: Matter) -> str:
        return "" if _empty(at(matter)) else change(matter, points(matter), _sum(at(matter)), "分")

    return read


def _rated(at: _Table) -> Callable[[Matter], str]:
    def read(matter: Matter) -> str:
        table = at(matter)
        if _empty(table):
            return ""
        more = rate(matter) - _rate_of(matter, table)
        if not more:
            return "持平"
        return f"{'提高' if more > 0 else '下降'}{abs(more):f}个百分点"

    return read


def _rate_of(matter: Matter, table: ScoreTable) -> Decimal:
    return matter.rate(sum(map(used, table.units)), sum(map(sent, table.units)))


def _sent(matter: Matter) -> int:
    return total(matter, sent)


def _used(matter: Matter) -> int:
    return total(matter, used)


def _there(at: _Table) -> Callable[[Matter], str]:
    return lambda matter: "" if _empty(at(matter)) else "有"


TOPIC = Topic(
    "比较",
    (
        said("可比去年", "去年同期有数据时写“有”", "有", _there(_year_ago)),
        counted(
            "去年报送条次", "去年同期", "310", lambda one: sum(map(sent, _year_ago(one).units))
        ),
        counted(
            "去年采用条次", "去年同期", "182", lambda one: sum(map(used, _year_ago(one).units))
        ),
        said(
            "去年采用率",
            "去年同期",
            "58.7%",
            lambda one: percentage(_rate_of(one, _year_ago(one))),
        ),
        said("去年得分", "去年同期", "432", lambda one: figure(_sum(_year_ago(one)))),
        said(
            "报送同比",
            "报送条次比去年同期；去年没有数据时没有",
            "增加213条次、增长68.7%",
            _items(_sent, _year_ago, "报送"),
        ),
        said(
            "采用同比",
            "采用条次比去年同期",
            "增加92条次、增长50.5%",
            _items(_used, _year_ago, "采用"),
        ),
        said("采用率同比", "采用率比去年同期", "下降6.3个百分点", _rated(_year_ago)),
        said("得分同比", "得分合计比去年同期", "增加173.5分、增长40.2%", _earned(_year_ago)),
        said("可比上期", "上期有数据时写“有”", "有", _there(_before)),
        said("报送环比", "报送条次比上期", "增加12条次、增长2.3%", _items(_sent, _before, "报送")),
        said("采用环比", "采用条次比上期", "减少8条次、下降2.8%", _items(_used, _before, "采用")),
        said("采用率环比", "采用率比上期", "提高1.2个百分点", _rated(_before)),
        said("得分环比", "得分合计比上期", "减少20分、下降3.2%", _earned(_before)),
    ),
)
