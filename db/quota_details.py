"""What is asked of a unit beyond points and items, as JSON, and back."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from db.bodies import dump
from desk.units import Quota, QuotaChange, SubQuota


def details_json(quota: Quota) -> str:
    """Sub-quotas, staff, exemption and changes; "{}" where there is nothing of it."""
    said: dict[str, Any] = {
        "subs": _subs(quota.subs),
        "staff": quota.staff,
        "exempt": quota.exempt,
        "changes": [
            {
                "since": one.since.isoformat(),
                "points": str(one.points),
                "items": one.items,
                "subs": _subs(one.subs),
                "reason": one.reason,
            }
            for one in quota.changes
        ],
    }
    return dump({name: value for name, value in said.items() if value})


def quota_from(year: int, unit_id: int, targets: tuple[Decimal, int], text: str) -> Quota:
    """The quota of a row; ``targets`` are its points and items."""
    held = json.loads(text)
    return Quota(
        year,
        unit_id,
        *targets,
        subs=_subs_from(held.get("subs", ())),
        staff=held.get("staff", 0),
        exempt=held.get("exempt", ""),
        changes=tuple(
            QuotaChange(
                date.fromisoformat(one["since"]),
                Decimal(one["points"]),
                one["items"],
                _subs_from(one["subs"]),
                one["reason"],
            )
            for one in held.get("changes", ())
        ),
    )


def _subs(subs: tuple[SubQuota, ...]) -> list[list[Any]]:
    return [[one.name, str(one.points), one.items] for one in subs]


def _subs_from(held: Any) -> tuple[SubQuota, ...]:  # noqa: ANN401 - as JSON gives it
    return tuple(SubQuota(name, Decimal(points), items) for name, points, items in held)
