"""What was found in print: each a title, the place in its text, the issue and the page."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from typing_extensions import override

from desk.archive.finding import PrintedHit
from desk.searching import Field, Passage
from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.search.hit_delegate import HitDelegate
from ui.session import Session

_HEIGHT = 84  # a row at 100 %
_LINES = 2


class PrintedHitDelegate(HitDelegate):
    """Paints as the search of drafts does, with issue and page below."""

    def __init__(self, view: "PrintedHitList", look: style.Look) -> None:
        super().__init__(view, look, lambda _number: None)  # type: ignore[arg-type, return-value]  # not asked
        self._rows = view.hits

    @override
    def _paint(self, painter: QPainter, area: QRect, font: QFont, number: int) -> None:
        hit = self._rows.row(number)
        bold = QFont(font)
        bold.setBold(True)
        step = QFontMetrics(font).lineSpacing()
        self._line(painter, area, bold, style.INK, hit.item.title, hit.title_spans)
        area.setTop(area.top() + step + self._look.px(2))
        at = int(hit.is_cut_before)
        passage = Passage(Field.TEXT, hit.excerpt, hit.spans, at, hit.is_cut_after)
        self._passage(painter, area, font, passage, _LINES - 1)
        foot = QRect(area.left(), 0, area.width(), step)
        foot.moveBottom(area.bottom() - self._look.px(6))
        self._line(painter, foot, font, style.MUTED, facts(hit), ())


class PrintedHitList(ListView):
    """The hits, the newest first."""

    def __init__(self, session: Session) -> None:
        columns: tuple[Column[PrintedHit], ...] = (
            Column("title", "标题", lambda hit: hit.item.title, stretch=True),
            Column("issue", "刊期", lambda hit: hit.name, hidden=True),
            Column("page", "页码", lambda hit: str(hit.page or ""), hidden=True),
            Column("units", "单位", lambda hit: hit.item.units, hidden=True),
            Column("excerpt", "原文", lambda hit: hit.excerpt, hidden=True),
        )
        self.hits: MemoryModel[PrintedHit] = MemoryModel(columns)
        super().__init__(session, self.hits, "往期检索结果")
        look = style.Look(session.settings.scale)
        self.setItemDelegateForColumn(0, PrintedHitDelegate(self, look))
        self.verticalHeader().setDefaultSectionSize(look.px(_HEIGHT))
        self.horizontalHeader().hide()

    def show_hits(self, hits: Sequence[PrintedHit], words: str, *, is_part: bool = False) -> None:
        """List hits; without any, say for what, and whether only a part was looked through."""
        where = "左边选中的往期里" if is_part else "往期里"
        advice = "要查别的刊物和年度，请在左边选“全部往期”" if is_part else "请少写几个字"
        self.empty = (
            f"{where}没有印过“{words}”。\n{advice}；没有印发的稿件请用检索（Ctrl+Shift+F）。"
        )
        self.hits.set_rows(hits)
        if hits:
            self.choose(0)


def facts(hit: PrintedHit) -> str:
    """Issue, page, units and section of a hit."""
    page = f"第{hit.page}页" if hit.page else ""
    state = "" if hit.issue.state == "已印发" else hit.issue.state
    return "　".join(filter(None, (hit.name, page, hit.item.units, hit.item.section, state)))
