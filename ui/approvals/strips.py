"""What each action asks for: an opinion, a call, another signer, a signature on paper."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton
from typing_extensions import override

from desk.approval_phrases import phrases
from desk.approvals import Verdict
from desk.approving import LONGEST_OPINION, Decision, Signature
from desk.day_words import read_day
from desk.errors import DeskError
from desk.office_clock import day_of
from desk.slip_scans import must_be_scan
from ui.approvals.strip import Strip
from ui.dialogs import open_paths
from ui.name_box import NameBox

_DAY_WIDTH = 110


class OpinionStrip(Strip):
    """An opinion with 同意 or 退回修改."""

    def __init__(self) -> None:
        super().__init__("按数字选常用语，Enter 确定，Esc 取消", "意见")
        self._verdict = Verdict.PASSED
        self.signer = NameBox("审签人")
        self.more.addWidget(self.signer)
        self._along = QHBoxLayout()
        self.more.addLayout(self._along)
        self._boxes: list[QCheckBox] = []

    def ask(
        self, verdict: Verdict, question: str, names: Sequence[str], along: Sequence[str] = ()
    ) -> None:
        """Ask for the opinion of who is named first; ``along`` are stages that can be added."""
        self._verdict = verdict
        self.signer.offer(names)
        for box in self._boxes:
            self._along.removeWidget(box)
            box.deleteLater()
        self._boxes = [QCheckBox(f"并送：{name}") for name in along]
        for box, name in zip(self._boxes, along, strict=True):
            box.setProperty("stage", name)
            self._along.addWidget(box)
        self.begin(question, phrases("passed" if verdict is Verdict.PASSED else "returned"))

    @property
    def decision(self) -> Decision:
        """What was decided."""
        along = frozenset(str(box.property("stage")) for box in self._boxes if box.isChecked())
        return Decision(self._verdict, self.text, self.signer.name, along)

    @override
    def missing(self) -> str:
        """Name the signer or the opinion that is owed."""
        if not self.signer.name:
            return "没有写审签人。请写上是谁审的。"
        if self._verdict is Verdict.RETURNED and not self.text:
            return "退回修改要写明意见，编辑才知道改什么。请选一条或写一句。"
        if len(self.text) > LONGEST_OPINION:
            return f"意见有 {len(self.text)} 个字，最多 {LONGEST_OPINION} 个。请写短一些。"
        return ""


class CallStrip(Strip):
    """A reminder by telephone: who was called, and the answer."""

    def __init__(self) -> None:
        super().__init__("按数字选答复，Enter 登记，Esc 取消", "对方怎么答复；没有答复可以不填")
        self.who = NameBox("催的是谁")
        self.more.addWidget(self.who)

    def ask(self, question: str, names: Sequence[str]) -> None:
        """Ask about a call to who is named first."""
        self.who.offer(names)
        self.begin(question, phrases("answers"))

    @override
    def missing(self) -> str:
        """Name who was called."""
        return "" if self.who.name else "没有写催的是谁。请写上姓名。"


class HandOverStrip(Strip):
    """Another signer for a stage."""

    def __init__(self) -> None:
        super().__init__("↑↓ 选人或直接写姓名，Enter 确定，Esc 取消", "原因，可以不填")
        self.to = NameBox("转交给谁")
        self.more.addWidget(self.to)

    def ask(self, question: str, names: Sequence[str]) -> None:
        """Ask to whom it goes."""
        self.to.offer(names)
        self.begin(question, ())
        self.to.begin()

    @override
    def missing(self) -> str:
        """Name who gets it."""
        return "" if self.to.name else "没有写转交给谁。请选一个人或写上姓名。"


class SignStrip(Strip):
    """The signature on the printed slip: who, when, and the scan of the slip."""

    def __init__(self) -> None:
        super().__init__("日期可以写“今天”“昨天”“7.14”，Enter 登记，Esc 取消", "审签单扫描件")
        self.signer = NameBox("签字人")
        self.day = QLineEdit(placeholderText="签字日期")
        self.day.setAccessibleName("签字日期")
        self.day.setFixedWidth(_DAY_WIDTH)
        self.day.textChanged.connect(lambda: self.fail(""))
        pick = QPushButton("选扫描件…")
        pick.setToolTip("JPG、PNG 或 PDF；没有扫描件也可以登记")
        pick.clicked.connect(self.pick)
        for widget in (self.signer, self.day, pick):
            self.more.addWidget(widget)
        self._today = date.min
        self.signature: Signature | None = None

    def ask(self, question: str, names: Sequence[str], now: datetime) -> None:
        """Ask for a signature of today."""
        self._today = day_of(now)
        self.signature = None
        self.signer.offer(names)
        self.day.setText("今天")
        self.begin(question, ())
        self.day.setFocus()
        self.day.selectAll()

    def pick(self) -> None:
        """Choose the scan's file."""
        kinds = "扫描件 (*.jpg *.jpeg *.png *.pdf)"
        for path in open_paths(self, "选择审签单扫描件", kinds)[:1]:
            self.line.setText(str(path))

    @override
    def missing(self) -> str:
        """Say what is wrong with the name, the day or the scan; keep the signature otherwise."""
        if not self.signer.name:
            return "没有写签字人。请写上姓名。"
        try:
            day = read_day(self.day.text(), self._today) or self._today
            name, data = self._scan()
        except DeskError as error:
            return str(error)
        if day > self._today:
            return "签字日期不能晚于今天。请核对审签单上的日期。"
        self.signature = Signature(day, data, name) if data else Signature(day)
        return ""

    def _scan(self) -> tuple[str, bytes]:
        text = self.line.text().strip().strip('"')
        if not text:
            return "", b""
        path = Path(text)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DeskError(f"扫描件“{path.name}”读不出来。请检查路径，或者重新选择。") from error
        must_be_scan(path.name, data)
        return path.name, data
