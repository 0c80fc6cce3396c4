"""Minutes of a consultation: written line by line, a key makes a line a topic."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from typing_extensions import override

from desk.topic_pool.consultation import Consultation, toggled
from desk.topic_pool.consulting import Kept, keep_consultation, next_consultation, unkeep
from ui import style
from ui.day_edit import DayEdit
from ui.field import Field, clear_errors, show_error
from ui.keys import bind
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (760, 680)
_HINT = "一行写一条。议定的选题在行前加“★”（Ctrl+M），保存时自动记入选题池。"


class MinutesWindow(FormWindow):
    """Ctrl+M marks a line as a topic, Ctrl+Enter keeps, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "会商纪要", "topic-pool")
        self._held: Consultation | None = None
        self.title, self.number = QLineEdit(), QLineEdit()
        self.day = DayEdit("会商日期")
        self.chair, self.place, self.present = QLineEdit(), QLineEdit(), QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText("通报采用情况、研究下周重点……\n★ 夏粮收购进度和存在问题")
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.fields = {
            "title": Field("标题", self.title),
            "number": Field("编号", self.number),
            "day": Field("日期", self.day),
            "chair": Field("主持", self.chair),
            "place": Field("地点", self.place),
            "present": Field("参加", self.present),
            "text": Field("内容", self.text),
        }
        self.fields["text"].show_note(_HINT)
        self._lay_out()
        self.text.textChanged.connect(self._on_typed)
        bind(self, "Ctrl+M", self.mark)

    def begin(self) -> None:
        """Begin the next minutes."""
        with self.session.store.read() as work:
            held = next_consultation(work, self.session.today())
        self.open_for(held)

    def open_for(self, held: Consultation) -> None:
        """Begin with these minutes."""
        self._held = held
        self.title.setText(held.title)
        self.number.setText(held.number)
        self.day.show_day(held.day)
        self.chair.setText(held.chair)
        self.place.setText(held.place)
        self.present.setText(held.present)
        self.text.setPlainText(held.text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        clear_errors(self.fields)
        self.come_up(self.text)

    def mark(self) -> None:
        """Make the lines under the cursor topics, or plain lines again."""
        cursor = self.text.textCursor()
        document = self.text.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = QTextCursor(document.findBlockByNumber(number))
            block.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            block.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            block.insertText(toggled(block.selectedText()))
        cursor.endEditBlock()

    def keep(self) -> None:
        """Keep the minutes, and the topics marked in them."""
        clear_errors(self.fields)
        wanted = self._written()
        store, by, kept = self.session.store, self.session.by(), list[Kept]()

        self.session.do(
            lambda: kept.append(keep_consultation(store, wanted, by=by)),
            Topic.TASKS,
            note=f"已保存“{wanted.title}”，标“★”的行已在选题池",
            undo=Undo(lambda: unkeep(store, kept[0], by=self.session.by()), "会商纪要已撤销"),
            done=self.on_kept,
            failed=self.fail,
        )

    @override
    def fail(self, error: Exception) -> None:
        if not show_error(self.fields, error):
            super().fail(error)

    def _written(self) -> Consultation:
        assert self._held is not None  # noqa: S101 - the window opens with one
        return replace(
            self._held,
            title=self.title.text().strip() or self._held.title,
            number=self.number.text().strip(),
            day=self.day.day,
            chair=self.chair.text().strip(),
            place=self.place.text().strip(),
            present=self.present.text().strip(),
            text=self.text.toPlainText().rstrip(),
        )

    def _on_typed(self) -> None:
        marked = Consultation(title="", day=self.day.day, text=self.text.toPlainText()).marked
        self.count.setText(f"选题 {len(marked)} 条" if marked else "还没有标出选题")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(style.GAP)
        for key, row, column, across in (
            ("title", 0, 0, 2),
            ("number", 0, 2, 1),
            ("day", 1, 0, 1),
            ("chair", 1, 1, 1),
            ("place", 1, 2, 1),
            ("present", 2, 0, 3),
            ("text", 3, 0, 3),
        ):
            grid.addWidget(self.fields[key], row, column, 1, across)
        grid.setRowStretch(3, 1)
        mark = QPushButton("标为选题")
        mark.setToolTip("光标所在的行标为选题，再按一次取消（Ctrl+M）")
        mark.clicked.connect(self.mark)
        keep = self.deed("保存", "保存纪要，标“★”的行记入选题池（Ctrl+Enter）", self.keep)
        foot = self.foot(mark, keep)
        foot.insertWidget(0, self.count)
        self.content.addLayout(grid, 1)
        self.content.addLayout(foot)
