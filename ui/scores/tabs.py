"""The tabs of the 考核 page, in their order."""

from ui.scores.board_tab import BoardTab
from ui.scores.chart_tab import ChartTab
from ui.scores.months_tab import MonthsTab
from ui.scores.progress_tab import ProgressTab
from ui.scores.tab import ScoresTab

TABS: tuple[type[ScoresTab], ...] = (
    BoardTab,
    ProgressTab,
    MonthsTab,
    ChartTab,
)
