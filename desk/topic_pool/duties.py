"""What the desk owes of its topics: occasions to ask for, minutes, lists, topics not asked for."""

from collections.abc import Iterator
from datetime import date, timedelta

from desk.agenda.duty import Duty, Field, Ground, Together
from desk.office_clock import moment_at
from desk.repositories.matters import OPEN, MatterQuery
from desk.terms import CLOSING
from desk.topic_pool.consultation import Consultation
from desk.topic_pool.consulting import day_due
from desk.topic_pool.foreseeable import Ahead, to_ask
from desk.topic_pool.listing import lists_due
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.standing import pool
from desk.topic_pool.topic import Standing

_WEEK = timedelta(7)
_OCCASIONS = Together("{} 个节点该提前约稿", "tasks", "可预见日历", alone=1)


def duties(ground: Ground) -> Iterator[Duty]:
    """Everything about topics that is owed now."""
    yield from (_occasion(one) for one in to_ask(ground.work, ground.today))
    rules = ground.work.matters.policy(TopicRules())
    yield from _consultation(ground, rules)
    yield from _lists(ground, rules)
    yield from _topics(ground, rules)


def _occasion(ahead: Ahead) -> Duty:
    """A reminder, never late: nobody owes what was only foreseen."""
    found = ahead.happening
    return Duty(
        f"occasion:{found.key}",
        Field.TOPIC,
        f"提前约稿：{found.occasion.title}（{found.days}）",
        moment_at(found.ask_from),
        target=f"occasion:{found.key}",
        together=_OCCASIONS,
    )


def _consultation(ground: Ground, rules: TopicRules) -> Iterator[Duty]:
    since = MatterQuery(first=ground.today - _WEEK, last=ground.today + _WEEK)
    held = ground.work.matters.all(Consultation, since) if rules.weekday is not None else []
    day = day_due(held, rules, ground.today, ground.specials)
    if day:
        year, week, _ = day.isocalendar()
        yield _due(f"consultation:{year}-{week}", "本周信息工作会商还没有纪要", day, "会商纪要")


def _lists(ground: Ground, rules: TopicRules) -> Iterator[Duty]:
    for period, day in lists_due(ground.work, rules, ground.today):
        text = f"{period.name}信息报送要点还没有印发"
        yield _due(f"point-list:{period.key}", text, day, "信息要点")


def _topics(ground: Ground, rules: TopicRules) -> Iterator[Duty]:
    """Topics wanted by a day, whom nobody was asked for."""
    for row in pool(ground.work, OPEN):
        wanted = row.topic.wanted
        if wanted and row.standing is Standing.OPEN:
            text = f"选题还没有约：{row.topic.title}"
            day = max(row.topic.day, wanted - timedelta(rules.ask_days))
            yield _due(f"{row.topic.subject}:{wanted}", text, day, row.topic.subject)


def _due(key: str, text: str, day: date, target: str) -> Duty:
    return Duty(key, Field.TOPIC, text, moment_at(day), moment_at(day, CLOSING), target=target)
