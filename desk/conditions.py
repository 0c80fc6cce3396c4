"""What a lane asks of a draft before it is sent to approval, and what of it is missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from desk.approvals import Condition
from desk.checking import CheckedFinding, check_draft
from desk.checks.catalogue import catalogue
from desk.checks.checklist import open_items
from desk.checks.rule import Severity
from desk.drafts import Draft
from desk.errors import NotAllowedError
from desk.inquiries import is_verified
from desk.knowing import known
from desk.obstacles import blocks
from desk.store import Work

_SHOWN = 3  # items named in a sentence


@dataclass(frozen=True, slots=True)
class Lack:
    """A condition a draft does not meet; the sentence says what is missing and what to do."""

    condition: Condition
    sentence: str


class NotReadyError(NotAllowedError):
    """Drafts that may not go into a lane yet; ``lacks`` says why, by draft."""

    def __init__(self, lane: str, lacks: Sequence[tuple[Draft, Sequence[Lack]]]) -> None:
        lines = [
            f"“{draft.title}”：{''.join(one.sentence for one in found)}" for draft, found in lacks
        ]
        super().__init__(
            f"有 {len(lacks)} 篇还不能送审（{lane}），一篇也没有送出。\n" + "\n".join(lines)
        )
        self.lacks = {draft.id: tuple(found) for draft, found in lacks}


def lacking(work: Work, draft: Draft, conditions: Iterable[Condition]) -> list[Lack]:
    """The conditions a draft does not meet, in their order."""
    seen, wanted = _Seen(work, draft), frozenset(conditions)
    found = ((one, _SENTENCES[one](seen)) for one in Condition if one in wanted)
    return [Lack(condition, sentence) for condition, sentence in found if sentence]


class _Seen:
    """One draft as the conditions look at it; it is checked at most once."""

    def __init__(self, work: Work, draft: Draft) -> None:
        self.work = work
        self.draft = draft

    @cached_property
    def open(self) -> list[CheckedFinding]:
        """Findings nobody has decided to keep."""
        found = check_draft(self.draft, known(self.work, self.draft))
        return [one for one in found if not one.waived]


def _unticked(seen: _Seen) -> str:
    items = open_items(seen.draft)
    if not items:
        return ""
    named = "".join(f"“{one.text.rstrip('。')}”" for one in items[:_SHOWN])
    more = "等" if len(items) > _SHOWN else ""
    return f"核对清单还有 {len(items)} 项没有勾：{named}{more}。请逐项核对后勾选。"


def _wrong(seen: _Seen) -> str:
    found = [one for one in seen.open if one.finding.severity is Severity.ERROR and not blocks(one)]
    if not found:
        return ""
    return f"还有 {len(found)} 处差错没有处理：{_named(found)}。请改正，或写明理由保留。"


def _exposed(seen: _Seen) -> str:
    found = [one for one in seen.open if blocks(one)]
    if not found:
        return ""
    return f"还有 {len(found)} 处不能印发的内容：{_named(found)}。请删去、改写，或写明理由保留。"


def _unverified(seen: _Seen) -> str:
    if is_verified(seen.work, seen.draft):
        return ""
    return "事实和数据还没有向单位核实。请在核实记录里记下问了谁、怎么答复的（Ctrl+Shift+K）。"


def _named(found: Sequence[CheckedFinding]) -> str:
    names = dict.fromkeys(catalogue()[one.finding.rule].name for one in found)
    more = "等" if len(names) > _SHOWN else ""
    return "、".join(list(names)[:_SHOWN]) + more


_SENTENCES: dict[Condition, Callable[[_Seen], str]] = {
    Condition.CHECKLIST: _unticked,
    Condition.ERRORS: _wrong,
    Condition.PRIVACY: _exposed,
    Condition.VERIFIED: _unverified,
}
