"""永久保留: the words the clerk has told a rule to let pass in every draft."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk import ruling
from desk.checks.catalogue import catalogue
from desk.drafts import Waiver
from desk.office_clock import minute_words
from ui import style
from ui.lists.column import Column
from ui.lists.filter_field import FilterField
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.registry.snapshot import Snapshot
from ui.session import Session, Topic, Undo

_EMPTY = "没有永久保留的词\n\n在“编辑”里保留一处问题时选“永久保留”，就会列在这里，可以随时取消"


class KeptTab(QWidget):
    """A list; what is selected can be checked again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        columns: tuple[Column[Waiver], ...] = (
            Column("rule", "规则", _rule, 200),
            Column("excerpt", "词语", lambda row: row.excerpt, 240, tip=lambda row: row.excerpt),
            Column(
                "reason", "理由", lambda row: row.reason, 240, stretch=True,
                tip=lambda row: row.reason,
            ),
            Column("who", "谁定的", lambda row: row.who, 96),
            Column("when", "时间", lambda row: minute_words(row.when), 132),
        )  # fmt: skip
        self.model: MemoryModel[Waiver] = MemoryModel(columns)
        self.view = ListView(session, self.model, "永久保留", empty=_EMPTY)
        self.drop = QPushButton("取消保留")
        self.drop.setToolTip("选中的词语以后照常检查（Del，可以撤销）")
        self.drop.setShortcut("Del")
        self.drop.clicked.connect(self.drop_selected)
        row = QHBoxLayout()
        row.addWidget(FilterField(self.model, style.Look(session.settings.scale)))
        row.addStretch(1)
        row.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """List what is kept, the newest first."""
        self.model.set_rows(snapshot.kept[::-1])
        self.drop.setEnabled(bool(snapshot.kept))

    def save_typed(self) -> None:
        """Nothing is typed here."""

    def drop_selected(self) -> None:
        """Check the selected words again."""
        chosen = [self.model.row(number) for number in self.view.selected()]
        if not chosen:
            return
        store, by = self.session.store, self.session.by

        def drop() -> None:
            for one in chosen:
                ruling.drop_kept(store, one, by=by())

        def undo() -> None:
            for one in chosen:
                ruling.keep_again(store, one, by=by())

        self.session.do(
            drop,
            Topic.REGISTRY,
            note=f"已取消 {len(chosen)} 处永久保留",
            undo=Undo(undo, "已恢复永久保留"),
        )


def _rule(row: Waiver) -> str:
    rule = catalogue().get(row.rule)
    return f"{row.rule}　{rule.name}" if rule else row.rule
