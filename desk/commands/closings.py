"""`closing list|close|reopen|compare` and `reconcile`: close periods, tie the books out."""

from dataclasses import asdict
from datetime import date
from typing import Any

from desk.closings.books import close, compare, reopen
from desk.closings.closing import Closing
from desk.closings.concerns import concerns
from desk.closings.periods import Closable, find
from desk.commands.context import OK, REFUSED, Context, complain, parse_day, say, say_json, show
from desk.errors import NotAllowedError
from desk.jobs import finish
from desk.reconciling import reconcile
from desk.scoring.figures import printed
from desk.store import Store


def closings(context: Context) -> int:
    """Do what was asked of closings."""
    return _ACTIONS[context.options.action](context)


def _list(context: Context) -> int:
    with context.store() as store, store.read() as work:
        rows = [_json(one) for one in work.closings.all()]
    if context.options.json:
        say_json(rows)
        return OK
    for row in rows:
        state = "已结账" if row["closed"] else f"已重新打开：{row['reason']}"
        say(f"{row['key']}\t{row['name']}\t{state}\t{row['by']}\t{row['sha256'][:8]}")
    return OK


def _close(context: Context) -> int:
    """Close a period; what should be looked at is said, but forbids nothing."""
    with context.store() as store:
        period = _period(context, store)
        looked = finish(concerns(store, period), show)
        kept = None if context.options.check else close(store, period, by=context.by)
    for one in looked:
        complain(one.text)
    if kept is None:
        return REFUSED if looked else OK
    if context.options.json:
        say_json(_json(kept))
    else:
        say(f"{kept.name}已结账，数据摘要 {kept.digest}")
    return OK


def _reopen(context: Context) -> int:
    with context.store() as store:
        kept = reopen(store, _closing(context, store).id, context.options.reason, by=context.by)
    if context.options.json:
        say_json(_json(kept))
    else:
        say(f"{kept.name}已重新打开，原来的结账数据留存备查")
    return OK


def _compare(context: Context) -> int:
    """Print what differs between the published figures and today's; 1 where anything does."""
    with context.store() as store:
        found = compare(store, _closing(context, store).id)
    if context.options.json:
        say_json(
            [
                {
                    "unit": one.unit.name,
                    "published": None if one.published is None else printed(one.published.points),
                    "today": None if one.today is None else printed(one.today.points),
                    "text": one.told,
                    "lines": [
                        {
                            "date": line.day.isoformat(),
                            "item": line.title,
                            "points": printed(line.points),
                            "side": line.told,
                        }
                        for line in one.lines
                    ],
                }
                for one in found.units
            ]
        )
    else:
        for one in found.units:
            say(f"{one.unit.name}\t{one.told}")
    return REFUSED if found.units else OK


def _period(context: Context, store: Store) -> Closable:
    with store.read() as work:
        return find(work.catalogue.schemes(), context.options.period)


def _closing(context: Context, store: Store) -> Closing:
    """The closing that holds a period. Raises NotAllowedError where it is open."""
    period = _period(context, store)
    with store.read() as work:
        held = [one for one in work.closings.holding() if one.key == period.key]
    if not held:
        raise NotAllowedError(f"{period.name}现在没有结账。")
    return held[0]


def _json(closing: Closing) -> dict[str, Any]:
    reopened = closing.reopened
    return {
        "key": closing.key,
        "name": closing.name,
        "from": closing.first.isoformat(),
        "to": closing.last.isoformat(),
        "closed": closing.holds,
        "generation": closing.generation,
        "when": closing.when.isoformat(),
        "by": closing.who,
        "sha256": closing.digest,
        "reopened": reopened.isoformat() if reopened else None,
        "reason": closing.reason,
    }


_ACTIONS = {"list": _list, "close": _close, "reopen": _reopen, "compare": _compare}


def reconcile_books(context: Context) -> int:
    """Print every difference between the books; 1 where there are some."""
    options = context.options
    first = parse_day(options.first) if options.first else date(2000, 1, 1)
    last = parse_day(options.last) if options.last else context.by.today
    with context.store() as store:
        found = finish(reconcile(store, first, last), show)
    if options.json:
        say_json(
            {
                "from": first.isoformat(),
                "to": last.isoformat(),
                "agrees": found.agrees,
                "differences": [
                    {**asdict(one), "day": one.day.isoformat()} for one in found.differences
                ],
                "totals": [{**asdict(one), "ties": one.ties} for one in found.totals],
            }
        )
    else:
        for one in found.differences:
            say("\t".join((one.area, one.sort, f"{one.day}", one.title, one.left, one.right)))
    if not options.json or not found.agrees:
        (say if found.agrees else complain)(found.told)
    return OK if found.agrees else REFUSED
