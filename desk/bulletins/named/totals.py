"""Names for how much was sent, adopted and earned in all."""

from collections.abc import Callable
from decimal import Decimal

from desk.bulletins.entries import Topic, counted, lines, said
from desk.bulletins.matter import Matter, once
from desk.bulletins.phrases import figure, percentage
from desk.facts import FactKind
from desk.scoring.results import UnitScore


def total(matter: Matter, read: Callable[[UnitScore], int]) -> int:
    """A number of all units in the days."""
    return sum(read(one.score) for one in matter.units)


def total_so_far(matter: Matter, read: Callable[[UnitScore], int]) -> int:
    """A number of all units in the year so far."""
    return sum(read(one.so_far) for one in matter.units)


def points(matter: Matter) -> Decimal:
    """What all units earned in the days."""
    return sum((one.score.points for one in matter.units), Decimal(0))


def points_so_far(matter: Matter) -> Decimal:
    """What all units earned in the year so far."""
    return sum((one.so_far.points for one in matter.units), Decimal(0))


def sent(score: UnitScore) -> int:
    """What a unit sent."""
    return score.submitted


def used(score: UnitScore) -> int:
    """What was adopted of a unit."""
    return score.adopted


def rate(matter: Matter) -> Decimal:
    """All units' adoptions among all they sent."""
    return matter.rate(total(matter, used), total(matter, sent))


def rate_so_far(matter: Matter) -> Decimal:
    """The same in the year so far."""
    return matter.rate(total_so_far(matter, used), total_so_far(matter, sent))


def sent_once(matter: Matter) -> int:
    """What was sent in the days, joint items once."""
    return once(one for one in matter.records(FactKind.SUBMISSION) if not one.gate)


def is_shared(matter: Matter) -> bool:
    """Whether units share items, so that their numbers add up to more than there are."""
    return (total(matter, sent), total(matter, used)) != (sent_once(matter), len(matter.items))


def word(matter: Matter) -> str:
    """What sums over units are counted in."""
    return "条次" if is_shared(matter) else "条"


def _groups(matter: Matter) -> tuple[str, ...]:
    told, of = [], word(matter)
    for group in matter.survey.groups:
        scores = [one.score for one in group.units]
        came, adopted = sum(map(sent, scores)), sum(map(used, scores))
        earned = sum((one.points for one in scores), Decimal(0))
        told.append(
            f"{group.group.name}{len(scores)}个单位：报送{came}{of}，采用{adopted}{of}，"
            f"采用率{percentage(matter.rate(adopted, came))}，得分合计{figure(earned)}分。"
        )
    return tuple(told)


def _spread(matter: Matter) -> str:
    """How many units of each group were adopted."""
    counts = [
        (group.group.name, sum(one.score.adopted > 0 for one in group.units))
        for group in matter.survey.groups
    ]
    return "，".join(f"{name}{number}个" for name, number in counts if number)


TOPIC = Topic(
    "总量",
    (
        counted("单位数", "参加统计的单位", "60", lambda one: len(one.units)),
        counted("分组数", "有单位的分组", "4", lambda one: len(one.survey.groups)),
        counted(
            "报送条次", "各单位报送数之和，与统计表的合计相同", "523", lambda one: total(one, sent)
        ),
        counted(
            "采用条次", "各单位采用数之和，与统计表的合计相同", "274", lambda one: total(one, used)
        ),
        said("采用率", "采用条次占报送条次", "52.4%", lambda one: percentage(rate(one))),
        counted("报送条数", "多个单位合报的算1条", "498", sent_once),
        counted(
            "采用条数", "实际刊用；多个单位合报、合编的算1条", "251", lambda one: len(one.items)
        ),
        said("条次", "条次比条数多时写“条次”，否则写“条”", "条次", word),
        said(
            "有合报",
            "有合报、合编的信息，条次比条数多时写“有”",
            "有",
            lambda one: "有" if is_shared(one) else "",
        ),
        said("得分合计", "各单位得分之和", "605.5", lambda one: figure(points(one))),
        counted(
            "报送单位数",
            "有报送的单位",
            "57",
            lambda one: sum(unit.score.submitted > 0 for unit in one.units),
        ),
        counted(
            "采用单位数",
            "有采用的单位",
            "52",
            lambda one: sum(unit.score.adopted > 0 for unit in one.units),
        ),
        said("采用单位分布", "各组有采用的单位数", "乡镇、街道14个，县直部门26个", _spread),
        lines(
            "分组情况",
            "每组一段：报送、采用、采用率、得分",
            "乡镇、街道16个单位：报送211条次，采用118条次，采用率55.9%，得分合计286.5分。",
            _groups,
        ),
        counted(
            "累计报送条次", "年初以来各单位报送数之和", "1516", lambda one: total_so_far(one, sent)
        ),
        counted(
            "累计采用条次", "年初以来各单位采用数之和", "798", lambda one: total_so_far(one, used)
        ),
        counted("累计采用条数", "年初以来实际刊用", "730", lambda one: len(one.items_so_far)),
        said("累计采用率", "年初以来", "52.6%", lambda one: percentage(rate_so_far(one))),
        said("累计得分", "年初以来各单位得分之和", "1829", lambda one: figure(points_so_far(one))),
    ),
)
