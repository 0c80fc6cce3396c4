"""Names for whether there is anything to tell: problems, praise, what was asked for."""

from desk.bulletins.entries import Topic, said
from desk.bulletins.matter import Matter
from desk.bulletins.named.asked import anything, late, missed, number, reported
from desk.bulletins.named.instructed import written
from desk.bulletins.named.places import praised
from desk.bulletins.named.progress import is_criticised, is_level, of, tasked, zero_so_far
from desk.bulletins.named.silence import adopted_nothing, sent_nothing
from desk.facts import FactKind


def lagging(matter: Matter) -> bool:
    """Whether a unit is silent, without adoptions or behind the pace."""
    quiet = any(sent_nothing(one) or adopted_nothing(one) for one in matter.asked)
    return quiet or any(not is_level(matter, one) for one in tasked(matter))


def _asked_badly(matter: Matter) -> bool:
    wrong = number(matter, FactKind.COMMISSION, late) + number(matter, FactKind.COMMISSION, missed)
    return wrong > 0


def _urgent_badly(matter: Matter) -> bool:
    wrong = number(matter, FactKind.EMERGENCY, lambda one: not reported(one))
    return wrong > 0


def _faulty(matter: Matter) -> bool:
    """Whether items cost points, or drafts were turned away or came late."""
    sent = [one.sent for one in matter.units]
    return any(one.by_reason or one.late for one in sent) or any(
        one.items > 0 for _unit, one in matter.happened(FactKind.INCIDENT)
    )


def _judged(matter: Matter) -> bool:
    """Whether anybody is praised, criticised or barred from honours."""
    return bool(
        praised(matter)
        or of(matter, is_criticised)
        or zero_so_far(matter)
        or any(one.so_far.barred or one.score.barred for one in matter.units)
    )


def _special(matter: Matter) -> bool:
    """Whether there is anything to tell of what was asked for, emergencies or instructions."""
    return (
        number(matter, FactKind.COMMISSION, anything) > 0
        or number(matter, FactKind.EMERGENCY, reported) > 0
        or bool(written(matter))
    )


def _any(matter: Matter) -> str:
    tests = (lagging, _asked_badly, _urgent_badly, _faulty)
    return "有" if any(test(matter) for test in tests) else ""


TOPIC = Topic(
    "有没有",
    (
        said(
            "有问题",
            "有零报送、零采用、落后、约稿或紧急信息问题、差错、退稿或迟报时写“有”",
            "有",
            _any,
        ),
        said(
            "有落后",
            "有零报送、零采用或落后于序时进度的单位时写“有”",
            "有",
            lambda one: "有" if lagging(one) else "",
        ),
        said(
            "有奖惩",
            "有表扬、批评、挂零或取消评先的单位时写“有”",
            "有",
            lambda one: "有" if _judged(one) else "",
        ),
        said(
            "有专项",
            "有约稿、紧急信息或批示时写“有”",
            "有",
            lambda one: "有" if _special(one) else "",
        ),
    ),
)
