"""The tabs of the 考核 page: families by name, with a tip, and their tabs in order."""

from ui.scores.awards_tab import AwardsTab
from ui.scores.board_tab import BoardTab
from ui.scores.bulletin_tab import BulletinTab
from ui.scores.charts_tab import ChartsTab
from ui.scores.closing_tab import ClosingTab
from ui.scores.compare_tab import CompareTab
from ui.scores.coverage_tab import CoverageTab
from ui.scores.facts_tab import FactsTab
from ui.scores.fees_tab import FeesTab
from ui.scores.import_tab import ImportTab
from ui.scores.letters_tab import LettersTab
from ui.scores.months_tab import MonthsTab
from ui.scores.people_tab import PeopleTab
from ui.scores.prizes_tab import PrizesTab
from ui.scores.progress_tab import ProgressTab
from ui.scores.reconcile_tab import ReconcileTab
from ui.scores.statistics_tab import StatisticsTab
from ui.scores.tab import ScoresTab
from ui.scores.tasks_tab import TasksTab
from ui.scores.trial_tab import TrialTab

FAMILIES: tuple[tuple[str, str, tuple[type[ScoresTab], ...]], ...] = (
    (
        "看情况",
        "得分、进度、任务、逐月、个人、选题",
        (BoardTab, CompareTab, ProgressTab, TasksTab, MonthsTab, PeopleTab, CoverageTab),
    ),
    (
        "出材料",
        "图表、统计表、通报、函件、评先、稿酬",
        (ChartsTab, StatisticsTab, BulletinTab, LettersTab, AwardsTab, PrizesTab, FeesTab),
    ),
    (
        "管台账",
        "登记、对账、结账、试算、历史导入",
        (FactsTab, ReconcileTab, ClosingTab, TrialTab, ImportTab),
    ),
)
TABS: tuple[type[ScoresTab], ...] = tuple(kind for _name, _tip, kinds in FAMILIES for kind in kinds)
