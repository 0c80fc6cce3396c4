"""资料: the office's own data, one tab for each kind."""

from PySide6.QtWidgets import QTabWidget
from typing_extensions import override

from ui.page import Page
from ui.registry.calendar_tab import CalendarTab
from ui.registry.fees_tab import FeesTab
from ui.registry.groups_tab import GroupsTab
from ui.registry.kept_tab import KeptTab
from ui.registry.lanes_tab import LanesTab
from ui.registry.people_tab import PeopleTab
from ui.registry.phrases_tab import PhrasesTab
from ui.registry.preflight_tab import PreflightTab
from ui.registry.publications_tab import PublicationsTab
from ui.registry.quality_tab import QualityTab
from ui.registry.quotas_tab import QuotasTab
from ui.registry.reasons_tab import ReasonsTab
from ui.registry.rules_tab import RulesTab
from ui.registry.schemes_tab import SchemesTab
from ui.registry.snapshot import read
from ui.registry.topics_tab import TopicsTab
from ui.registry.units_tab import UnitsTab
from ui.registry.words_tab import WordsTab
from ui.session import Session, Topic

AnyTab = (
    UnitsTab
    | GroupsTab
    | QuotasTab
    | PublicationsTab
    | SchemesTab
    | ReasonsTab
    | PeopleTab
    | LanesTab
    | CalendarTab
    | TopicsTab
    | QualityTab
    | FeesTab
    | RulesTab
    | PreflightTab
    | WordsTab
    | KeptTab
    | PhrasesTab
)


class RegistryPage(Page):
    """Tabs on one snapshot of the registry; ``show_target`` takes a tab's title."""

    topics = frozenset({Topic.REGISTRY})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "资料")
        self.units = UnitsTab(session)
        self.groups = GroupsTab(session)
        self.quotas = QuotasTab(session)
        self.publications = PublicationsTab(session)
        self.schemes = SchemesTab(session)
        self.reasons = ReasonsTab(session)
        self.people = PeopleTab(session)
        self.lanes = LanesTab(session)
        self.calendar = CalendarTab(session)
        self.subjects = TopicsTab(session)
        self.rules = RulesTab(session)
        self.preflight = PreflightTab(session)
        self.words = WordsTab(session)
        self.kept = KeptTab(session)
        self.phrases = PhrasesTab(session)
        self.fees = FeesTab(session)
        self.quality = QualityTab(session)
        self._all: dict[str, AnyTab] = {
            "单位": self.units,
            "分组": self.groups,
            "目标任务": self.quotas,
            "刊物与栏目": self.publications,
            "计分办法": self.schemes,
            "理由": self.reasons,
            "人员": self.people,
            "审签流程": self.lanes,
            "时限与日历": self.calendar,
            "选题": self.subjects,
            "检查规则": self.rules,
            "印发前检查": self.preflight,
            "词表": self.words,
            "常用语": self.phrases,
            "永久保留": self.kept,
            "稿酬": self.fees,
            "来稿情况": self.quality,
        }
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setDrawBase(False)
        for title, tab in self._all.items():
            self.tabs.addTab(tab, title)
        self.content.addWidget(self.tabs, 1)

    @override
    def refresh(self) -> None:
        snapshot = read(self.session.store)
        for tab in self._all.values():
            tab.show_snapshot(snapshot)

    @override
    def enter(self) -> None:
        super().enter()
        self._all[self.tabs.tabText(self.tabs.currentIndex())].view.setFocus()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, str) and target in self._all:
            self.tabs.setCurrentWidget(self._all[target])

    @override
    def leave(self) -> None:
        for tab in self._all.values():
            tab.save_typed()
