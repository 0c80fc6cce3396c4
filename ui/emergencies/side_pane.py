"""Beside the list: the chain of reports, the times, how the unit has reported."""

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from desk.emergencies.breaching import breach_words, disclosure
from desk.emergencies.emergency import Report
from desk.emergencies.raising import STAMPS
from desk.emergencies.times import told
from ui import style
from ui.emergencies.columns import EmergencyRow

_MUTED = f"color:{style.MUTED}"
_EMPTY = "选中一件，这里是它的各次报告、时间和认定。"


class EmergencySide(QWidget):
    """Tells of one emergency.

    Signals:
        opened(): it is to be opened.
        judging(): how its unit has reported is to be decided.
        followed(str): a link was clicked, as "draft:12".
    """

    opened = Signal()
    judging = Signal()
    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.text = QTextBrowser()
        self.text.setObjectName("reading")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        self.open_button = QPushButton("打开")
        self.open_button.setToolTip("打开：续报、上报、审批、打印（Enter）")
        self.judge_button = QPushButton("认定报送情况")
        self.judge_button.setToolTip("按时、迟报、漏报、瞒报、谎报，按计分办法建议（Ctrl+J）")
        self.open_button.clicked.connect(self.opened)
        self.judge_button.clicked.connect(self.judging)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.open_button)
        row.addWidget(self.judge_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.GAP, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        self.show_row(None, {}, {})

    def show_row(
        self, row: EmergencyRow | None, names: dict[int, str], standing: dict[str, bool]
    ) -> None:
        """Tell of a row; ``standing`` says which decisions still stand in the ledger."""
        for button in (self.open_button, self.judge_button):
            button.setEnabled(row is not None)
        if row is None:
            self.text.setHtml(f"<p style='{_MUTED}'>{_EMPTY}</p>")
            return
        one = row.one
        reports = "".join(_report(each, row) for each in one.reports)
        times = "".join(
            f"<tr><td style='{_MUTED}'>{label}　</td><td>{told(moment, row.now)}</td></tr>"
            for key, label in STAMPS.items()
            if (moment := getattr(one, key))
        )
        about = escape("　".join((one.number, one.category, one.grade)))
        self.text.setHtml(
            f"<h4>{escape(one.title)}</h4>"
            f"<p style='{_MUTED}'>{about}</p>"
            f"<p><b>报告</b></p><table cellspacing=2>{reports}</table>"
            f"<p><b>时间</b></p><table cellspacing=2>{times}</table>"
            f"{_lines('网上披露', [disclosure(one)])}"
            f"{_lines('认定', _breaches(row, names, standing))}"
        )

    def _on_link(self, url: QUrl) -> None:
        self.followed.emit(url.toString())


def _report(report: Report, row: EmergencyRow) -> str:
    given = report.consent
    consent = (
        f"{given.who}{given.how}{'' if given.is_signed else '，待补签'}" if given else "未审批"
    )
    sent = "；".join(f"{told(one.when, row.now)}报{one.to}" for one in report.sent) or "未报出"
    last = report is row.one.last and not row.one.ended
    due = f"，下次续报 {told(report.next_due, row.now)}" if last and report.next_due else ""
    link = f"<a style='color:{style.ACCENT}' href='draft:{report.draft_id}'>{report.name}</a>"
    return f"<tr><td>{link}　</td><td>{escape(f'{consent}；{sent}{due}')}</td></tr>"


def _breaches(row: EmergencyRow, names: dict[int, str], standing: dict[str, bool]) -> list[str]:
    said = []
    for each in row.one.breaches:
        who = names.get(each.unit_id, "单位") if each.unit_id else "本办公室"
        gone = "（台账里已收回）" if each.source and not standing.get(each.source, True) else ""
        said.append(f"{who}：{breach_words(each)}{gone}")
    return said or ([row.judged] if row.judged else [])


def _lines(head: str, lines: list[str]) -> str:
    told_lines = "".join(f"<p>{escape(one)}</p>" for one in lines if one)
    return f"<p><b>{head}</b></p>{told_lines}" if told_lines else ""
