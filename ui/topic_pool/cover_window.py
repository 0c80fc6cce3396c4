"""What came of a list of points: by line and by unit, each draft a jump away."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QWidget

from desk.topic_pool.cover_table import line_table, unit_table
from desk.topic_pool.covering import Cover, LineCover, UnitCover, cover
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import keep_file
from ui.paper_window import PaperWindow
from ui.session import Session
from ui.side_window import SideWindow
from ui.topic_pool.telling import Telling, heading, link, muted, red

_SIZE = (980, 680)
_MOST = 8  # drafts told of a line
_COVERAGE = "覆盖图"  # the tab of 考核


class CoverWindow(SideWindow):
    """Ctrl+E writes both tables as Excel, Ctrl+P prints them, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "要点覆盖", "topic-pool")
        self._cover: Cover | None = None
        self._names: Mapping[int, str] = {}
        self.head = QLabel()
        self.by_line, self.by_unit = Telling(session), Telling(session)
        self._lay_out()

    def open_for(self, list_id: int) -> None:
        """Show what came of a list."""
        store = self.session.store

        def read() -> tuple[Cover, Mapping[int, str]]:
            with store.read() as work:
                names = {one.id: one.short for one in work.registry.units()}
            return cover(store, list_id), names

        self.session.look(read, lambda found: self._show(*found))

    def export(self) -> None:
        """Write both tables as one Excel file."""
        found, names = self._cover, self._names
        if found is None:
            return
        path = save_path(self, f"{found.points.title}覆盖情况", ".xlsx", "Excel 工作簿")
        if path is None:
            return

        def write() -> None:
            from desk.reports.stat_workbook import (  # noqa: PLC0415 - heavy, loaded on use
                TableSheet,
                stat_workbook,
            )

            sheets = (
                TableSheet("按要点", line_table(found, names)),
                TableSheet("按单位", unit_table(found)),
            )
            keep_file(self.session, path, stat_workbook(sheets))

        self.session.do(write, note=f"已导出 {path.name}")

    def show_paper(self) -> None:
        """Show both tables as they are printed."""
        found, names, office = self._cover, self._names, self.session.settings.office
        if found is None:
            return
        window, today = PaperWindow(self.session, self), self.session.today()

        def set_pages() -> bytes:
            from desk.layout.document import (  # noqa: PLC0415 - heavy, loaded on use
                Document,
                document_pdf,
            )

            tables = (line_table(found, names), unit_table(found))
            title = f"{found.points.title}覆盖情况"
            return document_pdf(Document(title, office, today, tables))

        self.session.look(
            set_pages, lambda pdf: window.show_pdf(f"{found.points.title}覆盖情况", pdf)
        )

    def _show(self, found: Cover, names: Mapping[int, str]) -> None:
        self._cover, self._names = found, names
        self.head.setText(f"{found.points.title}：{found.words}")
        self.by_line.show_parts(_lines(found, names))
        self.by_unit.show_parts(_units(found))
        self.come_up(self.by_line)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.head, 1)
        for words, tip, keys, slot in (
            ("看全年覆盖图", "考核里各单位、各选题的覆盖图", "", self._go_to_coverage),
            ("导出 Excel", "两张表存为 Excel（Ctrl+E）", "Ctrl+E", self.export),
            ("打印", "看打印样子、打印、存 PDF（Ctrl+P）", "Ctrl+P", self.show_paper),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(slot)
            row.addWidget(button)
            if keys:
                bind(self, keys, slot)
        tabs = QTabWidget(documentMode=True)
        tabs.tabBar().setDrawBase(False)
        tabs.addTab(self.by_line, "按要点")
        tabs.addTab(self.by_unit, "按单位")
        self.content.addLayout(row)
        self.content.addWidget(tabs, 1)

    def _go_to_coverage(self) -> None:
        self.session.go("scores", _COVERAGE)


def _lines(found: Cover, names: Mapping[int, str]) -> Sequence[str]:
    parts = []
    for at, one in enumerate(found.lines, 1):
        count = f"来稿 {one.sent} 篇，采用 {one.adopted} 篇" if one.sent else ""
        told = muted(count) if count else red("没有来稿")
        parts.append(f"<p><b>{at}. {escape(one.line.text)}</b>　{told}</p>")
        if one.came:
            parts.append(f"<ul>{''.join(_drafts(one, names))}</ul>")
    return parts


def _drafts(one: LineCover, names: Mapping[int, str]) -> Sequence[str]:
    lines = []
    for came, way in one.came[:_MOST]:
        units = "、".join(names[unit] for unit in came.unit_ids if unit in names)
        state = " 已采用" if came.is_adopted else ""
        about = muted(f"{came.day:%m-%d} {units}{state}（{way}）")
        lines.append(f"<li>{link(came.title, 'life', came.draft_id)}　{about}</li>")
    more = one.sent - _MOST
    return [*lines, *((f"<li>{muted(f'还有 {more} 篇')}</li>",) if more > 0 else ())]


def _units(found: Cover) -> Sequence[str]:
    silent = "、".join(one.unit.short for one in found.silent)
    first = f"<p>{red(f'没有动静的 {len(found.silent)} 家')}：{escape(silent)}</p>"
    rows = (_unit(one) for one in found.units if one.sent or one.missing)
    return [heading("各单位"), first if found.silent else "", *rows]


def _unit(one: UnitCover) -> str:
    lines = escape("；".join(one.lines))
    missing = f"<br>{red('点名没有写')}　{escape('；'.join(one.missing))}" if one.missing else ""
    counts = f"{one.sent} 篇，采用 {one.adopted} 篇"
    return f"<p><b>{escape(one.unit.short)}</b>　{muted(counts)}<br>{lines}{missing}</p>"
