"""Use case: keep how the office deals with topics (选题设置)."""

from dataclasses import replace

from desk.auditing import By, note
from desk.errors import FieldError
from desk.store import Store
from desk.topic_pool.rules import TopicRules

_LAST_DAY, _MOST_AHEAD = 31, 30


def keep_rules(store: Store, wanted: TopicRules, *, by: By) -> TopicRules:
    """Keep the rules; gives back those before. Raises FieldError."""
    sources = tuple(dict.fromkeys(one.strip() for one in wanted.sources if one.strip()))
    if not sources:
        raise FieldError("sources", "来源至少要有一个，例如“会议”。")
    if not 1 <= wanted.list_day <= _LAST_DAY:
        raise FieldError("list_day", "要点在哪一天以前印发，请写 1 到 31 的数。")
    if not 0 <= wanted.ask_days <= _MOST_AHEAD:
        raise FieldError("ask_days", f"提前天数请写 0 到 {_MOST_AHEAD} 的数。")
    if not wanted.list_lead.strip():
        raise FieldError("list_lead", "要点的开头还没有写。")
    with store.begin() as work:
        former = work.matters.policy(TopicRules())
        work.matters.keep_policy(replace(wanted, sources=sources), by)
        note(work, by, "改选题设置", "policy:TopicRules", f"来源：{'、'.join(sources)}")
    return former
