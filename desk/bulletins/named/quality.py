"""Names for what was turned away and why, and for the mix of what was adopted."""

from collections import Counter
from collections.abc import Iterable

from desk.bulletins.entries import Topic, counted, said
from desk.bulletins.matter import Matter
from desk.bulletins.phrases import by_count, percentage
from desk.drafts import Status
from desk.surveys.items import Printed
from desk.surveys.survey import UnitSurvey

_AWAY = (Status.RETURNED, Status.REJECTED)
_TOPICS = 5


def _turned_away(unit: UnitSurvey) -> int:
    return sum(unit.sent.by_status.get(one, 0) for one in _AWAY)


def _reasons(matter: Matter) -> str:
    """The most frequent reasons of refusal, those of equal number all."""
    counts: Counter[str] = Counter()
    for unit in matter.units:
        counts.update(
            {
                code: times
                for code, times in unit.sent.by_reason.items()
                if code in matter.survey.reasons and matter.survey.reasons[code].decision in _AWAY
            }
        )
    return "、".join(
        f"{matter.survey.reasons[code].text}{times}条"
        for code, times in most(counts, matter.options.reasons)
    )


def most(counts: Counter[str], number: int) -> list[tuple[str, int]]:
    """The most frequent ones, with all that are level with the last of them."""
    held = sorted(
        ((name, times) for name, times in counts.items() if times), key=lambda one: -one[1]
    )
    least = held[:number][-1][1] if held else 0
    return [one for one in held if one[1] >= least]


def _late(matter: Matter) -> str:
    return by_count(matter, ((one.unit, one.sent.late) for one in matter.units))


def _kinds(matter: Matter) -> str:
    """Kinds of what was adopted with their share of those whose kind is known."""
    counts = Counter(kind for one in matter.items if (kind := _kind(one)))
    whole = sum(counts.values())
    return "、".join(
        f"{kind}{times}条（占{percentage(matter.rate(times, whole))}）"
        for kind, times in counts.most_common()
    )


def _kind(item: Printed) -> str:
    return next(
        (one.fact.particulars.kind for one in item.records if one.fact.particulars.kind), ""
    )


def _topics(matter: Matter) -> str:
    counts = Counter(topic for one in matter.items for topic in _topics_of(one))
    return "、".join(f"{topic}{times}条" for topic, times in most(counts, _TOPICS))


def _topics_of(item: Printed) -> Iterable[str]:
    return dict.fromkeys(topic for one in item.records for topic in one.topics)


TOPIC = Topic(
    "来稿质量和结构",
    (
        counted(
            "来稿件数",
            "收到的来稿",
            "81",
            lambda one: sum(unit.sent.received for unit in one.units),
        ),
        counted("未采用件数", "退稿和不采用", "12", lambda one: sum(map(_turned_away, one.units))),
        said(
            "不采用原因",
            "退稿和不采用最多的原因（几种在选项里定），同数的都写",
            "要素不全5条、时效已过3条",
            _reasons,
        ),
        counted(
            "迟报件数", "超过时限的来稿", "8", lambda one: sum(unit.sent.late for unit in one.units)
        ),
        said("迟报单位", "超过时限的单位和件数", "县水务局3条，县商务局1条", _late),
        said(
            "类型构成",
            "采用信息的类型和占比（占知道类型的）",
            "动态型19条（占42.2%）、建议型6条（占13.3%）",
            _kinds,
        ),
        said("主题构成", "采用最多的五个选题", "防汛12条、项目建设9条", _topics),
        counted(
            "约稿采用条数",
            "采用信息中的约稿",
            "6",
            lambda one: sum(item.commissioned for item in one.items),
        ),
    ),
)
