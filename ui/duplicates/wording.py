"""What a likeness says in words."""

from desk.comparing import Twin
from desk.dates import full_date
from desk.duplicates.likeness import Nature, Verdict
from desk.office_clock import day_of

_MOST_FACTS = 4  # named in the sentence
_SEEMS = {
    Nature.EXACT: "是同一篇稿件",
    Nature.SAME_EVENT: "像是另一单位报的同一件事",
    Nature.AGAIN: "像是同一单位又报了一次",
    Nature.RECYCLED: "像是往年旧稿改日期",
}
_SEEMS_LATER = {  # where the other one is the later
    Nature.AGAIN: "那一篇像是同一单位又报了一次",
    Nature.RECYCLED: "那一篇像是用这一篇改日期重报的",
}
_DECIDED = {
    Verdict.MERGED: "已经并入综合稿。",
    Verdict.RETURNED: "已经按重复退稿。",
    Verdict.DISTINCT: "已经判定不是重复。",
}


def sentence(twin: Twin) -> str:
    """Who told it when, what is the same, what it seems to be, and what was decided."""
    other = twin.other
    day = full_date(day_of(other.received))
    units = f"{twin.units} " if twin.units else ""
    printed = f"（已印发：{printed_words(twin)}）" if twin.printed else ""
    decided = _DECIDED.get(twin.likeness.verdict, "")
    who = f"与 {day} {units}《{other.title}》{printed}"
    nature, is_later = twin.likeness.nature, twin.likeness.draft_id == other.id
    seems = _SEEMS | (_SEEMS_LATER if is_later else {})
    return f"{who}{_shared(twin)}：{seems[nature]}。{decided}"


def _shared(twin: Twin) -> str:
    found = twin.evidence
    if twin.likeness.nature is Nature.EXACT:
        return "全文相同"
    if not found.passages:
        named = "、".join(found.facts[:_MOST_FACTS])
        more = "等" if len(found.facts) > _MOST_FACTS else ""
        return f"写法不同，但有 {len(found.facts)} 处日期、数字、地名相同（{named}{more}）"
    near = len(found.passages) - found.same
    counts = [f"{found.same} 句相同" if found.same else "", f"{near} 句相近" if near else ""]
    changed = f"，其中日期、数字 {found.changes} 处不同" if found.changes else ""
    return "有 " + "、".join(filter(None, counts)) + changed


def printed_words(twin: Twin) -> str:
    """The issues the other draft was printed in."""
    return "、".join(f"{one.name}，{full_date(one.day)}" for one in twin.printed)
