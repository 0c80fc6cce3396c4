"""What differs today from the published figures of closed days, in a sentence for every paper."""

from desk.surveys.survey import Survey

_NAMED = 3


def changed_since(survey: Survey) -> str:
    """Which units' figures differ from those published, and what the paper shows; "" for none."""
    own = [one for one in survey.changed if not one.only_moved]
    if not own:
        return ""
    named = "；".join(
        f"{one.unit.short or one.unit.name}（{_first(one.told)}）" for one in own[:_NAMED]
    )
    more = f"等{len(own)}个单位" if len(own) > _NAMED else ""
    return (
        f"{survey.stretch.name}结账以后，有{len(own)}个单位按现在的记录和办法与公布的数不同："
        f"{named}{more}。本期得分、名次、报送、采用用的是公布的数；"
        "采用条目、层级和累计按现在的记录，两者可能对不上。"
        "请先看“考核 → 结账”里的比较，要改数就重新打开再结账。"
    )


def _first(told: str) -> str:
    """The first of the differences; the tab of closings has them all."""
    return told.partition("；")[0]
