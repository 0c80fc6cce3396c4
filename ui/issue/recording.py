"""印发记录: what is on record of the released issue on show."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from desk.issue_record import IssueRecord, Named, record_of
from desk.office_clock import minute_words
from desk.scoring.figures import printed
from ui.issue.feature import Feature
from ui.issue.releasing import Releasing
from ui.issue.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.issue.page import IssuePage

_FEEDBACK = "feedback"


class Recording(Feature):
    """A tab that is there for released issues alone; its links lead on."""

    def __init__(self, page: "IssuePage") -> None:
        super().__init__(page)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setAccessibleName("印发记录")
        self.text.anchorClicked.connect(self._follow)
        page.foot.addTab(self.text, "印发记录")
        self._asked = 0

    @override
    def show(self, seen: Snapshot) -> None:
        issue, foot = seen.issue, self.page.foot
        is_frozen = issue is not None and issue.is_frozen
        for at in range(foot.count()):  # what else there is helps to put an issue together
            foot.setTabVisible(at, (foot.widget(at) is self.text) is is_frozen)
        if foot.currentWidget() is self.text and not is_frozen:
            foot.setCurrentIndex(0)
        if issue is not None and is_frozen:
            foot.setCurrentWidget(self.text)
            self._asked = issue.id
            store = self.page.session.store
            self.page.session.look(lambda: record_of(store, issue.id), partial(self._fill))

    def _fill(self, record: IssueRecord) -> None:
        if record.issue.id == self._asked:
            lines = "".join(f"<p>{line}</p>" for line in html_lines(record))
            self.text.setHtml(lines)

    def _follow(self, link: QUrl) -> None:
        kind, _, key = link.toString().partition(":")
        if kind == _FEEDBACK:
            self.page.feature(Releasing).open_feedback()
        elif kind == "issue":
            self.page.show_target(int(key))
        elif kind == "unit":
            self.page.session.go("scores", int(key))


def html_lines(record: IssueRecord) -> Iterator[str]:
    """What is told of a released issue, a paragraph each."""
    issue = record.issue
    if issue.withdrawn is not None:
        told = _moment(issue.withdrawn, record.withdrawn_by)
        yield f"<b>✕ 已撤销</b>　{told}　理由：{escape(issue.reason)}"
    if record.corrected_by:
        yield f"<b>▲ 已更正</b>　现以{_link(record.corrected_by)}为准"
    if record.corrects:
        yield f"本期更正{_link(record.corrects)}"
    yield f"印发：{_moment(record.released, record.released_by)}"
    yield f"定版号：{record.seal}（PDF、Word、数据各一份，重印一字不差）"
    if record.given:
        feedback = f'<a href="{_FEEDBACK}:">采用反馈</a>'
        yield f"采用计分：{len(record.given)} 家单位　{feedback}"
    elif record.gains:
        yield "采用计分：已全部冲销"
    units = [
        f'<a href="unit:{one.unit.id}">{escape(one.unit.short)}</a> {printed(one.points)} 分'
        for one in record.given
    ]
    if units:
        yield "、".join(units)


def _moment(moment: datetime | None, who: str) -> str:
    when = minute_words(moment) if moment else ""
    return f"{when}　{escape(who)}".strip("　")


def _link(named: Named) -> str:
    return f'<a href="issue:{named.issue_id}">{escape(named.name)}</a>'
