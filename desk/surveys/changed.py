"""What differs today from the published figures of closed days, in a sentence for every paper."""

from collections.abc import Sequence

from desk.closings.comparing import UnitDifference
from desk.surveys.survey import Survey

_NAMED = 3


def changed_since(survey: Survey) -> str:
    """What a paper of closed days shows where units' figures differ since; "" where none does."""
    found = _own(survey)
    if not found:
        return ""
    return (
        f"得分、名次、报送、采用是结账时公布的数；条目、层级、累计按现在的记录，"
        f"结账以后有变动的单位{len(found)}个。"
    )


def changes_told(survey: Survey) -> str:
    """The same for whoever writes the paper: which units, and what to do about them."""
    found = _own(survey)
    if not found:
        return ""
    named = "；".join(map(_told, found[:_NAMED]))
    more = f"等{len(found)}个单位" if len(found) > _NAMED else ""
    return (
        f"{survey.stretch.name}结账以后数有变动：{named}{more}。{changed_since(survey)}"
        "请先看“考核 → 结账”里的比较；要改公布的数，就重新打开再结账。"
    )


def _own(survey: Survey) -> Sequence[UnitDifference]:
    """The units that have changed themselves, not only been passed."""
    return [one for one in survey.changed if not one.only_moved]


def _told(one: UnitDifference) -> str:
    """A unit with the first of its differences; the tab of closings has them all."""
    return f"{one.unit.short or one.unit.name}（{one.told.partition('；')[0]}）"
