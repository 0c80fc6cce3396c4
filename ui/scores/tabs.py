"""The tabs of the 考核 page, in their order."""

from ui.scores.awards_tab import AwardsTab
from ui.scores.board_tab import BoardTab
from ui.scores.bulletin_tab import BulletinTab
from ui.scores.charts_tab import ChartsTab
from ui.scores.closing_tab import ClosingTab
from ui.scores.compare_tab import CompareTab
from ui.scores.coverage_tab import CoverageTab
from ui.scores.facts_tab import FactsTab
from ui.scores.import_tab import ImportTab
from ui.scores.months_tab import MonthsTab
from ui.scores.people_tab import PeopleTab
from ui.scores.prizes_tab import PrizesTab
from ui.scores.progress_tab import ProgressTab
from ui.scores.reconcile_tab import ReconcileTab
from ui.scores.statistics_tab import StatisticsTab
from ui.scores.tab import ScoresTab
from ui.scores.tasks_tab import TasksTab
from ui.scores.trial_tab import TrialTab

TABS: tuple[type[ScoresTab], ...] = (
    BoardTab,
    CompareTab,
    ProgressTab,
    TasksTab,
    MonthsTab,
    PeopleTab,
    PrizesTab,
    ChartsTab,
    CoverageTab,
    StatisticsTab,
    BulletinTab,
    AwardsTab,
    FactsTab,
    ReconcileTab,
    ClosingTab,
    TrialTab,
    ImportTab,
)
