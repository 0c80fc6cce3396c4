"""The wizard that takes over an old ledger: columns, names, the look row by row, the import."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.importing.batches import Sort
from desk.importing.ledger import look_through, read_book, take
from desk.importing.outcome import Imported
from desk.importing.past.guide import Guide
from desk.importing.past.guide_file import dump_guide, load_guide
from desk.importing.past.proposing import propose
from desk.importing.past.rehearsal import Book, Rehearsal
from desk.importing.past.report import Line
from desk.importing.undoing import batches, undo_import
from desk.jobs import Progress
from desk.publications import Publication, Tier
from desk.registering import save_publication, save_unit
from desk.store import Store
from desk.units import Unit, UnitGroup
from ui import style
from ui.dialogs import open_paths, save_path
from ui.keys import bind_done
from ui.leaving import keep_file
from ui.ledger_import.columns_step import ColumnsStep, Known
from ui.ledger_import.names_step import NamesStep
from ui.ledger_import.report_step import ReportStep
from ui.session import Session, Topic, Undo

KINDS = "表格 (*.xlsx *.csv)"
_SIZE = (1180, 660)
_STEPS = ("1　表和列", "2　名称", "3　逐行核对")
_COLUMNS, _NAMES, _REPORT = range(3)


class ImportWindow(QDialog):
    """Three steps; nothing is booked before the last button."""

    def __init__(self, session: Session, path: Path, sort: Sort, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("导入旧台账" if sort is Sort.LEDGER else "导入上级采用通报")
        self.session, self.path, self.sort = session, path, sort
        self.book: Book | None = None
        self.known = Known((), ())
        self._groups: tuple[UnitGroup, ...] = ()
        look = style.Look(session.settings.scale)
        self.columns, self.names = ColumnsStep(look), NamesStep(look)
        self.report = ReportStep(session)
        self.steps = QStackedWidget()
        self.where = QLabel(textFormat=Qt.TextFormat.RichText)
        self.bar = QProgressBar()
        self.bar.hide()
        self.back, self.next = _button("上一步"), _button("下一步")
        self.load, self.save = _button("读入对照……"), _button("存对照……")
        self._lay_out(look)
        self._connect()
        self._read()

    @property
    def guide(self) -> Guide:
        """How the file is read, as chosen so far."""
        return self.columns.guide

    def _read(self) -> None:
        """Open the file and guess how it is to be read."""
        store, path, sort = self.session.store, self.path, self.sort
        self._wait("正在读文件")
        self.session.look(partial(_opened, store, path, sort), self._on_read)

    def _on_read(self, found: "tuple[Book, Guide, Known, tuple[UnitGroup, ...]]") -> None:
        self.book, guide, self.known, self._groups = found
        self.columns.show_guide(self.book, guide, self.known)
        self._ready()

    def _show_step(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.where.setText("　›　".join(
            f"<b>{words}</b>" if at == step else words for at, words in enumerate(_STEPS)
        ))  # fmt: skip
        self.back.setEnabled(step > _COLUMNS)
        self.next.setText("导入" if step == _REPORT else "下一步")
        for button in (self.load, self.save):
            button.setVisible(step == _COLUMNS)
        self._enable()

    def _enable(self) -> None:
        step = self.steps.currentIndex()
        taken = any(not page.why for page in self.columns.pages)
        is_clear = not self.report.wrong and bool(self.report.model.all_rows)
        self.next.setEnabled(is_clear if step == _REPORT else taken)
        self.next.setToolTip("Ctrl+Enter" if self.next.isEnabled() else "先处理有问题的地方")

    def _go_on(self) -> None:
        step = self.steps.currentIndex()
        if step == _REPORT:
            self._import()
        else:
            if step == _NAMES:
                self.columns.guide = self.names.guide
            self._look_through(step + 1)

    def _look_through(self, step: int) -> None:
        """Go through every row, then show a step."""
        assert self.book is not None  # noqa: S101 - there is no next step before it is read
        self._wait("逐行核对")
        job = look_through(self.session.store, self.book, self.guide, by=self.session.by())
        self.session.start(job, done=partial(self._on_looked, step), cancelled=self._ready)

    def _on_looked(self, step: int, found: tuple[Rehearsal, list[Line]]) -> None:
        rehearsal, lines = found
        self.names.show_names(rehearsal, self.known)
        self.report.show_lines(lines)
        is_needed = rehearsal.unknown_units or rehearsal.unknown_carriers or rehearsal.matches
        self._ready()
        self._show_step(_REPORT if step == _NAMES and not is_needed else step)
        self.next.setFocus()

    def _import(self) -> None:
        assert self.book is not None  # noqa: S101 - there is no last step before it is read
        self._wait("正在导入")
        job = take(self.session.store, self.book, self.guide, by=self.session.by())
        topics = (Topic.SCORES, Topic.REGISTRY)
        self.session.start(job, *topics, done=self._on_taken, cancelled=self._ready)

    def _on_taken(self, taken: Imported) -> None:
        store, by = self.session.store, self.session.by()
        number = batches(store)[0].id
        undo = Undo(lambda: undo_import(store, number, by=by), "已撤销这一批导入")
        self.session.do(lambda: None, Topic.SCORES, note=taken.messages[0].rstrip("。"), undo=undo)
        self.accept()

    def _register(self, what: str, name: str) -> None:
        """Register a unit or publication that the file names."""
        if what == "单位":
            names = [group.name for group in self._groups]
            chosen, ok = QInputDialog.getItem(self, "登记单位", f"“{name}”放在哪一组", names)
            groups = {group.name: group.id for group in self._groups}
            if ok and chosen in groups:
                unit = Unit(name, name, groups[chosen])
                self._do(lambda: save_unit(self.session.store, unit, by=self.session.by()))
        else:
            tiers = [tier.value for tier in Tier]
            chosen, ok = QInputDialog.getItem(self, "登记刊物", f"《{name}》是哪一级的", tiers)
            if ok and chosen in tiers:
                carrier = Publication(name.strip("《》"), (), tier=Tier(chosen))
                self._do(
                    lambda: save_publication(self.session.store, carrier, by=self.session.by())
                )

    def _do(self, action: Callable[[], object]) -> None:
        self.session.do(action, Topic.REGISTRY, done=lambda _result: self._on_registered())

    def _on_registered(self) -> None:
        """Know what was registered, and look again with what was chosen meanwhile."""
        self.columns.guide = self.names.guide

        def done(found: "tuple[Known, tuple[UnitGroup, ...]]") -> None:
            self.known, self._groups = found
            assert self.book is not None  # noqa: S101 - names come from it
            self.columns.show_guide(self.book, self.guide, self.known)
            self._look_through(_NAMES)

        self.session.look(partial(_known, self.session.store), done)

    def _save_guide(self) -> None:
        path = save_path(self, f"{self.path.stem} 对照", ".toml", "导入对照")
        if path is not None:
            text = dump_guide(self.guide)
            self.session.do(
                lambda: keep_file(self.session, path, text.encode()), note=f"已存 {path.name}"
            )

    def _load_guide(self) -> None:
        chosen = open_paths(self, "选择导入对照", "导入对照 (*.toml)")[:1]
        if chosen:
            self.session.look(partial(load_guide, chosen[0]), self._on_loaded)

    def _on_loaded(self, guide: Guide) -> None:
        if self.book is not None:
            self.columns.show_guide(self.book, guide, self.known)
            self._enable()

    def _wait(self, words: str) -> None:
        self.bar.setFormat(f"{words} %v/%m")
        self.bar.setRange(0, 0)
        self.bar.show()
        for button in (self.back, self.next):
            button.setEnabled(False)

    def _ready(self) -> None:
        self.bar.hide()
        self._show_step(self.steps.currentIndex())

    def _on_progress(self, step: Progress | None) -> None:
        if step is None:
            self.bar.hide()
            self._show_step(self.steps.currentIndex())
        else:
            self.bar.setRange(0, max(1, step.total))
            self.bar.setValue(step.done)

    @override
    def reject(self) -> None:
        self.session.cancel()
        super().reject()

    def _connect(self) -> None:
        self.back.clicked.connect(
            lambda: self._show_step(max(_COLUMNS, self.steps.currentIndex() - 1))
        )
        self.next.clicked.connect(self._go_on)
        bind_done(self, self.next.click)
        self.load.clicked.connect(self._load_guide)
        self.save.clicked.connect(self._save_guide)
        self.columns.changed.connect(self._enable)
        self.names.registering.connect(self._register)
        self.session.progressed.connect(self._on_progress)

    def _lay_out(self, look: style.Look) -> None:
        self.resize(*map(look.px, _SIZE))
        self.next.setObjectName("primary")
        self.next.setDefault(True)
        title = QLabel(self.path.name)
        title.setObjectName("pageTitle")
        for step in (self.columns, self.names, self.report):
            self.steps.addWidget(step)
        cancel = _button("取消")
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.load)
        row.addWidget(self.save)
        row.addWidget(self.bar, 1)
        row.addStretch(1)
        for button in (cancel, self.back, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(style.GAP)
        column.addWidget(title)
        column.addWidget(self.where)
        column.addWidget(self.steps, 1)
        column.addLayout(row)
        self._show_step(_COLUMNS)


def _opened(
    store: Store, path: Path, sort: Sort
) -> tuple[Book, Guide, Known, tuple[UnitGroup, ...]]:
    book = read_book(path)
    with store.read() as work:
        guide = propose(work, book, sort)
    return book, guide, *_known(store)


def _known(store: Store) -> tuple[Known, tuple[UnitGroup, ...]]:
    with store.read() as work:
        units, carriers = work.registry.units(), work.catalogue.publications()
        return Known(tuple(units), tuple(carriers)), tuple(work.registry.groups())


def _button(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    return made
