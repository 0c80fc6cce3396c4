"""Names for one unit's task of the year: what is reached, what is missing, what would fill it."""

from datetime import date

from desk.bulletins.named.progress import is_done
from desk.bulletins.phrases import figure, percentage
from desk.notices.entries import UnitMatter, UnitTopic, said, whether
from desk.surveys.words import unspaced


def has_task(matter: UnitMatter) -> bool:
    """Whether a unit has points to reach and they are asked of it."""
    return matter.one.so_far.completion is not None and not matter.one.exempt


def _is_behind(matter: UnitMatter) -> bool:
    return has_task(matter) and matter.one.so_far.behind > 0


def _is_done(matter: UnitMatter) -> bool:
    return has_task(matter) and is_done(matter.matter, matter.one)


def _is_over(matter: UnitMatter) -> bool:
    """Whether the year is over."""
    last = matter.survey.stretch.last
    return last == date(last.year, 12, 31) <= matter.survey.today


def _told(matter: UnitMatter) -> str:
    """Target, completion and pace in one phrase; "" without a task."""
    score = matter.one.so_far
    if not has_task(matter) or score.quota is None:
        return ""
    done = f"，已完成{percentage(score.completion)}" if score.points >= 0 else ""
    head = f"全年目标{figure(score.quota)}分{done}"
    over = score.points - score.quota
    if _is_done(matter):
        return f"{head}，全年任务已完成" + (f"，超{figure(over)}分" if over > 0 else "")
    if _is_over(matter):
        return f"{head}，差{figure(-over)}分"
    pace = f"序时进度为{percentage(score.pace)}"
    late = f"落后{figure(score.behind)}分" if score.behind else "达到序时进度"
    return f"{head}，{pace}，{late}"


def _gap(matter: UnitMatter) -> str:
    """What would fill the gap; nothing once the year is over."""
    outlook = matter.one.outlook
    if not has_task(matter) or _is_over(matter) or outlook is None:
        return ""
    return unspaced(outlook.gap)


def _forecast(matter: UnitMatter) -> str:
    outlook = matter.one.outlook
    if not has_task(matter) or _is_over(matter) or _is_done(matter) or outlook is None:
        return ""
    if outlook.forecast is None or outlook.forecast <= 0 or outlook.promises is None:
        return ""
    end = "能完成目标" if outlook.promises else "完不成目标"
    return f"照今年的进度，全年约得{figure(outlook.forecast)}分，{end}"


def _items(matter: UnitMatter) -> str:
    return str(matter.one.so_far.quota_items or "") if has_task(matter) else ""


def _quota(matter: UnitMatter) -> str:
    return figure(matter.one.so_far.quota or 0) if has_task(matter) else ""


def _completion(matter: UnitMatter) -> str:
    return percentage(matter.one.so_far.completion) if has_task(matter) else ""


TOPIC = UnitTopic(
    "单位的任务",
    (
        said("单位目标分", "全年目标分；没有下达任务的没有", "40", _quota),
        said("单位目标条数", "全年目标条数", "12", _items),
        said("单位完成率", "累计得分占全年目标分", "86.3%", _completion),
        said(
            "单位落后分", "比序时进度少几分", "5.5",
            lambda m: figure(m.one.so_far.behind) if _is_behind(m) else "",
        ),
        said(
            "单位进度", "目标、完成、序时，一句话；没有下达任务的没有",
            "全年目标40分，已完成50.0%，序时进度为75.0%，落后10分", _told,
        ),
        said("单位补法", "怎样补上到全年目标的差距；年已过完的没有",
             "还差20分：4条信息，或1篇专报加2条信息", _gap),
        said("单位预测", "照今年的进度能不能完成", "照今年的进度，全年约得33分，完不成目标",
             _forecast),
        whether("单位落后", "有任务、落后于序时进度", _is_behind),
        whether("单位已完成", "全年任务已完成", _is_done),
        whether(
            "单位要补", "有任务、没有完成、年还没有过完",
            lambda m: has_task(m) and not _is_done(m) and not _is_over(m),
        ),
    ),
)  # fmt: skip
