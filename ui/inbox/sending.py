"""Send the selected drafts to approval (送审), all that are ready at once."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QObject
from typing_extensions import override

from desk import approving
from desk.approvals import Condition, Lane
from desk.approving import Former
from desk.errors import NotAllowedError
from desk.sending import Sendable, look_over
from desk.sending import Sending as Found
from ui import style
from ui.editor.lane_strip import LaneStrip, Offer
from ui.inbox.actions import ActionBar, Deed
from ui.inbox.draft_list import DraftList
from ui.session import Session, Topic, Undo

_TIP = "选流程，把选中的稿件一起送审；还差什么的留下来"
_NAMED, _SHORT = 2, 14  # titles in a line, and their characters
_NO_LANES = "没有可用的审签流程。请到“资料”的“审签流程”里新增或启用一个。"
_NONE = "选中的稿件都不能送审。只有新到和在编的稿件可以送审。"


class SendStrip(LaneStrip):
    """The lanes for several drafts: what is ready goes, what is not stays and is named."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Found((), (), ())

    def offer_drafts(self, found: Found) -> None:
        """Offer the lanes for these drafts."""
        self.found = found
        self.offer(Offer(found.lanes, found.first, {}, found.people))

    @property
    def ready(self) -> list[int]:
        """The drafts that can go along the lane chosen."""
        return self.found.ready(self.lane)

    @override
    def accept(self) -> None:
        if self.ready:
            super().accept()
        else:
            self.wanted.emit(self._missing()[0][0])

    def lacking(self, condition: Condition) -> list[Sendable]:
        """The drafts that lack this for the lane chosen."""
        asked = condition in self.lane.conditions
        return [one for one in self.found.drafts if asked and condition in one.lacks]

    @override
    def _tell(self) -> None:
        super()._tell()
        count = len(self.ready)
        self.accept_button.setText(f"送审 {count} 篇" if count else "去处理")
        self.state.setVisible(bool(self.state.text()))

    @override
    def _conditions(self) -> Iterable[str]:
        ready, left = len(self.ready), len(self.found.drafts) - len(self.ready)
        stay = f"，{left} 篇还差下面几项，先留下" if left else ""
        colour, mark = (style.GREEN, "✓") if ready else (style.AMBER, "▲")
        yield f"<span style='color:{colour}'>{mark} {ready} 篇可以送审{stay}</span>"
        for condition, drafts in self._missing():
            link = f"<a href='{condition.name}' style='color:{style.ACCENT}'>去处理</a>"
            said = f"{len(drafts)} 篇没有做到“{condition}”：{_named(drafts)}。"
            if len(drafts) == 1:
                said = f"“{_short(drafts[0])}”{drafts[0].lacks[condition].sentence}"
            yield f"<span style='color:{style.AMBER}'>▲</span> {escape(said)}{link}"
        yield from self._hints()

    def _hints(self) -> Iterable[str]:
        other = [one for one in self.found.drafts if one.proposed != self.lane.id]
        names = {lane.id: lane.name for lane in self.found.lanes}
        hints = []
        if other and any(one.kind in lane.kinds for one in other for lane in self.found.lanes):
            wanted = "、".join(dict.fromkeys(names[one.proposed] for one in other))
            hints.append(f"其中 {len(other)} 篇按类型一般走“{wanted}”。")
        if self.found.refused:
            hints.append(f"另有 {self.found.refused} 篇不是新到或在编，不送。")
        if hints:
            yield f"<span style='color:{style.MUTED}'>{escape(''.join(hints))}</span>"

    def _missing(self) -> list[tuple[Condition, list[Sendable]]]:
        found = ((one, self.lacking(one)) for one in Condition)
        return [(condition, drafts) for condition, drafts in found if drafts]


class Sending(QObject):
    """Asks for the lane in a strip above the list, and sends."""

    def __init__(self, session: Session, drafts: DraftList) -> None:
        super().__init__(drafts)
        self._session = session
        self._list = drafts
        self.strip = SendStrip()
        self._asked: list[int] = []
        self.strip.confirmed.connect(self._send)
        self.strip.wanted.connect(self._go_to)
        self.strip.closed.connect(drafts.setFocus)

    def offer(self, bar: ActionBar) -> None:
        """Put it on a bar."""
        bar.add(Deed("送审", "Ctrl+Enter", _TIP, self.ask, button=True, in_list=True))

    def ask(self, ids: Sequence[int]) -> None:
        """Look the drafts over, then offer the lanes; a second time sends them."""
        session = self._session
        if self.strip.isVisible() and self._asked == list(ids):
            self.strip.accept()
        else:
            self._asked = list(ids)
            session.start(look_over(session.store, list(ids)), done=self._offer)

    def _offer(self, found: Found) -> None:
        if not found.lanes or not found.drafts:
            self._session.fail(NotAllowedError(_NONE if found.lanes else _NO_LANES))
        else:
            self.strip.offer_drafts(found)

    def _send(self, lane: Lane, along: frozenset[str]) -> None:
        session, ids = self._session, self.strip.ready
        left = [one.id for one in self.strip.found.drafts if one.id not in ids]
        store, by, formers = session.store, session.by, list[Former]()
        stay = f"，{len(left)} 篇还差几项，没有送" if left else ""
        done = "审签" if lane.at_once else "送审"
        self._list.setFocus()

        def send() -> None:
            formers.extend(approving.submit(store, ids, lane.id, by=by(), along=along))

        session.do(
            send,
            Topic.DRAFTS,
            note=f"已按“{lane.name}”{done} {len(ids)} 篇{stay}",
            undo=Undo(
                lambda: approving.take_back(store, formers, by=by()),
                f"已撤销，{len(ids)} 篇回到在编",
            ),
            done=lambda _result: self._list.choose_ids(left) if left else None,
        )

    def _go_to(self, condition: Condition) -> None:
        """Open the first draft that lacks this; Alt+→ goes on to the others."""
        ids = [one.id for one in self.strip.lacking(condition)]
        self.strip.hide()
        self._session.sequence = ids
        self._session.go("editor", ids[0])


def _named(drafts: Sequence[Sendable]) -> str:
    names = "".join(f"“{_short(one)}”" for one in drafts[:_NAMED])
    return names + ("等" if len(drafts) > _NAMED else "")


def _short(draft: Sendable) -> str:
    return draft.title if len(draft.title) <= _SHORT else draft.title[:_SHORT] + "…"
